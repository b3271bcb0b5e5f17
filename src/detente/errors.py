"""What can go wrong, and how each kind is told apart.

    DetenteError                 everything this package raises on purpose
    ├── InputError               a fault in what was given (exit 1); carries every Fault found
    │   ├── ParseError           it does not parse
    │   └── SenseError           it parses but makes no sense
    ├── LimitError               a size or time limit, checked before the work starts (exit 1)
    ├── StaleError               a result was made from another version of its input (exit 1)
    └── ArgumentError            a function was called wrongly (also a ValueError; exit 2)

Messages say what is wrong, where, and the way out (HOUSE §9).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

PathStep = str | int


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault in an input: what is wrong, and where.

    `path` leads into the document (keys and indices from its root), `offset` is a code-point
    offset inside the text found there (for expressions). `file`, `line` and `column` (both from 1)
    are filled in by whoever read the file; layers below the readers know paths only.
    `warning` marks lint that leaves the input usable.
    """

    message: str
    kind: str
    path: tuple[PathStep, ...] = ()
    offset: int | None = None
    file: str | None = None
    line: int | None = None
    column: int | None = None
    warning: bool = False

    def __str__(self) -> str:
        place = [self.file or "", *(str(n) for n in (self.line, self.column) if n is not None)]
        where = ":".join(p for p in place if p) or "/".join(map(str, self.path))
        return f"{where}: {self.message}" if where else self.message


class DetenteError(Exception):
    """Everything this package raises on purpose."""


class InputError(DetenteError):
    """A fault in what was given; `faults` holds every one found, in file order."""

    def __init__(self, faults: Iterable[Fault] | str, *, kind: str = "input") -> None:
        self.faults: tuple[Fault, ...] = (Fault(faults, kind),) if isinstance(faults, str) else tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class ParseError(InputError):
    """It does not parse."""


class SenseError(InputError):
    """It parses but makes no sense."""


class LimitError(DetenteError):
    """A limit of size or time, checked before the work starts; the message names the way out."""


class StaleError(DetenteError):
    """A result, passage or variation was made from another version of its input."""


class ArgumentError(DetenteError, ValueError):
    """A function was called wrongly."""


def reason_of(error: OSError) -> str:
    """Why the system refused, in its own words, to go on with after a colon."""
    return (error.strerror or str(error)).lower()
