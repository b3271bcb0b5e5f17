"""The line under a figure that says what its marks mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.messages import Say
from detente.present.clean import clean
from detente.present.figures.style import LINK_KINDS, link_style
from detente.present.figures.svg import SOFT, element, label, path
from detente.present.measure import pixels, wrap

_ROW = 19.0


def link_legend(kinds: Iterable[str], width: float, say: Say) -> tuple[list[str], float]:
    """A sample of each kind of link that occurs, and the height of the legend."""
    seen = set(kinds)
    ordered = [kind for kind in LINK_KINDS if kind in seen] + sorted(seen - set(LINK_KINDS))
    entries = [(_sample(kind), say(link_style(kind).said)) for kind in ordered]
    return flowed(entries, width, room=38.0)


def flowed(entries: Sequence[tuple[str, str]], width: float, *, room: float) -> tuple[list[str], float]:
    """(mark, words) entries in rows no wider than `width`; a mark takes `room` to the right of its origin."""
    if not entries:
        return [], 0.0
    parts: list[str] = []
    x, y = 0.0, 8.0
    for mark, said in entries:
        words = wrap(clean(said), max(width - room, 80.0), _measure, lines=1)[0]
        need = room + _measure(words) + 22
        if x and x + need - 22 > width:
            x, y = 0.0, y + _ROW
        text = label([words], room, 4, size=11, fill=SOFT)
        parts.append(element("g", mark, text, transform=f"translate({x:.1f} {y:.1f})"))
        x += need
    return parts, y + 14


def _measure(text: str) -> float:
    return pixels(text, 11)


def _sample(kind: str) -> str:
    style = link_style(kind)
    dashes = {"stroke_dasharray": style.dashes} if style.dashes else {}
    line = path("M0 0L24 0", stroke=style.colour, stroke_width=style.width, **dashes)
    head = element("path", d="M32 0L23 -4.2L23 4.2Z", fill=style.colour) if style.arrow else ""
    return line + head
