"""The clauses that are open at a place of a sentence, each with its subject: a shallow reading.

One pass from left to right. A noun phrase that no preposition governs becomes the subject of the clause that
waits for one; a finite verb closes the search; relative and other subordinate words open a clause inside the
one before; a comma and a verb close it again. What is not understood leaves a clause without a subject.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from detente.reading.english.clause_words import EITHER_WAY, NounPhrase, Token, pieces
from detente.reading.english.verb_forms import verb_forms
from detente.reading.english.words import ROLE_NOUNS, STRONG_VERBS, saying_verbs

_KEPT = 200


@dataclass(slots=True)
class Clause:
    """A clause with its subject and the verbs read so far, the last one nearest."""

    subject: NounPhrase | None = None
    antecedent: NounPhrase | None = None
    kind: str = "main"
    verbs: list[tuple[str, int, int]] = field(default_factory=list)
    passive: bool = False
    after: NounPhrase | None = None


@dataclass(frozen=True, slots=True)
class Clauses:
    """What a span of a sentence holds: the clauses `open` at its end, the innermost first; `told`, every
    clause with a subject and a verb, in order; every noun phrase, in order; asides that say who speaks (",
    he said, ")."""

    open: tuple[Clause, ...]
    told: tuple[Clause, ...]
    phrases: tuple[NounPhrase, ...]
    asides: tuple[Clause, ...]


@lru_cache(maxsize=_KEPT)
def clauses_of(text: str, start: int, stop: int) -> Clauses:
    """The clauses and noun phrases of a span that begins with a sentence; the last ones read are kept."""
    reader = _Reader(text)
    every = list(pieces(text, start, stop))
    phrases = [piece for piece in every if isinstance(piece, NounPhrase)]
    asides: list[Clause] = []
    skip = 0
    for number, piece in enumerate(every):
        if skip:
            skip -= 1
            continue
        aside, length = _aside(every, number)
        if aside is not None:
            asides.append(aside)
            skip = length - 1
            continue
        reader.take(piece)
    still = tuple(clause for clause in reversed(reader.stack) if clause.verbs or clause.subject)
    told = sorted(
        (clause for clause in reader.every if clause.verbs and clause.subject is not None), key=_place
    )
    return Clauses(still, tuple(told), tuple(phrases), tuple(asides))


def _aside(every: Sequence[Token | NounPhrase], number: int) -> tuple[Clause | None, int]:
    """The aside that opens with the comma at a place (", he later said,"), and how many pieces it takes."""
    opening = every[number]
    phrase = every[number + 1] if number + 3 < len(every) else None
    if not isinstance(opening, Token) or opening.text != "," or not isinstance(phrase, NounPhrase):
        return None, 0
    position = number + 2
    while position < len(every) - 1 and _is_adverb(every[position]):
        position += 1
    verb, closing = every[position], every[position + 1] if position + 1 < len(every) else opening
    if not isinstance(verb, Token) or not isinstance(closing, Token) or closing.text != ",":
        return None, 0
    if saying_verbs().get(verb.low) not in STRONG_VERBS or verb.tag not in ("past", "verb"):
        return None, 0
    clause = Clause(phrase, kind="aside", verbs=[(verb.low, verb.start, verb.end)])
    return clause, position + 1 - number


def _is_adverb(piece: Token | NounPhrase) -> bool:
    return isinstance(piece, Token) and piece.tag == "adverb"


def _place(clause: Clause) -> int:
    return clause.subject.start if clause.subject is not None else -1


def _head_after(text: str, start: int, phrase: NounPhrase) -> str:
    words = text[start : phrase.end].split()
    return words[-1].lower() if words else phrase.head


class _Reader:
    """Keeps the stack of clauses while the pieces of a sentence go by."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.stack: list[Clause] = [Clause()]
        self.every: list[Clause] = [*self.stack]
        self.previous = ""
        self.previous_low = ""
        self.restart = False
        self.governed: NounPhrase | None = None
        self.latest: NounPhrase | None = None
        self.adjunct = False  # inside "Since taking office, …"

    def take(self, piece: Token | NounPhrase) -> None:
        """Read one piece."""
        if isinstance(piece, NounPhrase):
            self._noun(piece)
            self.latest = piece
            self.previous, self.previous_low = "phrase", piece.head
            return
        tag = piece.tag
        reading = _READINGS.get(tag)
        if reading is not None:
            reading(self, piece)
        if tag != "adverb":
            self.previous, self.previous_low = tag, piece.low

    def _open(self, clause: Clause) -> None:
        self.stack.append(clause)
        self.every.append(clause)

    def _fresh(self, clause: Clause) -> None:
        self.stack.clear()
        self._open(clause)

    def _noun(self, phrase: NounPhrase) -> None:
        clause = self.stack[-1]
        if self.previous == "whose" and clause.antecedent is not None:
            phrase = phrase._replace(start=clause.antecedent.start)
        if self.restart and not phrase.governor:
            self._open_main(phrase)
            return
        if phrase.governor or self.adjunct:
            self.governed = phrase
            return
        if not clause.verbs and clause.subject is None:
            clause.subject = phrase
        elif self.previous == "and" and self.latest is not None and self.latest.governor:
            return  # "the director for boundary and ocean affairs"
        elif not clause.verbs and clause.subject is not None and self.previous == "and":
            clause.subject = clause.subject._replace(end=phrase.end)
        elif clause.verbs:
            clause.after = phrase

    def _open_main(self, phrase: NounPhrase) -> None:
        self.restart = False
        self._fresh(Clause(phrase))

    def _comma(self, token: Token) -> None:
        self.adjunct = False

    def _break(self, token: Token) -> None:
        label = token.text == ":" and len(self.stack) == 1 and not self.stack[0].verbs
        if token.text == ";" or label:
            self.restart = True

    def _restart(self, token: Token) -> None:
        if self.previous == "comma" or token.low in ("while", "whereas"):
            self.restart = True

    def _relative(self, token: Token) -> None:
        antecedent = None
        told = token.low == "that" and self.previous == "phrase" and self._tells(self.stack[-1])
        if not told and self.previous in ("phrase", "comma") and token.low != "what":
            antecedent = self._person_of(self.latest) if token.low in ("who", "whom") else self.latest
        self._open(Clause(antecedent=antecedent, kind="relative" if antecedent else "that"))

    def _tells(self, clause: Clause) -> bool:
        """Whether the last verb of a clause is one of telling, so that "that" begins what is told."""
        return bool(clause.verbs) and saying_verbs().get(clause.verbs[-1][0]) in STRONG_VERBS

    def _person_of(self, phrase: NounPhrase | None) -> NounPhrase | None:
        """ "The message of the Secretary-General, who …": the one after the last "of"."""
        if phrase is None:
            return None
        last = self.text.rfind(" of ", phrase.start, phrase.end)
        return (
            phrase
            if last < 0
            else phrase._replace(start=last + 4, head=_head_after(self.text, last + 4, phrase))
        )

    def _whose(self, token: Token) -> None:
        self._open(Clause(antecedent=self.latest, kind="whose"))

    def _sub(self, token: Token) -> None:
        self._open(Clause(kind="sub"))

    def _past(self, token: Token) -> None:
        clause = self.stack[-1]
        if self.previous in ("aux", "be"):
            last = clause.verbs[-1] if clause.verbs else None
            clause.passive = self.previous == "be" or (
                self.previous_low in ("is", "are", "was", "were") and last is not None
            )
            clause.verbs.append((token.low, token.start, token.end))
            return
        self._finite(token)

    def _verb(self, token: Token) -> None:
        if self.previous in ("to", "aux"):
            self.stack[-1].verbs.append((token.low, token.start, token.end))
            self.stack[-1].after = None
            return
        self._finite(token)

    def _ing(self, token: Token) -> None:
        clause = self.stack[-1]
        word = (token.low, token.start, token.end)
        if clause.subject is None and not clause.verbs and len(self.stack) == 1:
            self.adjunct = True
            return
        governed = self.governed
        if (
            self.previous == "phrase"
            and governed is not None
            and governed.governor in ("with", "as", "after")
        ):
            self._open(Clause(governed, kind="with", verbs=[word]))
        elif self.previous == "comma":
            while len(self.stack) > 1 and (self.stack[-1].kind != "that" or self.stack[-1].subject is None):
                self.stack.pop()
            self.stack[-1].verbs.append(word)
        elif clause.verbs:
            clause.verbs.append(word)
        clause.after = None

    def _finite(self, token: Token) -> None:
        word = (token.low, token.start, token.end)
        clause = self.stack[-1]
        adjacent = self.previous == "phrase"
        governed = self.governed
        if adjacent and governed is not None and governed.governor in EITHER_WAY and governed is self.latest:
            self._open(Clause(governed, kind="sub", verbs=[word]))
            return
        if clause.kind == "relative" and not clause.verbs and clause.subject is None:
            clause.subject = clause.antecedent
            clause.verbs.append(word)
            return
        waiting = next((c for c in reversed(self.stack) if not c.verbs and c.subject is not None), None)
        inside = clause.kind in ("relative", "whose", "sub") or self.previous in ("comma", "break")
        if (
            waiting is not None
            and waiting is not clause
            and clause.verbs
            and inside
            and self.previous != "relative"
        ):
            while self.stack[-1] is not waiting:
                self.stack.pop()
            waiting.verbs.append(word)
            return
        if clause.verbs and adjacent and clause.after is not None:
            self._of_object(clause, clause.after, word)
            return
        if not clause.verbs:
            self._first(clause, word)
            return
        if self.previous in ("and", "comma", "restart"):
            self._shared(word)
            return
        clause.verbs.append(word)
        clause.passive = False

    def _first(self, clause: Clause, word: tuple[str, int, int]) -> None:
        """The first verb of a clause; without a subject, the clause outside takes it."""
        if clause.subject is None and len(self.stack) > 1:
            if clause.antecedent is not None:
                clause.subject = clause.antecedent
            else:
                self.stack.pop()
        self.stack[-1].verbs.append(word)

    def _of_object(self, clause: Clause, phrase: NounPhrase, word: tuple[str, int, int]) -> None:
        """A verb after the object of another: the object is the subject of a clause of its own."""
        clause.after = None
        if phrase.led in (",", "and", "but") and phrase.governor == "":
            while len(self.stack) > 1 and self.stack[-1].kind in ("relative", "whose", "sub", "with"):
                self.stack.pop()
            if phrase.led == "," or self.stack[-1].kind == "main":
                self._fresh(Clause(phrase, verbs=[word]))
            else:
                inner = self.stack.pop()
                self._open(Clause(phrase, kind=inner.kind, verbs=[word]))
            return
        self._open(Clause(phrase, kind="that", verbs=[word]))

    def _shared(self, word: tuple[str, int, int]) -> None:
        """A second verb after "and": of the innermost clause, or for a verb of saying of one who can say."""
        if word[0] in saying_verbs():
            speaking = next((c for c in reversed(self.stack) if c.subject and self._can_say(c)), None)
            while speaking is not None and self.stack[-1] is not speaking:
                self.stack.pop()
        clause = self.stack[-1]
        clause.verbs.append(word)
        clause.passive = clause.passive and verb_forms().get(word[0], "past") == "past"
        clause.after = None

    def _can_say(self, clause: Clause) -> bool:
        subject = clause.subject
        if subject is None:
            return False
        written = self.text[subject.start : subject.end]
        return (
            subject.head in ROLE_NOUNS
            or written.split()[-1][:1].isupper()
            or (subject.pronoun and subject.head != "it")
        )


_READINGS: dict[str, Callable[[_Reader, Token], None]] = {
    "comma": _Reader._comma,
    "break": _Reader._break,
    "restart": _Reader._restart,
    "relative": _Reader._relative,
    "whose": _Reader._whose,
    "sub": _Reader._sub,
    "aux": _Reader._finite,
    "past": _Reader._past,
    "verb": _Reader._verb,
    "ing": _Reader._ing,
}
"""What is done with a word of each tag; the others only stand between."""
