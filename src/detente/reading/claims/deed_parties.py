"""The parties of a deed: whom its subject names, and whom its object, its preposition or its that-clause."""

from __future__ import annotations

import re

from detente.reading.actors import Mention
from detente.reading.claims.deeds import Deed, Told
from detente.reading.context import Context, Speaker
from detente.reading.english.clause_words import NounPhrase
from detente.reading.english.clauses import clauses_of
from detente.reading.english.named_offices import THINGS
from detente.reading.english.phrase_speakers import speaker_of_phrase
from detente.reading.english.subjects import is_human, is_role
from detente.reading.english.verb_forms import verb_forms
from detente.reading.english.words import STARTERS
from detente.reading.word_lists import word_set

Names = tuple[str, ...]

_LEAD = re.compile(r"(?:(?:both|neither|either|not|the|nor|only|even) )*\Z", re.I)
_JOIN = re.compile(r",? (?:and|or|nor) (?:the )?|, (?:the )?")
_BUT = re.compile(r",? but (?:the )?")
_TRAIL = re.compile(r"(?: \w+ly)*")
"""Adverbs that went with a name into a phrase ("Norway likely")."""
_TWO = re.compile(r"[A-Z][\w’-]+(?: [A-Z][\w’-]+)? and [A-Z][\w’-]+(?: [A-Z][\w’-]+)?")
_BETWEEN = re.compile(r" (?:\w+ ){0,2}(?:between|among) (?:the )?")
_MORE = re.compile(r"\b(?:three|four|five|six|seven|eight|\d+|several|many)\b", re.I)
_NO_NAMES = word_set(
    "first second third fourth whoever whatever what who here there nobody somebody anybody everybody "
    "everyone someone nothing something yesterday today tomorrow "
    "monday tuesday wednesday thursday friday saturday sunday mr mrs ms dr gen maj col"
)
_ANYBODY = frozenset(
    {
        "one",
        "another",
        "others",
        "some",
        "many",
        "both",
        "the other",
        "other",
        "few",
        "somebody",
        "nobody",
        "anybody",
        "everybody",
        "none",
    }
)
_ADVERBS = re.compile(r" (?:(?:\w+ly|again|also|instead|once more) )*")
_PREPOSITIONS: dict[str, frozenset[str]] = {
    "call": frozenset({"on", "upon"}), "urge": frozenset({"on", "upon"}), "appeal": frozenset({"to"}),
    "plead": frozenset({"with"}), "agree": frozenset({"with"}),
    **dict.fromkeys(("demand", "ask", "request", "seek"), frozenset({"from", "of"})),
}  # fmt: skip
"""Before whom a verb's addressee stands; for other verbs it is "to"."""
_TO = frozenset({"to"})
_DIRECT = frozenset({
    "ask", "urge", "press", "implore", "exhort", "beseech", "promise", "offer", "tell", "warn", "caution",
})  # fmt: skip
"""Verbs whose object is the one addressed."""
_GIVING = frozenset({"promise", "offer"})
_NO_OBJECT = frozenset({
    "in", "at", "near", "by", "since", "during", "after", "before", "until", "over", "for", "about",
    "despite",
    "like", "unlike", "as", "under", "amid", "within",
})  # fmt: skip


def doers(context: Context, phrase: NounPhrase | None, low: int) -> Names:
    """The names of those a noun phrase means as doers; nobody where it names no one who could."""
    if phrase is None:
        return ()
    listed = _instead(context, phrase) or _listed(context, phrase)
    if listed:
        return listed
    if phrase.pronoun and phrase.head in ("it", "they"):
        return _subject_before(context, phrase, low)
    speaker = speaker_of_phrase(context, phrase, low)
    if speaker is None or not _can_act(context, phrase, speaker):
        return parties_between(context, phrase)
    names = names_of(context, speaker)
    more = len(names) > 1 and _MORE.search(context.masked[phrase.start : phrase.end]) is not None
    return () if more or speaker.name.lower() in _ANYBODY else names


def _instead(context: Context, phrase: NounPhrase) -> Names:
    """Those named after "but" where the phrase itself is denied: "not China but Mongolia demanded …"."""
    but = _BUT.search(context.masked, phrase.start, phrase.end + 9) if phrase.led == "not" else None
    named = context.named(but.end(), but.end() + 80) if but is not None else []
    if but is None or not named or named[0].full_start != but.end():
        return ()
    return context.cast.names(_joined(context, named[0]))


