"""How does any text stand in Pandoc Markdown, CommonMark included, as exactly itself?"""

from __future__ import annotations

import re

from detente.present.clean import clean

# Whatever could open an emphasis, code, link, note, span, formula, citation, table cell or HTML.
_ACTIVE = re.compile(r"[\\`*\[\]<>|~^$@{}]|&(?=[#A-Za-z0-9])|(?<![^\W_])_|_(?![^\W_])")
# Whatever could open a block where a line begins: heading, list, rule, definition, quotation.
_OPENER = re.compile(r"^([#+\-=:%]|\(?(?:[0-9]+|[A-Za-z]+|#|@)[.)](?=\s|$))")


def escape(text: str) -> str:
    """`text` on one line, written so that a Markdown reader shows these characters and does nothing else."""
    return _ACTIVE.sub(_shielded, clean(text))


def opening(text: str) -> str:
    """`escape(text)` where it begins a line: nothing at its start opens a heading, list or rule."""
    return _OPENER.sub(_shielded_last, escape(text))


def attribute(text: str) -> str:
    """`text` inside a quoted attribute value; quotation marks and backslashes become look-alikes."""
    return clean(text).replace("\\", "⧵").replace('"', "”").replace("&", "&amp;").replace("`", "ˋ")


def _shielded(found: re.Match[str]) -> str:
    return "\\" + found.group()


def _shielded_last(found: re.Match[str]) -> str:
    mark = found.group()
    return mark[:-1] + "\\" + mark[-1]
