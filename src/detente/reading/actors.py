"""The actors of a document and where it names them: records that every room of reading knows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from detente.reading.marks import ActorKind, ActorMark


@dataclass(slots=True, eq=False)
class Person:
    """A person; `name` is the fullest form seen, `family` its family name in small letters."""

    name: str
    words: tuple[str, ...]
    family: str
    titles: set[str] = field(default_factory=set)
    country: str = ""
    gender: str = ""
    evidence: int = 0
    times: int = 0


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor named at [start, end); `full_start` takes in titles; `actor` indexes the cast.

    `form` is how: name, demonym (an adjective or a people), seat (a capital), person, body.
    """

    start: int
    end: int
    full_start: int
    actor: int
    form: str


@dataclass(slots=True)
class Actor:
    """One actor: its best name so far, and what is known of it."""

    name: str
    kind: ActorKind
    country: str = ""
    person: Person | None = None
    spans: list[tuple[int, int]] = field(default_factory=list)
    venues: int = 0  # of its mentions, those as a capital where something takes place


class Cast:
    """Actors and mentions of one document; mentions are in text order and do not overlap."""

    def __init__(self, actors: list[Actor], mentions: list[Mention]) -> None:
        self.actors = actors
        self.mentions = mentions
        self.states = [actor for actor in actors if actor.kind == "state"]
        self._starts = [mention.start for mention in mentions]
        self._numbers = {actor.name: number for number, actor in reversed(list(enumerate(actors)))}

    def number_of(self, name: str) -> int | None:
        """The index of the first actor of a name; None for a name of nobody."""
        return self._numbers.get(name)

    def names(self, mentions: Iterable[Mention]) -> tuple[str, ...]:
        """Whom mentions name, each once, in order."""
        return tuple(dict.fromkeys(self.actors[mention.actor].name for mention in mentions))

    def between(self, start: int, end: int) -> list[Mention]:
        """Mentions that begin in [start, end)."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def before(self, position: int) -> Iterator[Mention]:
        """Mentions that begin before a place, the nearest first."""
        for index in range(bisect_left(self._starts, position) - 1, -1, -1):
            yield self.mentions[index]

    def marks(self) -> tuple[ActorMark, ...]:
        """The actors with their mentions, in order of first mention."""
        listed = [actor for actor in self.actors if len(actor.spans) > actor.venues]
        listed.sort(key=lambda actor: actor.spans[0])
        return tuple(ActorMark(a.name, a.kind, a.country, tuple(a.spans)) for a in listed)
