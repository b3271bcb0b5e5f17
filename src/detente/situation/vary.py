"""A situation and a variation give another situation (HOUSE §7)."""

from __future__ import annotations

from dataclasses import replace

from detente.errors import ArgumentError
from detente.situation.model import Situation
from detente.situation.options import Constraint
from detente.situation.preferences import Preference, Prioritised
from detente.situation.states import option_state
from detente.situation.variation import Variation


def vary(situation: Situation, variation: Variation) -> Situation:
    """The situation with the variation's changes: status quo, constraints, statements off and on top.

    Raises ArgumentError if it changes statements of an actor that has none.
    """
    wishes = dict(situation.preferences)
    for actor in dict.fromkeys((*variation.drop, *variation.first)):
        wishes[actor] = _rewritten(actor, situation.preference(actor), variation)
    today = situation.status_quo
    if variation.settings and today is not None:
        today = option_state(situation.options, {**today.levels, **variation.settings})
    added = tuple(Constraint(text, variation.grounds) for text in variation.require)
    return replace(
        situation,
        preferences=wishes,
        status_quo=today,
        constraints=(*situation.constraints, *added),
        variations=(),
    )


def _rewritten(actor: str, preference: Preference, variation: Variation) -> Preference:
    if not isinstance(preference, Prioritised):
        raise ArgumentError(
            f"{variation.name} changes statements of {actor}, whose wishes are not written as statements"
        )
    dropped = variation.drop.get(actor, ())
    kept = (one for one in preference.statements if one.text not in dropped)
    return Prioritised((*variation.first.get(actor, ()), *kept))
