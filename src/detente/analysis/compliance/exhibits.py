"""Who would keep to a package once signed, and who would walk away, as people are shown it."""

from __future__ import annotations

from collections.abc import Iterator

from detente.analysis.compliance.signed import Signed, SignedState
from detente.exhibits import Grid, Text
from detente.situation.english import counted, listed
from detente.situation.words import difference_words, name

_LEGEND = {
    "stays": "would keep to it",
    "leaves": "would walk away",
    "impossible": "breaks a constraint of the model",
}


def sentences(result: Signed) -> tuple[Text, ...]:
    """Would the offer hold once signed, and if not, who leaves and why?"""
    return tuple(Text(words) for words in _said(result))


def figure(result: Signed) -> Grid:
    """Who would keep to it and who would walk away, state by state."""
    actors = result.held.actors
    situation = result.held.compiled.situation
    return Grid(
        "Once signed: who would keep to it, and who would walk away",
        tuple(Text(_row_words(result, one)) for one in result.states),
        tuple(Text(name(situation, actor)) for actor in actors),
        tuple(tuple(_marks(one, actors)) for one in result.states),
        _LEGEND,
        note=Text(_note(result)),
    )


def _row_words(result: Signed, one: SignedState) -> str:
    situation = result.held.compiled.situation
    if one.state is None:
        words = ", ".join(f"{option} = {level}" for option, level in one.settings)
    elif situation.status_quo is None:
        words = str(one.state)
    else:
        words = difference_words(situation, situation.status_quo, one.state) or "today’s state"
    head = "the offer: " if one.offered else ""
    count = "" if one.packages is None else f" ({counted(one.packages, 'package')})"
    return f"{head}{words}{count}"


def _marks(one: SignedState, actors: tuple[str, ...]) -> Iterator[str]:
    leaving = {actor for actor, _ in one.leavers}
    for actor in actors:
        yield "impossible" if one.state is None else "leaves" if actor in leaving else "stays"


def _note(result: Signed) -> str:
    """What the figure leaves out: issues that name no option of the model."""
    stays = "Whatever a package does not set stays as it is today."
    if not result.unlinked:
        return stays
    return f"{stays} Not seen by the model, since they name no option of it: {'; '.join(result.unlinked)}."


def _said(result: Signed) -> Iterator[str]:
    offer = next((one for one in result.states if one.offered), None)
    if offer is None:
        return
    if offer.state is None:
        yield "The offer leads to a state that the model rules out: a constraint forbids it."
    elif not offer.leavers:
        alone = "nash" in offer.holds
        reason = "nobody has anything better" if alone else "whoever walked away would be answered"
        yield f"Once signed, the offer would hold: {reason}."
    else:
        situation = result.held.compiled.situation
        who = listed(name(situation, actor) for actor, _ in offer.leavers)
        yield f"Once signed, the offer would not hold by itself: {who} would walk away."
        yield from (reason for _, reason in offer.leavers)
    others = [one for one in result.states if not one.offered and one.state is not None and not one.leavers]
    if offer.leavers and others:
        yield f"{len(others)} of the other states that packages lead to would hold."
