"""Block quotations: lines set off by > or by indentation, which need no quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.reading.marks import Block, QuoteSpan

_PREFIX = re.compile(r"[ \t]{0,8}(?:>[ \t]?){1,4}[ \t]{0,8}(?:\*(?!\*))?")
_SIGNATURE = re.compile(r"[ \t>]{0,12}(?:[—–]|--|-)\s?[A-Z]")
_INDENT = re.compile(r"(?: {4,12}|\t{1,2})(?=[^\s])")
_MARKS = "“\"„«‘'「『"


def block_quotes(text: str, blocks: tuple[Block, ...]) -> Iterator[QuoteSpan]:
    """Set-off quotations that bear no marks of their own, each as one span."""
    start = end = -1
    for number, block in enumerate(blocks):
        first = _begin(text, blocks, number)
        signed = _SIGNATURE.match(text, block.start, block.end) is not None
        if first is None or signed or first >= block.end:
            if start >= 0:
                yield QuoteSpan(start, end, start, end)
            start = -1
            continue
        if start >= 0 and text[end : block.start].count("\n") > 1:
            yield QuoteSpan(start, end, start, end)
            start = -1
        start = first if start < 0 else start
        end = block.start + len(text[block.start : block.end].rstrip(" \t*"))
    if start >= 0:
        yield QuoteSpan(start, end, start, end)


def _begin(text: str, blocks: tuple[Block, ...], number: int) -> int | None:
    """Where the words of a set-off line begin; None for any other line."""
    block = blocks[number]
    if block.kind == "blockquote":
        prefix = _PREFIX.match(text, block.start, block.end)
        begin = prefix.end() if prefix else block.start
    else:
        indent = _INDENT.match(text, block.start, block.end)
        if indent is None or block.kind != "content" or not _announced(text, blocks, number):
            return None
        begin = indent.end()
    return None if text[begin : begin + 1] in _MARKS else begin


def _announced(text: str, blocks: tuple[Block, ...], number: int) -> bool:
    """Whether the line before is not indented and ends with a colon."""
    if number == 0:
        return False
    before = blocks[number - 1]
    line = text[before.start : before.end]
    return line.rstrip().endswith((":", "：")) and not line[:1].isspace()
