"""Text in a cell of a spreadsheet: written so that no program runs it, and read back to the letter.

A spreadsheet runs a cell that begins with one of `=`, `+`, `-`, `@`, their full-width forms, or a tab, a line
break or a null before them (OWASP, "CSV Injection"; OWASP ASVS 5.0, requirement 1.2.10). Where the reader's
country parts cells by semicolons, and for the lines of a cell, the same holds behind `;` and behind a break.
"""

from __future__ import annotations

import re

# An apostrophe stands for itself only when it is doubled, so that taking one away is the exact inverse.
_RUNS = "['=+\\-@\uff1d\uff0b\uff0d\uff20\t\r\n\0]"
_BEGINS = "(?:^|(?<=[;\t\r\n]))"
_UNGUARDED = re.compile(f"{_BEGINS} *(?={_RUNS})")
_GUARDED = re.compile(f"{_BEGINS}( *)'(?={_RUNS})")
_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)


def guarded(text: str) -> str:
    """The text with an apostrophe wherever a spreadsheet would take it for a formula; a number as it is."""
    return text if _NUMBER.fullmatch(text) else _UNGUARDED.sub(lambda found: f"{found[0]}'", text)


def unguarded(cell: str) -> str:
    """The text that `guarded` was given."""
    return _GUARDED.sub(r"\1", cell)
