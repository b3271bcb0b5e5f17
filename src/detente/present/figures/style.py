"""How do kinds of nodes and links look? Told apart by colour, line and words, so never by colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from detente.messages import Words, message
from detente.present.figures.svg import ACCENT, INK, SOFT


@dataclass(frozen=True, slots=True)
class NodeStyle:
    """Ground, border and text of a node; `tag` is printed above its label, `double` doubles the border."""

    ground: str
    border: str
    width: float
    ink: str = INK
    soft: str = SOFT
    tag: Words = ""
    round_: float = 4.0
    double: bool = False


@dataclass(frozen=True, slots=True)
class LinkStyle:
    """Colour, width, dashes and what the legend says; ties have no arrowhead."""

    colour: str
    width: float
    dashes: str
    said: Words
    arrow: bool = True


_NODES = {
    "start": NodeStyle(ACCENT, ACCENT, 1.5, "#ffffff", "#dbe7ef", message("present.kind.start")),
    "equilibrium": NodeStyle("#e7f3ec", "#12624a", 1.6, tag=message("present.kind.equilibrium"), double=True),
    "state": NodeStyle("#ffffff", "#8d867a", 1.2),
    "actor": NodeStyle("#f4f1ea", "#55514a", 1.4, round_=18.0),
}
_LINKS = {
    "improvement": LinkStyle(ACCENT, 2.0, "", message("present.link.improvement")),
    "move": LinkStyle("#77716a", 1.2, "", message("present.link.move")),
    "sanction": LinkStyle("#a33e0c", 1.7, "6 4", message("present.link.sanction")),
    "joint": LinkStyle("#7a3d78", 3.2, "", message("present.link.joint")),
    "tie": LinkStyle("#55514a", 1.8, "2 3", message("present.link.tie"), arrow=False),
}
LINK_KINDS = tuple(_LINKS)


def node_style(kind: str) -> NodeStyle:
    """The drawing of a kind of node; a kind of its own is named above the label."""
    return _NODES.get(kind) or NodeStyle("#ffffff", "#8d867a", 1.2, tag=kind)


def link_style(kind: str) -> LinkStyle:
    """The drawing of a kind of link; a kind of its own is drawn as a dotted line and named in the legend."""
    return _LINKS.get(kind) or LinkStyle("#55514a", 1.4, "1.5 3", kind)
