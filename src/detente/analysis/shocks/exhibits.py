"""What a shock breaks, and what to watch for, as people are shown it."""

from __future__ import annotations

from collections.abc import Iterator

from detente.analysis.paths.result import Route
from detente.analysis.shocks.found import Shocks
from detente.analysis.shocks.shocks import ShockEffect
from detente.exhibits import Exhibit, Paragraph, Table, Text
from detente.messages import Words, joined, message
from detente.situation.words import move_words, name

_SHOWN = 2  # ways per shock


def blocks(found: Shocks) -> Iterator[Exhibit]:
    """The shocks one at a time; nothing without named shocks."""
    effects = found.effects
    if not effects:
        return
    broken = sum(effect.today in {"breaks", "impossible"} for effect in effects)
    if found.outcomes.selection.holds and broken:
        yield Paragraph((Text(_balance(broken, len(effects))),))
    columns = (
        message("shocks.table.shock"),
        message("shocks.table.sign"),
        message("shocks.table.today"),
        message("shocks.table.others"),
        message("shocks.table.ways"),
    )
    yield Table(message("shocks.table.title"), columns, tuple(_row(found, effect) for effect in effects))


def _balance(broken: int, every: int) -> Words:
    if broken == every:
        return message("shocks.all_break", broken=broken, every=every)
    return message("shocks.some_break", broken=broken, every=every, spared=every - broken)


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


_TODAY: dict[str, Words] = {
    "holds": message("shocks.today.holds"),
    "breaks": message("shocks.today.breaks"),
    "impossible": message("shocks.today.impossible"),
    "unknown": "—",
}


def _held(standing: list[str], count: int) -> Words:
    """Which of the outcomes shown still hold, and how many hold in all."""
    if standing:
        return message("shocks.still_hold", outcomes=joined(standing), n=count)
    return message("shocks.none_holds", n=count)


def _ways(found: Shocks, effect: ShockEffect) -> Words:
    ways = [_way(found, effect, route) for route in effect.routes[:_SHOWN]]
    if not ways:
        return message("shocks.no_way")
    told, more = joined(ways, "semicolon_or"), len(effect.routes) - len(ways)
    return message("shocks.more_ways", ways=told, more=more) if more > 0 else told


def _way(found: Shocks, effect: ShockEffect, route: Route) -> Words:
    letter = found.outcomes.all_letters.get(effect.compiled.position(route.to), "")
    situation = effect.compiled.situation
    steps = joined(
        (
            message(
                "shocks.step",
                actor=name(situation, step.actor),
                move=move_words(situation, step.source, step.target),
            )
            for step in route.steps
        ),
        "then",
    )
    return message("shocks.way_to", letter=letter, steps=steps) if letter else steps
