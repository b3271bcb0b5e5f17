"""How far the review has come, what was proposed by what, and how far to trust proposers and reviewers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from detente.evidence.claims import REVIEW_STATES
from detente.evidence.contrasts import Contrast
from detente.evidence.dossier import Dossier
from detente.exhibits import Exhibit, Paragraph, Section, Table, Text
from detente.messages import Words, joined, message
from detente.study.reviewing.decisions import Decision
from detente.study.reviewing.reliability import Agreement, Precision, agreement, precision


def review_section(dossier: Dossier, log: Sequence[Decision] = ()) -> Section:
    """Where does the review stand, and whose proposals proved right?"""
    blocks: list[Exhibit] = [proposals_table(dossier)]
    rules = precision(log)
    if rules:
        blocks.append(precision_table(rules))
    apart = dossier.contrasts()
    if apart:
        blocks.append(contrasts_table(apart))
    found = agreement(log)
    if found is not None:
        blocks.append(Paragraph(tuple(Text(sentence) for sentence in agreement_sentences(found))))
    return Section(message("study.review.title"), tuple(blocks))


def proposals_table(dossier: Dossier) -> Table:
    """How many claims were proposed by what, and what became of them; a row for each proposer."""
    counts: dict[str, Counter[str]] = {}
    for claim in dossier.claims:
        counts.setdefault(claim.origin, Counter())[claim.review.state] += 1
    whole: Counter[str] = sum(counts.values(), Counter())
    rows = [_states(origin, found) for origin, found in sorted(counts.items())]
    rows.append(_states(message("study.review.all"), whole))
    states = (message(f"study.review.state.{state}") for state in REVIEW_STATES)
    columns = (message("study.review.column.origin"), *states, message("study.review.column.claims"))
    return Table(message("study.review.proposals"), columns, tuple(rows), numeric=(1, 2, 3, 4, 5))


def _states(origin: Words, found: Counter[str]) -> tuple[Text, ...]:
    return _row(origin, *(str(found[state]) for state in REVIEW_STATES), str(found.total()))


def _row(*cells: Words) -> tuple[Text, ...]:
    return tuple(Text(cell) for cell in cells)


def precision_table(rules: Sequence[Precision]) -> Table:
    """How often was each proposer right, by the reviewers' decisions?"""
    rows = tuple(
        _row(
            rule.origin,
            str(rule.right),
            str(rule.amended),
            str(rule.wrong),
            message("study.review.share", share=rule.share),
            message("study.review.interval", low=rule.low, high=rule.high),
        )
        for rule in rules
    )
    names = ("origin", "right", "amended", "wrong", "share", "interval")
    columns = tuple(message(f"study.review.column.{name}") for name in names)
    note = Text(message("study.review.precision.note"))
    return Table(message("study.review.precision"), columns, rows, numeric=(1, 2, 3, 4), note=note)


def contrasts_table(apart: Sequence[Contrast]) -> Table:
    """Which claims do not sit together? They are shown side by side, never merged."""
    rows = tuple(
        (
            Text(message(f"study.review.contrast.{one.kind}")),
            Text(one.first.text, claims=(one.first.id,)),
            Text(one.second.text, claims=(one.second.id,)),
        )
        for one in apart
    )
    columns = tuple(message(f"study.review.column.{name}") for name in ("how", "one", "other"))
    return Table(message("study.review.contrasts"), columns, rows)


def agreement_sentences(found: Agreement) -> tuple[Words, ...]:
    """How far the reviewers agree, in words."""
    both = message("study.review.claims", n=found.claims)
    names = joined(found.reviewers, "comma")
    first = message("study.review.agreed", names=names, claims=both, observed=found.observed)
    if found.alpha is None:
        return first, message("study.review.all_alike")
    second = message("study.review.alpha", alpha=found.alpha)
    if found.kappa is not None:
        second = message("study.review.alpha_kappa", alpha=found.alpha, kappa=found.kappa)
    disputed = (message("study.review.disputed", claims=joined(found.disputed, "comma")),)
    return first, second, *(disputed if found.disputed else ())
