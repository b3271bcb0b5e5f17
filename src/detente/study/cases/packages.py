"""Published negotiations over packages: issues and parties, and what the source prints about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from detente.analysis.agreements.adjusted_winner import adjusted_winner, items_of
from detente.analysis.agreements.engines.choose import engine
from detente.analysis.agreements.objectives.registry import objective
from detente.analysis.agreements.solving.frontier import frontier
from detente.exhibits import Paragraph, Section, Table, Text
from detente.messages import Words, message
from detente.situation.issues.compile import compile_terms
from detente.situation.issues.terms import AgreementTerms
from detente.situation.model import Situation
from detente.study.cases.exhibits import columns, source_lines
from detente.study.cases.published import Publication


@dataclass(frozen=True, slots=True)
class PrintedPackages:
    """A printed answer. value: a count or an optimum; points: of the best package, or of a fair division;
    share: item to the first side's part. optional and of_all: the same with some parties free to stay out
    and that many signatures needed in all.
    """

    ask: str
    where: str
    value: Fraction | None = None
    points: Mapping[str, Fraction] | None = None
    share: Mapping[str, Fraction] | None = None
    optional: tuple[str, ...] = ()
    of_all: int | None = None


@dataclass(frozen=True, slots=True)
class PackageCase:
    """A negotiation and what its source prints."""

    publication: Publication
    situation: Situation
    printed: tuple[PrintedPackages, ...]


@dataclass(frozen=True, slots=True)
class PackageComparison:
    """A printed answer beside ours, both in words."""

    printed: PrintedPackages
    print_says: str
    ours: str

    @property
    def agrees(self) -> bool:
        """Do they say the same?"""
        return self.print_says == self.ours


def compare_packages(case: PackageCase) -> tuple[PackageComparison, ...]:
    """Every printed answer beside ours."""
    return tuple(_compared(case, printed) for printed in case.printed)


def _compared(case: PackageCase, printed: PrintedPackages) -> PackageComparison:
    value, points, share = _ours(_varied(case.situation, printed), printed.ask)
    told = _words(printed.value, printed.points, printed.share)
    mine = _words(
        value if printed.value is not None else None,
        points if printed.points is not None else None,
        None if printed.share is None else {item: share[item] for item in printed.share},
    )
    return PackageComparison(printed, told, mine)


def _varied(situation: Situation, printed: PrintedPackages) -> AgreementTerms:
    """The terms with some parties free to stay out, where the print speaks of that."""
    terms = situation.terms
    assert terms is not None
    if printed.of_all is None:
        return terms
    parties = tuple(replace(party, required=party.id not in printed.optional) for party in terms.parties)
    return replace(terms, parties=parties, quota=printed.of_all - sum(party.required for party in parties))


def _ours(
    terms: AgreementTerms, ask: str
) -> tuple[Fraction | None, dict[str, Fraction], dict[str, Fraction]]:
    """Our answer: a value, points by party, parts of items; empty where the question asks for none."""
    bargain = compile_terms(terms)
    if ask == "adjusted-winner":
        return (None, *_division(terms))
    if ask == "on-paper":
        return Fraction(bargain.packages), {}, {}
    if ask == "packages":
        return Fraction(engine(bargain).count() or 0), {}, {}
    front = frontier(bargain)
    if ask == "frontier" or front is None:
        return (None if front is None else Fraction(front.size)), {}, {}
    places, value = objective(ask).best(front.rows)
    points = {
        terms.parties[party].id: Fraction(int(gain), bargain.unit) + (terms.parties[party].reservation or 0)
        for party, gain in zip(bargain.scored, front.gains[places[0]], strict=True)
    }
    return value, points, {}


def _division(terms: AgreementTerms) -> tuple[dict[str, Fraction], dict[str, Fraction]]:
    items = items_of(terms)
    if items is None:
        return {}, {}
    first, second, mine, yours = items
    division = adjusted_winner(mine, yours, sides=(first.id, second.id))
    return dict(zip(division.sides, division.scores, strict=True)), dict(division.shares)


def _words(
    value: Fraction | None, points: Mapping[str, Fraction] | None, share: Mapping[str, Fraction] | None
) -> str:
    parts = [] if value is None else [f"{float(value):,g}"]
    parts += [f"{party} {float(number):g}" for party, number in sorted((points or {}).items())]
    parts += [f"{part} of {item}" for item, part in sorted((share or {}).items())]
    return ", ".join(parts)


def package_sections(case: PackageCase) -> tuple[Section, ...]:
    """One case: its source, its parties, and every print beside ours."""
    terms = case.situation.terms
    assert terms is not None
    size = message("study.cases.size", parties=len(terms.parties), issues=len(terms.issues))
    source = (*source_lines(case.publication), size)
    rows = tuple(_cells(*row) for row in _rows(case))
    heads: tuple[Words, ...] = (*columns("question", "where", "printed", "ours"), "")
    table = Table(message("study.cases.printed_and_ours"), heads, rows)
    title = case.publication.title
    return (
        Section(title, (Paragraph(tuple(Text(line) for line in source), bullets=True),)),
        Section(message("study.cases.beside"), (table,)),
    )


def _cells(*words: Words) -> tuple[Text, ...]:
    return tuple(Text(word) for word in words)


def _rows(case: PackageCase) -> Iterator[tuple[Words, ...]]:
    for one in compare_packages(case):
        verdict = message("study.cases.agrees") if one.agrees else message("study.cases.differs")
        yield one.printed.ask, one.printed.where, one.print_says, one.ours, verdict


def package_record(case: PackageCase) -> dict[str, object]:
    """One case as plain values."""
    return {
        "name": case.publication.name,
        "title": case.publication.title,
        "place": case.publication.place,
        "citation": case.publication.citation,
        "read_in": case.publication.read_in,
        "results": [
            {
                "ask": one.printed.ask,
                "where": one.printed.where,
                "printed": one.print_says,
                "ours": one.ours,
                "agrees": one.agrees,
                "because": "",
            }
            for one in compare_packages(case)
        ],
    }