def _subject_before(context: Context, phrase: NounPhrase, low: int) -> Names:
    """Whom "it" or "they" means: the subject told last in this sentence, else the first of the one before."""
    for subject in reversed(_subjects(context, low, phrase.start)):
        names = _listed(context, subject) or _body(context, subject)
        if _fits(context, phrase.head, names):
            return names
    for start, end in context.sentences_before(low, context.block_of(low), 1):
        for subject in _subjects(context, start, end)[:1]:
            names = _listed(context, subject) or _body(context, subject)
            return names if _fits(context, phrase.head, names) else ()
    return ()


def _subjects(context: Context, start: int, end: int) -> list[NounPhrase]:
    told = clauses_of(context.masked, start, end).told
    return [c.subject for c in told if c.subject is not None and not c.subject.pronoun]


def _fits(context: Context, pronoun: str, names: Names) -> bool:
    """Whether "they" can mean those, or "it" that one: several, or one that is no person."""
    if pronoun == "they" or len(names) != 1:
        return pronoun == "they" and len(names) > 1
    number = context.cast.number_of(names[0])
    return number is None or context.cast.actors[number].kind != "person"


def _body(context: Context, subject: NounPhrase) -> Names:
    """An unnamed body ("the ministry"), and two states told as two ("the two sides")."""
    speaker = speaker_of_phrase(context, subject, subject.start) if is_role(subject.head) else None
    return names_of(context, speaker) if speaker is not None and not is_human(subject.head) else ()


def names_of(context: Context, speaker: Speaker) -> Names:
    """A speaker's name; both names where two of the cast speak together."""
    parts = tuple(speaker.name.split(" and "))
    known = all(context.cast.number_of(part) is not None for part in parts)
    two = known or (speaker.plural and _TWO.fullmatch(speaker.name))
    return parts if len(parts) > 1 and two else (speaker.name,)


def speaker_named(context: Context, name: str, at: int) -> Speaker:
    """The speaker of a name, as having spoken at a place."""
    index = context.cast.number_of(name)
    words = name.split()
    head = words[-1].lower() if words else ""
    human = context.cast.actors[index].kind == "person" if index is not None else head not in THINGS
    return Speaker(
        name, index, at, human=human, plural=index is None and (" and " in name or head.endswith("s"))
    )


def addressees(context: Context, told: Told, deed: Deed, kind: str, who: Names) -> Names:
    """To whom a deed of asking, promising, offering or telling is addressed, where its own clause says so."""
    if deed.group.passive and deed.base in _DIRECT:
        return _others(_actors_at(context, deed.subject), who)
    governors = _PREPOSITIONS.get(deed.base, _TO)
    for phrase in told.clauses.phrases:
        if not deed.end <= phrase.start < deed.stop or phrase.led == "by":
            continue
        direct = not phrase.governor and _ADVERBS.fullmatch(context.masked, deed.end, phrase.start)
        if (direct and deed.base in _DIRECT) or phrase.governor in governors:
            found = _actors_at(context, phrase)
            if direct and not found and deed.base in _GIVING:
                found = subject_named(context, phrase)  # "promised Tokyo access"
            if found:
                return _others(found, who)
    return _others(_of_demanded(context, told, deed), who) if kind == "ask" else ()


def acted_upon(context: Context, told: Told, deed: Deed, who: Names) -> Names:
    """Whom an event befalls: the one its object names, be it as an adjective ("two Korean trawlers")."""
    if deed.group.passive:
        return _others(context.cast.names(context.named(deed.subject.start, deed.subject.end)[:1]), who)
    for phrase in told.clauses.phrases:
        if not deed.end <= phrase.start < deed.stop or phrase.governor in _NO_OBJECT or phrase.led == "that":
            continue
        named = [m for m in context.named(phrase.start, phrase.end) if not _in_a_title(context, m)]
        if named:
            found = _others(context.cast.names(_joined(context, named[0])), who)
            if found:
                return found
    return ()


def _in_a_title(context: Context, mention: Mention) -> bool:
    """Whether a capital is a part of another name ("the Washington Accords")."""
    return (
        mention.form == "seat"
        and re.match(r" [A-Z]", context.masked[mention.end : mention.end + 2]) is not None
    )


