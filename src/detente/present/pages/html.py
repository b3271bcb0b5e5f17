"""A report as one self-contained HTML page: no script, no request, a strict content-security policy.

Pandoc reads the Markdown text without raw markup and writes the body; landmarks and figures are put into the
tree here. The policy allows one style sheet, by its hash, and nothing else, so even an escape gone wrong
could neither run nor fetch anything.
"""

from __future__ import annotations

import base64
import hashlib
from functools import partial
from html import escape
from importlib.resources import files
from typing import Any

from detente.exhibits import Report
from detente.messages import Say, message
from detente.present import pandoc
from detente.present.clean import clean
from detente.present.figures import Figure
from detente.present.grounds import ASSUMED
from detente.present.pages.footnotes import Footnotes, number_notes
from detente.present.pages.markdown import Composed, compose
from detente.present.pages.tree import (
    Part,
    Parts,
    attributes,
    div,
    link,
    raw,
    rewrite,
    span,
    string,
    superscript,
    words,
)

_LONG = 28  # characters of a word before a line may break inside it
_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<a class="skip" href="#content">{skip}</a>
{body}</body>
</html>
"""


def html(report: Report[str], *, say: Say, composed: Composed | None = None) -> str:
    """The report as an HTML page; `composed` is its Markdown, if at hand."""
    text = composed or compose(report, say=say)
    tree = pandoc.parse(text.text)
    tree["blocks"] = _page_blocks(tree["blocks"], {figure.id: figure for figure in text.figures}, report, say)
    body = pandoc.write(tree, "html5", "--email-obfuscation", "none").decode()
    style = files("detente.present").joinpath("page.css").read_text("utf-8")
    return _PAGE.format(
        language=escape(report.language),
        policy=_policy(style),
        title=escape(clean(report.title) or say(message("present.brief"))),
        skip=escape(say(message("present.skip"))),
        style=style,
        body=body,
    )


def _policy(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _page_blocks(blocks: Parts, drawn: dict[str, Figure], report: Report[str], say: Say) -> Parts:
    numbered, notes = number_notes(blocks, partial(_reference, say=say), raised=True)
    dressed = rewrite(numbered, lambda part: _dressed(part, drawn, say))
    named = {name: part for part in dressed if (name := _name(part))}
    masthead = [named[name] for name in ("as-of", "title", "subtitle") if name in named]
    colophon = [part for part in dressed if _name(part) == "colophon"]
    inner = [part for part in dressed if _name(part) not in ("title", "subtitle", "as-of", "colophon")]
    return [
        raw("html", '<header class="masthead">'),
        *masthead,
        raw("html", "</header>" + _contents(report, bool(notes.contents), say) + '<main id="content">'),
        *_sections([*inner, *_notes(notes, say)]),
        raw("html", "</main>"),
        *([raw("html", "<footer>"), *colophon, raw("html", "</footer>")] if colophon else []),
    ]


def _name(part: Part) -> str:
    """The id of a division or heading."""
    match part["t"]:
        case "Div":
            return str(part["c"][0][0])
        case "Header":
            return str(part["c"][1][0])
        case _:
            return ""


def _sections(blocks: Parts) -> Parts:
    """The blocks with each heading of level 2 and what follows it inside a section."""
    result: Parts = []
    opened = False
    for block in blocks:
        if block["t"] == "Header":
            result.append(raw("html", ("</section>" if opened else "") + "<section>"))
            opened = True
        result.append(block)
    return [*result, *([raw("html", "</section>")] if opened else [])]


def _contents(report: Report[str], notes: bool, say: Say) -> str:
    entries = [(f"section-{number}", section.title) for number, section in enumerate(report.sections, 1)]
    if not entries:
        return ""
    items = "".join(f'<li><a href="#{anchor}">{escape(clean(title))}</a></li>' for anchor, title in entries)
    heading, lists = escape(say(message("present.contents"))), escape(say(message("present.sources")))
    sources = f'<p><a href="#sources">{lists}</a></p>' if notes else ""
    return f'<nav aria-label="{heading}"><p class="label">{heading}</p><ol>{items}</ol>{sources}</nav>'


def _reference(number: int, count: int, _content: Parts, *, say: Say) -> Part:
    told = say(message("present.note", number=number))
    name = attributes(f"ref-{number}-{count}", role="doc-noteref", aria_label=told)
    return link(f"#note-{number}", [string(str(number))], name)


def _notes(notes: Footnotes, say: Say) -> Parts:
    if not notes.contents:
        return []
    items = [
        _note(number, content, notes.citations[number - 1], say)
        for number, content in enumerate(notes.contents, 1)
    ]
    heading = {"t": "Header", "c": [2, attributes("sources"), [string(say(message("present.sources")))]]}
    return [heading, {"t": "OrderedList", "c": [[1, {"t": "DefaultStyle"}, {"t": "DefaultDelim"}], items]}]


def _note(number: int, content: Parts, citations: int, say: Say) -> Parts:
    back: Parts = []
    for count in range(1, citations + 1):
        label = "↩" if citations == 1 else f"↩{count}"
        told = say(message("present.back", citation=count, number=number))
        where = attributes("", role="doc-backlink", aria_label=told)
        back += [{"t": "Space"}, link(f"#ref-{number}-{count}", [string(label)], where)]
    last = content[-1]
    closed = {"t": last["t"], "c": [*last["c"], span(attributes(classes=["back"]), back)]}
    return [div(attributes(f"note-{number}", ["source"]), [*content[:-1], closed])]


def _dressed(part: Part, drawn: dict[str, Figure], say: Say) -> Parts | None:
    match part["t"]:
        case "Superscript" if part["c"] == [string(ASSUMED)]:
            title, name = say(message("present.assumed.title")), say(message("present.assumed"))
            mark = attributes("", ["assumed"], title=title, aria_label=name)
            return [link("#key", [superscript([string(ASSUMED)])], mark)]
        case "Header" if part["c"][0] == 2:
            return [_numbered_heading(part)]
        case "Str" if len(part["c"]) > _LONG:
            return _breakable(part["c"])
        case "Table":
            return [_table(part, say)]
        case "Figure":
            figure = drawn.get(part["c"][0][0])
            return _figure(part, figure, say) if figure else None
        case "Div" if "data" in part["c"][0][1]:
            return _data(part, say)
        case _:
            return None


def _breakable(text: str) -> Parts:
    """A very long word with places to break that copying does not pick up."""
    pieces = [string(text[start : start + _LONG]) for start in range(0, len(text), _LONG)]
    broken = [part for piece in pieces for part in (raw("html", "<wbr>", inline=True), piece)]
    return broken[1:]


def _numbered_heading(part: Part) -> Part:
    level, attr, content = part["c"]
    number = span(attributes(classes=["ordinal"]), [string(content[0]["c"].rstrip("."))])
    return {"t": "Header", "c": [level, attr, [number, *content[1:]]]}


def _table(part: Part, say: Say) -> Part:
    """The table in a region that scrolls; alignment by class, since the policy forbids style attributes."""
    attr, caption, columns, head, bodies, foot = part["c"]
    right = [column[0]["t"] == "AlignRight" for column in columns]
    plain = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}] for _ in columns]
    table = [attr, caption, plain, _aligned(head, right), _aligned(bodies, right), foot]
    classes = ["scroll", *(["wide"] if len(columns) > 4 else [])]
    region = attributes(
        "",
        classes,
        role="region",
        tabindex="0",
        aria_label=words(caption) or say(message("present.table.unnamed")),
    )
    return div(region, [{"t": "Table", "c": table}])


def _aligned(value: Any, right: list[bool]) -> Any:
    """Rows (lists of [attributes, cells]) with class `number` on the cells of right-aligned columns."""
    if not isinstance(value, list):
        return value
    if _is_row(value):
        return [value[0], [_cell(cell, right[index]) for index, cell in enumerate(value[1])]]
    return [_aligned(item, right) for item in value]


def _is_row(value: list[Any]) -> bool:
    return len(value) == 2 and isinstance(value[1], list) and bool(value[1]) and _is_cell(value[1][0])


def _is_cell(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 5 and isinstance(value[1], dict) and "t" in value[1]


def _cell(cell: list[Any], right: bool) -> list[Any]:
    return [attributes(classes=["number"]) if right else cell[0], {"t": "AlignDefault"}, *cell[2:]]


def _figure(part: Part, figure: Figure, say: Say) -> Parts:
    caption = part["c"][1][1]
    size = ' class="wide"' if figure.width > 560 else ""
    name = escape(say(message("present.figure.name", number=figure.number)))
    region = f'<div class="scroll" role="group" aria-label="{name}" tabindex="0">'
    return [
        raw("html", f'<figure id="{figure.id}"{size}>{region}{figure.svg}</div><figcaption>'),
        *caption,
        raw("html", "</figcaption></figure>"),
    ]


def _data(part: Part, say: Say) -> Parts:
    attr, blocks = part["c"]
    number = dict(attr[2]).get("figure", "")
    if "timeline" in attr[1]:
        # The line shows when, the table says what: both belong on the page.
        return [div(attributes(classes=["timeline"]), blocks)]
    summary = say(message("present.figure.in_words", number=number))
    return [
        raw("html", f'<details class="data"><summary>{escape(summary)}</summary>'),
        *blocks,
        raw("html", "</details>"),
    ]
