"""Who can speak: what a Korean, Chinese or Japanese noun phrase names.

The last word of a noun phrase tells what it names; the words stand in `offices` of each language.
"""

from __future__ import annotations

from detente.reading.chinese.offices import chinese_holder
from detente.reading.japanese.offices import japanese_holder
from detente.reading.korean.offices import korean_holder


def holder(words: str, language: str) -> str:
    """What a noun phrase names: "person", "body", "paper" (a document that speaks), or "" for a thing."""
    if language == "ja":
        return japanese_holder(words)
    return korean_holder(words) if language == "ko" else chinese_holder(words)
