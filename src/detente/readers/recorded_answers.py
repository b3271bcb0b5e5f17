"""A model's answers kept in a file, so that a reading can be repeated to the letter and offline."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from detente.errors import Fault, InputError, ParseError, reason_of
from detente.reading.language_model.suggestions import Extractor, Suggestion

_FIELDS = tuple(field.name for field in fields(Suggestion))


@dataclass(frozen=True, slots=True)
class RecordedAnswers:
    """An `Extractor` that answers from a recording: `answers` by the SHA-256 of the text asked about."""

    name: str
    answers: Mapping[str, tuple[Suggestion, ...]]

    def suggest(self, text: str) -> tuple[Suggestion, ...]:
        """What the model said about this very text."""
        found = self.answers.get(_key(text))
        if found is None:
            raise InputError(
                f"the recording of {self.name} holds no answer for this text: record it with the model",
                kind="model",
            )
        return found


@dataclass(frozen=True, slots=True)
class Recorder:
    """An `Extractor` that asks another and adds each answer to a recording."""

    asked: Extractor
    file: Path

    @property
    def name(self) -> str:
        """Which model answers."""
        return self.asked.name

    def suggest(self, text: str) -> tuple[Suggestion, ...]:
        """The other's answer, recorded."""
        found = self.asked.suggest(text)
        line = {"model": self.name, "text": _key(text), "items": [_record(item) for item in found]}
        try:
            with self.file.open("a", encoding="utf-8", newline="\n") as out:
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
        except OSError as error:
            reason = reason_of(error)
            raise InputError([Fault(f"cannot be written: {reason}", "file", file=str(self.file))]) from None
        return found


def load_answers(file: Path) -> RecordedAnswers:
    """The recording in a file (JSON Lines); the latest answer to a text counts."""
    answers: dict[str, tuple[Suggestion, ...]] = {}
    name = ""
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        message = "there is no such file: answers are kept there with --model, and repeated without it"
        raise InputError([Fault(message, "file", file=str(file))]) from None
    except OSError as error:
        reason = reason_of(error)
        raise InputError([Fault(f"cannot be read: {reason}", "file", file=str(file))]) from None
    except UnicodeDecodeError:
        raise InputError([Fault("is no UTF-8 text", "file", file=str(file))]) from None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            body = json.loads(line)
            name = str(body["model"])
            answers[str(body["text"])] = tuple(_suggestion(item) for item in body["items"])
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise ParseError(
                [Fault("is no recorded answer", "recording", file=str(file), line=number)]
            ) from None
    return RecordedAnswers(name, answers)


def _record(item: Suggestion) -> dict[str, str]:
    return {key: value for key, value in asdict(item).items() if value}


def _suggestion(item: Mapping[str, object]) -> Suggestion:
    return Suggestion(**{key: str(item.get(key, "")) for key in _FIELDS})


def _key(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
