"""Every format a dossier travels in, in the order help shows them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from detente.errors import ArgumentError
from detente.evidence.dossier import Dossier
from detente.store.exports import annotations as web_annotations
from detente.store.exports import plover, references, table


@dataclass(frozen=True, slots=True)
class Format:
    """`render` writes a dossier; `add` reads such a text back and adds it to a dossier; `holds` says what."""

    id: str
    suffix: str
    holds: str
    render: Callable[[Dossier], str]
    add: Callable[[Dossier, str], Dossier]


def _whole(parse: Callable[[str], Dossier]) -> Callable[[Dossier, str], Dossier]:
    def add(dossier: Dossier, text: str) -> Dossier:
        found = parse(text)
        return dossier.add(found.documents, found.claims)

    return add


FORMATS = (
    Format(
        "annotations", ".jsonld", "claims and documents, W3C Web Annotation",
        web_annotations.render, _whole(web_annotations.parse),
    ),
    Format("plover", ".json", "claims with an event type, PLOVER-style", plover.render, _whole(plover.parse)),
    Format("csv", ".csv", "claims, for spreadsheets", table.render, lambda d, t: d.add((), table.parse(t))),
    Format(
        "csl", ".json", "documents, CSL JSON",
        lambda d: references.csl(d.documents), lambda d, t: d.add(references.from_csl(t)),
    ),
    Format(
        "bibtex", ".bib", "documents, BibTeX",
        lambda d: references.bibtex(d.documents), lambda d, t: d.add(references.from_bibtex(t)),
    ),
    Format(
        "ris", ".ris", "documents, RIS",
        lambda d: references.ris(d.documents), lambda d, t: d.add(references.from_ris(t)),
    ),
)  # fmt: skip


def format_for(name: str, file: Path | None) -> Format:
    """The format named, or else the one that files with this ending have; annotations if neither tells."""
    if name or file is None:
        return format_of(name or FORMATS[0].id)
    suffix = file.suffix.lower()
    fitting = [found for found in FORMATS if found.suffix == suffix]
    if len(fitting) > 1:
        choice = " or ".join(f"--as {found.id} ({found.holds})" for found in fitting)
        raise ArgumentError(f"format_for(): {suffix} files are of several formats; say {choice}")
    return fitting[0] if fitting else FORMATS[0]


def format_of(name: str) -> Format:
    """The format of that id."""
    for found in FORMATS:
        if found.id == name:
            return found
    raise ArgumentError(
        f"format_of(): format must be one of {', '.join(f.id for f in FORMATS)}; got {name!r}"
    )
