"""From bytes to characters, or a message that says which byte stands in the way and what to do."""

from __future__ import annotations

import codecs

from detente.errors import ArgumentError, Fault, ParseError
from detente.readers.encodings import guesses

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes, file: str, encoding: str | None = None) -> str:
    """The file's characters; a byte order mark stays as the first of them.

    Without `encoding` the file's byte order mark tells, and where there is none the file must be UTF-8: an
    encoding is never guessed silently. Raises ParseError naming the first byte that does not fit, and
    ArgumentError for an encoding Python does not know.
    """
    name = known_encoding(encoding) if encoding else marked_encoding(data) or "utf-8"
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        raise _misfit(data, file, name, error.start, asked=encoding is not None) from None
    if "\0" in text:
        raise _fault(data, file, data.find(b"\0"), "is a NUL: this is no text file", "not-text")
    return text


def marked_encoding(data: bytes) -> str | None:
    """The encoding a byte order mark states; None without one."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


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
    perhaps = guesses(data)
    hint = f"; it may be {' or '.join(map(str, perhaps))}" if perhaps else ""
    named = " or ".join(f"--encoding {guess.encoding}" for guess in perhaps)
    way = "another --encoding" if asked else named or "its --encoding"
    return _fault(data, file, position, f"{what}{hint}. Save the file as UTF-8, or give {way}")


def _fault(data: bytes, file: str, position: int, message: str, kind: str = "encoding") -> ParseError:
    line = data.count(b"\n", 0, position) + 1
    column = position - data.rfind(b"\n", 0, position)
    text = f"byte {position} {message}"
    return ParseError([Fault(text, kind, file=file, line=line, column=column)])
