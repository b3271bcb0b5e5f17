"""Agreement and precision against printed examples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.study.reviewing.decisions import Decision
from detente.study.reviewing.reliability import agreement, cohen_kappa, krippendorff_alpha, precision, wilson


def units(*reviewers: str) -> list[dict[str, str]]:
    """Columns of the reviewers' rows of verdicts; a dot is missing."""
    return [
        {str(who): value for who, value in enumerate(column) if value != "."}
        for column in zip(*reviewers, strict=True)
    ]


def test_krippendorff_binary_two_observers():
    # Krippendorff (2011), section A: alpha = 0.095
    found = krippendorff_alpha(units("0100000010", "1110010000"))
    assert found == pytest.approx(0.095, abs=5e-4)


def test_krippendorff_nominal_missing_data():
    # Krippendorff (2011), section C: four observers, twelve units, one of them seen by one observer only
    found = krippendorff_alpha(
        units("123321412...", "1233224125..", ".33323422513", "123324412511"[:11] + ".")
    )
    assert found == pytest.approx(0.743, abs=5e-4)


def test_cohen_kappa_two_by_two():
    # 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: p_o = .7, p_e = .5, kappa = .4
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert cohen_kappa(pairs) == pytest.approx(0.4)
    assert cohen_kappa([("y", "y")] * 5) is None


def test_wilson_interval():
    # Newcombe (1998), Statistics in Medicine 17, table I: 81/263 -> .2553 to .3662; 0/20 -> 0 to .1611
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(0, 20) == pytest.approx((0.0, 0.1611), abs=5e-5)
    assert wilson(0, 0) == (0.0, 1.0)


VERDICTS = st.lists(
    st.dictionaries(st.sampled_from("123"), st.sampled_from("ab"), min_size=2, max_size=3),
    min_size=1,
    max_size=8,
)


@given(VERDICTS)
def test_alpha_is_at_most_one_and_one_only_in_full_agreement(given_units):
    alpha = krippendorff_alpha(given_units)
    agreed = all(len(set(unit.values())) == 1 for unit in given_units)
    if alpha is None:
        assert agreed
    else:
        assert alpha <= 1 + 1e-12
        assert (abs(alpha - 1) < 1e-12) == agreed


def entry(number: int, action: str, claim: str, by: str = "ann", **rest: object) -> Decision:
    from detente.evidence.claims import Claim

    return Decision(
        number, action, claim, by, "", before=(Claim(claim, "ask", "x", origin="rule:a"),), **rest
    )


def test_precision_counts_the_latest_standing_verdicts():
    log = [
        entry(1, "accept", "c1"), entry(2, "reject", "c2"), entry(3, "undo", "c2", undoes=2), entry(4, "edit", "c2"),
        entry(5, "skip", "c3"), entry(6, "merge", "c4", into="c1"), entry(7, "reject", "c1", by="bob", opinion=True),
    ]  # fmt: skip
    (found,) = precision(log)
    assert (found.origin, found.right, found.amended, found.wrong) == ("rule:a", 2, 1, 0)
    assert found.share == pytest.approx(2 / 3)
    assert found.low < found.share < found.high


def test_agreement_between_two_reviewers():
    log = [
        entry(1, "accept", "c1"), entry(2, "reject", "c2"), entry(3, "accept", "c3"),
        entry(4, "accept", "c1", by="bob", opinion=True), entry(5, "accept", "c2", by="bob", opinion=True),
    ]  # fmt: skip
    found = agreement(log)
    assert found is not None
    assert (found.reviewers, found.claims, found.observed, found.disputed) == (
        ("ann", "bob"),
        2,
        0.5,
        ("c2",),
    )
    assert found.kappa == 0.0
    assert agreement(log[:3]) is None


def test_a_verdict_given_in_sight_of_anothers_is_no_agreement():
    one_after_another = [entry(1, "accept", "c1"), entry(2, "accept", "c1", by="bob")]
    assert agreement(one_after_another) is None
    found = agreement([*one_after_another, entry(3, "reject", "c1", by="cem", opinion=True)])
    assert found is not None and found.reviewers == ("ann", "cem")


def test_a_verdict_changed_once_there_is_anothers_counts_as_it_was_first_given():
    first = [entry(1, "accept", "c1"), entry(2, "reject", "c1", by="bob", opinion=True)]
    for late in (entry(3, "reject", "c1"), entry(3, "accept", "c1", by="bob", opinion=True)):
        found = agreement([*first, late])
        assert found is not None and found.disputed == ("c1",)


def test_a_verdict_changed_before_anothers_counts_as_changed():
    found = agreement(
        [entry(1, "accept", "c1"), entry(2, "reject", "c1"), entry(3, "reject", "c1", by="bob", opinion=True)]
    )
    assert found is not None and found.observed == 1.0


def test_what_was_taken_back_was_no_verdict():
    taken_back = [entry(1, "accept", "c1"), entry(2, "undo", "c1", undoes=1)]
    found = agreement(
        [*taken_back, entry(3, "edit", "c1", by="bob"), entry(4, "accept", "c1", by="cem", opinion=True)]
    )
    assert found is not None and found.reviewers == ("bob", "cem")
