"""Which languages can Détente speak?"""

from __future__ import annotations

from detente.errors import ArgumentError
from detente.languages.chinese import CHINESE
from detente.languages.english import ENGLISH
from detente.languages.japanese import JAPANESE
from detente.languages.korean import KOREAN
from detente.languages.language import Language

_LANGUAGES = (ENGLISH, KOREAN, CHINESE, JAPANESE)


def languages() -> tuple[str, ...]:
    """The tags of the languages that can be asked for, English first."""
    return tuple(one.tag for one in _LANGUAGES)


def found(tag: str) -> Language:
    """The language of a BCP 47 tag; a region or script after it ("ko-KR") is left aside.

    Raises ArgumentError for a language without a catalogue, naming those that have one.
    """
    wanted = tag.strip().replace("_", "-").casefold().partition("-")[0]
    for one in _LANGUAGES:
        if one.tag == wanted:
            return one
    names = ", ".join(f"{one.tag} ({one.name})" for one in _LANGUAGES)
    raise ArgumentError(f"speaker(): language must be one of {names}; got {tag!r}")
