"""The closed vocabulary of what can be shown (HOUSE §6): the narrow waist between analyses and presenters.

Results speak in exhibits; presenters draw exhibits and know nothing else. Everything that carries
knowledge carries `claims` (ids in the dossier, shown as footnotes) or is marked `assumed`.

Every word is `Words` (HOUSE §2): a `Table` holds messages and users' own words. Once a language has said
them (`present.spoken`) the same table holds plain strings and its type says so: `Table[str]`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Generic, Union

from typing_extensions import TypeVar

from detente.messages import Words

W = TypeVar("W", bound=Words, covariant=True, default=Words)
"""What words are: `Words` before a language said them, `str` after."""


@dataclass(frozen=True, slots=True)
class Text(Generic[W]):
    """A run of words with its grounds. Markup-free: presenters escape it."""

    text: W
    claims: tuple[str, ...] = ()
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Table(Generic[W]):
    """Rows under columns. `numeric` names the indices of columns to set right-aligned."""

    title: W
    columns: tuple[W, ...]
    rows: tuple[tuple[Text[W], ...], ...]
    numeric: tuple[int, ...] = ()
    note: Text[W] | None = None


@dataclass(frozen=True, slots=True)
class Grid(Generic[W]):
    """A matrix of marks: rows × columns, each cell a key of `legend` ("yes" -> "wish fulfilled").

    `cells[r][c]` is the mark; `words` (same shape, optional) is a short text printed in the cell.
    """

    title: W
    rows: tuple[Text[W], ...]
    columns: tuple[Text[W], ...]
    cells: tuple[tuple[str, ...], ...]
    legend: Mapping[str, W]
    words: tuple[tuple[W, ...], ...] = ()
    note: Text[W] | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "legend", MappingProxyType(dict(self.legend)))


@dataclass(frozen=True, slots=True)
class Node(Generic[W]):
    """`kind` chooses the drawing: "start", "equilibrium", "state", "actor"; `group` a lane or layer."""

    id: str
    label: W
    kind: str = "state"
    detail: W | str = ""
    group: W | str = ""


@dataclass(frozen=True, slots=True)
class Edge(Generic[W]):
    """A directed link; `kind` chooses the drawing: "improvement", "move", "sanction", "joint", "tie"."""

    source: str
    target: str
    label: W | str = ""
    kind: str = "move"


@dataclass(frozen=True, slots=True)
class Graph(Generic[W]):
    """Nodes and links, with a sentence that says in words what the picture shows (`alt`)."""

    title: W
    nodes: tuple[Node[W], ...]
    edges: tuple[Edge[W], ...]
    alt: W | str = ""
    note: Text[W] | None = None


@dataclass(frozen=True, slots=True)
class Event(Generic[W]):
    """`date` is ISO 8601 reduced (2026-04, 2026-01-05) or empty.

    `status`: done | scheduled | inferred (done, its date inferred) | negated (told as not done) |
    hypothetical (of what might be done) | unknown (whether done is not said).
    """

    date: str
    text: Text[W]
    status: str = "done"


@dataclass(frozen=True, slots=True)
class Timeline(Generic[W]):
    """Dated events, oldest first."""

    title: W
    events: tuple[Event[W], ...]
    note: Text[W] | None = None


@dataclass(frozen=True, slots=True)
class Step(Generic[W]):
    """A sentence of an argument and the sentences under it."""

    text: Text[W]
    steps: tuple[Step[W], ...] = ()


@dataclass(frozen=True, slots=True)
class Argument(Generic[W]):
    """A verdict and why: a tree of sentences."""

    title: W
    verdict: Text[W]
    steps: tuple[Step[W], ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph(Generic[W]):
    """Sentences run together; each keeps its own grounds. `bullets` sets them as a list."""

    sentences: tuple[Text[W], ...]
    bullets: bool = False


Exhibit = Union[Table[W], Grid[W], Graph[W], Timeline[W], Argument[W], Paragraph[W]]  # noqa: UP007


@dataclass(frozen=True, slots=True)
class Section(Generic[W]):
    """A numbered question of the brief and the blocks that answer it."""

    title: W
    blocks: tuple[Exhibit[W], ...]


@dataclass(frozen=True, slots=True)
class Note(Generic[W]):
    """What a footnote says: the claim in words and where it is written."""

    id: str
    text: W
    sources: tuple[W, ...] = ()


@dataclass(frozen=True, slots=True)
class Report(Generic[W]):
    """A whole brief: what a presenter turns into a page.

    `notes` maps claim id -> Note; `language` is the BCP 47 tag of the brief's own words.
    """

    title: W
    subtitle: W | str
    as_of: str
    bottom_line: tuple[Text[W], ...]
    sections: tuple[Section[W], ...]
    notes: Mapping[str, Note[W]] = field(default_factory=dict)
    colophon: tuple[W, ...] = ()
    language: str = "en"

    def __post_init__(self) -> None:
        object.__setattr__(self, "notes", MappingProxyType(dict(self.notes)))
