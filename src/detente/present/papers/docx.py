"""A report as a Word document: real headings, footnotes, tables and styles, so that it can be edited on.

Pandoc writes it from the same tree; `docx_style` then sets typefaces, tables and page. Figures are pictures,
drawn by typst from the SVG, with their alt text. A footnote cited again is a cross-reference to the first.
"""

from __future__ import annotations

import base64

from detente.exhibits import Report
from detente.messages import Say
from detente.present import pandoc
from detente.present.clean import clean
from detente.present.figures import Figure
from detente.present.grounds import ASSUMED
from detente.present.pages.footnotes import number_notes
from detente.present.pages.markdown import Composed, compose
from detente.present.pages.tree import Part, Parts, attributes, div, raw, rewrite, span, string
from detente.present.papers.docx_style import dressed
from detente.present.papers.paper import for_paper, named
from detente.present.papers.typeset import typeset

_STYLES = {
    "as-of": "As Of",
    "subtitle": "Subtitle",
    "bottom-line": "Bottom Line",
    "key": "Note",
    "note": "Note",
    "argument": "Argument",
    "colophon": "Colophon",
}
_TEXT_WIDTH = 16.0  # centimetres between the margins of an A4 page
_TEXT_HEIGHT = 22.5
_PIXEL = 2.54 / 96  # centimetres


def docx(report: Report[str], *, say: Say, composed: Composed | None = None) -> bytes:
    """The report as a DOCX file; `composed` is its Markdown, if at hand."""
    text = composed or compose(report, say=say)
    blocks = for_paper(pandoc.parse(text.text)["blocks"], say)
    numbered, _ = number_notes(blocks, _mark, raised=False)
    drawn = {figure.id: figure for figure in text.figures}
    tree = {"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": _ordered(_laid(numbered, drawn))}
    return dressed(pandoc.write(tree, "docx", "--output", "-"), clean(report.title), report.language)


def png(svg: str, width: float) -> bytes:
    """A drawing of `width` CSS pixels as a picture of 192 pixels to the inch."""
    page = f"#set page(width: {width * 0.75:.2f}pt, height: auto, margin: 0pt)"
    (picture,) = typeset(f'{page}\n#image("f.svg", width: 100%)', "png", files={"f.svg": svg})
    return picture


def _laid(blocks: Parts, drawn: dict[str, Figure]) -> Parts:
    laid: Parts = rewrite(blocks, lambda part: _dressed(part, drawn))
    return laid


def _ordered(blocks: Parts) -> Parts:
    """The date first, as on the page."""
    return sorted(
        blocks, key=lambda part: part["t"] != "Div" or ["custom-style", "As Of"] not in part["c"][0][2]
    )


def _mark(number: int, count: int, content: Parts) -> Part:
    if count == 1:
        return span(attributes(f"note-{number}"), [{"t": "Note", "c": content}])
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> NOTEREF note-{number} \\f \\h </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{number}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    style = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
    return raw("openxml", "".join(f"<w:r>{style}{part}</w:r>" for part in parts), inline=True)


def _dressed(part: Part, drawn: dict[str, Figure]) -> Parts | None:
    match part["t"]:
        case "Superscript" if part["c"] == [string(ASSUMED)]:
            return [_assumed()]
        case "Header":
            level, attr, content = part["c"]
            return (
                [_styled("Title", [{"t": "Para", "c": content}])] if level == 1 else [_heading(attr, content)]
            )
        case "Figure":
            figure = drawn.get(part["c"][0][0])
            return _picture(part, figure) if figure else None
        case "Div" if style := _STYLES.get(named(part)):
            return [
                _styled(style, _without_bullets(part["c"][1]) if style == "Bottom Line" else part["c"][1])
            ]
        case _:
            return None


def _assumed() -> Part:
    look = '<w:b/><w:color w:val="9A3412"/><w:vertAlign w:val="superscript"/>'
    return raw("openxml", f"<w:r><w:rPr>{look}</w:rPr><w:t>{ASSUMED}</w:t></w:r>", inline=True)


def _heading(attr: list[object], content: Parts) -> Part:
    return {"t": "Header", "c": [1, attr, content]}


def _styled(style: str, blocks: Parts) -> Part:
    return div(attributes(custom_style=style), blocks)


def _without_bullets(blocks: Parts) -> Parts:
    """The label in a style of its own, a list's items as paragraphs, which take their division's style."""
    label, *rest = blocks
    return [
        _styled("Label", [{"t": "Para", "c": label["c"][0]["c"]}]),
        *_items(rest),
    ]


def _items(blocks: Parts) -> Parts:
    return [
        {"t": "Para", "c": inner["c"]} if inner["t"] == "Plain" else inner
        for block in blocks
        for item in (block["c"] if block["t"] == "BulletList" else [[block]])
        for inner in item
    ]


def _picture(part: Part, figure: Figure) -> Parts:
    sheets = figure.sheets or ((figure.svg, figure.width, figure.height),)
    images = [{"t": "Para", "c": [_image(figure, *sheet)]} for sheet in sheets[:-1]]
    last = [{"t": "Plain", "c": [_image(figure, *sheets[-1])]}]
    return [*images, {"t": "Figure", "c": [attributes(figure.id), part["c"][1], last]}]


def _image(figure: Figure, svg: str, width: float, height: float) -> Part:
    data = "data:image/png;base64," + base64.b64encode(png(svg, width)).decode()
    wide = min(_TEXT_WIDTH, width * _PIXEL, _TEXT_HEIGHT * width / height)
    return {"t": "Image", "c": [attributes(width=f"{wide:.2f}cm"), [string(figure.alt)], [data, ""]]}
