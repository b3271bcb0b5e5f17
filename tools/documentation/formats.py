"""The file formats, from the types that read them: situation, study, dossier, decisions."""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from detente.evidence.claims import Attestation, Claim, Review
from detente.evidence.documents import Document
from detente.evidence.passages import Passage
from detente.situation.file.entries import SituationEntry
from detente.store.study_folder import StudyEntry
from detente.study.reviewing.decisions import Decision
from documentation.markdown import Page, code, page, table

DOSSIER = """\
UTF-8, one JSON object a line: `{"document": {…}}` or `{"claim": {…}}`, documents before the claims that cite
them. Offsets count code points of the document's text, the end exclusive. A key left out has its default."""
KEYS = """\
Made from the types that read the file; what they mean is told in [the situation file](situation-file.md)."""
DECISIONS = """\
UTF-8, one JSON object a line, lines only ever added at the end: what somebody decided about a claim, and what
it was before."""


def pages() -> Iterator[Page]:
    """Keys of the situation file and of study.yaml; records of the dossier and the log of decisions."""
    yield (
        "reference/situation-keys.md",
        page(
            "# Keys of a situation file",
            KEYS,
            *_models(SituationEntry),
        ),
    )
    yield (
        "reference/study.md",
        page("# The study file", "`study.yaml` in the study's folder.", *_models(StudyEntry)),
    )
    records = map(record, (Document, Claim, Attestation, Passage, Review))
    yield "reference/dossier.md", page("# The dossier", "`dossier.jsonl`: " + DOSSIER, *records)
    yield (
        "reference/decisions-log.md",
        page("# The log of decisions", "`decisions.jsonl`: " + DECISIONS, record(Decision)),
    )


def _models(model: type[BaseModel]) -> Iterator[str]:
    """A model's keys, then those of every part it names."""
    schema = model.model_json_schema(by_alias=True)
    yield keys(schema)
    for name, part in schema.get("$defs", {}).items():
        holds = keys(part) if "properties" in part else kind(part)
        yield f"## {name}\n\n{holds}"


def keys(schema: dict[str, Any]) -> str:
    """The keys of one object: type, whether needed, default."""
    needed = set(schema.get("required", ()))
    rows = [
        (code(name), kind(part), "needed" if name in needed else _default(part))
        for name, part in schema["properties"].items()
    ]
    return page(_words(schema.get("description", "")), table(("key", "holds", "default"), rows)).rstrip()


def _default(part: dict[str, Any]) -> str:
    value = part.get("default")
    return "" if value in (None, "", [], {}) else code(value)


def kind(part: dict[str, Any]) -> str:
    """What a key may hold, in a few words."""
    if "$ref" in part:
        name = part["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name.lower()})"
    if "enum" in part or "const" in part:
        return " or ".join(code(choice) for choice in part.get("enum", [part.get("const")]))
    if "anyOf" in part:
        return " or ".join(dict.fromkeys(kind(one) for one in part["anyOf"] if one.get("type") != "null"))
    if part.get("type") == "array":
        return f"list of {kind(part['items'])}" if part.get("items") else "list"
    if part.get("type") == "object":
        inner = part.get("additionalProperties")
        return f"mapping to {kind(inner)}" if isinstance(inner, dict) else "mapping"
    if isinstance(part.get("type"), list):
        return " or ".join(kind({"type": one}) for one in part["type"])
    return {"string": "text", "boolean": "true or false"}.get(
        part.get("type", ""), part.get("type", "anything")
    )


def record(kind_of: type) -> str:
    """One record: its docstring and its fields."""
    hints = get_type_hints(kind_of)
    rows = [(code(one.name), _hint(hints[one.name]), _given(one)) for one in dataclasses.fields(kind_of)]
    words = _words(inspect.getdoc(kind_of) or "")
    return f"## {kind_of.__name__}\n\n{words}\n\n{table(('key', 'holds', 'default'), rows)}"


def _hint(hint: Any) -> str:
    """A type of a field: the values it may have, or its name."""
    if get_origin(hint) is Literal:
        return " or ".join(code(repr(choice)) for choice in get_args(hint))
    return code(inspect.formatannotation(hint).replace("detente.evidence.", "").replace("typing.", ""))


def _given(field: dataclasses.Field[Any]) -> str:
    if field.default is not dataclasses.MISSING:
        return code(repr(field.default))
    return "empty" if field.default_factory is not dataclasses.MISSING else "needed"


def _words(text: str) -> str:
    """A docstring as Markdown: nothing in it is meant as HTML or as a link."""
    return re.sub(r"([<\[])", r"\\\1", text)
