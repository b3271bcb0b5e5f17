"""Assumed wishes and what each carries, as people are shown it."""

from __future__ import annotations

from collections.abc import Iterator

from detente.analysis.robustness.found import Doubt
from detente.analysis.wishes.hopes import wish
from detente.exhibits import Exhibit, Paragraph, Table, Text
from detente.messages import Words, joined, message
from detente.situation.file.lint import grounded_parts
from detente.situation.preferences import Prioritised
from detente.situation.words import name


def blocks(found: Doubt) -> Iterator[Exhibit]:
    """How much rests on sources, which assumptions carry a verdict, and why each is made."""
    yield Paragraph(tuple(_balance(found)))
    yield from _telling(found)
    yield from _assumed(found)


def _balance(found: Doubt) -> Iterator[Text]:
    parts = [grounds for path, grounds in grounded_parts(found.situation) if path[0] == "preferences"]
    sourced = sum(not grounds.are_assumed for grounds in parts)
    leaning = sum(grounds.are_assumed and bool(grounds.because) for grounds in parts)
    if parts:
        apart = len(parts) - sourced - leaning
        balance = message(
            "robustness.balance", wishes=len(parts), sourced=sourced, leaning=leaning, assumed=apart
        )
        yield Text(balance)
    telling, every = len(found.omissions.telling), len(found.omissions.omissions)
    if telling:
        yield Text(message("robustness.would_change", telling=telling, every=every))
    elif every:
        yield Text(message("robustness.none_carries"))


def _telling(found: Doubt) -> Iterator[Exhibit]:
    letters: dict[int, Words] = {**found.outcomes.letters}
    if found.outcomes.selection.today is not None:
        letters[found.outcomes.selection.today] = message("robustness.today")
    rows = []
    for one in found.omissions.telling:
        preference = found.situation.preference(one.actor)
        assert isinstance(preference, Prioritised)
        rows.append(
            (
                Text(name(found.situation, one.actor)),
                wish(found.situation, preference.statements[one.index]),
                Text(joined(letters[position] for position in one.changed)),
                Text(message("robustness.count", then=one.equilibria, now=found.omissions.equilibria)),
            )
        )
    if rows:
        columns = (
            message("robustness.telling.actor"),
            message("robustness.telling.wish"),
            message("robustness.telling.changes"),
            message("robustness.telling.hold"),
        )
        yield Table(message("robustness.telling.title"), columns, tuple(rows), (3,))


def _assumed(found: Doubt) -> Iterator[Exhibit]:
    rows = []
    for actor in found.outcomes.compiled.actors:
        preference = found.situation.preference(actor)
        if isinstance(preference, Prioritised):
            for index, statement in enumerate(preference.statements):
                if statement.grounds.are_assumed:
                    why: Words = statement.grounds.assumed or message("robustness.assumed.no_reason")
                    who = message("robustness.place", actor=name(found.situation, actor), place=index + 1)
                    rows.append((Text(who), wish(found.situation, statement), Text(why)))
    if rows:
        columns = (
            message("robustness.assumed.whose"),
            message("robustness.assumed.wish"),
            message("robustness.assumed.why"),
        )
        yield Table(message("robustness.assumed.title"), columns, tuple(rows))
