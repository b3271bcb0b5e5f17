"""How far the review has come, what was proposed by what, and how far to trust proposers and reviewers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from types import MappingProxyType

from detente.evidence.claims import REVIEW_STATES
from detente.evidence.contrasts import Contrast
from detente.evidence.dossier import Dossier
from detente.exhibits import Exhibit, Paragraph, Section, Table, Text
from detente.situation.english import counted
from detente.study.reviewing.decisions import Decision
from detente.study.reviewing.reliability import Agreement, Precision, agreement, precision

_CONTRASTS = MappingProxyType({"contradiction": "contradict each other", "tone": "differ in tone"})


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
    return Section("The review of proposed claims", tuple(blocks))


def proposals_table(dossier: Dossier) -> Table:
    """How many claims were proposed by what, and what became of them; a row for each proposer."""
    counts: dict[str, Counter[str]] = {}
    for claim in dossier.claims:
        counts.setdefault(claim.origin, Counter())[claim.review.state] += 1
    rows = [
        (Text(origin), *(Text(str(found[state])) for state in REVIEW_STATES), Text(str(found.total())))
        for origin, found in sorted(counts.items())
    ]
    whole: Counter[str] = sum(counts.values(), Counter())
    rows.append(
        (Text("all"), *(Text(str(whole[state])) for state in REVIEW_STATES), Text(str(whole.total())))
    )
    columns = ("proposed by", *REVIEW_STATES, "claims")
    return Table("Claims by proposer and review", columns, tuple(rows), numeric=(1, 2, 3, 4, 5))


def precision_table(rules: Sequence[Precision]) -> Table:
    """How often was each proposer right, by the reviewers' decisions?"""
    rows = tuple(
        tuple(
            map(
                Text,
                (
                    rule.origin, str(rule.right), str(rule.amended), str(rule.wrong),
                    f"{rule.share:.0%}", f"{rule.low:.0%} to {rule.high:.0%}",
                ),
            )
        )
        for rule in rules
    )  # fmt: skip
    columns = ("proposed by", "right", "amended", "wrong", "right as proposed", "95 % interval")
    note = Text(
        "Right: accepted or merged as proposed. The interval is Wilson's; few decisions make it wide."
    )
    return Table("How often proposals were right", columns, rows, numeric=(1, 2, 3, 4), note=note)


def contrasts_table(apart: Sequence[Contrast]) -> Table:
    """Which claims do not sit together? They are shown side by side, never merged."""
    rows = tuple(
        (
            Text(_CONTRASTS[one.kind]),
            Text(one.first.text, claims=(one.first.id,)),
            Text(one.second.text, claims=(one.second.id,)),
        )
        for one in apart
    )
    return Table("Claims that do not sit together", ("how", "one", "the other"), rows)


def agreement_sentences(found: Agreement) -> tuple[str, ...]:
    """How far the reviewers agree, in words."""
    names = ", ".join(found.reviewers)
    both = counted(found.claims, "claim")
    first = f"{names} decided independently on {both}; {found.observed:.0%} of verdicts agree."
    if found.alpha is None:
        return first, "All verdicts are alike, so agreement beyond chance is not defined."
    kappa = f", Cohen's kappa {found.kappa:.2f}" if found.kappa is not None else ""
    second = f"Agreement beyond chance: Krippendorff's alpha {found.alpha:.2f}{kappa}."
    disputed = f"Judged differently: {', '.join(found.disputed)}." if found.disputed else ""
    return tuple(filter(None, (first, second, disputed)))
