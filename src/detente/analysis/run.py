"""What every analysis shares: its description, the stamp on its result, the shape of a result (HOUSE §6)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from detente.exhibits import Exhibit

if TYPE_CHECKING:
    from detente.situation.model import Situation

Scalar = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Stamp:
    """How a result was made: enough to make it again, or to notice that its input has changed.

    situation: digest of the situation; parameters: every choice that can change the numbers.
    """

    situation: str
    analysis: str
    parameters: tuple[tuple[str, Scalar], ...]
    version: str
    seed: int | None = None

    def as_dict(self) -> dict[str, object]:
        """The stamp as plain values, in a fixed order."""
        return {
            "situation": self.situation,
            "analysis": self.analysis,
            "parameters": dict(self.parameters),
            "version": self.version,
            "seed": self.seed,
        }


class Result(Protocol):
    """What an analysis returns: frozen, stamped, and pure in all its ways out."""

    @property
    def stamp(self) -> Stamp:
        """How it was made."""
        ...

    def records(self) -> Iterable[Mapping[str, object]]:
        """Tidy rows, one observation each."""
        ...

    def exhibits(self) -> tuple[Exhibit, ...]:
        """What people are shown."""
        ...


@dataclass(frozen=True, slots=True)
class Analysis:
    """A family of analyses: the question it answers, and how to run it with its usual parameters."""

    id: str
    question: str
    run: Callable[[Situation], Result]
