"""Who would keep to a package once signed, and who would walk away, as people are shown it."""

from __future__ import annotations

from collections.abc import Iterator

from detente.analysis.compliance.signed import Signed, SignedState
from detente.exhibits import Grid, Text
from detente.messages import Words, joined, message
from detente.situation.words import difference_words, name

_LEGEND = {
    "stays": message("compliance.legend.stays"),
    "leaves": message("compliance.legend.leaves"),
    "impossible": message("compliance.legend.impossible"),
}


def sentences(result: Signed) -> tuple[Text, ...]:
    """Would the offer hold once signed, and if not, who leaves and why?"""
    return tuple(Text(words) for words in _said(result))


def figure(result: Signed) -> Grid:
    """Who would keep to it and who would walk away, state by state."""
    actors = result.held.actors
    situation = result.held.compiled.situation
    return Grid(
        message("compliance.figure"),
        tuple(Text(_row_words(result, one)) for one in result.states),
        tuple(Text(name(situation, actor)) for actor in actors),
        tuple(tuple(_marks(one, actors)) for one in result.states),
        _LEGEND,
        note=Text(_note(result)),
    )


def _row_words(result: Signed, one: SignedState) -> Words:
    words = _state_words(result, one)
    if one.offered:
        words = message("compliance.the_offer", state=words)
    if one.packages is None:
        return words
    return message("compliance.packages", state=words, n=one.packages)


def _state_words(result: Signed, one: SignedState) -> Words:
    situation = result.held.compiled.situation
    if one.state is None:
        return joined((f"{option} = {level}" for option, level in one.settings), "comma")
    if situation.status_quo is None:
        return str(one.state)
    return difference_words(situation, situation.status_quo, one.state) or message("compliance.today")


def _marks(one: SignedState, actors: tuple[str, ...]) -> Iterator[str]:
    leaving = {actor for actor, _ in one.leavers}
    for actor in actors:
        yield "impossible" if one.state is None else "leaves" if actor in leaving else "stays"


def _note(result: Signed) -> Words:
    """What the figure leaves out: issues that name no option of the model."""
    if not result.unlinked:
        return message("compliance.stays_as_today")
    return message("compliance.not_seen", issues=joined(result.unlinked, "semicolon"))


def _said(result: Signed) -> Iterator[Words]:
    offer = next((one for one in result.states if one.offered), None)
    if offer is None:
        return
    if offer.state is None:
        yield message("compliance.ruled_out")
    elif not offer.leavers:
        alone = "nash" in offer.holds
        yield message("compliance.holds_by_itself") if alone else message("compliance.holds_by_deterrence")
    else:
        situation = result.held.compiled.situation
        who = joined(name(situation, actor) for actor, _ in offer.leavers)
        yield message("compliance.walk_away", actors=who)
        yield from (reason for _, reason in offer.leavers)
    others = [one for one in result.states if not one.offered and one.state is not None and not one.leavers]
    if offer.leavers and others:
        yield message("compliance.others_hold", count=len(others))
