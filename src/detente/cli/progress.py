"""Progress on anything over a second: a line on the terminal's error stream, nothing elsewhere."""

from __future__ import annotations

import sys
import threading
import time
from types import TracebackType

from detente.messages import Say, Words, message

PATIENCE = 1.0  # seconds before anything is shown


class Progress:
    """Draws "what: done of total" once the work has taken longer than a second; wipes it at the end."""

    def __init__(self, say: Say, what: Words = "") -> None:
        self.say = say
        self.what = what
        self._started = time.monotonic()
        self._shown = False
        self._timer: threading.Timer | None = None

    def __enter__(self) -> Progress:
        if self.what and sys.stderr.isatty():
            self._timer = threading.Timer(PATIENCE, self._still_working)
            self._timer.daemon = True
            self._timer.start()
        return self

    def _still_working(self) -> None:
        """Before the first part is ready: the very first run compiles the kernels, once."""
        if not self._shown:
            self._shown = True
            said = self.say(message("cli.progress.first", what=self.what))
            sys.stderr.write(f"\r{said}\x1b[K")
            sys.stderr.flush()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._timer is not None:
            self._timer.cancel()
        if self._shown:
            sys.stderr.write("\r\x1b[K")

    def advance(self, done: int, total: int) -> None:
        """`done` of `total` parts of the one task are ready."""
        self.told(self.what, done, total)

    def told(self, what: Words, done: int, total: int) -> None:
        """`done` of `total` parts of a named task are ready."""
        if sys.stderr.isatty() and time.monotonic() - self._started > PATIENCE:
            self._shown = True
            said = self.say(message("cli.progress", what=what, done=done, total=total))
            sys.stderr.write(f"\r{said}\x1b[K")
            sys.stderr.flush()
