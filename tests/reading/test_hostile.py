"""Hostile texts: no rule takes more than linear time on what would make a careless pattern run for ever."""

from __future__ import annotations

import time

import pytest

from detente.evidence.documents import document_from
from detente.reading.document import read_document

SIZE = 40_000
HOSTILE = {
    "opening marks": "“" * SIZE,
    "closing marks": "”" * SIZE,
    "straight marks": '"' * SIZE,
    "single marks": "‘" * SIZE,
    "apostrophes": "s’ " * (SIZE // 3),
    "opened words": "‘a " * (SIZE // 3),
    "corner brackets": "「" * SIZE,
    "nested": "“‘" * (SIZE // 2),
    "capitals": "Aa " * (SIZE // 3),
    "capitals and commas": "Aa Bb, " * (SIZE // 7),
    "titles": "President " * (SIZE // 10),
    "one long word": "a" * SIZE,
    "one long capital": "A" * SIZE,
    "full stops": "." * SIZE,
    "initials": "A." * (SIZE // 2),
    "digits": "1" * SIZE,
    "years": "2026 " * (SIZE // 5),
    "year runs": "2026–" * (SIZE // 5),
    "months": "May May " * (SIZE // 8),
    "days": "5 January - " * (SIZE // 12),
    "list marks": "(1) " * (SIZE // 4),
    "list in order": " ".join(f"({n}) x," for n in range(1, SIZE // 8)),
    "bullets": "- a\n" * (SIZE // 4),
    "blank lines": "\n" * SIZE,
    "spaces": " " * SIZE,
    "verbs": "said " * (SIZE // 5),
    "and": "said and " * (SIZE // 9),
    "of": "of the of the " * (SIZE // 14),
    "officials": "the official of the official " * (SIZE // 29),
    "its": "its " * (SIZE // 4) + "“x”",
    "by": "was called by " * (SIZE // 14) + "“x”",
    "turns": "MR. A: x\n" * (SIZE // 9),
    "quotation marks in quotes": "> “" * (SIZE // 3),
    "brackets": "[" * SIZE,
    "hangul": "이재명 대통령은 " * (SIZE // 9),
    "han": "中国外交部发言人表示" * (SIZE // 10),
    "han offices": "主席" * (SIZE // 2),
    "kana": "ア・" * (SIZE // 2),
    "marks that combine": "a" + "\u0301" * SIZE,
    "pipes": "a | " * (SIZE // 4),
    "credits": "Photo: " * (SIZE // 7),
    "such as": "such as " * (SIZE // 8) + "“x”",
    "quotes and verbs": "“A,” said B. " * (SIZE // 13),
    "many quotes in a sentence": "He said “a” and " * (SIZE // 160),
    "nested quotes": "“he said ‘a’ ” " * (SIZE // 15),
    "relations of nobody": "Japan met South Korea. Tensions eased. " * (SIZE // 4),
    "unended": "“A b c. " * (SIZE // 8),
}


def seconds(text: str) -> float:
    """Of the processor, the least of three."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        read_document(document_from(text, name="d1"))
        best = min(best, time.process_time() - start)
        if best < 1.0:
            break
    return best


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_text_and_not_with_its_square(name: str) -> None:
    text = HOSTILE[name]
    whole = seconds(text)
    # four times the text: four times the time if linear, sixteen times if not
    assert whole < 1.5 or whole < 8 * seconds(text[: len(text) // 4]), f"{whole:.1f} s"
