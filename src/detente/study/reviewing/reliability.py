"""How far can proposals and reviewers be trusted? Precision by rule, and agreement between reviewers."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from detente.study.reviewing.decisions import Decision, standing

_Z = 1.959963984540054  # the 97.5 % point of the normal distribution

VERDICTS = {"accept": "right", "merge": "right", "edit": "amended", "reject": "wrong"}


@dataclass(frozen=True, slots=True)
class Precision:
    """How often the proposals of one origin were right, by the decisions that stand.

    `right` were accepted or merged, `amended` needed an edit, `wrong` were rejected. `share` counts right
    ones alone; `low` and `high` bound it with 95 % confidence (Wilson's score interval).
    """

    origin: str
    right: int
    amended: int
    wrong: int

    @property
    def decided(self) -> int:
        """How many were decided on."""
        return self.right + self.amended + self.wrong

    @property
    def share(self) -> float:
        """The share found right as proposed."""
        return self.right / self.decided

    @property
    def low(self) -> float:
        """Lower bound of the share."""
        return wilson(self.right, self.decided)[0]

    @property
    def high(self) -> float:
        """Upper bound of the share."""
        return wilson(self.right, self.decided)[1]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far reviewers agree on the claims that two or more of them decided on independently.

    `observed` is the share of pairs of verdicts that agree; `alpha` Krippendorff's alpha for nominal data;
    `kappa` Cohen's kappa, for exactly two reviewers. Alpha and kappa are None where chance alone would give
    full agreement (all verdicts alike), so that neither is defined. `disputed` are claims judged differently.
    """

    reviewers: tuple[str, ...]
    claims: int
    observed: float
    alpha: float | None
    kappa: float | None
    disputed: tuple[str, ...]


def precision(log: Iterable[Decision]) -> tuple[Precision, ...]:
    """How often was each rule, model or person right? The latest verdict on a claim counts; skips do not."""
    latest = {entry.claim: entry for entry in standing(log) if entry.action in VERDICTS and not entry.opinion}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in latest.values():
        counts[entry.origin][VERDICTS[entry.action]] += 1
    return tuple(
        Precision(origin, found["right"], found["amended"], found["wrong"])
        for origin, found in sorted(counts.items())
    )


def agreement(log: Iterable[Decision]) -> Agreement | None:
    """How far do the reviewers agree? None while no claim has independent verdicts of two of them."""
    given = independent_verdicts(log)
    shared = {claim: verdicts for claim, verdicts in given.items() if len(verdicts) > 1}
    if not shared:
        return None
    reviewers = tuple(sorted({name for one in shared.values() for name in one}))
    pairs = [(one[reviewers[0]], one[reviewers[1]]) for one in shared.values() if len(reviewers) == 2]
    return Agreement(
        reviewers,
        len(shared),
        observed_agreement(list(shared.values())),
        krippendorff_alpha(list(shared.values())),
        cohen_kappa(pairs) if pairs else None,
        tuple(claim for claim, one in shared.items() if len(set(one.values())) > 1),
    )


def independent_verdicts(log: Iterable[Decision]) -> dict[str, dict[str, str]]:
    """Which verdicts were taken without sight of another's? By claim and reviewer.

    A second opinion is, being shown the claim as it was proposed. Any other decision is only while no other
    reviewer's stands on the claim, since it shows what was decided; and whoever changes a verdict once there
    is another's may have talked about it.
    """
    given: dict[str, dict[str, str]] = defaultdict(dict)
    decided: dict[str, set[str]] = defaultdict(set)
    for entry in standing(log):
        if entry.action not in VERDICTS:
            continue
        changed = entry.by in given[entry.claim] and len(given[entry.claim]) > 1
        seen = not entry.opinion and bool(decided[entry.claim] - {entry.by})
        if not (changed or seen):
            given[entry.claim][entry.by] = VERDICTS[entry.action]
        if not entry.opinion:
            decided[entry.claim].add(entry.by)
    return given


def wilson(successes: int, trials: int) -> tuple[float, float]:
    """The 95 % score interval of a share (Wilson 1927, J. Amer. Stat. Assoc. 22:209)."""
    if not trials:
        return 0.0, 1.0
    share, square = successes / trials, _Z * _Z
    centre = (share + square / (2 * trials)) / (1 + square / trials)
    half = _Z * math.sqrt(share * (1 - share) / trials + square / (4 * trials**2)) / (1 + square / trials)
    return max(0.0, centre - half), min(1.0, centre + half)


def observed_agreement(units: Sequence[Mapping[str, str]]) -> float:
    """The share of ordered pairs of verdicts on one unit that agree, each unit weighing by its verdicts."""
    matrix = _coincidences(units)
    return sum(n for (one, other), n in matrix.items() if one == other) / sum(matrix.values())


def cohen_kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Agreement of two reviewers beyond chance: (p_o - p_e) / (1 - p_e).

    Cohen (1960), "A coefficient of agreement for nominal scales", Educational and Psychological Measurement
    20, 37-46. None where chance alone gives full agreement.
    """
    total = len(pairs)
    observed = sum(first == second for first, second in pairs) / total
    firsts, seconds = Counter(first for first, _ in pairs), Counter(second for _, second in pairs)
    expected = sum(firsts[verdict] * seconds[verdict] for verdict in firsts) / total**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def krippendorff_alpha(units: Sequence[Mapping[str, str]]) -> float | None:
    """Agreement of any number of reviewers beyond chance, nominal data, verdicts may be missing.

    1 - D_o / D_e over the coincidence matrix: Krippendorff (2011), "Computing Krippendorff's
    Alpha-Reliability", sections B and C. None where all verdicts are alike.
    """
    matrix = _coincidences(units)
    totals: Counter[str] = Counter()
    for (one, _), number in matrix.items():
        totals[one] += number  # type: ignore[assignment]
    n = sum(totals.values())
    agreeing = sum(number for (one, other), number in matrix.items() if one == other)
    expected = sum(number * (number - 1) for number in totals.values())
    everything = n * (n - 1)
    return None if expected == everything else ((n - 1) * agreeing - expected) / (everything - expected)


def _coincidences(units: Sequence[Mapping[str, str]]) -> dict[tuple[str, str], float]:
    """o_ck: each ordered pair of values in a unit of m adds 1/(m-1); a single value adds nothing."""
    matrix: dict[tuple[str, str], float] = defaultdict(float)
    for unit in units:
        values = list(unit.values())
        for first, one in enumerate(values):
            for second, other in enumerate(values):
                if first != second:
                    matrix[one, other] += 1 / (len(values) - 1)
    return matrix
