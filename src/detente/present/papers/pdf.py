"""A report as a PDF: pandoc writes typst markup from the same tree, typst sets it, figures stay vectors.

The body is set in a typeface that comes with typst, so a brief looks the same on every machine; scripts it
lacks are taken from installed fonts, and characters that no font has are reported and listed in the PDF.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files as package_files

from detente.exhibits import Report
from detente.messages import Say
from detente.present import pandoc
from detente.present.clean import clean
from detente.present.figures import Figure
from detente.present.grounds import ASSUMED
from detente.present.pages.footnotes import number_notes
from detente.present.pages.markdown import Composed, compose
from detente.present.pages.tree import Part, Parts, attributes, raw, rewrite, span, string
from detente.present.papers import fonts
from detente.present.papers.paper import for_paper, named, softened, title_words
from detente.present.papers.typeset import typeset

_DRESSED = ("as-of", "subtitle", "bottom-line", "key", "note", "argument", "colophon")
_OPENER = re.compile(r"[-+/]|=+|[0-9]+[.)]")
_POINTS = 0.75  # of a CSS pixel


@dataclass(frozen=True, slots=True)
class Printed:
    """The PDF, and what its reader should be told."""

    content: bytes
    warnings: tuple[str, ...] = ()


def pdf(
    report: Report[str], *, say: Say, composed: Composed | None = None, system_fonts: bool = True
) -> Printed:
    """The report as a PDF; `composed` is its Markdown, if at hand."""
    text = composed or compose(report, say=say)
    lacking = fonts.warning(fonts.missing(_all_text(text), system_fonts=system_fonts), say)
    source = _source(text, report, lacking, say)
    files = {path: svg for figure in text.figures for path, svg, _ in _sheets(figure)}
    (content,) = typeset(source, "pdf", files=files, system_fonts=system_fonts)
    return Printed(content, (lacking,) if lacking else ())


def _all_text(text: Composed) -> str:
    return text.text + "".join(figure.svg for figure in text.figures)


def _source(text: Composed, report: Report[str], lacking: str, say: Say) -> str:
    blocks = for_paper(pandoc.parse(text.text)["blocks"], say)
    numbered, _ = number_notes(blocks, _mark, raised=False)
    drawn = {figure.id: figure for figure in text.figures}
    dressed: Parts = rewrite(numbered, lambda part: _dressed(part, drawn))
    tree = {"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": _ordered(dressed, lacking)}
    body = pandoc.write(tree, "typst-smart").decode()
    style = package_files("detente.present").joinpath("page.typ").read_text("utf-8")
    return "\n".join((style, _page(title_words(blocks), report.language), body))


def _page(title: str, language: str) -> str:
    """The page, its running foot, and the document's own data (without a date: same report, same bytes)."""
    code = language.split("-")[0].lower()
    words = _literal(title)
    return f"""#set text(lang: {_literal(code if code.isalpha() and len(code) in (2, 3) else "en")})
#set document(title: {words}, date: none)
#set page(paper: "a4", margin: (x: 25mm, top: 24mm, bottom: 26mm), footer: context {{
  set text(size: 8.4pt, fill: soft, number-type: "lining")
  let last = counter(page).final().first()
  grid(columns: (1fr, auto), column-gutter: 1em,
    {words}, [#counter(page).display() / #last])
}})"""


def _ordered(blocks: Parts, lacking: str) -> Parts:
    """The date above the title, and what could not be shown at the very end."""
    date = [part for part in blocks if part["t"] == "RawBlock" and part["c"][1] == "#as-of["]
    result = list(blocks)
    if date:
        start = result.index(date[0])
        head = [result.pop(start) for _ in range(3)]
        result = [*head, *result]
    if lacking:
        result += [raw("typst", "#colophon["), {"t": "Para", "c": [string(lacking)]}, raw("typst", "]")]
    return result


def _mark(number: int, count: int, content: Parts) -> Part:
    if count > 1:
        return raw("typst", f"#footnote(<fn-{number}>)", inline=True)
    note = {"t": "Note", "c": content}
    return span(attributes(), [note, raw("typst", f"<fn-{number}>", inline=True)])


def _dressed(part: Part, drawn: dict[str, Figure]) -> Parts | None:
    match part["t"]:
        case "Str" if _OPENER.fullmatch(part["c"]):
            return [raw("typst", _shielded(part["c"]), inline=True)]
        case "Str":
            return [string(softened(part["c"]))]
        case "Superscript" if part["c"] == [string(ASSUMED)]:
            return [raw("typst", "#assumed-mark", inline=True)]
        case "Figure":
            figure = drawn.get(part["c"][0][0])
            return _picture(part, figure) if figure else None
        case "Div" if named(part) in _DRESSED:
            return [raw("typst", f"#{named(part)}["), *_flat(part), raw("typst", "]")]
        case _:
            return None


def _shielded(opener: str) -> str:
    """A word that would open a list, heading or term where a cell or a footnote begins, as itself."""
    number = opener[:-1] if opener[0].isdigit() else ""
    return number + "".join(f"\\{mark}" for mark in opener[len(number) :])


def _flat(part: Part) -> Parts:
    """The blocks of a division as one block per opening and closing mark."""
    return [{"t": "Div", "c": [attributes(), part["c"][1]]}]


def _sheets(figure: Figure) -> list[tuple[str, str, float]]:
    """The parts of a figure as (path, svg, width in points)."""
    parts = figure.sheets or ((figure.svg, figure.width, figure.height),)
    return [
        (f"figures/{figure.id}-{index}.svg", svg, width * _POINTS)
        for index, (svg, width, _) in enumerate(parts, 1)
    ]


def _picture(part: Part, figure: Figure) -> Parts:
    sheets = "".join(f"({_literal(path)}, {width:.1f}pt)," for path, _, width in _sheets(figure))
    call = f"#picture(({sheets}), {_literal(figure.alt)})["
    return [raw("typst", call), *part["c"][1][1], raw("typst", "]")]


def _literal(text: str) -> str:
    """A typst string."""
    return '"' + clean(text).replace("\\", "\\\\").replace('"', '\\"') + '"'
