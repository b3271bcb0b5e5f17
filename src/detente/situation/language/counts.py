"""How a count of conditions is said: `exactly`, `at_least` or `at_most` so many of these."""

from __future__ import annotations

from detente.messages import Words, message


def count_words(kind: str, number: int, parts: Words) -> Words:
    """The count in words; kind: as the expression names it."""
    match kind:
        case "exactly":
            return message("words.exactly", number=number, parts=parts)
        case "at_least":
            return message("words.at_least", number=number, parts=parts)
        case _:
            return message("words.at_most", number=number, parts=parts)
