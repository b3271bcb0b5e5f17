"""Chinese, in simplified characters: no plural, no capital; a full stop of its own."""

from __future__ import annotations

from detente.languages.forms import capital, sentence
from detente.languages.language import Language, no_plural

CHINESE = Language(
    tag="zh",
    name="中文",
    forms={"cap": capital, "sentence": sentence("。", ending="。？！”.?!")},
    plural=no_plural,
)
