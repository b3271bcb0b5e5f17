"""From a subject in words to a speaker of the cast: pronouns, offices and pairs led back to names."""

from __future__ import annotations

import re
from dataclasses import replace

from detente.reading.actors import Mention
from detente.reading.context import Context, Speaker
from detente.reading.english.named_offices import ARTICLE, both, of_actor, office
from detente.reading.english.pronouns import pronoun
from detente.reading.english.subjects import Candidate

_AND = re.compile(r" and (?:the |its |his |her )?(?:[A-Za-z’'-]+ ){0,5}\Z")
_HOUSES = frozenset(
    {"White House", "Pentagon", "Kremlin", "Blue House", "Cheong Wa Dae", "Downing Street", "Whitehall",
    "Élysée",
     "Elysée", "Quai d'Orsay", "Zhongnanhai", "Malacañang", "Malacanang", "Vatican"}
)  # fmt: skip
"""Houses of government that speak under their own name."""
_REACH = 40


def resolve(context: Context, candidate: Candidate, *, low: int) -> Speaker | None:
    """Whom a subject means at its place; `low` is where its sentence begins."""
    if candidate.mention is not None:
        return _of_mention(context, candidate, low)
    if candidate.pronoun:
        return pronoun(context, candidate.pronoun, candidate.start, low)
    return office(context, candidate)


def _of_mention(context: Context, candidate: Candidate, low: int) -> Speaker:
    mention = candidate.mention
    assert mention is not None
    speaker = of_actor(context, mention.actor, mention.start)
    written = context.text[mention.start : mention.end]
    if mention.form == "seat" and written in _HOUSES:
        return replace(speaker, name=written)
    if context.cast.actors[mention.actor].kind == "state":
        return _with_partner(context, speaker, mention, low)
    title = _spokesman(context, mention)
    return title or _with_partner(context, speaker, mention, low)


def _spokesman(context: Context, mention: Mention) -> Speaker | None:
    """ "A spokesman for President X": the one who speaks is not the one named."""
    before = context.masked[max(0, mention.full_start - 60) : mention.full_start]
    found = re.search(
        r"((?:an? |the |one )?(?:[a-z-]{2,16} ){0,2}(?:spokes(?:man|woman|person)|aide|adviser|"
        r"advisor|lawyer|deputy|"
        r"official|envoy|representative|ally)s? (?:for|of|to|close to) (?:the )?)\Z",
        before,
    )
    if found is None:
        return None
    whole = ARTICLE.sub("", found.group(1), count=1) + context.text[mention.full_start : mention.end]
    return Speaker(whole, None, mention.start)


def _with_partner(context: Context, speaker: Speaker, mention: Mention, low: int) -> Speaker:
    """Both of "X and Y said": one speaker with both names."""
    before = context.masked[max(low, mention.full_start - _REACH) : mention.full_start + 1]
    if _AND.search(before[:-1]) is None and not before[:-1].endswith(" and "):
        return speaker
    gap_start = mention.full_start - len(before) + 1
    joined = before[:-1].rfind(" and ")
    for other in reversed(context.named(low, mention.full_start)):
        if other.actor == mention.actor:
            return speaker
        if (
            other.end == gap_start + joined
            and context.cast.actors[other.actor].kind == context.cast.actors[mention.actor].kind
        ):
            return both(context, other.actor, mention.actor, mention.start)
        return speaker
    return speaker
