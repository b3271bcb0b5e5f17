"""The moment at which the search stops, whatever it has proven by then."""

from __future__ import annotations

import time


class OutOfTimeError(Exception):
    """The deadline has passed before an answer was proven."""


class Deadline:
    """So many seconds from now."""

    def __init__(self, seconds: float) -> None:
        self._started = time.monotonic()
        self._end = self._started + seconds

    @property
    def left(self) -> float:
        """Seconds left, never below zero."""
        return max(0.0, self._end - time.monotonic())

    @property
    def spent(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self._started

    def check(self) -> None:
        """Raises OutOfTimeError when nothing is left."""
        if not self.left:
            raise OutOfTimeError
