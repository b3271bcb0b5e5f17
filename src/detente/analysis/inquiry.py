"""One situation being asked: compiled once, each question answered once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from detente.situation.compile import Compiled, compile_situation
from detente.situation.model import Situation

T = TypeVar("T")


class Inquiry:
    """A situation, its compiled form when first needed, and the answers found so far.

    Families ask one another through it, so that a brief, a command and a page that need the same answer
    need it once. Answers are kept for as long as the inquiry is.
    """

    def __init__(self, situation: Situation | Compiled) -> None:
        self._compiled = situation if isinstance(situation, Compiled) else None
        self.situation = situation.situation if isinstance(situation, Compiled) else situation
        self._answers: dict[object, Any] = {}

    @property
    def compiled(self) -> Compiled:
        """The compiled form. Raises SenseError if no state is feasible or a ranking leaves states out."""
        if self._compiled is None:
            self._compiled = compile_situation(self.situation)
        return self._compiled

    def once(self, key: object, answer: Callable[[], T]) -> T:
        """The answer kept under a key; found now if it is new."""
        if key not in self._answers:
            self._answers[key] = answer()
        found: T = self._answers[key]
        return found
