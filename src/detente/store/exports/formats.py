"""Every format a dossier travels in, in the order help shows them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

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


# Endings that other programs give files of a format.
_ALSO = MappingProxyType({"annotations": (".json",), "csl": (".csl",), "bibtex": (".bibtex",)})


def format_to_write(name: str, file: Path | None) -> Format:
    """The format to write a file in: the one named, or the one its ending tells; annotations if neither does.

    Raises ArgumentError where the ending is not one of the format named, or of no format there is.
    """
    if name and file is not None:
        return _agreeing(format_of(name), file)
    return format_to_read(name, file)


def format_to_read(name: str, file: Path | None) -> Format:
    """The format a file is in: the one named, whatever the file is called, else the one its ending tells."""
    suffix = "" if file is None else file.suffix.lower()
    if name or not suffix:
        return format_of(name or FORMATS[0].id)
    fitting = [found for found in FORMATS if found.suffix == suffix]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        choice = " or ".join(f"--as {found.id} ({found.holds})" for found in fitting)
        raise ArgumentError(f"{suffix} files are of several formats; say {choice}")
    raise ArgumentError(f"{file}: no format has files that end in {suffix}; there are {_known()}")


def _agreeing(form: Format, file: Path) -> Format:
    suffix = file.suffix.lower()
    if suffix in ("", form.suffix, *_ALSO.get(form.id, ())):
        return form
    raise ArgumentError(
        f"{file}: files of the format {form.id} end in {form.suffix}, not {suffix}; there are {_known()}"
    )


def _known() -> str:
    return ", ".join(f"{found.id} ({found.suffix}: {found.holds})" for found in FORMATS)


def format_of(name: str) -> Format:
    """The format of that id."""
    for found in FORMATS:
        if found.id == name:
            return found
    raise ArgumentError(
        f"format_of(): format must be one of {', '.join(f.id for f in FORMATS)}; got {name!r}"
    )
