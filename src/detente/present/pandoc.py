"""Pandoc as a pure function: Markdown to its document tree, the tree to a format.

The text is read with raw HTML, raw TeX and raw attributes switched off, so nothing written in it can
become markup; what presenters add to the tree (figures, landmarks) is made by this package alone. Pandoc
runs in its sandbox: it reads and fetches nothing. One call takes about a tenth of a second.
"""

from __future__ import annotations

import json
import subprocess
from functools import cache
from typing import Any

from detente.errors import DetenteError

READER = (
    "markdown-raw_html-raw_tex-raw_attribute-native_divs-native_spans-latex_macros"
    "-smart-tex_math_dollars-citations-example_lists-yaml_metadata_block-pandoc_title_block-auto_identifiers"
    "-implicit_header_references-subscript-strikeout-fancy_lists-line_blocks-definition_lists"
)
_PATIENCE = 120  # seconds
Tree = dict[str, Any]


@cache
def _binary() -> str:
    import pypandoc

    return str(pypandoc.get_pandoc_path())


def parse(markdown: str) -> Tree:
    """The document tree of a Markdown text."""
    tree: Tree = json.loads(_run(["--from", READER, "--to", "json"], markdown.encode()))
    return tree


def write(tree: Tree, to: str, *options: str, sandbox: bool = True) -> bytes:
    """The document tree in the format `to`, as a fragment unless options say otherwise."""
    confined = ["--sandbox"] if sandbox else []
    return _run(
        ["--from", "json", "--to", to, "--wrap", "none", *confined, *options], json.dumps(tree).encode()
    )


def _run(options: list[str], given: bytes) -> bytes:
    # A date of its own, so that the same tree gives the same bytes in every format.
    done = subprocess.run(
        [_binary(), *options],
        input=given,
        capture_output=True,
        timeout=_PATIENCE,
        env={"SOURCE_DATE_EPOCH": "0", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"},
        check=False,
    )
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        raise DetenteError(f"pandoc could not convert the text: {said}")
    return done.stdout
