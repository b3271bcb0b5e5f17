"""An HTML page as tags and text with their places in the source; linear in its length on any input."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass

_NAME = re.compile(r"[A-Za-z][^\s/>]{0,40}")
_STOP = re.compile(r"[>\"']")
_ATTRIBUTE = re.compile(
    r"""([^\s"'<>/=]+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'=<>`]++)))?""", re.IGNORECASE
)
_RAW = frozenset({"script", "style", "textarea", "noscript", "iframe", "template", "xmp", "title"})


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is "text" or "raw" (`source[start:end]`), "open" or "close" (a tag `name`)."""

    kind: str
    start: int
    end: int
    name: str = ""
    inside: str = ""

    def attributes(self) -> dict[str, str]:
        """The attributes of an opening tag, names in lower case; the first of a name counts."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.inside):
            found.setdefault(match[1].lower(), match[2] or match[3] or match[4] or "")
        return found


def tokens(source: str) -> Iterator[Token]:
    """The page's tags and the text between them; comments, declarations and instructions are passed over."""
    scanner = _Scanner(source)
    position = 0
    while position < len(source):
        mark = source.find("<", position)
        if mark < 0:
            mark = len(source)
        if mark > position:
            yield Token("text", position, mark)
        if mark == len(source):
            return
        position = yield from scanner.markup(mark)


@dataclass(slots=True)
class _Scanner:
    source: str
    quotes: bool = True

    def markup(self, mark: int) -> Generator[Token, None, int]:
        """Yield what begins at a `<`; return where it ends."""
        source = self.source
        if source.startswith("<!--", mark):
            return self._past("-->", mark + 4)
        closing = source.startswith("</", mark)
        name = _NAME.match(source, mark + 1 + closing)
        if name is None:
            if source.startswith(("<!", "<?", "</"), mark):
                return self._past(">", mark + 2)
            yield Token("text", mark, mark + 1)
            return mark + 1
        end = self._tag_end(name.end())
        label = name.group().lower()
        inside = source[name.end() : max(name.end(), end - 1)]
        yield Token("close" if closing else "open", mark, end, label, "" if closing else inside)
        if closing or label not in _RAW:
            return end
        close = re.compile(f"</{re.escape(label)}(?=[\\s/>])", re.IGNORECASE).search(source, end)
        stop = close.start() if close else len(source)
        yield Token("raw", end, stop, label)
        return stop

    def _past(self, mark: str, position: int) -> int:
        found = self.source.find(mark, position)
        return len(self.source) if found < 0 else found + len(mark)

    def _tag_end(self, position: int) -> int:
        """Past the `>` that ends the tag, one inside quotes not counting. Where quotes never close they are
        taken, from here on, for plain characters, so that hostile quoting costs one look and not many."""
        start = position
        while True:
            stop = _STOP.search(self.source, position)
            if stop is None:
                return self._unquoted(start)
            if stop.group() == ">":
                return stop.end()
            close = self.source.find(stop.group(), stop.end()) if self.quotes else stop.start()
            if close < 0:
                return self._unquoted(start)
            position = close + 1

    def _unquoted(self, position: int) -> int:
        self.quotes = False
        return self._past(">", position)
