"""Forms that several languages share."""

from __future__ import annotations

from detente.languages.language import Form


def capital(text: str) -> str:
    """The text with a capital first."""
    return text[:1].upper() + text[1:]


def sentence(stop: str, *, ending: str) -> Form:
    """A form that makes a sentence of words: a capital first, and last `stop` unless one of `ending` does."""

    def form(text: str) -> str:
        words = text.strip()
        return capital(words) + ("" if words.endswith(tuple(ending)) else stop)

    return form
