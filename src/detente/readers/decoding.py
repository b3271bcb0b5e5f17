"""From bytes to characters, or a message that says which byte stands in the way and what to do."""

from __future__ import annotations

import codecs

from detente.errors import ArgumentError, Fault, ParseError

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536


def decode(data: bytes, file: str, encoding: str | None = None) -> str:
    """The file's characters; a byte order mark stays as the first of them.

    Without `encoding` the file must be UTF-8: an encoding is never guessed silently. Raises ParseError naming
    the first byte that does not fit, and ArgumentError for an encoding Python does not know.
    """
    name = known_encoding(encoding) if encoding else "utf-8"
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        raise _misfit(data, file, name, error.start, asked=encoding is not None) from None
    if "\0" in text:
        raise _fault(data, file, data.find(b"\0"), "is a NUL: this is no text file", "not-text")
    return text


def known_encoding(encoding: str) -> str:
    """Python's name for a text encoding."""
    try:
        info = codecs.lookup(encoding)
        "".encode(info.name)  # refuses codecs that do not make text (base64, rot13)
    except (LookupError, ValueError, TypeError):
        raise ArgumentError(
            f"decode(): encoding must be one Python knows, such as utf-8, utf-16, euc-kr, gb18030, shift_jis "
            f"or windows-1252; got {encoding!r}"
        ) from None
    return info.name


def _misfit(data: bytes, file: str, name: str, position: int, *, asked: bool) -> ParseError:
    what = f"(0x{data[position]:02x}) is not {name.upper()}"
    if asked:
        return _fault(data, file, position, f"{what}: give another --encoding, or save the file as UTF-8")
    perhaps = next((found for mark, found in _MARKS if data.startswith(mark)), None) or _perhaps(data)
    hint = f"; it may be {perhaps}" if perhaps else ""
    way = f"--encoding {perhaps}" if perhaps else "its --encoding"
    return _fault(data, file, position, f"{what}{hint}. Save the file as UTF-8, or give {way}")


def _perhaps(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding.replace("_", "-") if best is not None and best.encoding != "utf_8" else None


def _fault(data: bytes, file: str, position: int, message: str, kind: str = "encoding") -> ParseError:
    line = data.count(b"\n", 0, position) + 1
    column = position - data.rfind(b"\n", 0, position)
    text = f"byte {position} {message}"
    return ParseError([Fault(text, kind, file=file, line=line, column=column)])
