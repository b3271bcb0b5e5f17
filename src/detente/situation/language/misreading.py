"""Why a text is no expression: what stands where reading stopped, and what was probably meant."""

from __future__ import annotations

import re

# What people write for an operator, and how it is written here.
_MEANT = {
    "=": "==",
    "&": "and",
    "|": "or",
    "!": "not (or !=)",
    "→": "implies",
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
    "“": 'straight quotes (")',
    "”": 'straight quotes (")',
    "‘": "straight quotes (')",
    "’": "straight quotes (')",
    "（": "( (half width)",
    "）": ") (half width)",
    "，": ", (half width)",
}

# A comparison as far as its level may reach: to a connective, a bracket, a comma or the end.
_COMPARED = re.compile(
    r"""(?P<option>[^\W\d]\w*(?:\.\w+)*)\s*(?P<operator>==|!=|<=|>=|<|>)\s*
    (?P<level>[^\s()"',=<>!&|“”‘’（），][^()"',=<>!&|“”‘’（），]*?)
    (?=\s+(?:and|or|implies|iff)\b|\s*[(),]|\s*\Z)""",
    re.VERBOSE,
)
_ANOTHER_OPTION = re.compile(r"\s[^\W\d]\w*\.\w")


def unreadable(text: str, offset: int) -> str:
    """What to say of a letter that no word of the language begins with."""
    hint = _level_hint(text, offset) or _operator_hint(text, offset)
    return f"cannot read {_excerpt(text, offset)} here{hint}"


def unexpected(text: str, offset: int) -> str:
    """What to say of a word in the wrong place."""
    if offset >= len(text):
        return "the expression ends too early"
    before = text[:offset].split()
    hint = _level_hint(text, offset)
    if not hint:
        hint = "; write not" if before and before[-1] == "no" else _operator_hint(text, offset)
    return f"did not expect {_excerpt(text, offset)} here{hint}"


def _excerpt(text: str, offset: int) -> str:
    words = text[offset:].split()
    return repr(words[0][:24]) if words else "the end"


def _operator_hint(text: str, offset: int) -> str:
    wanted = None if text.startswith(("==", "!="), offset) else _MEANT.get(text[offset : offset + 1])
    return f"; write {wanted}" if wanted else ""


def _level_hint(text: str, offset: int) -> str:
    """Is reading stopped inside a level of several words, or of one that is no plain word?"""
    for found in _COMPARED.finditer(text):
        level = found["level"]
        if found.start("level") <= offset < found.end() and not _ANOTHER_OPTION.search(level):
            written = f"{found['option']} {found['operator']} {level_text(level)}"
            return f"; a level that is not one plain word stands in quotes: {written}"
    return ""


def level_text(level: str) -> str:
    """A level as it is written in an expression: in quotes unless it is one plain word."""
    plain = re.fullmatch(r"[^\W\d]\w*|\d[\w.%-]*", level)
    if plain and level not in {"and", "or", "not", "implies", "iff"}:
        return level
    return f"'{level}'" if '"' in level else f'"{level}"'
