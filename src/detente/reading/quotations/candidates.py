"""Everybody who may be speaking a quotation, each with the signs for and against him.

A sign is a word for where somebody stands: the subject of the clause the quotation ends ("clause", "clause
first saying"), of the words after it ("tail"), of the sentence before ("before"), the one the pattern rules
chose ("rule"), whose turn it is. `weighing` adds up what the signs weigh. Nobody is a candidate too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from detente.reading.context import Context, Speaker
from detente.reading.english.clause_words import NounPhrase
from detente.reading.english.clauses import Clause, clauses_of
from detente.reading.english.named_offices import DOCUMENTS
from detente.reading.english.subjects import is_human, is_role
from detente.reading.english.words import STRONG_VERBS, saying_verbs
from detente.reading.marks import QuoteSpan
from detente.reading.quotations.speech_signs import JUDGING, OWNED, UNOWNED, title_case
from detente.reading.word_lists import word_set

_PEOPLE = re.compile(r"(?:ers|ors|ists|ians|men|women|folk|ees|people|youths|crowds|critics|elders|sides)\Z")
_NO_PEOPLE = word_set(
    "borders letters papers orders powers waters tankers trawlers matters rivers answers numbers "
    "quarters corridors harbours harbors frontiers offers errors factors sectors carriers papers "
    "computers fees trees cutters barriers centers posters newspapers reporters’ folders layers"
)
_TAIL_REACH = 220
_LONG = 5


class Standing:
    """The candidates of one quotation: by name, the speaker and his signs; "" is nobody."""

    def __init__(self, context: Context, quote: QuoteSpan, low: int) -> None:
        self.context = context
        self.quote = quote
        self.low = low
        self.number = context.block_of(quote.outer_start)
        words = context.text[quote.start : quote.end].split()
        self.size = "long" if len(words) >= _LONG else "short"
        self.place = "inside" if context.masked[low : quote.outer_start].strip() else "opening"
        end = max(context.sentence_of(quote.outer_start)[1], quote.outer_end)
        self.end = min(end, quote.outer_end + _TAIL_REACH)
        self.people: dict[str, tuple[Speaker | None, set[str]]] = {}
        self.before = clauses_of(context.masked, low, quote.outer_start)
        self.after = clauses_of(context.masked, quote.outer_end, self.end)
        self._words = words

    def add(self, speaker: Speaker | None, signs: Iterable[str]) -> None:
        """Put signs to somebody's account."""
        if speaker is None or not speaker.name:
            return
        known = self.people.setdefault(speaker.name.casefold(), (speaker, set()))
        known[1].update(signs)

    def add_nobody(self, chosen: Speaker | None) -> None:
        """The signs that nobody is told to speak."""
        context, quote = self.context, self.quote
        kind = context.blocks[self.number].kind
        signs = {f"nobody {self.size}", f"nobody {self.place}", f"nobody {kind}", "nobody"}
        if len(self._words) > 1 and title_case(self._words):
            signs.add("nobody title")
        saying = any(said_words(clause) for clause in (*self.before.open, *self.after.told))
        signs.add("nobody saying" if saying else "nobody silent")
        signs.add("nobody alone" if not self.people else "nobody company")
        before = context.masked[max(self.low, quote.outer_start - 60) : quote.outer_start]
        if UNOWNED.search(before) and not OWNED.search(before):
            signs.add("nobody unowned")
        signs.add("nobody ruled" if chosen is not None else "nobody unruled")
        self.people[""] = (None, signs)


def said_words(clause: Clause) -> list[str]:
    """The verbs of saying of a clause, in their base form, in order."""
    forms = saying_verbs()
    return [forms[word] for word, _, _ in clause.verbs if word in forms]


def strength(base: str) -> str:
    """How much a verb of saying tells that words are quoted."""
    return "strong" if base in STRONG_VERBS else "judging" if base in JUDGING else "weak"


def is_a_person(context: Context, speaker: Speaker) -> bool:
    return speaker.actor is not None and context.cast.actors[speaker.actor].kind == "person"


def sort_of(found: Standing, speaker: Speaker | None, phrase: NounPhrase) -> str:
    """What sort of subject a phrase is."""
    if speaker is not None and speaker.actor is not None:
        return found.context.cast.actors[speaker.actor].kind
    if phrase.head in DOCUMENTS:
        return "document"
    if is_human(phrase.head):
        return "office"
    if _PEOPLE.search(phrase.head) and phrase.head not in _NO_PEOPLE:
        return "people"
    if is_role(phrase.head):
        return "body"
    words = found.context.masked[phrase.start : phrase.end].split()
    return "name" if words and words[-1][:1].isupper() else "thing"
