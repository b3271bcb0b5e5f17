"""Section 7: what a shock breaks, and what to watch for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.analysis.paths import Route
from detente.analysis.robustness import ShockEffect
from detente.exhibits import Block, Paragraph, Section, Table, Text
from detente.situation.english import counted, listed
from detente.study.wording import move_words, name

if TYPE_CHECKING:
    from detente.brief.compose import Findings

_SHOWN = 2  # ways per shock


def section(found: Findings) -> Section:
    """The section; empty without named shocks."""
    return Section("What a shock would break, and what to watch", tuple(_blocks(found)))


def _blocks(found: Findings) -> Iterator[Block]:
    effects = found.shocks.effects
    if not effects:
        return
    broken = sum(effect.today in {"breaks", "impossible"} for effect in effects)
    spared = len(effects) - broken
    if found.selection.holds and broken:
        count = f"{broken} of {len(effects)} shocks"
        rest = f"the other {spared} leave it standing" if spared else "none leaves it standing"
        yield Paragraph((Text(f"Today’s outcome would no longer hold after {count}; {rest}."),))
    rows = tuple(_row(found, effect) for effect in effects)
    columns = (
        "shock",
        "sign to watch for",
        "today holds",
        "others that still hold",
        "single steps then lead to",
    )
    yield Table("Shocks, one at a time", columns, rows)


def _row(found: Findings, effect: ShockEffect) -> tuple[Text, ...]:
    variation, grounds = effect.variation, effect.variation.grounds
    letters = {family.first.position: family.letter for family in found.selection.families}
    standing = [letters[position] for position in effect.surviving if position in letters]
    return (
        Text(variation.label or variation.name, grounds.because, grounds.are_assumed),
        Text(variation.trigger or "—"),
        Text(_TODAY[effect.today]),
        Text(_held(standing, effect.equilibria)),
        Text(_ways(found, effect)),
    )


_TODAY = {"holds": "yes", "breaks": "no", "impossible": "no longer possible", "unknown": "—"}


def _held(standing: list[str], count: int) -> str:
    """Which of the outcomes shown still hold, and how many hold in all."""
    outcomes = f"{counted(count, 'outcome')} in all"
    return f"{listed(standing)} ({outcomes})" if standing else f"none of those shown ({outcomes})"


def _ways(found: Findings, effect: ShockEffect) -> str:
    ways = [_way(found, effect, route) for route in effect.routes[:_SHOWN]]
    more = len(effect.routes) - len(ways)
    return "; or ".join(ways) + (f"; and {more} more" if more > 0 else "") if ways else "no other outcome"


def _way(found: Findings, effect: ShockEffect, route: Route) -> str:
    letters = {
        outcome.position: family.letter for family in found.selection.families for outcome in family.outcomes
    }
    letter = letters.get(effect.compiled.position(route.to), "")
    situation = effect.compiled.situation
    steps = ", then ".join(
        f"{name(situation, step.actor)}: {move_words(situation, step.source, step.target)}"
        for step in route.steps
    )
    return f"{letter} ({steps})" if letter else steps
