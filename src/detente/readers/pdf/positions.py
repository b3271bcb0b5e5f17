"""Where a PDF puts its text, said in one step: pypdf takes a place given in two for a gap between words.

Browsers (Skia) write every run of one font as its own text object: `Tm` back to the line's beginning, then
`Td` forward to the run. pypdf looks for a gap after each of the two, and the second always seems one, so a
Korean word set from several font subsets falls apart. By ISO 32000 (text-positioning operators) `Td` after
`Tm` only multiplies the two; the product is the same place in one step.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

Operation = tuple[Any, bytes]


def in_one_step(page: PageObject, reader: PdfReader) -> None:
    """Give every place of the page's own content in one step; what the page shows stays as it is."""
    from pypdf.generic import ContentStream, NameObject

    contents = page.get("/Contents")
    if contents is None or (found := contents.get_object()) is None:
        return
    stream = ContentStream(found, reader, "bytes")  # bytes: text is decoded by its font, later
    stream.operations = list(folded(stream.operations))
    page[NameObject("/Contents")] = stream


def folded(operations: Iterable[Operation]) -> list[Operation]:
    """The operations, each `Tm` with the `Td` right after it as one `Tm`."""
    from pypdf.generic import FloatObject

    out: list[Operation] = []
    for operands, operator in operations:
        before = _numbers(out[-1][0], 6) if operator == b"Td" and out and out[-1][1] == b"Tm" else None
        step = _numbers(operands, 2) if before else None
        if before is None or step is None:
            out.append((operands, operator))
            continue
        a, b, c, d, e, f = before
        x, y = step
        out[-1] = ([FloatObject(n) for n in (a, b, c, d, e + x * a + y * c, f + x * b + y * d)], b"Tm")
    return out


def _numbers(operands: Any, count: int) -> list[float] | None:
    if not isinstance(operands, list) or len(operands) != count:
        return None
    return [float(n) for n in operands] if all(isinstance(n, int | float) for n in operands) else None
