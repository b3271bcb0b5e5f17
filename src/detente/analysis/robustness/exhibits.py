"""Assumed wishes and what each carries, as people are shown it."""

from __future__ import annotations

from collections.abc import Iterator

from detente.analysis.robustness.found import Doubt
from detente.analysis.wishes.hopes import wish
from detente.exhibits import Exhibit, Paragraph, Table, Text
from detente.situation.english import listed
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
        yield Text(
            f"Of {len(parts)} wishes in the model, {sourced} rest on a source, {leaning} lean on one for "
            f"their direction and are assumed in their strength, {len(parts) - sourced - leaning} are "
            "assumed altogether; both kinds of assumption are marked wherever they are used."
        )
    telling = found.omissions.telling
    if telling:
        yield Text(
            f"Leaving out one assumed wish at a time, {len(telling)} of {len(found.omissions.omissions)} "
            "would change a verdict of this brief; they are the ones to check first. (Leaving a wish out is "
            "not the same as reversing it.)"
        )
    elif found.omissions.omissions:
        yield Text("No single assumed wish carries a verdict of this brief: each can be left out alone.")


def _telling(found: Doubt) -> Iterator[Exhibit]:
    letters = dict(found.outcomes.letters)
    if found.outcomes.selection.today is not None:
        letters[found.outcomes.selection.today] = "today"
    rows = []
    for one in found.omissions.telling:
        preference = found.situation.preference(one.actor)
        assert isinstance(preference, Prioritised)
        rows.append(
            (
                Text(name(found.situation, one.actor)),
                wish(found.situation, preference.statements[one.index]),
                Text(listed(letters[position] for position in one.changed)),
                Text(f"{one.equilibria:,} (with it {found.omissions.equilibria:,})"),
            )
        )
    if rows:
        columns = ("actor", "assumed wish left out", "verdict changes for", "outcomes that hold then")
        yield Table("Assumptions that carry a verdict", columns, tuple(rows), (3,))


def _assumed(found: Doubt) -> Iterator[Exhibit]:
    rows = []
    for actor in found.outcomes.compiled.actors:
        preference = found.situation.preference(actor)
        if isinstance(preference, Prioritised):
            for index, statement in enumerate(preference.statements):
                if statement.grounds.are_assumed:
                    why = statement.grounds.assumed or "no reason given"
                    who = f"{name(found.situation, actor)} {index + 1}"
                    rows.append((Text(who), wish(found.situation, statement), Text(why)))
    if rows:
        yield Table("Assumed wishes and why", ("whose", "wish", "why it is assumed"), tuple(rows))
