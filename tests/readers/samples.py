"""Small files of every kind, made in memory so that the tests carry no one else's text."""

import io
import zipfile
from email.message import EmailMessage

WORDS = (
    "President Roe said the two sides would seek “common ground” at the talks in Vienna.",
    "The minister replied that nothing had been agreed on January 5. 求同存異 was the phrase of the day.",
    "Officials on both sides expect a second meeting in April, when the accord is to be signed.",
)


def page(body: str = "", head: str = "") -> str:
    """A web page with a menu, an article of three paragraphs, a teaser box and a footer."""
    paragraphs = "".join(f"<p>{words}</p>" for words in WORDS)
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><title>Talks | The Paper</title>{head}</head><body>'
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>'
        f"<article><h1>Talks in Vienna</h1>{paragraphs}{body}</article>"
        '<aside><h3>Most viewed</h3><a href="/x">Ten things to know</a></aside>'
        "<footer>All rights reserved</footer></body></html>"
    )


def pdf(pages: list[list[str]], *, info: str = "") -> bytes:
    """A PDF of Latin text, one line a list entry, written by hand."""
    shown = ["".join(f"({_escaped(line)}) Tj T* " for line in lines) for lines in pages]
    return pdf_of([f"BT /F1 10 Tf 12 TL 40 780 Td {lines}ET" for lines in shown], info=info)


def pdf_of(contents: list[str], *, info: str = "") -> bytes:
    """A PDF of these page contents as PDF writes them, in Helvetica (`/F1`)."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for operations in contents:
        content = operations.encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    references = " ".join(f"{kid} 0 R" for kid in kids).encode()
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (references, len(kids))
    if info:
        objects.append(info.encode("latin-1"))
    return _assembled(objects, info=bool(info))


def _assembled(objects: list[bytes], *, info: bool) -> bytes:
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    tail = b" /Info %d 0 R" % len(objects) if info else b""
    out.write(
        b"trailer << /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, tail, start)
    )
    return out.getvalue()


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def docx() -> bytes:
    """A Word file with a heading, a paragraph, a list, a table and properties."""
    import docx as library

    document = library.Document()
    document.core_properties.title = "Note on the talks"
    document.core_properties.author = "Jane Roe"
    document.add_heading("Talks in Vienna", level=1)
    document.add_paragraph(WORDS[0])
    document.add_paragraph("A first measure", style="List Bullet")
    document.add_paragraph("A second measure", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Signed", "5 January"
    document.add_paragraph(WORDS[1])
    document.add_paragraph("Article one", style="List Number")
    document.add_paragraph("Article two", style="List Number")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def rewritten(data: bytes, **parts: bytes) -> bytes:
    """An archive with some parts replaced or added (dots in names written as double underscores)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        changed = {name.replace("__", ".").replace("_SLASH_", "/"): body for name, body in parts.items()}
        for name in old.namelist():
            new.writestr(name, changed.pop(name, None) or old.read(name))
        for name, body in changed.items():
            new.writestr(name, body)
    return out.getvalue()


def mail(*, html: bool = False, attach: bool = False) -> bytes:
    """A message with a reply in it."""
    message = EmailMessage()
    message["From"] = "Jané Roe <jane@example.org>"
    message["Subject"] = "Talks in Vienna, 求同存異"
    message["Date"] = "Mon, 05 Jan 2026 21:30:00 +0900"
    if html:
        message.set_content(page(), subtype="html")
    else:
        message.set_content("\n".join(WORDS) + "\n\nOn Sunday John wrote:\n> What was agreed?\n> And when?\n")
    if attach:
        message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="accord.pdf")
    return message.as_bytes()
