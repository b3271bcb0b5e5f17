"""What can be chosen, what demands cost, what a mediator, payments or a better draft would change."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from detente.analysis.agreements.answers import AgreementAnswers
from detente.analysis.agreements.engines.engine import Best
from detente.analysis.agreements.objectives.registry import in_turn
from detente.analysis.agreements.prices import Price, Standing
from detente.analysis.agreements.wording import counted, meant, number
from detente.exhibits import Argument, Exhibit, Step, Table, Text
from detente.messages import Words, joined, message
from detente.situation.issues.terms import Issue

# Prices shown; the rest are in the result.
MOST_PRICES = 15


def choices(result: AgreementAnswers) -> Iterator[Exhibit]:
    """The exhibits that have something to show."""
    yield _objectives(result)
    for table in (
        _prices(result),
        _worth(result),
        _mediator(result),
        _payments(result),
        _ranges(result),
        _items(result),
    ):
        if table is not None:
            yield table
    if result.drafted:
        yield _improvement(result)


def _objectives(result: AgreementAnswers) -> Table:
    rows = tuple(_objective_row(name, best) for name, best in result.best if _tells(result, name))
    columns = (
        message("agreements.best.sought"),
        message("agreements.best.value"),
        message("agreements.packages"),
        message("agreements.best.proven"),
    )
    notes = tuple(_about_best(result))
    note = Text(joined(notes, "space")) if notes else None
    return Table(message("agreements.best.title"), columns, rows, numeric=(1, 2), note=note)


def _about_best(result: AgreementAnswers) -> Iterator[Words]:
    if result.front is not None:
        reached = counted(result.front.packages)
        yield message("agreements.best.efficient", points=result.front.size, packages=reached)
    if any(not best.proven for _, best in result.best):
        yield message("agreements.best.stopped")


def _tells(result: AgreementAnswers, name: str) -> bool:
    """Has the objective anything to say: nobody's points are sought where nobody keeps score."""
    return bool(result.bargain.scored) or not any(one.needs_scores for one in in_turn(name))


def _objective_row(name: str, best: Best) -> tuple[Text, ...]:
    named = joined((one.name for one in in_turn(name)), "then")
    return Text(named), Text(number(best.value)), Text(_ties_of(best)), Text(_proven(best))


def _ties_of(best: Best) -> Words:
    if best.ties is not None:
        return best.ties
    return message("agreements.at_least", count=len(best.packages)) if best.packages else "0"


def _proven(best: Best) -> Words:
    if best.proven:
        return message("agreements.yes")
    return message("agreements.best.unproven", bound=number(best.bound))


def _prices(result: AgreementAnswers) -> Table | None:
    """Demands that cost something; those that cost nothing are counted."""
    demands = [price for price in result.prices if price.kind == "demand"]
    told = sorted(filter(_differs, demands), key=lambda price: -(price.without.packages or 0))
    silent = len(demands) - len(told)
    notes: list[Words] = [message("agreements.prices.others", n=silent)] if silent else []
    notes += [] if result.all_priced else [message("agreements.prices.stopped")]
    if not told:
        return None
    title, head = message("agreements.prices.title"), message("agreements.prices.demand")
    return _price_table(title, head, told, joined(notes, "space") if notes else None)


def _worth(result: AgreementAnswers) -> Table | None:
    """What having an issue on the table is worth, against setting it aside for good."""
    asks = [price for price in result.prices if price.kind == "ask"]
    told = sorted(filter(_differs, asks), key=lambda price: price.without.packages or 0)
    if not told:
        return None
    title, head = message("agreements.worth.title"), message("agreements.issues.issue")
    return _price_table(title, head, told, None)


def _heads(names: list[str]) -> tuple[Words, ...]:
    """What the columns of objectives are called."""
    known: dict[str, Words] = {
        "breadth": message("agreements.head.breadth"),
        "max-min": message("agreements.head.max_min"),
    }
    return tuple(known.get(name, name) for name in names)


def _price_table(title: Words, head: Words, told: list[Price], note: Words | None) -> Table:
    names = [name for name, _, _ in told[0].with_it.optima]
    return Table(
        title,
        (head, message("agreements.packages"), *_heads(names)),
        tuple(_price_row(price, names) for price in told[:MOST_PRICES]),
        numeric=tuple(range(1, 2 + len(names))),
        note=None if note is None else Text(note),
    )


def _differs(price: Price) -> bool:
    return (price.with_it.packages, price.with_it.optima) != (price.without.packages, price.without.optima)


