"""`read` with a language model: which one, what came of asking it, and what it was not told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from detente.errors import ArgumentError
from detente.messages import Message, message

if TYPE_CHECKING:
    from detente.cli.reading.files import Read
    from detente.evidence.documents import Document
    from detente.evidence.dossier import Dossier
    from detente.readers.reading import Reading as FileReading
    from detente.reading.language_model.suggestions import Extraction, Extractor


def chosen_model(model: str, server: str, answers: Path | None) -> Extractor | None:
    """The model to ask: a service, a service whose answers are kept, or answers kept before; mostly none."""
    if server and not model:
        raise ArgumentError("--server needs --model: which model is to be asked there?")
    if not model:
        if answers is None:
            return None
        from detente.readers.recorded_answers import load_answers

        return load_answers(answers)
    from detente.readers.language_model import open_model
    from detente.readers.recorded_answers import Recorder

    opened = open_model(model, address=server or None)
    return Recorder(opened, answers) if answers is not None else opened


def withheld(
    readings: list[Read], dossier: Dossier | None, olds: list[Document | None], *, withhold: bool
) -> list[Read]:
    """The readings, documents marked that must not be sent: by `--withhold` now, or in this dossier before.

    `olds` are the documents they take the place of, whose mark goes on to them.
    """
    known = dossier.documents if dossier is not None else ()
    kept = {document.digest for document in known if document.withheld}
    marked = [old is not None and old.withheld for old in olds]
    return [
        (source, replace(document, withheld=withhold or was or document.digest in kept), reading)
        for (source, document, reading), was in zip(readings, marked, strict=True)
    ]


def ask(document: Document, extractor: Extractor | None) -> Extraction:
    """What the model finds; without one, only where the document speaks to models."""
    from detente.reading.language_model.addressed import addressing
    from detente.reading.language_model.suggestions import Extraction, extract

    if extractor is None:
        return Extraction(addressed=addressing(document))
    found = extract(document, extractor)
    return replace(found, addressed=addressing(document)) if found.withheld else found


def with_claims(one: Read, found: Extraction) -> Read:
    """The reading with the model's claims after those of the rules."""
    source, document, reading = one
    return source, document, replace(reading, claims=(*reading.claims, *found.claims))


def asked_json(source: FileReading, found: Extraction) -> dict[str, object]:
    """What the model said that the document does not bear out, and where the document speaks to models."""
    spans = [source.in_original(place.start, place.end) for place in found.addressed]
    return {
        "addressed": [
            {"start": start, "end": end, "text": source.original[start:end]} for start, end in spans
        ],
        "model": {
            "claims": len(found.claims),
            "dropped": [
                {"quote": one.suggestion.quote, "kind": one.suggestion.kind, "reason": one.reason}
                for one in found.dropped
            ],
            "unfounded": found.unfounded,
            "ambiguous": found.ambiguous,
            "withheld": found.withheld,
        },
    }


def asked_notices(found: Extraction) -> list[Message]:
    """The same, for people."""
    notices = [message("cli.model.addressed", text=place.text) for place in found.addressed]
    if found.withheld:
        notices.append(message("cli.model.withheld"))
    if found.claims or found.dropped:
        claims, dropped = len(found.claims), len(found.dropped)
        notices.append(message("cli.model.proposed", claims=claims, dropped=dropped))
    if found.unfounded:
        notices.append(message("cli.model.unfounded", count=found.unfounded))
    return notices
