"""The visible text of a page, block by block, each with the way back to the source."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from detente.evidence.source_map import MapBuilder, SourceMap
from detente.readers.html.tokens import Token, tokens

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section",
    "select", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
})  # fmt: skip
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
})  # fmt: skip
_ENDED_BY = {  # an opening tag that ends an open one of the same kind (HTML lets the end tag be left out)
    "p": frozenset({"p"}),
    "li": frozenset({"li"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "tr": frozenset({"tr", "td", "th"}),
}
_LANDMARKS = frozenset({"nav", "aside", "footer", "form", "select", "button", "dialog"})
OLDER = "older mail"
_OLDER_CLASSES = frozenset(
    {"gmail_quote", "gmail_quote_container", "yahoo_quoted", "protonmail_quote", "moz-cite-prefix"}
)
_REACH = 100  # how deep below the innermost open tag a partner is looked for: keeps hostile nesting linear
_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡])[\])]?")
_TOKEN = re.compile(r"\s+|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_INVISIBLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, cell or list item; `linked` counts its code points inside links.

    `marks` are the footnote numbers left out of the text, with their places in the source.
    """

    text: str
    offsets: SourceMap
    tag: str
    hidden: bool
    landmark: str
    linked: int
    marks: tuple[tuple[str, int, int], ...] = ()

    def position(self, source: int) -> int:
        """Where in the text the first code point stands that comes from `source` or later."""
        return self.offsets.from_source(source)


@dataclass(frozen=True, slots=True)
class Page:
    """What the walk over a page finds."""

    blocks: tuple[Block, ...]
    title: str
    language: str
    meta: tuple[tuple[str, str], ...]
    scripts: tuple[str, ...]


@dataclass(slots=True)
class _Open:
    tag: str
    hidden: bool
    landmark: str
    count: int = 0


