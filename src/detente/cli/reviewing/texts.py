"""The texts of a study's documents while it is reviewed, read once each from the originals."""

from __future__ import annotations

from detente.errors import DetenteError
from detente.evidence.passages import Passage
from detente.readers.files import read_file
from detente.readers.reading import Reading
from detente.store.originals import original
from detente.store.review_folder import ReviewFolder


class Texts:
    """Document texts by id; None where the original is gone or has changed."""

    def __init__(self, opened: ReviewFolder) -> None:
        self._opened = opened
        self._readings: dict[str, Reading | None] = {}

    def of(self, document: str) -> str | None:
        """The clean text of a document, verified against its digest."""
        reading = self._reading(document)
        return reading.text if reading is not None else None

    def page(self, passage: Passage) -> int | None:
        """The page a passage stands on, where the document has pages."""
        reading = self._reading(passage.document)
        return reading.page(passage.start) if reading is not None else None

    def _reading(self, document: str) -> Reading | None:
        if document not in self._readings:
            self._readings[document] = self._read(document)
        return self._readings[document]

    def _read(self, document: str) -> Reading | None:
        record = self._opened.dossier.document(document)
        path = original(self._opened.folder, record)
        if path is None:
            return None
        try:
            reading = read_file(path, encoding=record.encoding or None)
            record.verify(reading.text)
        except DetenteError:
            return None
        return reading
