"""What reading finds: marks on the cleaned text of one document, before anybody decides anything.

Spans are [start, end) in code points of the cleaned text. Every mark names the rule that made it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from detente.evidence.claims import Claim
from detente.evidence.dates import PartialDate

BlockKind = Literal["content", "heading", "byline", "noise", "footnote", "blockquote", "turn"]
QuoteKind = Literal["speech", "term"]
ActorKind = Literal["state", "person", "government", "organization", "group"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or line; `speaker` is whose turn it is in a transcript (as written), `rule` why it is
    noise."""

    start: int
    end: int
    kind: BlockKind = "content"
    rule: str = ""
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class QuoteSpan:
    """A quotation: inner text [start, end) without its marks, and with them [outer_start, outer_end).

    `depth` is 0 for the outermost; `reopened` tells that it continues the quotation of the paragraph before.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    depth: int = 0
    reopened: bool = False


@dataclass(frozen=True, slots=True)
class QuoteMark:
    """A quotation with its speaker (None when the text does not tell), and whether it is speech or a term."""

    start: int
    end: int
    text: str
    speaker: str | None
    kind: QuoteKind
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class DateMark:
    """A date expression and what it stands for."""

    start: int
    end: int
    text: str
    date: PartialDate
    rule: str


@dataclass(frozen=True, slots=True)
class ActorMark:
    """An actor with every mention; `country` is ISO 3166 alpha-3 or empty."""

    name: str
    kind: ActorKind
    country: str
    mentions: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything proposed from one document, in text order."""

    quotes: tuple[QuoteMark, ...]
    dates: tuple[DateMark, ...]
    actors: tuple[ActorMark, ...]
    claims: tuple[Claim, ...]
    non_content: tuple[Block, ...]
