"""The exhibits of an agreement result, for section 3 of a brief and for the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from detente.analysis.agreements.answers import AgreementAnswers
from detente.analysis.agreements.blocking import Blocking
from detente.analysis.agreements.engines.engine import Best
from detente.analysis.agreements.ledger import Account, Line
from detente.analysis.agreements.objectives.registry import in_turn
from detente.analysis.agreements.prices import Price, Standing
from detente.analysis.agreements.wording import counted, issue_text, meant, number, sentences
from detente.exhibits import Argument, Exhibit, Grid, Step, Table, Text
from detente.situation.issues.terms import PARKED, Issue

_LEGEND = {"gets": "gets", "gives": "gives", "neither": "neither gives nor gets", "out": "does not sign"}
# Prices shown; the rest are in the result.
MOST_PRICES = 15


def exhibits(result: AgreementAnswers) -> tuple[Exhibit, ...]:
    """Every exhibit that has something to show."""
    shown: list[Exhibit] = [_answer(result)]
    if result.blocking is not None:
        shown.append(_blocking(result))
    if result.proposal is not None:
        shown += [_issues(result), _ledger(result), _figure(result)]
    shown += [
        table
        for table in (
            _ties(result),
            _objectives(result),
            _prices(result),
            _worth(result),
            _mediator(result),
            _payments(result),
            _ranges(result),
            _items(result),
        )
        if table is not None
    ]
    if result.drafted:
        shown.append(_improvement(result))
    return tuple(shown)


def _answer(result: AgreementAnswers) -> Argument:
    said = sentences(result)
    return Argument("What can be agreed", said[0], tuple(Step(text) for text in said[1:]))


def _blocking(result: AgreementAnswers) -> Argument:
    assert result.blocking is not None
    steps = tuple(
        Step(Text(demand.text, demand.because, bool(demand.assumed) or not demand.because))
        for demand in result.blocking.demands
    )
    return Argument("Who blocks", Text(_blocking_words(result.blocking)), steps)


def _blocking_words(found: Blocking) -> str:
    if len(found.demands) == 1:
        return "One demand alone rules out every package."
    few = "No fewer demands would do" if found.smallest else "Fewer might do"
    needed = "each of them is needed" if found.needed else "not all of them may be needed"
    return f"These demands together rule out every package; {needed}. {few}."


def _issues(result: AgreementAnswers) -> Table:
    rows = [_issue_row(result, issue) for issue in result.terms.issues]
    order = {"agreed in every package": 0, "in trade": 1, "in trade, set aside here": 2}
    rows.sort(key=lambda row: order.get(str(row[1].text), 3))
    return Table(
        "What can be agreed now, what moves in trade, what is set aside",
        ("issue", "standing", "in the offer", "may also be"),
        tuple(rows),
    )


def _issue_row(result: AgreementAnswers, issue: Issue) -> tuple[Text, ...]:
    assert result.offer is not None
    level = result.offer[issue.id]
    others = [other for other in result.in_trade.get(issue.id, ()) if other != level]
    return (
        issue_text(issue, str(issue.label)),
        Text(_standing(result, issue, level)),
        Text(meant(issue, level)),
        Text(" / ".join(meant(issue, other) for other in others) or "–"),
    )


def _standing(result: AgreementAnswers, issue: Issue, level: str) -> str:
    if issue.id in result.core:
        return "agreed in every package"
    if issue.id in result.parked:
        return "set aside in every package"
    if result.packages == 0:
        return "with a mediator"
    return "in trade, set aside here" if level == PARKED else "in trade"


def _ties(result: AgreementAnswers) -> Table | None:
    """Levels beyond the first that no agreement contains unless another issue moves beyond its first, too."""
    rows = []
    for tie in result.trades:
        partners = [one for one in tie.only_with if all(_moves(result, one[0], level) for level in one[1])]
        if partners and _moves(result, tie.issue, tie.level):
            words = "; ".join(_with(result, *one) for one in partners)
            rows.append((Text(_settled(result, tie.issue, tie.level)), Text(words)))
    if not rows:
        return None
    return Table("What moves only in trade", ("in every package with …", "there is also …"), tuple(rows))


def _moves(result: AgreementAnswers, issue: str, level: str) -> bool:
    return level not in (result.terms.issue(issue).levels[0], PARKED)


def _settled(result: AgreementAnswers, issue: str, level: str) -> str:
    entry = result.terms.issue(issue)
    return f"{entry.label}: {meant(entry, level)}"


def _with(result: AgreementAnswers, issue: str, levels: tuple[str, ...]) -> str:
    entry = result.terms.issue(issue)
    return f"{entry.label}: {' or '.join(meant(entry, level) for level in levels)}"


def _ledger(result: AgreementAnswers) -> Table:
    rows = tuple(_account_row(result, account) for account in result.accounts)
    columns: tuple[str, ...] = ("party", "signs", "gets", "gives", "points", "over what it needs")
    if not result.bargain.scored:
        columns, rows = columns[:4], tuple(row[:4] for row in rows)
    return Table(
        "What each gives and gets in the offer, against setting everything aside",
        columns,
        rows,
        numeric=(4, 5) if result.bargain.scored else (),
    )


def _account_row(result: AgreementAnswers, account: Account) -> tuple[Text, ...]:
    party = result.terms.party(account.party)
    needs = party.needs
    over = None if account.points is None or needs is None else account.points - needs
    return (
        Text(party.name, party.because, bool(party.assumed) or not party.because),
        Text("yes" if account.signs else "no"),
        Text("; ".join(_entry(result, line) for line in account.lines if line.side == "gets") or "–"),
        Text("; ".join(_entry(result, line) for line in account.lines if line.side == "gives") or "–"),
        Text(number(account.points)),
        Text(number(over)),
    )


def _entry(result: AgreementAnswers, line: Line) -> str:
    amount = line.against_parking if line.against_parking is not None else None
    sign = "" if not amount else f" ({'+' if amount > 0 else '−'}{number(abs(amount))})"
    return f"{result.terms.issue(line.issue).label}{sign}"


def _figure(result: AgreementAnswers) -> Grid:
    issues = [issue for issue in result.terms.issues if result.offer and result.offer[issue.id] != PARKED]
    issues = issues or list(result.terms.issues)
    places = [result.terms.issues.index(issue) for issue in issues]
    cells = tuple(
        tuple(account.lines[place].side if account.signs else "out" for account in result.accounts)
        for place in places
    )
    words = tuple(tuple(_word(account.lines[place]) for account in result.accounts) for place in places)
    return Grid(
        "The offer, issue by issue: who gets and who gives",
        tuple(
            issue_text(issue, f"{issue.label}: {meant(issue, result.offer[issue.id])}")
            for issue in issues
            if result.offer
        ),
        tuple(Text(result.terms.party(account.party).name) for account in result.accounts),
        cells,
        _LEGEND,
        words,
    )


def _word(line: Line) -> str:
    if line.against_parking is not None:
        return f"{'+' if line.against_parking > 0 else ''}{number(line.against_parking)}"
    return line.mark or (number(line.points) if line.points is not None else "")


def _objectives(result: AgreementAnswers) -> Table:
    rows = tuple(_objective_row(name, best) for name, best in result.best if _tells(result, name))
    notes = []
    if result.front is not None:
        reached = counted(result.front.packages, "package")
        notes.append(f"{result.front.size:,} efficient points, reached by {reached}.")
    if any(not best.proven for _, best in result.best):
        notes.append("Stopped at the time limit: what is not proven cannot exceed the bound beside it.")
    return Table(
        "The best packages",
        ("what is sought", "value", "packages", "proven"),
        rows,
        numeric=(1, 2),
        note=Text(" ".join(notes)) if notes else None,
    )


def _tells(result: AgreementAnswers, name: str) -> bool:
    """Has the objective anything to say: nobody's points are sought where nobody keeps score."""
    return bool(result.bargain.scored) or not any(one.needs_scores for one in in_turn(name))


