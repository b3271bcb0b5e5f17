"""Verbs of saying in their place: which of them say something here, and which are nouns or passive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.reading.english.words import ROLE_NOUNS, saying_verbs
from detente.reading.word_lists import word_set

_WORD = re.compile(r"(?<![\w-])[a-z]{2,16}(?![\w-])")
_HELPER = re.compile(r"(?:\b(?:to|will|would|may|might|could|should|can|must|did|does|do|not|who|that|"
                     r"which|he|she|they|it|we|I|"
                     r"also|then|later|repeatedly|often|publicly)|ly) \Z")  # fmt: skip
_PASSIVE = re.compile(r"\b(?:was|were|been|is|are|being|be|so)(?: \w{1,14}ly)?[ -]\Z")
_DETERMINED = re.compile(r"(?:\b(?:a|an|the|its|his|her|their|this|that)|-) \Z")
_ARTICLE = re.compile(r"\b(?:a|an|the|its|his|her|their|another|this|any|of|no) \Z")
_WHEN = re.compile(r"\b(?:when|if|once|though|first)(?: \w{1,14}ly)? \Z")
_NOUNS = word_set(
    "state note claim demand report call comment promise offer protest voice point press answer brand "
    "term reply counter object label quote hope appeal caution echo reject run begin post cite repeat "
    "assure welcome blame laugh signal counsel require commit seek accept state states notes claims "
    "demands reports calls comments promises offers protests voices points presses answers brands "
    "terms replies counters objects labels quotes hopes appeals cautions posts laughs signals counsels "
    "blames text texts email emails cable cables bark barks growl growls decree decrees thanks blast "
    "blasts slam slams rule rules judge judges frame frames style styles hold holds wave waves brush "
    "regret regrets boast boasts rebuke rebukes concern concerns cries shouts whispers remarks "
    "comments advice shows finds"
)
_PHRASES = {
    "put": (" it ", " the matter ", " things "),
    "hold": (" that", ","),
    "rule": (" that", " it ", " the "),
    "judge": (" that", " it ", " the "),
    "decide": (" that",),
    "brush": (" aside", " off"),
    "wave": (" away", " aside", " off"),
    "bind": (" the ", " both ", " each ", " all "),
    "frame": (" it ", " the ", " this ", " that ", " as "),
    "style": (" it ", " itself ", " himself ", " the "),
    "shoot": (" back",),
    "hit": (" back", " out"),
    "fire": (" back",),
}
_ASIDE = re.compile(r"(?:, |I[’']m |I am |(?:and|,|—|–) I )\Z")
_BY_WHOM = re.compile(r" by (?!\w+ing\b)")
_ADJECTIVAL = word_set(
    "stated alleged reported proposed promised called termed labelled labeled dubbed branded agreed repeated"
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of saying at [start, end)."""

    start: int
    end: int
    base: str
    form: str
    passive: bool


def verbs_in(text: str, start: int, end: int) -> Iterator[Verb]:
    """Verbs of saying in [start, end), in order, nouns left out."""
    forms = saying_verbs()
    for found in _WORD.finditer(text, start, end):
        word = found.group()
        base = forms.get(word)
        if base is None:
            continue
        if base in _PHRASES and not text.startswith(_PHRASES[base], found.end()):
            continue
        if base == "quote" and _ASIDE.search(text, max(0, found.start() - 10), found.start()):
            continue
        before = text[max(start, found.start() - 16) : found.start()]
        if base in _PHRASES and word == base and not _HELPER.search(before):
            form = "finite"
        elif word in _NOUNS or word == base:
            if not (_HELPER.search(before) or _after_name(before)):
                continue
            form = "base"
        else:
            form = "participle" if word.endswith("ing") else "finite"
        passive = (
            form == "finite"
            and word not in ("said", "spoke")
            and (_is_passive(before, base) or _BY_WHOM.match(text, found.end(), end) is not None)
        )
        if form == "participle" and _ARTICLE.search(before):
            continue
        if word in _ADJECTIVAL and _DETERMINED.search(before):
            continue
        yield Verb(found.start(), found.end(), base, form, passive)


def _is_passive(before: str, base: str) -> bool:
    """Whether a helper or, for questions, a conjunction ("when asked …") makes it passive."""
    return _PASSIVE.search(before) is not None or (
        base in ("ask", "press") and _WHEN.search(before) is not None
    )


def _after_name(before: str) -> bool:
    """Whether a name or a plural stands right before a form that could be a noun ("Beijing calls")."""
    words = before.split()
    if not words or not before.endswith(" "):
        return False
    return words[-1][:1].isupper() or words[-1].endswith(",") or words[-1] in ROLE_NOUNS
