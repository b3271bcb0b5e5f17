"""What a Korean or Japanese sentence tells at its end: which deed, and how it stands (done, decided,
announced, planned, going on, denied)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from detente.evidence.claims import Direction, Kind

_TAIL = 110
_CLOSING = re.compile(r"[\s.。!！」』）)]+\Z")
_OBJECT_REACH = 70


class Deed(NamedTuple):
    """What a main clause tells; its predicate begins at `at`, its mood ends the sentence."""

    kind: Kind
    event: str
    at: int
    mood: str
    denied: bool = False
    direction: Direction | None = None


class Forms(NamedTuple):
    """A verb's forms (patterns), as far as the endings of a language need them."""

    past: str
    present: str
    future: str
    stem: str


class Frame(NamedTuple):
    """Predicates of one sort: what they tell, their stems by verb class, what must stand before them."""

    kind: Kind
    event: str
    stems: str
    verb: Forms
    needs: str = ""
    direction: Direction | None = None


class _Read(NamedTuple):
    frame: Frame
    pattern: re.Pattern[str]
    needs: re.Pattern[str] | None


class Reader:
    """The frames of a language, compiled with its endings: mood to pattern, in the order they are tried.

    In an ending <past>, <present>, <future>, <stem> stand for the verb's forms; a mood that begins with
    "not-" denies.
    """

    def __init__(self, frames: Iterable[Frame], endings: Iterable[tuple[str, str]]) -> None:
        listed = tuple(endings)
        self._moods = tuple(mood for mood, _ in listed)
        self._frames = tuple(_compiled(frame, listed) for frame in frames)

    def deed(self, sentence: str) -> Deed | None:
        """The deed the end of a sentence tells, or None."""
        closing = _CLOSING.search(sentence)
        stop = closing.start() if closing else len(sentence)
        first = max(0, stop - _TAIL)
        best: tuple[int, Deed] | None = None
        for frame, pattern, needs in self._frames:
            found = pattern.search(sentence, first, stop)
            if found is None:
                continue
            before = sentence[max(0, found.start() - _OBJECT_REACH) : found.end("stem")]
            if needs is not None and not needs.search(before):
                continue
            mood = self._moods[int(str(found.lastgroup)[1:])]
            denied = mood.startswith("not-")
            deed = Deed(
                frame.kind, frame.event, found.start(), mood.removeprefix("not-"), denied, frame.direction
            )
            if best is None or found.start("stem") < best[0]:
                best = found.start("stem"), deed
        return best[1] if best is not None else None


def _compiled(frame: Frame, endings: tuple[tuple[str, str], ...]) -> _Read:
    moods = "|".join(f"(?P<m{n}>{_with(frame.verb, ending)})" for n, (_, ending) in enumerate(endings))
    needs = re.compile(frame.needs) if frame.needs else None
    return _Read(frame, re.compile(rf"(?P<stem>{frame.stems})(?:{moods})\Z"), needs)


def _with(verb: Forms, ending: str) -> str:
    for name, form in verb._asdict().items():
        ending = ending.replace(f"<{name}>", f"(?:{form})")
    return ending
