"""The look of the Word document: typefaces, tables, page and a running foot; the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from typing import Any

_SERIF, _SANS = "Cambria", "Arial"
_INK, _SOFT, _ACCENT = "1D1C1A", "55514A", "17415F"
# What the schema lets precede borders among a paragraph's properties.
_BEFORE_BORDERS = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers",
)  # fmt: skip
# style: (typeface, size, bold, italic, colour, space before, space after, left indent), lengths in points
_LOOKS: dict[str, tuple[str, float, bool, bool, str, float, float, float]] = {
    "Normal": (_SERIF, 10.5, False, False, _INK, 0, 6, 0),
    "Body Text": (_SERIF, 10.5, False, False, _INK, 0, 6, 0),
    "First Paragraph": (_SERIF, 10.5, False, False, _INK, 0, 6, 0),
    "Compact": (_SERIF, 10.5, False, False, _INK, 1.5, 1.5, 0),
    "As Of": (_SANS, 8.5, True, False, _SOFT, 0, 2, 0),
    "Label": (_SANS, 8.5, True, False, _ACCENT, 0, 2, 10),
    "Title": (_SERIF, 24, True, False, _INK, 0, 4, 0),
    "Subtitle": (_SERIF, 13, False, True, _SOFT, 0, 16, 0),
    "Heading 1": (_SERIF, 15, True, False, _INK, 22, 8, 0),
    "Bottom Line": (_SERIF, 12, False, False, _INK, 3, 3, 10),
    "Argument": (_SERIF, 10.5, False, False, _INK, 3, 3, 10),
    "Note": (_SANS, 8.5, False, False, _SOFT, 2, 8, 0),
    "Colophon": (_SANS, 8, False, False, _SOFT, 4, 0, 0),
    "Table Caption": (_SANS, 9, False, False, _INK, 12, 4, 0),
    "Image Caption": (_SANS, 9, False, False, _INK, 2, 10, 0),
    "Captioned Figure": (_SERIF, 10.5, False, False, _INK, 12, 2, 0),
    "Footnote Text": (_SERIF, 8.5, False, False, _INK, 0, 2, 0),
    "Footer": (_SANS, 8, False, False, _SOFT, 0, 0, 0),
}


def dressed(content: bytes, title: str, language: str) -> bytes:
    """The document with our typefaces, tables and page; `title` and `language` go into its properties."""
    import docx

    document = docx.Document(io.BytesIO(content))
    document.core_properties.title = title
    document.core_properties.language = language
    _set_styles(document)
    for table in document.tables:
        _set_table(table)
    _set_page(document, title)
    _clear_addresses(document)
    _number_on(document)
    saved = io.BytesIO()
    document.save(saved)
    return _settled(saved.getvalue())


def _set_styles(document: Any) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt, RGBColor

    present = {style.name for style in document.styles}
    for name, (face, size, bold, italic, colour, before, after, left) in _LOOKS.items():
        if name not in present:
            document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
        style = document.styles[name]
        _set_face(style, face)
        style.font.size, style.font.bold, style.font.italic = Pt(size), bold, italic
        style.font.color.rgb = RGBColor.from_string(colour)
        form = style.paragraph_format
        form.space_before, form.space_after, form.left_indent = Pt(before), Pt(after), Pt(left)
        form.alignment = WD_ALIGN_PARAGRAPH.LEFT
        _clear_spacing(style)
        form.line_spacing = 1.0 if name in ("Title", "Footnote Text", "Footer") else 1.15
    for name, edge, colour, ground in (
        ("Bottom Line", "left", _ACCENT, "EEF3F5"),
        ("Label", "left", _ACCENT, "EEF3F5"),
        ("Argument", "left", "CFC9BC", ""),
        ("Heading 1", "top", _INK, ""),
    ):
        _set_border(document.styles[name], edge, colour, ground)
    document.styles["Table Caption"].paragraph_format.keep_with_next = True
    document.styles["Captioned Figure"].paragraph_format.keep_with_next = True


def _set_face(style: Any, face: str) -> None:
    """The typeface for Latin text; East Asian text keeps what the reader's Word prefers."""
    from docx.oxml.ns import qn

    style.font.name = face
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _clear_spacing(style: Any) -> None:
    """No tracking, as pandoc's subtitle has it."""
    from docx.oxml.ns import qn

    for name in ("spacing", "kern"):
        for found in style.element.rPr.findall(qn(f"w:{name}")):
            style.element.rPr.remove(found)


def _set_border(style: Any, edge: str, colour: str, ground: str) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    size = 24 if ground else 8
    line = f'<w:{edge} w:val="single" w:sz="{size}" w:space="8" w:color="{colour}"/>'
    properties = style.element.get_or_add_pPr()
    place = sum(1 for child in properties if child.tag in {qn(f"w:{name}") for name in _BEFORE_BORDERS})
    properties.insert(place, parse_xml(f"<w:pBdr {nsdecls('w')}>{line}</w:pBdr>"))
    if ground:
        shade = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{ground}"/>'
        properties.insert(place + 1, parse_xml(shade))


def _set_table(table: Any) -> None:
    """Rules above, below and under the head, which repeats on every page; small type; rows stay whole."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Pt

    rules = "".join(
        f'<w:{edge} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'
        for edge, size, colour in (("top", 8, _INK), ("bottom", 8, _INK), ("insideH", 4, "CFC9BC"))
    )
    table._tbl.tblPr.append(parse_xml(f"<w:tblBorders {nsdecls('w')}>{rules}</w:tblBorders>"))
    for index, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        for run in (run for cell in row.cells for paragraph in cell.paragraphs for run in paragraph.runs):
            run.font.size = Pt(8.5 if index == 0 else 9)
            if index == 0:
                run.font.bold, run.font.name = True, _SANS


def _set_page(document: Any, title: str) -> None:
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin, section.bottom_margin = Mm(24), Mm(24)
    foot = section.footer.paragraphs[0]
    foot.style = document.styles["Footer"]
    foot.add_run(f"{title}  ·  ")
    _add_page_number(foot)


def _add_page_number(paragraph: Any) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    field = f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    paragraph._p.append(parse_xml(field))


def _clear_addresses(document: Any) -> None:
    """Pictures came in as data addresses, which pandoc repeats as their description; the alt text stays."""
    for picture in document.element.body.iter(
        "{http://schemas.openxmlformats.org/drawingml/2006/picture}cNvPr"
    ):
        picture.attrib.pop("descr", None)


def _number_on(document: Any) -> None:
    """Footnotes are numbered through the document, not anew in each section."""
    from docx.oxml.ns import qn

    for restart in list(document.element.body.iter(qn("w:numRestart"))):
        restart.getparent().remove(restart)


def _settled(content: bytes) -> bytes:
    """The archive with its members' times fixed, so that the same report gives the same bytes."""
    source, target = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in _content_first(source.namelist()):
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, source.read(name))
    return target.getvalue()


def _content_first(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (name != "[Content_Types].xml", name))
