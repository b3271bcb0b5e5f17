"""Section 8: what the answers hang on: assumed wishes, what each carries, where sources differ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.brief.dissent import dissent
from detente.brief.wishes import wish
from detente.exhibits import Block, Paragraph, Section, Table, Text
from detente.situation.english import listed
from detente.situation.file.lint import grounded_parts
from detente.situation.preferences import Prioritised
from detente.study.wording import name

if TYPE_CHECKING:
    from detente.brief.compose import Findings


def section(found: Findings) -> Section:
    """The section."""
    return Section("What the answers hang on", tuple(_blocks(found)))


def _blocks(found: Findings) -> Iterator[Block]:
    yield Paragraph(tuple(_balance(found)))
    yield from _telling(found)
    yield from _assumed(found)
    yield from dissent(found.study)


def _balance(found: Findings) -> Iterator[Text]:
    parts = [grounds for path, grounds in grounded_parts(found.study.situation) if path[0] == "preferences"]
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


def _telling(found: Findings) -> Iterator[Block]:
    letters = {family.first.position: family.letter for family in found.selection.families}
    if found.selection.today is not None:
        letters[found.selection.today] = "today"
    rows = []
    for one in found.omissions.telling:
        preference = found.study.situation.preference(one.actor)
        assert isinstance(preference, Prioritised)
        rows.append(
            (
                Text(name(found.study.situation, one.actor)),
                wish(found, preference.statements[one.index]),
                Text(listed(letters[position] for position in one.changed)),
                Text(f"{one.equilibria:,} (with it {found.omissions.equilibria:,})"),
            )
        )
    if rows:
        columns = ("actor", "assumed wish left out", "verdict changes for", "outcomes that hold then")
        yield Table("Assumptions that carry a verdict", columns, tuple(rows), (3,))


def _assumed(found: Findings) -> Iterator[Block]:
    rows = []
    for actor in found.compiled.actors:
        preference = found.study.situation.preference(actor)
        if isinstance(preference, Prioritised):
            for index, statement in enumerate(preference.statements):
                if statement.grounds.are_assumed:
                    why = statement.grounds.assumed or "no reason given"
                    who = f"{name(found.study.situation, actor)} {index + 1}"
                    rows.append((Text(who), wish(found, statement), Text(why)))
    if rows:
        yield Table("Assumed wishes and why", ("whose", "wish", "why it is assumed"), tuple(rows))
