"""The mediator: what does each instrument change, and what is the least budget that lets all agree?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from detente.analysis.agreements.engines.choose import engine
from detente.analysis.agreements.engines.engine import Best
from detente.analysis.agreements.objectives.least_cost import LEAST_COST
from detente.analysis.agreements.objectives.objective import Objective
from detente.analysis.agreements.prices import Standing, standing
from detente.analysis.agreements.solving.deadline_solver import Deadline
from detente.analysis.agreements.solving.enumeration import fits
from detente.analysis.agreements.solving.rows import Package
from detente.situation.issues.compile import Bargain


@dataclass(frozen=True, slots=True)
class Effect:
    """One instrument, used where it helps and with no other: how things stand then."""

    instrument: str
    cost: Fraction
    standing: Standing


@dataclass(frozen=True, slots=True)
class Mediation:
    """What the mediator can do.

    alone: without any instrument; effects: each instrument by itself, whatever the budget; within_budget:
    all instruments, up to the budget (None: no budget is set); least_budget: the least cost of an agreement
    (None: impossible even with every instrument, or not decided in time), with its instruments and package.
    """

    alone: Standing
    effects: tuple[Effect, ...]
    within_budget: Standing | None
    budget: Fraction | None
    least_budget: Fraction | None
    proven: bool
    instruments: tuple[str, ...]
    package: Package | None


def mediation(
    bargain: Bargain, alone: Standing, objectives: Sequence[Objective], deadline: Deadline
) -> Mediation:
    """Each instrument's effect, the effect of the budget, and the least budget."""
    within = None
    if bargain.budget is not None:
        within = standing(engine(bargain, assisted=True, deadline=deadline), objectives)
    # Where there is an agreement without him, the mediator needs nothing, not even what costs nothing.
    least = _least(bargain, deadline, assisted=not alone.possible)
    used = tuple(lever.id for lever, use in zip(bargain.levers, least.used, strict=False) if use)
    told = objectives if fits(bargain, assisted=True) else objectives[-1:]
    effects = tuple(_effect(bargain, place, told, deadline) for place in range(len(bargain.levers)))
    return Mediation(
        alone,
        tuple(effect for effect in effects if effect is not None),
        within,
        None if bargain.budget is None else Fraction(bargain.budget, bargain.unit),
        least.value,
        least.proven,
        used,
        least.packages[0] if least.packages else None,
    )


def _least(bargain: Bargain, deadline: Deadline, *, assisted: bool) -> Best:
    return engine(replace(bargain, budget=None), assisted=assisted, deadline=deadline).best(
        [LEAST_COST], ties=False
    )


def _effect(
    bargain: Bargain, place: int, objectives: Sequence[Objective], deadline: Deadline
) -> Effect | None:
    if not deadline.left:
        return None
    lever = bargain.levers[place]
    one = engine(replace(bargain, levers=(lever,), budget=None), assisted=True, deadline=deadline)
    return Effect(lever.id, Fraction(lever.cost, bargain.unit), standing(one, objectives))
