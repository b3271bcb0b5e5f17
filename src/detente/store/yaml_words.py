"""What is wrong with a YAML file, in words of people who write one: the fault, its line and its column."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

Told = tuple[str, int | None, int | None]

_KEY_WITHOUT_SPACE = re.compile(r"\s*(?:- )?[\w.]+:[^\s:]")
_BLOCK = {"<block mapping start>", "<block sequence start>"}


def told(error: Any, text: str) -> Told:
    """The words, line and column (from 1) for an error of the YAML reader about a text."""
    problem, context = str(error.problem or ""), str(error.context or "")
    for mark, words in _SLIPS:
        if mark in problem or mark in context:
            return words(error, text)
    reason = problem or context or "not YAML"
    inside = f" {context}" if context and context != reason else ""
    return _at(error.problem_mark or error.context_mark, f"not YAML: {reason}{inside}".replace("\n", " "))


def _at(mark: Any, words: str) -> Told:
    return (words, mark.line + 1, mark.column + 1) if mark else (words, None, None)


def _twice(error: Any, text: str) -> Told:
    key = str(error.problem).split(" with value")[0].replace("found duplicate key", "the key stands twice:")
    return _at(error.problem_mark, key)


def _documents(error: Any, text: str) -> Told:
    return _at(error.problem_mark, "the file holds more than one YAML document (`---`); keep one")


def _character(error: Any, text: str) -> Told:
    found = re.search(r"character '(.+?)' that", str(error.problem))
    sign = found[1] if found else ""
    words = "a tab stands here; indent with spaces" if sign == "\\t" else _quoted(sign)
    return _at(error.problem_mark, words)


def _quoted(sign: str) -> str:
    return f"a text that begins with {sign} must stand in quotes"


def _alias(error: Any, text: str) -> Told:
    mark = error.problem_mark
    return _at(mark, _quoted(text.splitlines()[mark.line][mark.column]) if mark else _quoted("* or &"))


def _anchor(error: Any, text: str) -> Told:
    return _at(error.context_mark, _quoted("& or *"))


def _quote(error: Any, text: str) -> Told:
    return _at(error.context_mark, "the quotation mark that opens here is never closed")


def _escape(error: Any, text: str) -> Told:
    return _at(error.problem_mark, "in \"…\" a backslash stands for a sign; put this text in '…' instead")


def _colon(error: Any, text: str) -> Told:
    """A second ': ' in a line, a space missing in the line before, or a line set too far in."""
    mark, lines = error.problem_mark, text.splitlines()
    line = lines[mark.line]
    if ": " in line[: mark.column]:
        return _place(mark.line, line.index(": ") + 2, "put a text with ': ' in quotes")
    above = _above(lines, mark.line)
    if above is not None and _KEY_WITHOUT_SPACE.match(lines[above]) and ": " not in lines[above]:
        return _place(above, lines[above].index(":") + 1, "a space is missing after the colon")
    return _unaligned(lines, mark.line)


def _place(line: int, column: int, words: str) -> Told:
    """Words with a place counted from 0."""
    return words, line + 1, column + 1


def _block(error: Any, text: str) -> Told:
    """Something else where a mapping should go on: a line that does not line up, or text after a quote."""
    mark, lines = error.problem_mark, text.splitlines()
    found = re.search(r"but found '(.+)'", str(error.problem))
    what = found[1] if found else ""
    if what in _BLOCK:
        return _unaligned(lines, mark.line)
    if what in {"}", "]"}:
        return _at(mark, f"this {what} closes nothing: take it out, or open it before")
    if what == "-":
        return _at(mark, "a list item (-) stands where a key is expected: put it under the key it belongs to")
    return _after_quote(mark, text, lines)


def _after_quote(mark: Any, text: str, lines: list[str]) -> Told:
    """Text after a closing quotation mark; where that mark was meant to open, the place of the first."""
    at = sum(len(line) + 1 for line in lines[: mark.line]) + mark.column
    before = text[:at].rstrip()
    opened = before.rfind(before[-1], 0, len(before) - 1) if before[-1:] in {'"', "'"} else -1
    if opened >= 0 and "\n" in before[opened:]:
        line, column = before.count("\n", 0, opened), opened - before.rfind("\n", 0, opened) - 1
        words = f"the quotation mark that opens here is closed only in line {mark.line + 1}"
        return _place(line, column, words)
    return _at(mark, "text stands after a closing quotation mark or bracket: put the whole text in quotes")


def _flow(error: Any, text: str) -> Told:
    """A bracket left open, or entries inside brackets that run together."""
    mark, opened = error.problem_mark, error.context_mark
    sign = "{" if "mapping" in str(error.context) else "["
    if mark.line > opened.line or "stream end" in str(error.problem):
        return _at(opened, f"the {sign} that opens here is not closed")
    return _at(mark, f"inside {sign} entries are parted by commas, and a text with ': ' needs quotes")


def _key(error: Any, text: str) -> Told:
    words = "a key needs a colon and a space after it (key: value); set a text that goes on further in"
    return _at(error.context_mark, words)


def _rest(error: Any, text: str) -> Told:
    return _at(error.problem_mark, "what begins here belongs to no key: a file is made of keys (key: value)")


def _unaligned(lines: list[str], number: int) -> Told:
    """The line that lines up with none of those it could belong to."""
    levels: list[int] = []
    own, at = _indent(lines[number]), _above(lines, number)
    while at is not None:
        indent = _indent(lines[at])
        if not levels or indent < levels[-1]:
            levels.append(indent)
        at = _above(lines, at)
    columns = " or ".join(str(level + 1) for level in levels)
    words = f"this line does not line up: it begins in column {own + 1}, the lines above it in {columns}"
    return _place(number, own, words)


def _above(lines: list[str], number: int) -> int | None:
    """The nearest line above that says something."""
    told_lines = (at for at in range(number - 1, -1, -1) if lines[at].strip() and lines[at].strip()[0] != "#")
    return next(told_lines, None)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


_SLIPS: tuple[tuple[str, Callable[[Any, str], Told]], ...] = (
    ("duplicate key", _twice),
    ("expected a single document", _documents),
    ("that cannot start any token", _character),
    ("undefined alias", _alias),
    ("scanning an anchor", _anchor),
    ("scanning an alias", _anchor),
    ("unknown escape character", _escape),
    ("unexpected end of stream", _quote),
    ("mapping values are not allowed", _colon),
    ("parsing a flow", _flow),
    ("expected <block end>", _block),
    ("could not find expected ':'", _key),
    ("expected '<document start>'", _rest),
)
