"""The closed vocabulary of what can be shown (HOUSE §6): the narrow waist between analyses and presenters.

Results speak in exhibits; presenters draw exhibits and know nothing else. Everything that carries
knowledge carries `claims` (ids in the dossier, shown as footnotes) or is marked `assumed`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Text:
    """A run of words with its grounds. Markup-free: presenters escape it."""

    text: str
    claims: tuple[str, ...] = ()
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns. `numeric` names the indices of columns to set right-aligned."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]
    numeric: tuple[int, ...] = ()
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A matrix of marks: rows × columns, each cell a key of `legend` ("yes" -> "wish fulfilled").

    `cells[r][c]` is the mark; `words` (same shape, optional) is a short text printed in the cell.
    """

    title: str
    rows: tuple[Text, ...]
    columns: tuple[Text, ...]
    cells: tuple[tuple[str, ...], ...]
    legend: Mapping[str, str]
    words: tuple[tuple[str, ...], ...] = ()
    note: Text | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "legend", MappingProxyType(dict(self.legend)))


@dataclass(frozen=True, slots=True)
class Node:
    """`kind` chooses the drawing: "start", "equilibrium", "state", "actor"; `group` a lane or layer."""

    id: str
    label: str
    kind: str = "state"
    detail: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A directed link; `kind` chooses the drawing: "improvement", "move", "sanction", "joint", "tie"."""

    source: str
    target: str
    label: str = ""
    kind: str = "move"


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes and links, with a sentence that says in words what the picture shows (`alt`)."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    alt: str = ""
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """`date` is ISO 8601 reduced (2026-04, 2026-01-05) or empty.

    `status`: done | scheduled | inferred (done, its date inferred) | negated (told as not done) |
    hypothetical (of what might be done) | unknown (whether done is not said).
    """

    date: str
    text: Text
    status: str = "done"


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dated events, oldest first."""

    title: str
    events: tuple[Event, ...]
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A sentence of an argument and the sentences under it."""

    text: Text
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Argument:
    """A verdict and why: a tree of sentences."""

    title: str
    verdict: Text
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences run together; each keeps its own grounds. `bullets` sets them as a list."""

    sentences: tuple[Text, ...]
    bullets: bool = False


Exhibit = Paragraph | Table | Grid | Graph | Timeline | Argument


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered question of the brief and the blocks that answer it."""

    title: str
    blocks: tuple[Exhibit, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What a footnote says: the claim in words and where it is written."""

    id: str
    text: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A whole brief: what a presenter turns into a page.

    `notes` maps claim id -> Note; `language` is the BCP 47 tag of the brief's own words.
    """

    title: str
    subtitle: str
    as_of: str
    bottom_line: tuple[Text, ...]
    sections: tuple[Section, ...]
    notes: Mapping[str, Note] = field(default_factory=dict)
    colophon: tuple[str, ...] = ()
    language: str = "en"

    def __post_init__(self) -> None:
        object.__setattr__(self, "notes", MappingProxyType(dict(self.notes)))
