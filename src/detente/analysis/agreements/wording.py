"""The answer in sentences, and the small phrases that tables share."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from detente.analysis.agreements.answers import AgreementAnswers
from detente.analysis.agreements.blocking import Blocking
from detente.exhibits import Text
from detente.messages import Words, joined, message
from detente.situation.issues.compile import show
from detente.situation.issues.terms import PARKED, Issue


def number(value: Fraction | None) -> str:
    """A number for people; a dash for none."""
    return "–" if value is None else show(value)


def counted(count: int | None) -> Words:
    """ "1 package", "12 packages", and what is said where nobody can count them."""
    return message("agreements.too_many") if count is None else message("agreements.count_packages", n=count)


def meant(issue: Issue, level: str) -> Words:
    """What a level means, in words."""
    return issue.meaning(level)


def issue_text(issue: Issue, words: Words) -> Text:
    """Words that rest on the issue's grounds."""
    return Text(words, issue.because, bool(issue.assumed) or not issue.because)


def sentences(result: AgreementAnswers) -> tuple[Text, ...]:
    """What can be signed, what is settled, set aside or in trade; or who blocks."""
    if result.packages == 0:
        return (*_blocked(result), *_mediated(result))
    return (*_agreed(result), *_mediated(result))


def _labels(result: AgreementAnswers, issues: Iterable[str]) -> Words:
    return joined(result.terms.issue(name).label for name in issues)


def _agreed(result: AgreementAnswers) -> Iterable[Text]:
    yield Text(_room(result))
    if result.core:
        settled = joined(
            message(
                "agreements.bottom.level",
                issue=result.terms.issue(name).label,
                level=meant(result.terms.issue(name), level),
            )
            for name, level in result.core.items()
        )
        yield Text(message("agreements.bottom.core", settled=settled))
    if result.parked:
        yield Text(message("agreements.bottom.parked", issues=_labels(result, result.parked)))
    moving = [name for name, levels in result.in_trade.items() if len(levels) > 1]
    if moving:
        yield Text(message("agreements.bottom.in_trade", issues=_labels(result, moving)))
    if not result.ground.complete:
        yield Text(message("agreements.bottom.stopped"))
    yield from _offer(result)


def _room(result: AgreementAnswers) -> Words:
    """How many packages on paper can be signed."""
    on_paper = counted(result.bargain.packages)
    if result.packages is not None:
        return message("agreements.bottom.room", on_paper=on_paper, can=result.packages)
    who = joined(party.name for party in result.terms.parties if party.required)
    return message("agreements.bottom.some_room", on_paper=on_paper, parties=who)


def _offer(result: AgreementAnswers) -> Iterable[Text]:
    if result.proposal is None or result.offer is None:
        return
    aside = [issue.label for issue in result.terms.issues if result.offer[issue.id] == PARKED]
    settled = len(result.terms.issues) - len(aside)
    if aside:
        yield Text(message("agreements.bottom.offer_with_parked", n=settled, issues=joined(aside)))
    else:
        yield Text(message("agreements.bottom.offer", n=settled))


def _blocked(result: AgreementAnswers) -> Iterable[Text]:
    yield Text(message("agreements.bottom.none", on_paper=counted(result.bargain.packages)))
    if result.blocking is not None and result.blocking.demands:
        demands = joined((demand.text for demand in result.blocking.demands), "semicolon")
        yield Text(message("agreements.bottom.in_the_way", demands=demands, why=_why_these(result.blocking)))


def _why_these(blocking: Blocking) -> Words:
    if len(blocking.demands) == 1:
        return message("agreements.why.one")
    if not blocking.needed:
        return message("agreements.why.stopped")
    return message("agreements.why.together")


def _mediated(result: AgreementAnswers) -> Iterable[Text]:
    mediation = result.mediation
    if mediation is None:
        return
    labels: dict[str, Words] = {one.id: one.label for one in result.terms.instruments}
    if mediation.least_budget:
        tools = joined(labels[name] for name in mediation.instruments)
        cost = number(mediation.least_budget)
        yield Text(message("agreements.bottom.mediator", cost=cost, instruments=tools))
    elif mediation.least_budget is None and mediation.proven:
        yield Text(message("agreements.bottom.no_mediator"))
