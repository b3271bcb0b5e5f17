"""Which footnote does a claim lead to, and what does it say?"""

from __future__ import annotations

import re
from collections.abc import Mapping

from detente.exhibits import Note
from detente.messages import Say, message
from detente.present.clean import clean, sentence
from detente.present.pages.escape import escape, opening

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]*")


class Notes:
    """Hands out references in the order of reading; a claim has one footnote however often it is cited."""

    def __init__(self, notes: Mapping[str, Note[str]], say: Say) -> None:
        self.say = say
        self.known = notes
        self.labels: dict[str, str] = {}

    def reference(self, claim: str) -> str:
        """The mark that leads to the claim's footnote."""
        if claim not in self.labels:
            taken = self.labels.values()
            label = (
                claim if _PLAIN.fullmatch(claim) and claim not in taken else f"note-{len(self.labels) + 1}"
            )
            while label in taken:
                label += "x"
            self.labels[claim] = label
        return f"[^{self.labels[claim]}]"

    def definitions(self) -> list[str]:
        """The footnotes that were referred to, in order."""
        return [f"[^{label}]: {self._said(claim)}" for claim, label in self.labels.items()]

    def _said(self, claim: str) -> str:
        note = self.known.get(claim)
        if note is None:
            return opening(self.say(message("present.no_such_claim", claim=claim)))
        sources = "; ".join(escape(source).rstrip(".;") for source in note.sources if clean(source))
        return f"{opening(sentence(note.text))} " + (
            f"*{sources}.*" if sources else f"*{escape(self.say(message('present.no_source')))}*"
        )
