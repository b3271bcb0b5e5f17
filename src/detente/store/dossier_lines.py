"""Plain data of a dossier line to records: wrong types and unknown keys become faults, all at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from detente.errors import ArgumentError, Fault, ParseError, PathStep
from detente.evidence.claims import (
    DIRECTIONS,
    KINDS,
    REVIEW_STATES,
    STANCES,
    STATUSES,
    Attestation,
    Claim,
    Review,
)
from detente.evidence.dates import BASES, PRECISIONS, PartialDate, is_instant
from detente.evidence.documents import Document
from detente.evidence.passages import Passage
from detente.situation.language.expressions import nearest

Made = TypeVar("Made")
INSTANT = "a day or an instant that the calendar has (2026-01-08 or 2026-01-08T09:00:00+00:00)"


class _Fields:
    """Reads one object key by key and keeps the faults; `finish` raises them, unknown keys included."""

    def __init__(self, body: object, path: tuple[PathStep, ...] = ()) -> None:
        self.path = path
        self.faults: list[Fault] = []
        self.known: list[str] = []
        if not isinstance(body, dict):
            raise ParseError([Fault(f"must be an object {{…}}; got {_kind(body)}", "type", path)])
        self.body: dict[str, Any] = body

    def fault(self, message: str, kind: str, *steps: PathStep) -> None:
        self.faults.append(Fault(message, kind, (*self.path, *steps)))

    def take(self, key: str) -> Any:
        self.known.append(key)
        return self.body.get(key)

    def text(self, key: str, *, required: bool = False) -> str:
        value = self.take(key)
        if value is None and not required:
            return ""
        if not isinstance(value, str) or (required and not value):
            self.fault(f"{key} must be a text; got {_kind(value)}", "type", key)
            return ""
        return value

    def optional_text(self, key: str) -> str | None:
        return self.text(key) if self.body.get(key) is not None else cast(None, self.take(key))

    def instant(self, key: str) -> str:
        value = self.text(key)
        if value and not is_instant(value):
            self.fault(f"{key} must be {INSTANT}; got {value!r}", "value", key)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.take(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
            self.fault(f"{key} must be a list of texts; got {_kind(value)}", "type", key)
            return ()
        return tuple(value)

    def number(self, key: str) -> int | None:
        value = self.take(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        self.fault(f"{key} must be a whole number; got {_kind(value)}", "type", key)
        return None

    def share(self, key: str) -> float | None:
        value = self.take(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            self.fault(f"{key} must be a number from 0 to 1; got {value!r}", "value", key)
            return None
        return value

    def flag(self, key: str) -> bool:
        value = self.take(key)
        if value is not None and not isinstance(value, bool):
            self.fault(f"{key} must be true or false; got {_kind(value)}", "type", key)
        return value is True

    def choice(self, key: str, allowed: tuple[str, ...], default: str | None = None) -> Any:
        value = self.take(key)
        if value is None and (default is not None or "" in allowed):
            return default
        if value not in allowed:
            hint = nearest(str(value), allowed)
            self.fault(
                f"{key} must be one of {', '.join(filter(None, allowed))}; got {value!r}{hint}", "value", key
            )
            return next(iter(allowed))
        return value

    def nested(self, key: str, make: Callable[[object, tuple[PathStep, ...]], Made]) -> Made | None:
        value = self.take(key)
        return None if value is None else self._made(value, make, key)

    def each(self, key: str, make: Callable[[object, tuple[PathStep, ...]], Made]) -> tuple[Made, ...]:
        value = self.take(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.fault(f"{key} must be a list; got {_kind(value)}", "type", key)
            return ()
        made = (self._made(part, make, key, number) for number, part in enumerate(value))
        return tuple(part for part in made if part is not None)

    def _made(
        self, value: object, make: Callable[[object, tuple[PathStep, ...]], Made], *steps: PathStep
    ) -> Made | None:
        try:
            return make(value, (*self.path, *steps))
        except ParseError as error:
            self.faults.extend(error.faults)
        return None

    def finish(self, build: Callable[[], Made]) -> Made:
        for key in self.body:
            if key not in self.known:
                self.fault(f"unknown key {key!r}{nearest(key, tuple(self.known))}", "unknown-key", key)
        if not self.faults:
            try:
                return build()
            except ArgumentError as error:
                self.fault(str(error), "value")
        raise ParseError(self.faults)


def document_from_record(body: object) -> Document:
    """The document a line's object stands for."""
    fields = _Fields(body)
    name, digest = fields.text("id", required=True), fields.text("digest", required=True)
    texts = {
        key: fields.text(key)
        for key in (
            "title",
            "publisher",
            "author",
            "genre",
            "language",
            "interest",
            "url",
            "file",
            "encoding",
        )
    }
    date = fields.nested("date", date_from)
    withheld = fields.flag("withheld")
    return fields.finish(lambda: Document(name, digest, date=date, withheld=withheld, **texts))


