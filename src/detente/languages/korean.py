"""Korean: particles that follow the final sound of the word before them; no plural, no capital."""

from __future__ import annotations

from detente.languages.forms import capital, sentence
from detente.languages.korean_sounds import Final, final_sound
from detente.languages.language import Form, Language, no_plural

# after a consonant, after a vowel; 로 also follows ㄹ
_PARTICLES = (
    ("은", "는"),
    ("이", "가"),
    ("을", "를"),
    ("과", "와"),
    ("으로", "로"),
    ("이라", "라"),
    ("이나", "나"),
    ("이다", "다"),
    ("이며", "며"),
    ("이고", "고"),
    ("이면", "면"),
)


def particle(text: str, after_consonant: str, after_vowel: str) -> str:
    """The particle that follows `text`; both, "은(는)", where nobody can tell how the word ends."""
    match final_sound(text):
        case Final.VOWEL:
            return after_vowel
        case Final.RIEUL if after_vowel == "로":
            return after_vowel
        case Final.UNKNOWN:
            return f"{after_consonant}({after_vowel})"
        case _:
            return after_consonant


def _followed(after_consonant: str, after_vowel: str) -> Form:
    return lambda text: text + particle(text, after_consonant, after_vowel)


def _alone(after_consonant: str, after_vowel: str) -> Form:
    return lambda text: particle(text, after_consonant, after_vowel)


def _forms() -> dict[str, Form]:
    """`{actor:은}` is the word with its particle, `{actor:+은}` the particle alone (behind a quote)."""
    forms: dict[str, Form] = {"cap": capital, "sentence": sentence(".", ending=".?!”」")}
    for consonant, vowel in _PARTICLES:
        for name in (consonant, vowel):
            forms[name] = _followed(consonant, vowel)
            forms[f"+{name}"] = _alone(consonant, vowel)
    return forms


KOREAN = Language(tag="ko", name="한국어", forms=_forms(), plural=no_plural)
