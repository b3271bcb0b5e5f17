"""The table of benchmarks, from their registry."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.registry import BENCHMARKS

from documentation.markdown import Page, code, page, table

WORDS = """\
`python -m benchmarks NAME…` runs these, `--smoke` at toy size. Results: [the figures](../benchmarks.md)."""


def pages() -> Iterator[Page]:
    """What is measured, on what, beside what."""
    rows = [(code(one.name), one.kernel, one.situation, one.yardstick) for one in BENCHMARKS]
    heads = ("name", "what runs", "on what", "beside what")
    yield "reference/benchmarks.md", page("# Benchmarks", WORDS, table(heads, rows))