def _objective_row(name: str, best: Best) -> tuple[Text, ...]:
    count = (
        f"{best.ties:,}"
        if best.ties is not None
        else (f"at least {len(best.packages):,}" if best.packages else "0")
    )
    proven = "yes" if best.proven else f"no: at most {number(best.bound)}"
    named = ", then ".join(one.name for one in in_turn(name))
    return Text(named), Text(number(best.value)), Text(count), Text(proven)


def _prices(result: AgreementAnswers) -> Table | None:
    """Demands that cost something; those that cost nothing are counted."""
    demands = [price for price in result.prices if price.kind == "demand"]
    told = sorted(filter(_differs, demands), key=lambda price: -(price.without.packages or 0))
    silent = len(demands) - len(told)
    notes = [f"{silent} other demand{'s cost' if silent > 1 else ' costs'} nothing."] if silent else []
    notes += [] if result.all_priced else ["Time ran out before everything was priced."]
    title = "What each demand costs: with it, and without it"
    return _price_table(title, "demand", told, " ".join(notes)) if told else None


def _worth(result: AgreementAnswers) -> Table | None:
    """What having an issue on the table is worth, against setting it aside for good."""
    asks = [price for price in result.prices if price.kind == "ask"]
    told = sorted(filter(_differs, asks), key=lambda price: price.without.packages or 0)
    title = "What each issue is worth on the table: open, and set aside for good"
    return _price_table(title, "issue", told, "") if told else None