def claim_from(body: object) -> Claim:
    """The claim a line's object stands for."""
    fields = _Fields(body)
    name, kind = fields.text("id", required=True), fields.choice("kind", KINDS)
    text, who, to = fields.text("text", required=True), fields.texts("who"), fields.texts("to")
    date = fields.nested("date", date_from)
    status = fields.choice("status", STATUSES, "unknown")
    about = fields.text("about")
    stance, direction = fields.choice("stance", ("", *STANCES)), fields.choice("direction", ("", *DIRECTIONS))
    attestations = fields.each("attestations", attestation_from)
    event, flags, at_odds = fields.text("event"), fields.texts("flags"), fields.texts("at_odds")
    origin = fields.text("origin") or "human"
    confidence = fields.share("confidence")
    review = fields.nested("review", review_from) or Review()
    return fields.finish(
        lambda: Claim(
            name,
            kind,
            text,
            who,
            to,
            date,
            status,
            about,
            stance,
            direction,
            attestations,
            event,
            flags,
            at_odds,
            origin,
            confidence,
            review,
        )
    )


def attestation_from(body: object, path: tuple[PathStep, ...] = ()) -> Attestation:
    """The attestation an object stands for: a passage when it has start, end and text, else a citation."""
    fields = _Fields(body, path)
    document = fields.text("document", required=True)
    start, end, text = fields.number("start"), fields.number("end"), fields.optional_text("text")
    rest = {key: fields.text(key) for key in ("said_by", "where", "note")}
    given = [part is not None for part in (start, end, text)]
    if any(given) and not all(given):
        fields.fault("a passage needs start, end and text together", "passage")

    def build() -> Attestation:
        whole = start is not None and end is not None and text is not None
        passage = Passage(document, start or 0, end or 0, text or "") if whole else None
        return Attestation(document, passage, **rest)

    return fields.finish(build)


def date_from(body: object, path: tuple[PathStep, ...] = ()) -> PartialDate:
    """The partial date an object stands for."""
    fields = _Fields(body, path)
    value = fields.optional_text("value")
    precision = fields.choice("precision", PRECISIONS, "unknown")
    basis = fields.choice("basis", BASES, "stated")
    rest = {key: fields.optional_text(key) for key in ("reference", "earliest", "latest")}
    return fields.finish(lambda: PartialDate(value, precision, basis, **rest))


def review_from(body: object, path: tuple[PathStep, ...] = ()) -> Review:
    """The review an object stands for."""
    fields = _Fields(body, path)
    state = fields.choice("state", REVIEW_STATES, "open")
    by, when, note = fields.text("by"), fields.instant("when"), fields.text("note")
    return fields.finish(lambda: Review(state, by, when, note))


def _kind(value: object) -> str:
    if value is None:
        return "nothing"
    names = {dict: "an object", list: "a list", str: "a text", bool: "true/false", int: "a number"}
    return names.get(type(value), "a number") if value != "" else "an empty text"
