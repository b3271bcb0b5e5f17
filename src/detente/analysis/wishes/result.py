"""The answer of a wishes analysis: relations between wishes, with its stamp and its ways out."""

from __future__ import annotations

from dataclasses import dataclass

from detente.analysis.params import Params
from detente.analysis.protocol import Result, Stamp, stamp
from detente.analysis.wishes.comparison import WishRelations, wish_relations
from detente.analysis.wishes.exhibits import blocks
from detente.exhibits import Exhibit
from detente.situation.compile import Compiled


@dataclass(frozen=True, slots=True)
class WishesResult(WishRelations, Result):
    """Every shared or opposed pair of wishes of two actors, stamped."""

    stamp: Stamp

    def exhibits(self) -> tuple[Exhibit, ...]:
        """Who wants what, and common ground and differences by pair."""
        return tuple(blocks(self))


def wishes(compiled: Compiled) -> WishesResult:
    """Which wishes of two actors go together, and which exclude each other?"""
    found = wish_relations(compiled)
    return WishesResult(compiled, found.meetings, stamp(compiled.situation, "wishes", Params()))
