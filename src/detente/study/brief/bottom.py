"""The bottom line: four or five sentences a minister reads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.exhibits import Text
from detente.study.explain import headline, judge
from detente.study.wording import difference_words, listed, name, sentence

if TYPE_CHECKING:
    from detente.study.brief.compose import Findings


def line(found: Findings) -> tuple[Text, ...]:
    """The sentences."""
    return (*_today(found), *_nearest(found), *_hangs(found))


def _today(found: Findings) -> Iterator[Text]:
    today = found.selection.today
    if today is None:
        return
    verdicts = [judge(found.compiled, today, actor=actor, concept="seq") for actor in found.compiled.actors]
    leaving = [verdict for verdict in verdicts if not verdict]
    if not leaving:
        yield Text("As the wishes stand, today’s state of affairs would hold: nobody gains by leaving it.")
        return
    who = listed(name(found.study.situation, verdict.actor) for verdict in leaving)
    yield Text(f"As the wishes stand, today’s state of affairs would not hold: {who} would gain by moving.")
    yield Text(headline(found.compiled, leaving[0]))


def _nearest(found: Findings) -> Iterator[Text]:
    outcomes = found.selection.outcomes
    start = found.study.situation.status_quo
    if not outcomes:
        yield Text("No other outcome would hold for every actor.")
        return
    first = outcomes[0]
    differs = difference_words(found.study.situation, start, first.state) if start else str(first.state)
    if first.route is not None and first.route.steps:
        movers = listed((name(found.study.situation, one) for one in first.route.first_movers), "or")
        steps = len(first.route.steps)
        yield Text(
            sentence(
                f"The nearest outcome that would hold (A) is reached in {steps} "
                f"step{'s' if steps > 1 else ''}, {movers} moving first: {differs}"
            )
        )
    else:
        yield Text(
            sentence(
                "No outcome that would hold can be reached by steps that each better whoever takes them; "
                f"the least changed (A) would be: {differs}"
            )
        )


def _hangs(found: Findings) -> Iterator[Text]:
    telling, all_ = found.omissions.telling, found.omissions.omissions
    if telling:
        yield Text(
            f"{len(telling)} of {len(all_)} assumed wishes would each, left out alone, change a verdict."
        )
    elif all_:
        yield Text(f"None of the {len(all_)} assumed wishes carries these verdicts alone.")
