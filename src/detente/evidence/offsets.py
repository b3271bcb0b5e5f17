"""Cleaning a text without losing the way back.

Cleaning is NFC, LF line ends and no byte order mark: nothing a reader would call a change. All rules work on
the cleaned text; its `SourceMap` says where each of their spans stands in the original.
"""

from __future__ import annotations

import re

from detente.evidence.source_map import Mapped, identity, normalised, substitute

_BREAKS = re.compile(r"\A\ufeff+|\r\n?")


def cleaned(original: str) -> Mapped:
    """The text cleaned, mapped to the original. Cleaning twice is cleaning once."""
    return clean(identity(original))


def clean(text: Mapped) -> Mapped:
    """A text cleaned that was made from a source, still mapped to that source."""
    return text.then(_plain_breaks).then(normalised)


def _plain_breaks(text: str) -> Mapped:
    return substitute(text, _BREAKS, lambda found: "" if found[0] == "\ufeff" else "\n")
