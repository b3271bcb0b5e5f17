"""Every page that is made from the program: its path in the site, and its text."""

from __future__ import annotations

from collections.abc import Iterator

from documentation import analyses, benchmarks, changes, commands, formats, gallery, json_shapes, python_api

MAKERS = (
    commands.pages,
    analyses.pages,
    python_api.pages,
    formats.pages,
    json_shapes.pages,
    benchmarks.pages,
    gallery.pages,
    changes.pages,
)


def generated() -> Iterator[tuple[str, bytes]]:
    """The generated pages and the files they show, by path beneath the checkout's folder."""
    for maker in MAKERS:
        for name, content in maker():
            yield f"docs/{name}", content if isinstance(content, bytes) else content.encode()