def _price_row(price: Price, names: list[str]) -> tuple[Text, ...]:
    changes = [_change(price.with_it.value(name), price.without.value(name)) for name in names]
    before, after = _count(price.with_it), _count(price.without)
    packages = message("agreements.prices.change", before=before, after=after)
    return Text(price.text), Text(packages), *(Text(change) for change in changes)


def _change(here: Fraction | None, there: Fraction | None) -> str:
    return f"{number(here)} → {number(there)}"


def _count(standing: Standing) -> Words:
    if standing.packages is not None:
        return standing.packages
    if standing.possible is None:
        return "?"
    return message("agreements.some") if standing.possible else "0"


def _mediator(result: AgreementAnswers) -> Table | None:
    mediation = result.mediation
    if mediation is None:
        return None
    labels: dict[str, Words] = {one.id: one.label for one in result.terms.instruments}
    names = [name for name, _, _ in mediation.alone.optima]
    rows = [_standing_row(message("agreements.mediator.alone"), None, mediation.alone, names)]
    for effect in mediation.effects:
        rows.append(_standing_row(labels[effect.instrument], effect.cost, effect.standing, names))
    if mediation.within_budget is not None:
        words = message("agreements.mediator.within_budget")
        rows.append(_standing_row(words, mediation.budget, mediation.within_budget, names))
    columns = (
        message("agreements.mediator.instrument"),
        message("agreements.mediator.cost"),
        message("agreements.packages"),
        *_heads(names),
    )
    return Table(
        message("agreements.mediator.title"),
        columns,
        tuple(rows),
        numeric=tuple(range(1, 3 + len(names))),
        note=Text(message("agreements.mediator.least", budget=number(mediation.least_budget))),
    )


def _standing_row(
    words: Words, cost: Fraction | None, standing: Standing, names: list[str]
) -> tuple[Text, ...]:
    values = [number(standing.value(name)) for name in names]
    return Text(words), Text(number(cost)), Text(_count(standing)), *(Text(value) for value in values)


def _payments(result: AgreementAnswers) -> Table | None:
    paid = result.side_payments
    if paid is None:
        return None
    names = {party.id: party.name for party in result.terms.parties}
    gets, gives = message("agreements.payments.receives"), message("agreements.payments.pays")
    rows = tuple(
        (Text(names[party]), Text(gets if amount > 0 else gives), Text(number(abs(amount))))
        for party, amount in paid.payments
    )
    return Table(
        message("agreements.payments.title"),
        (message("agreements.ledger.party"), "", message("agreements.ledger.points")),
        rows,
        numeric=(2,),
        note=Text(message("agreements.payments.packages", packages=counted(paid.packages))),
    )


def _ranges(result: AgreementAnswers) -> Table | None:
    found = result.ranges
    if found is None:
        return None
    rows = (
        (Text(message("agreements.ranges.robust")), Text(counted(found.robust_packages))),
        (Text(message("agreements.ranges.possible")), Text(counted(found.possible_packages))),
    )
    return Table(message("agreements.ranges.title"), ("", message("agreements.packages")), rows)


def _items(result: AgreementAnswers) -> Table | None:
    division = result.division
    if division is None:
        return None
    names = {party.id: party.name for party in result.terms.parties}
    rows: list[tuple[Text, ...]] = [
        (Text(result.terms.issue(item).label), Text(str(share)), Text(str(1 - share)))
        for item, share in division.shares
    ]
    scores: tuple[Text, ...] = (
        Text(message("agreements.ledger.points")),
        *(Text(str(score)) for score in division.scores),
    )
    return Table(
        message("agreements.division.title"),
        (message("agreements.division.item"), *(names[side] for side in division.sides)),
        (*rows, scores),
        numeric=(1, 2),
    )


def _improvement(result: AgreementAnswers) -> Argument:
    found = result.improvement
    title = message("agreements.draft.title")
    if found is None:
        return Argument(title, Text(message("agreements.draft.no")))
    named, before = result.bargain.named(found.package), result.bargain.named(found.draft)
    steps = [
        Step(Text(_changed(issue, named[issue.id], before[issue.id])))
        for issue in result.terms.issues
        if named[issue.id] != before[issue.id]
    ]
    names = {party.id: party.name for party in result.terms.parties}
    helped = joined(
        (
            message("agreements.draft.gain", party=names[party], gain=number(gain))
            for party, gain in found.gains
            if gain
        ),
        "comma",
    )
    return Argument(title, Text(message("agreements.draft.yes", gains=helped)), tuple(steps))


def _changed(issue: Issue, now: str, before: str) -> Words:
    """An issue at its new level, and what it replaces."""
    return message(
        "agreements.draft.change", issue=issue.label, now=meant(issue, now), before=meant(issue, before)
    )
