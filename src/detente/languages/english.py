"""English: articles before the names of unions, a capital first, two numbers."""

from __future__ import annotations

from detente.languages.forms import capital, sentence
from detente.languages.language import Language


def _the(text: str) -> str:
    """A name as part of a sentence, with the article English wants: "the United States"."""
    takes = text.startswith(("United ", "European ")) or text.endswith("Union")
    return f"the {text}" if takes else text


def _plural(number: float) -> int:
    return 0 if number == 1 else 1


ENGLISH = Language(
    tag="en",
    name="English",
    forms={"the": _the, "cap": capital, "lower": str.lower, "sentence": sentence(".", ending=".?!”")},
    plural=_plural,
)
