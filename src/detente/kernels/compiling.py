"""How kernels are compiled: once per machine, and again when any file of this folder changes.

numba keeps compiled code and looks at the age of the file a function stands in. Kernels call each other
across files, and compiled code holds the code of what it calls: after a change in one file the others' code
would be out of date and still be used. So compiled code is kept apart for every content of this folder.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from typing import Any, ParamSpec, TypeVar

import numba
from numba import njit

P = ParamSpec("P")
R = TypeVar("R")


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """A kernel: compiled on first use, kept on disk, free of the interpreter's lock while it runs."""
    with _kept_by_content():
        kernel: Callable[P, R] = njit(cache=True, nogil=True)(function)
    return kernel


def inlined(function: Callable[P, R]) -> Callable[P, R]:
    """A part of a kernel that is compiled only inside the kernel that calls it."""
    part: Callable[P, R] = njit(nogil=True, inline="always")(function)
    return part


@contextmanager
def _kept_by_content() -> Iterator[None]:
    """While a kernel is declared, numba's folder for compiled code is one for this content.

    Restored at once: the folder is a setting of the whole process, and not ours to change.
    """
    config: Any = numba.config
    before = config.CACHE_DIR
    config.CACHE_DIR = f"{before or files(__package__) / '__pycache__'}/kernels-{_content()}"
    try:
        yield
    finally:
        config.CACHE_DIR = before


@cache
def _content() -> str:
    digest = hashlib.sha256()
    for part in sorted(files(__package__).iterdir(), key=lambda one: one.name):
        if part.name.endswith(".py"):
            digest.update(part.read_bytes())
    return digest.hexdigest()[:12]
