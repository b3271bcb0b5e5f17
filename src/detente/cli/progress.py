"""Progress on anything over a second: a line on the terminal's error stream, nothing elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 1.0  # seconds before anything is shown


@contextmanager
def progressing(what: str) -> Iterator[Callable[[int, int], None]]:
    """A callback (done, total) that draws once the work has taken longer than a second."""
    started, shown = time.monotonic(), False

    def advance(done: int, total: int) -> None:
        nonlocal shown
        if sys.stderr.isatty() and time.monotonic() - started > PATIENCE:
            shown = True
            sys.stderr.write(f"\r{what}: {done} of {total}\x1b[K")
            sys.stderr.flush()

    try:
        yield advance
    finally:
        if shown:
            sys.stderr.write("\r\x1b[K")
