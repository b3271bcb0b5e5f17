"""Would it hold once signed? Packages as states of the graph model, side by side (AGREEMENTS §6).

Issues may name options: a package then sets their levels, and everything else stays as it is today. The
packages that can be signed lead to a few such states; the graph model says which of them hold, and who
would walk away from the others.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from detente.analysis.agreements.answers import AgreementAnswers
from detente.analysis.agreements.solving.enumeration import Grid, fits
from detente.analysis.agreements.solving.rows import Package
from detente.analysis.stability.explain import headline
from detente.analysis.stability.result import StabilityResult
from detente.messages import Words
from detente.situation.issues.compile import Bargain
from detente.situation.states import State, option_state

# More states than this are not shown; the offer's is always among them.
MOST_STATES = 12


@dataclass(frozen=True, slots=True)
class SignedState:
    """A state that packages lead to.

    settings: option to level; packages: how many packages that can be signed lead here (None: only these
    were looked at); offered: the package on the table is one of them; state: None if the model rules it out;
    holds: ids of concepts under which it is an equilibrium; leavers: actors that would walk away under the
    chosen concept, each with the reason in a sentence.
    """

    settings: tuple[tuple[str, str], ...]
    packages: int | None
    offered: bool
    state: State | None
    holds: tuple[str, ...] = ()
    leavers: tuple[tuple[str, Words], ...] = ()


@dataclass(frozen=True, slots=True)
class Signed:
    """The states that packages lead to, the offer's first, then those that hold.

    unlinked: labels of the issues that name no option, which the model therefore does not see.
    """

    held: StabilityResult
    concept: str
    states: tuple[SignedState, ...]
    unlinked: tuple[Words, ...]


def signed(
    accords: AgreementAnswers, held: StabilityResult, *, concept: str = "seq", most: int = MOST_STATES
) -> Signed:
    """Which packages would hold once signed, and who would walk away from which?

    concept: the stability concept for "walk away" (one that `held` was computed for). Issues that name no
    option leave the state as it is; with none that does, there is nothing to show.
    """
    reached = _reached(accords)
    states = [_judged(accords, held, concept, package, count) for package, count in reached]
    states.sort(
        key=lambda one: (not one.offered, bool(one.leavers) or one.state is None, -(one.packages or 0))
    )
    unlinked = tuple(issue.label for issue in accords.terms.issues if not issue.option)
    return Signed(held, concept, tuple(states[:most]), unlinked)


def linked(bargain: Bargain) -> tuple[int, ...]:
    """Places of the issues that name an option."""
    return tuple(place for place, issue in enumerate(bargain.terms.issues) if issue.option)


def _reached(accords: AgreementAnswers) -> list[tuple[Package, int | None]]:
    """One package for every way in which the linked issues can stand, with how many share it."""
    bargain = accords.bargain
    places = linked(bargain)
    if not places or accords.proposal is None:
        return []
    if not fits(bargain) or accords.packages == 0:
        return [(accords.proposal, None)]
    grid = Grid(bargain)
    levels = np.stack(np.unravel_index(grid.found, grid.shape), axis=1)
    _, first, counts = np.unique(levels[:, places], axis=0, return_index=True, return_counts=True)
    reached: dict[tuple[tuple[str, str], ...], tuple[Package, int]] = {}
    for at, count in zip(first, counts, strict=True):
        package = tuple(int(level) for level in levels[at])
        key = tuple(settings(bargain, package).items())
        kept, so_far = reached.get(key, (package, 0))
        reached[key] = (kept, so_far + int(count))
    return list(reached.values())


def settings(bargain: Bargain, package: Package) -> dict[str, str]:
    """Option to the level that a package gives it; options it leaves alone are not named."""
    found: dict[str, str] = {}
    for issue, level in zip(bargain.terms.issues, package, strict=True):
        if issue.option and issue.option_levels[level] is not None:
            found[issue.option] = str(issue.option_levels[level])
    return found


def _judged(
    accords: AgreementAnswers, held: StabilityResult, concept: str, package: Package, count: int | None
) -> SignedState:
    chosen = settings(accords.bargain, package)
    offered = accords.proposal is not None and settings(accords.bargain, accords.proposal) == chosen
    blank = SignedState(tuple(chosen.items()), count, offered, None)
    situation = held.compiled.situation
    today = situation.status_quo.levels if situation.status_quo else {}
    state = option_state(situation.options, {**today, **chosen})
    position = held.compiled.position(state)
    if not held.compiled.graph.feasible[position]:
        return blank
    leavers = tuple(
        (actor, headline(held.compiled, held.why(state, actor=actor, concept=concept)))
        for actor in held.actors
        if not held.mask(concept, actor)[position]
    )
    return replace(blank, state=state, holds=held.holding(state), leavers=leavers)