def _of_demanded(context: Context, told: Told, deed: Deed) -> Names:
    """The subject of what is demanded: "demanded that Seoul lift the ban"."""
    that = context.masked.startswith(" that ", deed.end) and deed.end + 6
    phrase = next((p for p in told.clauses.phrases if that and p.start == that), None)
    if phrase is None or phrase.pronoun:
        return ()
    return subject_named(context, phrase)


def subject_named(context: Context, phrase: NounPhrase) -> Names:
    """Whom a phrase begins with, a verb's bare form taken for a noun at its end ("Seoul lift")."""
    first = next(iter(context.named(phrase.start, phrase.end)), None)
    if first is None or not _LEAD.match(context.masked[phrase.start : first.full_start]):
        return _actors_at(context, phrase)
    return context.cast.names(_joined(context, first)) if _is_actor(context, first) else ()


def _listed(context: Context, phrase: NounPhrase) -> Names:
    """The names a phrase wholly consists of: "Han", "both Japan and South Korea"."""
    named = context.named(phrase.start, phrase.end)
    if not named or not _LEAD.match(context.masked[phrase.start : max(phrase.start, named[0].full_start)]):
        return ()
    group = _joined(context, named[0])
    left = context.masked[group[-1].end : phrase.end]
    whole = _TRAIL.fullmatch(left) is not None and _is_actor(context, group[-1])
    inside = [mention for mention in group if mention.start < phrase.end]
    return context.cast.names(inside) if whole and len(inside) == len(named) else ()


def _joined(context: Context, first: Mention) -> list[Mention]:
    """A mention and those that "and" or commas with "and" join to it."""
    group = [first]
    for mention in context.named(first.end, first.end + 200):
        between = context.masked[group[-1].end : mention.full_start]
        if not _JOIN.fullmatch(between) or not _is_actor(context, mention):
            break
        group.append(mention)
    while len(group) > 1 and not re.search(
        r"\b(?:and|or|nor)\b", context.masked[group[0].end : group[-1].start]
    ):
        group.pop()
    return group


def _is_actor(context: Context, mention: Mention) -> bool:
    """Whether a mention is a party itself: no possessor, no adjective, no half of a hyphenated pair."""
    after = context.masked[mention.end : mention.end + 2]
    if after in ("’s", "'s") or (after[:1] in ("’", "'") and mention.form != "person"):
        return False
    if after[:1] in ("-", "–") and after[1:].isalnum():
        return False
    return mention.form != "demonym" or not re.match(r" [a-z]", context.masked[mention.end : mention.end + 2])


def _others(found: Names, who: Names) -> Names:
    return tuple(name for name in found if name not in who)


def _actors_at(context: Context, phrase: NounPhrase) -> Names:
    """The known actors a phrase means, with those joined to it."""
    named = context.named(phrase.start, phrase.end)
    if named and _LEAD.match(context.masked[phrase.start : max(phrase.start, named[0].full_start)]):
        group = _joined(context, named[0])
        if group[-1].end >= phrase.end and _is_actor(context, named[0]):
            return context.cast.names(group)
    if phrase.pronoun or not is_role(phrase.head):
        return ()
    speaker = speaker_of_phrase(context, phrase, phrase.start)
    if speaker is None:
        return ()
    names = names_of(context, speaker)
    return names if speaker.actor is not None or len(names) > 1 else ()


def parties_between(context: Context, phrase: NounPhrase) -> Names:
    """The parties of something that is between them: "talks between Japan and South Korea"."""
    between = _BETWEEN.match(context.masked, phrase.end)
    first = next(iter(context.named(between.end(), between.end() + 30)), None) if between else None
    if between is None or first is None or first.full_start > between.end():
        return ()
    return context.cast.names(_joined(context, first))


def _can_act(context: Context, phrase: NounPhrase, speaker: Speaker) -> bool:
    """Whether somebody of a name, an office, or an unknown name in capitals is meant."""
    if (
        speaker.actor is not None
        or phrase.pronoun
        or is_role(phrase.head)
        or len(names_of(context, speaker)) > 1
    ):
        return True
    last = context.masked[phrase.start : phrase.end].split()[-1]
    low = last.lower()
    return last[:1].isupper() and low not in STARTERS and low not in _NO_NAMES and low not in verb_forms()
