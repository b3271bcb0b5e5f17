"""A program that is ended before one of its writes, as by a power cut: nothing of its own is run any more."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable
from typing import Any

WRITES = ("replace", "unlink", "rmdir", "mkdir", "fsync", "truncate", "ftruncate")
_KILLED = 77


def dies_before(number: int, work: Callable[[], object]) -> bool:
    """Do the work in a process of its own that is killed before its write of that number (from 0).

    False if it came to its end before; it must not fail.
    """
    with warnings.catch_warnings():
        # From Python 3.12 on a fork beside threads warns; the child takes no lock that one of them may hold.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        left = number
        for name in WRITES:
            setattr(os, name, _counted(getattr(os, name), lambda: _one_less()))

        def _one_less() -> None:
            nonlocal left
            if left == 0:
                os._exit(_KILLED)
            left -= 1

        try:
            work()
        except BaseException:
            os._exit(1)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, _KILLED), code
    return code == _KILLED


def _counted(real: Callable[..., Any], count: Callable[[], None]) -> Callable[..., Any]:
    def write(*arguments: Any, **more: Any) -> Any:
        count()
        return real(*arguments, **more)

    return write
