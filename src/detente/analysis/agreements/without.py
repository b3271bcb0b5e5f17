"""Without an issue, an ask or a party: the same negotiation with one thing taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from detente.errors import ArgumentError
from detente.situation.issues.terms import PARKED, AgreementTerms, Party, Statement
from detente.situation.language.expressions import Compare, nearest, references


def without(terms: AgreementTerms, names: Sequence[str]) -> AgreementTerms:
    """The terms without each named issue, ask (id of a demand) or party.

    An issue that may be parked is parked; another leaves the table with its points and with every linkage
    and red line that speaks of it. A party neither signs nor is asked. Raises ArgumentError for a name that
    is none of them.
    """
    for name in names:
        terms = _without(terms, name)
    return terms


def known(terms: AgreementTerms) -> tuple[str, ...]:
    """Everything that can be taken out: issues, parties, asks."""
    from detente.situation.issues.compile import compile_terms

    demands = compile_terms(terms).demands
    return (
        *(issue.id for issue in terms.issues),
        *(party.id for party in terms.parties),
        *(demand.id for demand in demands if demand.kind != "reservation"),
        *(demand.id for demand in demands if demand.kind == "reservation"),
    )


def _without(terms: AgreementTerms, name: str) -> AgreementTerms:
    if name in {issue.id for issue in terms.issues}:
        return _without_issue(terms, name)
    if name in {party.id for party in terms.parties}:
        return _without_party(terms, name)
    for place, statement in enumerate(terms.require):
        if name in (f"require.{place}", statement.text):
            return replace(terms, require=terms.require[:place] + terms.require[place + 1 :])
    if name == "quota":
        return replace(terms, quota=0)
    parties = tuple(_without_ask(terms, party, name) for party in terms.parties)
    if parties == terms.parties:
        there_are = known(terms)
        raise ArgumentError(
            f"there is no issue, ask or party {name!r}{nearest(name, there_are)}; "
            f"there are: {', '.join(there_are)}"
        )
    return replace(terms, parties=parties)


def _without_issue(terms: AgreementTerms, name: str) -> AgreementTerms:
    if terms.issue(name).park:
        aside = Statement(f"{name} == {PARKED}", Compare(name, "==", PARKED))
        return replace(terms, require=(*terms.require, aside))
    place = list(terms.levels).index(name)
    if len(terms.issues) == 1:
        raise ArgumentError(f"without {name!r} there is no issue left to agree on")

    def silent(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
        return tuple(s for s in statements if name not in references(s.expression))

    parties = tuple(
        replace(
            party,
            points=party.points and party.points[:place] + party.points[place + 1 :],
            marks=party.marks and party.marks[:place] + party.marks[place + 1 :],
            never=silent(party.never),
        )
        for party in terms.parties
    )
    return replace(
        terms,
        issues=terms.issues[:place] + terms.issues[place + 1 :],
        parties=parties,
        require=silent(terms.require),
        instruments=tuple(
            one
            for one in terms.instruments
            if one.condition is None or name not in references(one.condition.expression)
        ),
    )


def _without_party(terms: AgreementTerms, name: str) -> AgreementTerms:
    parties = tuple(party for party in terms.parties if party.id != name)
    if not parties:
        raise ArgumentError(f"without {name!r} there is no party left to agree")
    optional = sum(not party.required for party in parties)
    return replace(terms, parties=parties, quota=min(terms.quota, optional))


def _without_ask(terms: AgreementTerms, party: Party, name: str) -> Party:
    """The party without the demand of that id (or red line of that text); itself if it is not its own."""
    if name == f"{party.id}.reservation":
        # It then signs anything, and its gain is counted from nothing.
        return replace(party, reservation=None, margin=Fraction(0))
    for place, statement in enumerate(party.never):
        if name in (f"{party.id}.never.{place}", statement.text):
            return replace(party, never=party.never[:place] + party.never[place + 1 :])
    return _without_mark(terms, party, name)


def _without_mark(terms: AgreementTerms, party: Party, name: str) -> Party:
    from detente.situation.issues.terms import Mark

    if party.marks is None:
        return party
    paid = name == f"{party.id}.paid"
    marks = tuple(
        tuple(
            Mark.ACCEPTABLE
            if name == f"{party.id}.marks.{issue.id}.{level}" or (paid and mark is Mark.PAID)
            else mark
            for level, mark in zip(issue.levels, row, strict=True)
        )
        for issue, row in zip(terms.issues, party.marks, strict=True)
    )
    return replace(party, marks=marks)
