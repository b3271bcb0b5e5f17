"""A quotation as the rules for Korean, Chinese and Japanese see it: its sentence, and who is known there."""

from __future__ import annotations

import re
from typing import NamedTuple

from detente.reading.cjk.scripts import HAN, HANGUL, HIRAGANA, KANA
from detente.reading.context import Context
from detente.reading.marks import QuoteSpan

_STOP = re.compile(r"[。！？\n]|[.!?](?=\s|\Z)")
_BEFORE, _AFTER = 260, 140
_SAMPLE = 1_500
_HEADLINE = 110


class Subject(NamedTuple):
    """A noun phrase that may be the speaker: its words, where it stands, what it names, and the rule that
    chose it with its confidence."""

    words: str
    start: int
    end: int
    kind: str
    rule: str = ""
    confidence: float = 0.0


class View(NamedTuple):
    """A quotation at [start, end) with its marks; its sentence (masked) reaches from `low` to `high`."""

    context: Context
    text: str
    low: int
    start: int
    end: int
    high: int
    language: str
    heading: bool

    def before(self) -> str:
        """The words of the sentence before the quotation."""
        return self.text[self.low : self.start]

    def after(self) -> str:
        """The words of the sentence after it."""
        return self.text[self.end : self.high]

    def known(self, start: int, end: int) -> bool:
        """Whether the phrase [start, end) ends with a state, body or person of the cast."""
        return any(mention.end == end for mention in self.context.named(start, end))


def view_of(context: Context, quote: QuoteSpan, low: int) -> View | None:
    """The quotation in its sentence, or None when the words around it are in another script."""
    block = context.blocks[context.block_of(quote.outer_start)]
    first = max(low, quote.outer_start - _BEFORE)
    last = min(block.end, quote.outer_end + _AFTER)
    stop = _STOP.search(context.masked, quote.outer_end, last)
    high = stop.start() if stop else last
    language = language_of(context, quote, first, last)
    if not language:
        return None
    heading = block.kind == "heading" or _headline(context.masked, block.start, block.end)
    return View(context, context.masked, first, quote.outer_start, quote.outer_end, high, language, heading)


def _headline(text: str, start: int, end: int) -> bool:
    """Whether a line is short and does not end as a sentence does."""
    if end - start > _HEADLINE:
        return False
    last = text[start:end].rstrip(" 」』”’\"'）)")
    return bool(last) and last[-1] not in "。.！？!?" and (start == 0 or text[start - 1] == "\n")


def language_of(context: Context, quote: QuoteSpan, first: int, last: int) -> str:
    """ko, ja or zh by the script around a quotation; empty for any other."""
    around = context.masked[first : quote.outer_start] + context.masked[quote.outer_end : last]
    if not HAN.search(around) and not HANGUL.search(around) and not KANA.search(around):
        if around.strip(" .,:;□"):
            return ""
        around = context.text[quote.start : min(quote.end, quote.start + _BEFORE)]
    if HANGUL.search(around):
        return "ko"
    if HIRAGANA.search(around):
        return "ja"
    if not HAN.search(around) and not KANA.search(around):
        return ""
    begin = max(0, quote.outer_start - _SAMPLE)
    return "ja" if HIRAGANA.search(context.text, begin, quote.outer_end + _SAMPLE) else "zh"
