"""A web page: trafilatura tells main text from boilerplate; places come from our own walk over the source.

So every span of the main text leads back into the file as it stands, and what is not main text (menus,
teasers, footers, hidden text) is kept apart, not deleted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from detente.evidence.offsets import clean
from detente.evidence.source_map import MapBuilder, Mapped
from detente.messages import Words, message
from detente.readers.decoding import decode, known_encoding, marked_encoding
from detente.readers.html.blocks import OLDER, Block, Page, page_of
from detente.readers.html.facts import page_facts
from detente.readers.library_logging import collected
from detente.readers.older_mail import ONLY_OLDER, first_older
from detente.readers.reading import Apart, ApartKind, Reading, digest, unreadable

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?([A-Za-z0-9_:-]{2,30})""", re.IGNORECASE
)
_XML = re.compile(rb"""\A\s{0,10}<\?xml[^>]{0,100}encoding=["']([A-Za-z0-9_:-]{2,30})""")
_SENTENCE = re.compile(r"[.!?。！？…][\"'”’」』»)]{0,3}(?:\s|\Z)|[。！？]")
_BARE = re.compile(r"\W+")
_BULLET = re.compile(r"\A(?:- |\d+\. )")
_WINDOW = 20_000


def read_html(data: bytes, file: str, *, encoding: str | None = None) -> Reading:
    """A web page saved as a file. Raises ParseError where there is no text, or nothing but navigation."""
    original = decode(data, file, encoding or _declared(data))
    return reading_of(original, file, digest(data))


def reading_of(original: str, file: str, file_digest: str, *, mail: bool = False) -> Reading:
    """The reading of a page whose characters are at hand: a file, or (`mail`) the HTML body of a message."""
    page = page_of(original)
    seen = [block for block in page.blocks if not block.hidden]
    if not seen:
        raise unreadable(file, _nothing(page, original), kind="no-text")
    older = _older(seen) if mail else []
    aside = {id(block) for block in older}
    visible = [block for block in seen if id(block) not in aside]
    if not visible:
        raise unreadable(file, ONLY_OLDER, kind="no-text")
    found = _main_text(original)
    told = _main_blocks(visible, found)
    main = told or [block for block in visible if not block.landmark]
    if not main or _only_navigation(main):
        raise unreadable(
            file,
            "holds navigation only (links and labels, no running text): open the article itself and save "
            "that page",
            kind="no-text",
        )
    mapped = clean(_joined(main))
    kept = {id(block) for block in main}
    apart = tuple(_apart(block, older=id(block) in aside) for block in page.blocks if id(block) not in kept)
    apart += tuple(Apart("footnote", mark, start, end) for block in main for mark, start, end in block.marks)
    placed = [mapped.text, *(block.text for block in older)]
    notices = tuple(_notices(page, "".join(placed), found if told else None))
    facts = page_facts(page, found)
    return Reading(
        file, "html", file_digest, mapped.text, original, mapped.offsets, "file", facts, apart, (), notices
    )


def _declared(data: bytes) -> str | None:
    """The encoding the page itself states, if Python knows it; a byte order mark wins over it."""
    if marked_encoding(data):
        return None
    match = _XML.search(data[:200]) or _CHARSET.search(data[:4096])
    if match is None:
        return None
    try:
        name = known_encoding(match[1].decode("ascii"))
    except ValueError:
        return None
    # The web reads these two names as their supersets (WHATWG Encoding, "names and labels").
    return {"iso8859-1": "windows-1252", "euc_kr": "cp949", "gb2312": "gb18030", "gbk": "gb18030"}.get(
        name, name
    )


def _main_text(original: str) -> Any:
    """trafilatura's document, or None where it cannot tell."""
    import trafilatura

    dates = {"extensive_search": False, "original_date": True}
    with collected("trafilatura", "htmldate", "courlan", "justext"):
        try:
            found: Any = trafilatura.bare_extraction(
                original, include_comments=False, with_metadata=True, date_extraction_params=dates
            )
        except Exception:  # a parser of other people's pages may fail in any way; the walk still stands
            found = None
    return found if found is not None and (found.text or "").strip() else None


def _main_blocks(blocks: Sequence[Block], found: Any) -> list[Block]:
    """The blocks trafilatura counts as main text."""
    if found is None:
        return []
    lines = [bare for line in found.text.split("\n") if (bare := _BARE.sub("", line))]
    whole, heads = "".join(lines), {line[:30] for line in lines if len(line) >= 30}
    exact = set(lines)
    main, pointer = [], 0
    for block in blocks:
        bare = _bare(block)
        at = whole.find(bare, pointer, pointer + len(bare) + _WINDOW) if len(bare) >= 12 else -1
        if at >= 0:
            pointer = at + len(bare)
        if at >= 0 or (bare and bare in exact) or bare[:30] in heads:
            main.append(block)
    return main


def _bare(block: Block) -> str:
    """The block's letters and digits as trafilatura has them: footnote numbers in, list numbers out."""
    text = _BULLET.sub("", block.text) if block.tag == "li" else block.text
    shift = len(block.text) - len(text)
    for mark, start, _ in reversed(block.marks):
        at = max(0, block.position(start) - shift)
        text = text[:at] + mark + text[at:]
    return _BARE.sub("", text)


def _only_navigation(blocks: Iterable[Block]) -> bool:
    """Is there no running text: nothing with the end of a sentence, and half or more of it links?"""
    length = linked = 0
    for block in blocks:
        if _SENTENCE.search(block.text) and block.linked < 0.5 * len(block.text):
            return False
        length += len(block.text)
        linked += block.linked
    return linked >= 0.5 * length


def _joined(blocks: Iterable[Block]) -> Mapped:
    """Blocks as paragraphs (items of a list line by line), mapped to the page."""
    out, texts, previous = MapBuilder(), [], None
    for block in blocks:
        start, _ = block.offsets.to_source(0, 0)
        if previous is not None:
            gap = "\n" if previous.tag == block.tag == "li" else "\n\n"
            texts.append(gap)
            out.replace(len(gap), start, start)
        texts.append(block.text)
        out.extend(block.offsets)
        previous = block
    return Mapped("".join(texts), out.build())


def _older(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a message that belong to the older one it answers."""
    first = first_older([block.text for block in blocks])
    return [block for number, block in enumerate(blocks) if number >= first or block.landmark == OLDER]


def _apart(block: Block, *, older: bool) -> Apart:
    start, end = block.offsets.to_source(0, len(block.text))
    kind: ApartKind = "hidden" if block.hidden else "quoted mail" if older else "boilerplate"
    return Apart(kind, block.text, start, end)


def _nothing(page: Page, original: str) -> str:
    if page.blocks:
        return "holds hidden text only: nothing a reader of the page would see"
    if page.scripts or page.title or re.search(r"<script\b", original, re.IGNORECASE):
        return "holds no text: the page is built by scripts. Save it from the browser after it has loaded"
    return "holds no text"


def _notices(page: Page, text: str, found: Any) -> Iterable[Words]:
    hidden = " / ".join(" ".join(block.text.split()) for block in page.blocks if block.hidden)
    if hidden:
        shown = hidden if len(hidden) <= 200 else f"{hidden[:200]} …"
        yield message("readers.hidden", text=shown)
    if found is None:
        yield message("readers.whole_page")
    else:
        told = len(_BARE.sub("", found.text))
        if len(_BARE.sub("", text)) < 0.8 * told:
            yield message("readers.left_out")
