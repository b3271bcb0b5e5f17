"""What a reader should know of the outcomes: today, the ways from it, and what stays out of reach."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from detente.analysis.outcomes.found import Outcomes
from detente.analysis.outcomes.routes import reached, way_words
from detente.analysis.outcomes.selection import Family
from detente.analysis.outcomes.standing import content, standing
from detente.analysis.protocol import KeyJudgement, Kind
from detente.analysis.stability.explain import headline
from detente.exhibits import Text
from detente.situation.english import listed
from detente.situation.preferences import Prioritised
from detente.situation.words import level_words, name, sentence, wish_words


def judgements(found: Outcomes) -> tuple[KeyJudgement, ...]:
    """Whether today holds, what single steps and joint moves lead to, and what no outcome brings."""
    chosen = found.selection
    subject = "" if chosen.today is None else str(found.compiled.state(chosen.today))
    told: tuple[tuple[Kind, bool | int, Iterator[Text]], ...] = (
        ("today", chosen.holds, _today(found)),
        ("reach", chosen.reachable, _single_steps(found)),
        ("opened", len(found.joint), _together(found)),
        ("never", chosen.total, _never(found)),
    )
    return tuple(
        KeyJudgement(kind, subject, verdict, says) for kind, verdict, sentences in told for says in sentences
    )


def _today(found: Outcomes) -> Iterator[Text]:
    if found.selection.today is None:
        return
    verdicts = standing(found, found.selection.today)
    tempted = [verdict for verdict in verdicts if verdict.answers]
    if content(verdicts):
        yield Text("Today’s outcome would hold by itself: nobody has anything better in its own hands.")
    elif found.selection.holds:
        told = " ".join(headline(found.compiled, verdict) for verdict in tempted)
        yield Text(f"Today’s outcome would hold, by deterrence and not by contentment. {told}")
    else:
        leaving = [verdict for verdict in tempted if not verdict]
        told = headline(found.compiled, leaving[0])
        yield Text(f"Today’s outcome would not hold. {told}")


def _single_steps(found: Outcomes) -> Iterator[Text]:
    if not found.selection.families:
        yield Text("No other outcome would hold for every actor.")
        return
    if found.selection.today is None:
        return
    near = [f for f in found.selection.families if f.first.route is not None and f.first.route.steps]
    others = found.selection.total - found.selection.holds
    if not near:
        yield Text(_out_of_reach(found, others))
        return
    route = near[0].first.route
    assert route is not None
    lead = "If the first step were taken all the same, single steps" if _deterred(found) else "Single steps"
    reachable = found.selection.reachable
    goal = "the one other outcome" if others == 1 else f"{reachable} of the {others} other outcomes"
    colon = ":" if reachable == 1 else "; to the nearest,"
    itself = ", which then needs no deterrence to hold" if near[0].first.by_itself else ""
    yield Text(
        sentence(
            f"{lead}, each to the advantage of whoever takes it, lead from today to {goal} that would "
            f"hold{colon} {way_words(found, route)}{itself} (outcome {near[0].letter})"
        )
    )


def _deterred(found: Outcomes) -> bool:
    """Today holds, but somebody is tempted to leave it."""
    today = found.selection.today
    return found.selection.holds and today is not None and not content(standing(found, today))


def _out_of_reach(found: Outcomes, others: int) -> str:
    """No outcome is reached by single steps: name the least changed of those that would hold."""
    first = found.selection.families[0]
    reach = "out of reach of single steps that each serve whoever takes them"
    count = (
        f"One other outcome would hold, {reach}"
        if others == 1
        else (f"{others:,} other outcomes would hold, all {reach}; the least changed")
    )
    return sentence(f"{count}: {_short(found, first)} (outcome {first.letter}){_better_for(found, first)}")


def _better_for(found: Outcomes, family: Family) -> str:
    """Who would be better off there than today."""
    compiled, today = found.compiled, found.selection.today
    if today is None:
        return ""
    gains = [
        name(found.situation, actor)
        for actor, ranks in zip(compiled.actors, compiled.graph.ranks, strict=True)
        if ranks[family.first.position] > ranks[today]
    ]
    if len(gains) == len(compiled.actors):
        return ", better for everyone than today"
    return f", better than today for {listed(gains)}" if gains else ", better than today for nobody"


def _together(found: Outcomes) -> Iterator[Text]:
    """What needs more than single steps: the families a joint move opens."""
    opened = [
        f"{_short(found, family)} (outcome {family.letter}), {reached(found, family)}"
        for family in found.selection.families
        if family.first.route is None and reached(found, family).startswith("through")
    ]
    if opened:
        yield Text(sentence(f"More opens only by a move made together: {'; '.join(opened)}"))


def _short(found: Outcomes, family: Family) -> str:
    """A family by the key options that differ from today."""
    situation = found.situation
    today, there = situation.status_quo, family.first.state
    if today is None or there.key is not None:
        return str(there)
    words = [
        level_words(option, there.levels[option.id])
        for option in situation.options
        if option.id in found.selection.key and there.levels[option.id] != today.levels[option.id]
    ]
    return listed(words) or str(there)


def _never(found: Outcomes) -> Iterator[Text]:
    """Wishes that none of the outcomes that hold fulfils."""
    space = found.compiled.space
    if space is None or not found.selection.positions:
        return
    unmet: dict[str, list[str]] = {}
    for actor in found.compiled.actors:
        preference = found.situation.preference(actor)
        for statement in preference.statements if isinstance(preference, Prioritised) else ():
            truth = np.broadcast_to(space.table(statement.text), space.shape).reshape(-1)
            if not truth[list(found.selection.positions)].any():
                words = wish_words(found.situation, statement)
                unmet.setdefault(words, []).append(name(found.situation, actor))
    if unmet:
        told = [f"{words} ({listed(actors)})" for words, actors in list(unmet.items())[:3]]
        yield Text(sentence(f"In none of the outcomes that would hold: {'; '.join(told)}"))
