"""Would it hold once signed? Packages as states of the graph model, side by side (AGREEMENTS §6).

Issues may name options: a package then sets their levels, and everything else stays as it is today. The
packages that can be signed lead to a few such states; the graph model says which of them hold, and who
would walk away from the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from detente.analysis.agreements.result import AgreementResult
from detente.analysis.agreements.solving.enumeration import Grid, fits
from detente.analysis.agreements.solving.rows import Package
from detente.analysis.stability import StabilityResult
from detente.exhibits import Exhibit, Text
from detente.exhibits import Grid as Figure
from detente.situation.english import counted, listed
from detente.situation.issues.compile import Bargain
from detente.situation.states import State, option_state
from detente.study.explain import headline
from detente.study.wording import difference_words, name

# More states than this are not shown; the offer's is always among them.
MOST_STATES = 12
_LEGEND = {
    "stays": "would keep to it",
    "leaves": "would walk away",
    "impossible": "breaks a constraint of the model",
}


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
    leavers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Signed:
    """The states that packages lead to, the offer's first, then those that hold.

    unlinked: labels of the issues that name no option, which the model therefore does not see.
    """

    held: StabilityResult
    concept: str
    states: tuple[SignedState, ...]
    unlinked: tuple[str, ...] = ()

    def exhibits(self) -> tuple[Exhibit, ...]:
        """Who would keep to it and who would walk away, state by state."""
        return (_figure(self),) if self.states else ()

    def sentences(self) -> tuple[Text, ...]:
        """Would the offer hold once signed, and if not, who leaves and why?"""
        return tuple(Text(words) for words in _said(self))


def signed(
    accords: AgreementResult, held: StabilityResult, *, concept: str = "seq", most: int = MOST_STATES
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


def _reached(accords: AgreementResult) -> list[tuple[Package, int | None]]:
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
    accords: AgreementResult, held: StabilityResult, concept: str, package: Package, count: int | None
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


def _figure(result: Signed) -> Figure:
    actors = result.held.actors
    situation = result.held.compiled.situation
    return Figure(
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
