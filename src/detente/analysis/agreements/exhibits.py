"""The exhibits of an agreement result, for a brief and for the terminal."""

from __future__ import annotations

from detente.analysis.agreements.answers import AgreementAnswers
from detente.analysis.agreements.blocking import Blocking
from detente.analysis.agreements.choices import choices
from detente.analysis.agreements.ledger import Account, Line
from detente.analysis.agreements.wording import issue_text, meant, number, sentences
from detente.exhibits import Argument, Exhibit, Grid, Step, Table, Text
from detente.messages import Words, joined, message
from detente.situation.issues.terms import PARKED, Issue

_LEGEND = {
    "gets": message("agreements.legend.gets"),
    "gives": message("agreements.legend.gives"),
    "neither": message("agreements.legend.neither"),
    "out": message("agreements.legend.out"),
}


def exhibits(result: AgreementAnswers) -> tuple[Exhibit, ...]:
    """Every exhibit that has something to show."""
    shown: list[Exhibit] = [_answer(result)]
    if result.blocking is not None:
        shown.append(_blocking(result))
    if result.proposal is not None:
        shown += [_issues(result), _ledger(result), _figure(result)]
    ties = _ties(result)
    return (*shown, *(() if ties is None else (ties,)), *choices(result))


def _answer(result: AgreementAnswers) -> Argument:
    said = sentences(result)
    return Argument(message("agreements.answer"), said[0], tuple(Step(text) for text in said[1:]))


def _blocking(result: AgreementAnswers) -> Argument:
    assert result.blocking is not None
    steps = tuple(
        Step(Text(demand.text, demand.because, bool(demand.assumed) or not demand.because))
        for demand in result.blocking.demands
    )
    return Argument(message("agreements.blocking.title"), Text(_blocking_words(result.blocking)), steps)


def _blocking_words(found: Blocking) -> Words:
    if len(found.demands) == 1:
        return message("agreements.blocking.one")
    match found.needed, found.smallest:
        case True, True:
            return message("agreements.blocking.each_needed_smallest")
        case True, False:
            return message("agreements.blocking.each_needed")
        case False, True:
            return message("agreements.blocking.smallest")
        case _:
            return message("agreements.blocking.together")


def _issues(result: AgreementAnswers) -> Table:
    rows = [(_place(result, issue), _issue_row(result, issue)) for issue in result.terms.issues]
    rows.sort(key=lambda row: row[0])
    columns = (
        message("agreements.issues.issue"),
        message("agreements.issues.standing"),
        message("agreements.issues.offer"),
        message("agreements.issues.others"),
    )
    return Table(message("agreements.issues.title"), columns, tuple(row for _, row in rows))


def _place(result: AgreementAnswers, issue: Issue) -> int:
    """What is agreed stands first, then what is in trade, then the rest."""
    if issue.id in result.core:
        return 0
    if issue.id in result.parked or result.packages == 0 or result.offer is None:
        return 3
    return 2 if result.offer[issue.id] == PARKED else 1


def _issue_row(result: AgreementAnswers, issue: Issue) -> tuple[Text, ...]:
    assert result.offer is not None
    level = result.offer[issue.id]
    others = [other for other in result.in_trade.get(issue.id, ()) if other != level]
    return (
        issue_text(issue, issue.label),
        Text(_standing(result, issue, level)),
        Text(meant(issue, level)),
        Text(joined((meant(issue, other) for other in others), "slash") if others else "–"),
    )


def _standing(result: AgreementAnswers, issue: Issue, level: str) -> Words:
    if issue.id in result.core:
        return message("agreements.standing.agreed")
    if issue.id in result.parked:
        return message("agreements.standing.parked")
    if result.packages == 0:
        return message("agreements.standing.mediator")
    if level == PARKED:
        return message("agreements.standing.trade_parked")
    return message("agreements.standing.trade")


def _ties(result: AgreementAnswers) -> Table | None:
    """Levels beyond the first that no agreement contains unless another issue moves beyond its first, too."""
    rows = []
    for tie in result.trades:
        partners = [one for one in tie.only_with if all(_moves(result, one[0], level) for level in one[1])]
        if partners and _moves(result, tie.issue, tie.level):
            words = joined((_with(result, *one) for one in partners), "semicolon")
            rows.append((Text(_settled(result, tie.issue, tie.level)), Text(words)))
    if not rows:
        return None
    columns = (message("agreements.ties.with"), message("agreements.ties.also"))
    return Table(message("agreements.ties.title"), columns, tuple(rows))


def _moves(result: AgreementAnswers, issue: str, level: str) -> bool:
    return level not in (result.terms.issue(issue).levels[0], PARKED)


def _settled(result: AgreementAnswers, issue: str, level: str) -> Words:
    entry = result.terms.issue(issue)
    return message("agreements.settled", issue=entry.label, level=meant(entry, level))


def _with(result: AgreementAnswers, issue: str, levels: tuple[str, ...]) -> Words:
    entry = result.terms.issue(issue)
    told = joined((meant(entry, level) for level in levels), "either")
    return message("agreements.settled", issue=entry.label, level=told)


def _ledger(result: AgreementAnswers) -> Table:
    rows = tuple(_account_row(result, account) for account in result.accounts)
    columns: tuple[Words, ...] = (
        message("agreements.ledger.party"),
        message("agreements.ledger.signs"),
        message("agreements.ledger.gets"),
        message("agreements.ledger.gives"),
        message("agreements.ledger.points"),
        message("agreements.ledger.over"),
    )
    if not result.bargain.scored:
        columns, rows = columns[:4], tuple(row[:4] for row in rows)
    numeric = (4, 5) if result.bargain.scored else ()
    return Table(message("agreements.ledger.title"), columns, rows, numeric=numeric)


def _account_row(result: AgreementAnswers, account: Account) -> tuple[Text, ...]:
    party = result.terms.party(account.party)
    needs = party.needs
    over = None if account.points is None or needs is None else account.points - needs
    return (
        Text(party.name, party.because, bool(party.assumed) or not party.because),
        Text(message("agreements.yes") if account.signs else message("agreements.no")),
        Text(_entries(result, account, "gets")),
        Text(_entries(result, account, "gives")),
        Text(number(account.points)),
        Text(number(over)),
    )


def _entries(result: AgreementAnswers, account: Account, side: str) -> Words:
    told = [_entry(result, line) for line in account.lines if line.side == side]
    return joined(told, "semicolon") if told else "–"


def _entry(result: AgreementAnswers, line: Line) -> Words:
    issue, amount = result.terms.issue(line.issue).label, line.against_parking
    if not amount:
        return issue
    signed = f"{'+' if amount > 0 else '−'}{number(abs(amount))}"
    return message("agreements.ledger.entry", issue=issue, amount=signed)


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
        message("agreements.figure"),
        tuple(
            issue_text(issue, _settled(result, issue.id, result.offer[issue.id]))
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