def _price_table(title: str, head: str, told: list[Price], note: str) -> Table:
    names = [name for name, _, _ in told[0].with_it.optima]
    heads = {"breadth": "issues settled", "max-min": "smallest gain"}
    return Table(
        title,
        (head, "packages", *(heads.get(name, name) for name in names)),
        tuple(_price_row(price, names) for price in told[:MOST_PRICES]),
        numeric=tuple(range(1, 2 + len(names))),
        note=Text(note) if note else None,
    )


def _differs(price: Price) -> bool:
    return (price.with_it.packages, price.with_it.optima) != (price.without.packages, price.without.optima)


def _price_row(price: Price, names: list[str]) -> tuple[Text, ...]:
    changes = [_change(price.with_it.value(name), price.without.value(name)) for name in names]
    packages = f"{_count(price.with_it)} → {_count(price.without)}"
    return Text(price.text), Text(packages), *(Text(change) for change in changes)


def _change(here: Fraction | None, there: Fraction | None) -> str:
    return f"{number(here)} → {number(there)}"


def _count(standing: Standing) -> str:
    if standing.packages is not None:
        return f"{standing.packages:,}"
    return {True: "some", False: "0", None: "?"}[standing.possible]


def _mediator(result: AgreementAnswers) -> Table | None:
    mediation = result.mediation
    if mediation is None:
        return None
    labels = {one.id: str(one.label) for one in result.terms.instruments}
    names = [name for name, _, _ in mediation.alone.optima]
    rows = [_standing_row("the parties alone", None, mediation.alone, names)]
    for effect in mediation.effects:
        rows.append(_standing_row(labels[effect.instrument], effect.cost, effect.standing, names))
    if mediation.within_budget is not None:
        words = "all instruments within the budget"
        rows.append(_standing_row(words, mediation.budget, mediation.within_budget, names))
    heads = {"breadth": "issues settled", "max-min": "smallest gain"}
    return Table(
        "What a mediator changes",
        ("instrument", "cost", "packages", *(heads.get(name, name) for name in names)),
        tuple(rows),
        numeric=tuple(range(1, 3 + len(names))),
        note=Text(f"Least budget for an agreement: {number(mediation.least_budget)}."),
    )


def _standing_row(
    words: str, cost: Fraction | None, standing: Standing, names: list[str]
) -> tuple[Text, ...]:
    values = [number(standing.value(name)) for name in names]
    return Text(words), Text(number(cost)), Text(_count(standing)), *(Text(value) for value in values)


def _payments(result: AgreementAnswers) -> Table | None:
    paid = result.side_payments
    if paid is None:
        return None
    names = {party.id: party.name for party in result.terms.parties}
    rows: Iterator[tuple[Text, ...]] = (
        (Text(names[party]), Text("receives" if amount > 0 else "pays"), Text(number(abs(amount))))
        for party, amount in paid.payments
    )
    return Table(
        "Side payments that let everyone sign the package with most points",
        ("party", "", "points"),
        tuple(rows),
        numeric=(2,),
        note=Text(f"With side payments, {counted(paid.packages, 'package')} can be signed."),
    )


def _ranges(result: AgreementAnswers) -> Table | None:
    if result.ranges is None:
        return None
    rows = (
        (Text("whatever the points turn out to be"), Text(counted(result.ranges.robust_packages, "package"))),
        (Text("for some of the points given"), Text(counted(result.ranges.possible_packages, "package"))),
    )
    return Table("Packages that can be signed, as the points are given in ranges", ("", "packages"), rows)


def _items(result: AgreementAnswers) -> Table | None:
    division = result.division
    if division is None:
        return None
    names = {party.id: party.name for party in result.terms.parties}
    rows = tuple(
        (Text(result.terms.issue(item).label), Text(str(share)), Text(str(1 - share)))
        for item, share in division.shares
    )
    scores = (Text("points"), *(Text(str(score)) for score in division.scores))
    return Table(
        "Adjusted winner: who takes which part of what",
        ("item", *(names[side] for side in division.sides)),
        (*rows, scores),
        numeric=(1, 2),
    )


def _improvement(result: AgreementAnswers) -> Argument:
    found = result.improvement
    title = "Can the draft be improved without hurting anyone?"
    if found is None:
        return Argument(title, Text("No: every change would hurt somebody."))
    named, before = result.bargain.named(found.package), result.bargain.named(found.draft)
    steps = [
        Step(Text(f"{issue.label}: {meant(issue, named[issue.id])} (not {meant(issue, before[issue.id])})"))
        for issue in result.terms.issues
        if named[issue.id] != before[issue.id]
    ]
    names = {party.id: party.name for party in result.terms.parties}
    helped = [f"{names[party]} +{number(gain)}" for party, gain in found.gains if gain]
    return Argument(title, Text(f"Yes: {', '.join(helped)}, and nobody loses."), tuple(steps))
