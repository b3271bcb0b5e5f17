"""The answer in sentences, and the small phrases that tables share."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from detente.analysis.agreements.answers import AgreementAnswers
from detente.analysis.agreements.blocking import Blocking
from detente.exhibits import Text
from detente.situation import english
from detente.situation.english import listed
from detente.situation.issues.compile import show
from detente.situation.issues.terms import PARKED, Issue


def number(value: Fraction | None) -> str:
    """A number for people; a dash for none."""
    return "–" if value is None else show(value)


def counted(count: int | None, noun: str) -> str:
    """ "1 package", "12 packages", and what is said where nobody can count them."""
    return f"too many {noun}s to count" if count is None else english.counted(count, noun)


def meant(issue: Issue, level: str) -> str:
    """What a level means, in words."""
    return str(issue.meaning(level))


def issue_text(issue: Issue, words: str) -> Text:
    """Words that rest on the issue's grounds."""
    return Text(words, issue.because, bool(issue.assumed) or not issue.because)


def sentences(result: AgreementAnswers) -> tuple[Text, ...]:
    """What can be signed, what is settled, set aside or in trade; or who blocks."""
    if result.packages == 0:
        return (*_blocked(result), *_mediated(result))
    return (*_agreed(result), *_mediated(result))


def _labels(result: AgreementAnswers, issues: Iterable[str]) -> list[str]:
    return [str(result.terms.issue(name).label) for name in issues]


def _agreed(result: AgreementAnswers) -> Iterable[Text]:
    on_paper = counted(result.bargain.packages, "package")
    who = listed([str(party.name) for party in result.terms.parties if party.required])
    if result.packages is None:
        yield Text(f"There is common ground: of {on_paper} on paper, some can be signed by {who}.")
    else:
        can = f"{result.packages:,} can be signed now"
        yield Text(f"There is common ground: of {on_paper} on paper, {can}.")
    if result.core:
        settled = [
            f"{result.terms.issue(name).label} ({meant(result.terms.issue(name), level)})"
            for name, level in result.core.items()
        ]
        yield Text(f"Every package that can be signed contains {listed(settled)}.")
    if result.parked:
        yield Text(f"Every one of them sets aside {listed(_labels(result, result.parked))}.")
    moving = [name for name, levels in result.in_trade.items() if len(levels) > 1]
    if moving:
        yield Text(f"In trade between the parties: {listed(_labels(result, moving))}.")
    if not result.ground.complete:
        yield Text("Time ran out before every level was tried; what is called in trade may be settled.")
    yield from _offer(result)


def _offer(result: AgreementAnswers) -> Iterable[Text]:
    if result.proposal is None or result.offer is None:
        return
    settled = [str(issue.label) for issue in result.terms.issues if result.offer[issue.id] != PARKED]
    aside = [str(issue.label) for issue in result.terms.issues if result.offer[issue.id] == PARKED]
    text = f"The offer we would put on the table settles {counted(len(settled), 'issue')}"
    text += f" and sets aside {listed(aside)}." if aside else "."
    yield Text(text)


def _blocked(result: AgreementAnswers) -> Iterable[Text]:
    yield Text(
        f"No package can be signed: none of the {counted(result.bargain.packages, 'package')} on paper meets "
        "every demand."
    )
    if result.blocking is not None and result.blocking.demands:
        demands = "; ".join(demand.text for demand in result.blocking.demands)
        yield Text(f"What stands in the way: {demands}. {_why_these(result.blocking)}")


def _why_these(blocking: Blocking) -> str:
    if len(blocking.demands) == 1:
        return "No package meets this demand."
    if not blocking.needed:
        return "These cannot be met together; time ran out before each was shown to be needed for that."
    return "These cannot be met together; drop any one, and the rest can."


def _mediated(result: AgreementAnswers) -> Iterable[Text]:
    mediation = result.mediation
    if mediation is None:
        return
    labels = {one.id: str(one.label) for one in result.terms.instruments}
    if mediation.least_budget:
        tools = listed([labels[name] for name in mediation.instruments])
        yield Text(
            f"A mediator can open the way at a cost of {number(mediation.least_budget)}, with {tools}."
        )
    elif mediation.least_budget is None and mediation.proven:
        yield Text("No instrument of the mediator, nor all of them together, opens the way.")
