"""What may a label carry into a page or a terminal? Visible characters on one line, nothing else."""

from __future__ import annotations

import re
import unicodedata

# Overrides and isolates can make a page show something other than what it says; the plain marks
# (LRM, RLM, ALM) and the letters of right-to-left scripts are harmless and stay.
_STEERING = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")
_SPACES = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029 ]+")
_REPLACEMENT = "\ufffd"


def clean(text: str) -> str:
    """One line of `text` that no terminal, XML or Markdown reader can take for a command.

    Line breaks and runs of spaces become one space; bidirectional overrides vanish; control
    characters, lone surrogates and noncharacters become U+FFFD, so that a reader sees something stood there.
    """
    line = _SPACES.sub(" ", _STEERING.sub("", text)).strip(" ")
    if line.isascii() and line.isprintable():
        return line
    return "".join(_REPLACEMENT if _unfit(character) else character for character in line)


def _unfit(character: str) -> bool:
    code = ord(character)
    return (
        unicodedata.category(character) in ("Cc", "Cs")
        or (code & 0xFFFE) == 0xFFFE
        or 0xFDD0 <= code <= 0xFDEF
    )


def sentence(text: str) -> str:
    """`text` cleaned, with a full stop where it ends without punctuation."""
    line = clean(text)
    return line if not line or unicodedata.category(line[-1]).startswith("P") else line + "."