@dataclass(slots=True)
class _Walk:
    source: str
    stack: list[_Open] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    out: MapBuilder = field(default_factory=MapBuilder)
    waiting: tuple[str, int, int] | None = None  # white space, written once something follows it
    linked: int = 0
    in_link: int = 0
    marks: list[tuple[str, int, int]] = field(default_factory=list)
    title: str = ""
    language: str = ""
    meta: list[tuple[str, str]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)

    def take(self, token: Token) -> None:
        if token.kind == "text":
            self.words(token.start, token.end)
        elif token.kind == "open":
            self.opened(token)
        elif token.kind == "close":
            self.closed(token.name)
        elif token.name == "title" and not self.title:
            self.title = " ".join(html.unescape(self.source[token.start : token.end]).split())
        elif token.name == "script" and "ld+json" in self.source[max(0, token.start - 200) : token.start]:
            self.scripts.append(self.source[token.start : token.end])
        elif token.name == "noscript":
            return

    def words(self, start: int, end: int) -> None:
        pre = any(entry.tag == "pre" for entry in self.stack[-4:])
        position = start
        for match in _TOKEN.finditer(self.source, start, end):
            self.copy(position, match.start())
            found = match.group()
            if found[0] == "&":
                self.put(html.unescape(found), match.start(), match.end())
            elif pre:
                self.put(found, match.start(), match.end())
            elif self.texts:
                self.waiting = self.waiting or (" ", match.start(), match.end())
            position = match.end()
        self.copy(position, end)

    def copy(self, start: int, end: int) -> None:
        if start < end and self._is_footnote_mark(start, end):
            self.marks.append((self.source[start:end], start, end))
        elif start < end:
            self._flush()
            self.texts.append(self.source[start:end])
            self.out.add(end - start, start, end)
            self.linked += (end - start) * bool(self.in_link)

    def _is_footnote_mark(self, start: int, end: int) -> bool:
        """A raised number after a word or a sentence; after a digit it is a power and stays."""
        raised = any(entry.tag == "sup" for entry in self.stack[-3:])
        if not raised or not self.texts or self.waiting is not None:
            return False
        return _MARK.fullmatch(self.source, start, end) is not None and not self.texts[-1][-1].isdigit()

    def put(self, text: str, start: int, end: int) -> None:
        self._flush()
        self.texts.append(text)
        self.out.replace(len(text), start, end)
        self.linked += len(text) * bool(self.in_link)

    def _flush(self) -> None:
        if self.waiting is not None:
            self.texts.append(self.waiting[0])
            self.out.replace(1, self.waiting[1], self.waiting[2])
            self.waiting = None

    def opened(self, token: Token) -> None:
        name = token.name
        attributes = token.attributes()
        if name == "meta":
            key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            self.meta.append((key.lower(), html.unescape(attributes.get("content", ""))))
        elif name == "html":
            self.language = attributes.get("lang", "") or attributes.get("xml:lang", "")
        elif name == "time" and attributes.get("datetime"):
            said = attributes.get("itemprop", "").lower()  # a time of modification is no date of the page
            self.meta.append((said or "time", attributes["datetime"]))
        elif name == "br":
            self._line_break(token)
            return
        self._end_implied(name)
        if name in _BLOCKS:
            self.finish()
        elif name in ("td", "th") and self.texts:
            self.put("\t", token.start, token.start)
        if name not in _VOID and not token.inside.endswith("/"):
            self._push(name, attributes)
        if name == "li":
            self._bullet(token.start)

    def _line_break(self, token: Token) -> None:
        if self.waiting is not None and self.waiting[0] == "\n":  # two are how old pages part paragraphs
            self.finish()
        elif self.texts:
            self.waiting = ("\n", token.start, token.end)

    def _push(self, name: str, attributes: dict[str, str]) -> None:
        above = self.stack[-1] if self.stack else _Open("", False, "")
        hidden = above.hidden or "hidden" in attributes or attributes.get("aria-hidden") == "true"
        hidden = hidden or bool(_INVISIBLE.search(attributes.get("style", "")))
        landmark = name if name in _LANDMARKS else above.landmark
        if _quotes_mail(name, attributes):
            landmark = OLDER
        self.stack.append(_Open(name, hidden, landmark))
        self.in_link += name == "a"

    def _end_implied(self, name: str) -> None:
        ends = _ENDED_BY.get(name, frozenset({"p"}) if name in _BLOCKS else frozenset())
        while self.stack and self.stack[-1].tag in ends:
            self.closed(self.stack[-1].tag)

    def _bullet(self, position: int) -> None:
        recent = reversed(self.stack[-_REACH:])
        inside = next((entry for entry in recent if entry.tag in ("ol", "ul")), None)
        if inside is not None and inside.tag == "ol":
            inside.count += 1
            self.put(f"{inside.count}. ", position, position)
        else:
            self.put("- ", position, position)

    def closed(self, name: str) -> None:
        if name in _BLOCKS:
            self.finish()
        recent = reversed(self.stack[-_REACH:])
        depth = next((i for i, entry in enumerate(recent) if entry.tag == name), None)
        if depth is None:
            return
        for _ in range(depth + 1):
            self.in_link -= self.stack.pop().tag == "a"

    def finish(self) -> None:
        """End the block under way."""
        text = "".join(self.texts)
        # A list item's marker is ours: alone, with nothing from the page, it makes no block.
        written = any(low < high for low, high in zip(self.out.sources, self.out.source_ends, strict=True))
        if written and text.strip(" \n\t-"):
            top = self.stack[-1] if self.stack else _Open("", False, "")
            tag = next((entry.tag for entry in reversed(self.stack) if entry.tag in _BLOCKS), "")
            self.blocks.append(
                Block(text, self.out.build(), tag, top.hidden, top.landmark, self.linked, tuple(self.marks))
            )
        self.texts, self.out, self.waiting, self.linked, self.marks = [], MapBuilder(), None, 0, []


def _quotes_mail(name: str, attributes: dict[str, str]) -> bool:
    """Whether a mail program sets older mail into this element."""
    cited = name == "blockquote" and attributes.get("type", "").lower() == "cite"
    return cited or not _OLDER_CLASSES.isdisjoint(attributes.get("class", "").split())


def page_of(source: str) -> Page:
    """Every block of visible text on a page, in source order, and what its head says."""
    walk = _Walk(source)
    for token in tokens(source):
        walk.take(token)
    walk.finish()
    return Page(tuple(walk.blocks), walk.title, walk.language, tuple(walk.meta), tuple(walk.scripts))
