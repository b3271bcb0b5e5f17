"""What Seoul and Beijing could sign in the bundled study, pinned as reviewed facts."""

from __future__ import annotations

from functools import cache

from detente.analysis.agreements.common_ground import CommonGround, common_ground
from detente.analysis.agreements.engines.choose import engine
from detente.analysis.agreements.engines.engine import Engine
from detente.situation.issues.compile import compile_terms
from detente.situation.issues.terms import AgreementTerms
from detente.store.study_folder import bundled_study, load_study


@cache
def terms() -> AgreementTerms:
    found = load_study(bundled_study()).situation.terms
    assert isinstance(found, AgreementTerms)
    return found


@cache
def solver() -> Engine:
    return engine(compile_terms(terms()))


@cache
def ground() -> CommonGround:
    return common_ground(solver())


def test_every_issue_and_party_says_what_it_rests_on() -> None:
    assert all(issue.because or issue.assumed for issue in terms().issues)
    assert all(party.because and party.assumed for party in terms().parties)


def test_how_many_packages_both_could_sign() -> None:
    """Counted a second time by a plain enumeration written for the purpose: 28,070 of 4,251,528."""
    assert solver().count() == 28_070


def test_what_is_settled_and_what_is_best_set_aside() -> None:
    """Both leaders named the search for new approaches and the aim of restoration. Each side's level on
    trilateral cooperation is the other's red line, so every agreement leaves it aside."""
    assert ground().core == (("new_approaches", "continue"), ("restoration", "affirm"))
    assert ground().parked == ("trilateral",)


def test_missile_defence_is_at_most_recalled() -> None:
    """The lesson of 2017: Seoul renews no assurance under any package."""
    assert dict(ground().in_trade)["missile_defence"] == ("recall", "parked")


def test_mediation_is_signed_only_with_support_on_taiwan() -> None:
    issues = [issue.id for issue in terms().issues]
    assert "taiwan" in issues and "north_korea" in issues
    (linkage, *_) = terms().require
    assert linkage.text == "north_korea == mediate implies taiwan == support"
    assert linkage.assumed  # the editorial's reading; Han's would drop it
