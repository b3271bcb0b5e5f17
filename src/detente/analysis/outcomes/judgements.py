"""What a reader should know of the outcomes: today, the ways from it, and what stays out of reach."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from detente.analysis.outcomes.found import Outcomes
from detente.analysis.outcomes.routes import opening, reached, way_words
from detente.analysis.outcomes.selection import Family
from detente.analysis.outcomes.standing import content, standing
from detente.analysis.protocol import KeyJudgement, Kind
from detente.analysis.stability.explain import headline
from detente.exhibits import Text
from detente.messages import Words, joined, message
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
        yield Text(message("outcomes.bottom.by_itself"))
    elif found.selection.holds:
        told = joined((headline(found.compiled, verdict) for verdict in tempted), "space")
        yield Text(message("outcomes.bottom.by_deterrence", why=told))
    else:
        leaving = [verdict for verdict in tempted if not verdict]
        yield Text(message("outcomes.bottom.breaks", why=headline(found.compiled, leaving[0])))


def _single_steps(found: Outcomes) -> Iterator[Text]:
    if not found.selection.families:
        yield Text(message("outcomes.bottom.no_other"))
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
    way = _then_by_itself(way_words(found, route), by_itself=near[0].first.by_itself)
    deterred = _deterred(found)
    lead = message("outcomes.bottom.lead_deterred") if deterred else message("outcomes.bottom.lead")
    yield Text(_reach(found, lead, others, way, near[0].letter))


def _then_by_itself(way: Words, *, by_itself: bool) -> Words:
    return message("outcomes.bottom.then_by_itself", way=way) if by_itself else way


def _reach(found: Outcomes, lead: Words, others: int, way: Words, letter: str) -> Words:
    """Single steps lead to the one other outcome, to one of several, or to several: the nearest is told."""
    reachable = found.selection.reachable
    if others == 1:
        return message("outcomes.bottom.reach_the_other", lead=lead, way=way, letter=letter)
    if reachable == 1:
        return message("outcomes.bottom.reach_one", lead=lead, others=others, way=way, letter=letter)
    return message(
        "outcomes.bottom.reach_several", lead=lead, reachable=reachable, others=others, way=way, letter=letter
    )


def _deterred(found: Outcomes) -> bool:
    """Today holds, but somebody is tempted to leave it."""
    today = found.selection.today
    return found.selection.holds and today is not None and not content(standing(found, today))


def _out_of_reach(found: Outcomes, others: int) -> Words:
    """No outcome is reached by single steps: name the least changed of those that would hold."""
    first = found.selection.families[0]
    outcome = message("outcomes.bottom.outcome", words=_short(found, first), letter=first.letter)
    told = _better_for(found, first, outcome)
    if others == 1:
        return message("outcomes.bottom.one_out_of_reach", outcome=told)
    return message("outcomes.bottom.all_out_of_reach", others=others, outcome=told)


def _better_for(found: Outcomes, family: Family, outcome: Words) -> Words:
    """The outcome, and who would be better off there than today."""
    compiled, today = found.compiled, found.selection.today
    if today is None:
        return outcome
    gains = [
        name(found.situation, actor)
        for actor, ranks in zip(compiled.actors, compiled.graph.ranks, strict=True)
        if ranks[family.first.position] > ranks[today]
    ]
    if len(gains) == len(compiled.actors):
        return message("outcomes.bottom.better_for_all", outcome=outcome)
    if gains:
        return message("outcomes.bottom.better_for", outcome=outcome, actors=joined(gains))
    return message("outcomes.bottom.better_for_nobody", outcome=outcome)


def _together(found: Outcomes) -> Iterator[Text]:
    """What needs more than single steps: the families a joint move opens."""
    opened = [
        message(
            "outcomes.bottom.opened",
            words=_short(found, family),
            letter=family.letter,
            how=reached(found, family),
        )
        for family in found.selection.families
        if family.first.route is None and opening(found, family) is not None
    ]
    if opened:
        yield Text(sentence(message("outcomes.bottom.together", opened=joined(opened, "semicolon"))))


def _short(found: Outcomes, family: Family) -> Words:
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
    return joined(words) if words else str(there)


def _never(found: Outcomes) -> Iterator[Text]:
    """Wishes that none of the outcomes that hold fulfils."""
    space = found.compiled.space
    if space is None or not found.selection.positions:
        return
    unmet: dict[Words, list[Words]] = {}
    for actor in found.compiled.actors:
        preference = found.situation.preference(actor)
        for statement in preference.statements if isinstance(preference, Prioritised) else ():
            truth = np.broadcast_to(space.table(statement.text), space.shape).reshape(-1)
            if not truth[list(found.selection.positions)].any():
                words = wish_words(found.situation, statement)
                unmet.setdefault(words, []).append(name(found.situation, actor))
    if unmet:
        told = [
            message("outcomes.bottom.wish_of", wish=words, actors=joined(actors))
            for words, actors in list(unmet.items())[:3]
        ]
        yield Text(sentence(message("outcomes.bottom.never", wishes=joined(told, "semicolon"))))
