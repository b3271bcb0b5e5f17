"""What a shock breaks, and what to watch for, as people are shown it."""

from __future__ import annotations

from collections.abc import Iterator

from detente.analysis.paths.result import Route
from detente.analysis.shocks.found import Shocks
from detente.analysis.shocks.shocks import ShockEffect
from detente.exhibits import Exhibit, Paragraph, Table, Text
from detente.situation.english import counted, listed
from detente.situation.words import move_words, name

_SHOWN = 2  # ways per shock


def blocks(found: Shocks) -> Iterator[Exhibit]:
    """The shocks one at a time; nothing without named shocks."""
    effects = found.effects
    if not effects:
        return
    broken = sum(effect.today in {"breaks", "impossible"} for effect in effects)
    spared = len(effects) - broken
    if found.outcomes.selection.holds and broken:
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


def _row(found: Shocks, effect: ShockEffect) -> tuple[Text, ...]:
    variation, grounds = effect.variation, effect.variation.grounds
    letters = found.outcomes.letters
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


def _ways(found: Shocks, effect: ShockEffect) -> str:
    ways = [_way(found, effect, route) for route in effect.routes[:_SHOWN]]
    more = len(effect.routes) - len(ways)
    return "; or ".join(ways) + (f"; and {more} more" if more > 0 else "") if ways else "no other outcome"


def _way(found: Shocks, effect: ShockEffect, route: Route) -> str:
    letters = found.outcomes.all_letters
    letter = letters.get(effect.compiled.position(route.to), "")
    situation = effect.compiled.situation
    steps = ", then ".join(
        f"{name(situation, step.actor)}: {move_words(situation, step.source, step.target)}"
        for step in route.steps
    )
    return f"{letter} ({steps})" if letter else steps
