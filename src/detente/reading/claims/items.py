"""Listed measures, proposals, demands and undertakings: (1) … (2) …, bullets, numbered lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.evidence.claims import Kind
from detente.reading.claims.proposals import Proposed
from detente.reading.marks import Block

_MARKER = re.compile(r"\((?P<n>\d{1,2}|[a-z]|[ivx]{1,4})\)\s|(?P<c>[①-⑳])\s?")
_LINE_MARKER = re.compile(
    r"\s{0,12}(?:[-*•·–—‣▪◦●■]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)])\s{1,4}|\s{0,12}[①-⑳]\s?"
)
_TAIL = re.compile(r"(?:\s*[;,.]?\s*(?:and|or|as well as)?\s*|[,;、，；]\s*)\Z")
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "ask",
        re.compile(
            r"\b(?:demand|call(?:s|ed)? (?:on|for|upon)|ask|request|urge|insist|condition|must)|요구|要求",
            re.IGNORECASE,
        ),
    ),
    (
        "measure",
        re.compile(
            r"\b(?:measure|step|action|sanction|restriction|arrangement|concession|gesture)|조치|措施|措置",
            re.IGNORECASE,
        ),
    ),
    (
        "commitment",
        re.compile(
            r"\b(?:agree|commit|undertak|pledge|promise|resol|decid|shall|will|consensus|"
            r"understanding|obligation)|합의|약속|同意|商定|合意",
            re.IGNORECASE,
        ),
    ),
    (
        "proposal",
        re.compile(
            r"\b(?:propos|recommend|suggest|offer|initiative|project|plan|option|idea)|제안|사업|建议|"
            r"建議|提案|提議",
            re.IGNORECASE,
        ),
    ),
)
_OWN_PROPOSAL = re.compile(r"(?:a |an |the )?(?:proposals?|offers?|plans?|suggestions?)\b", re.IGNORECASE)
_LEAD = 260
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}


def inline_items(text: str, block: Block) -> Iterator[Proposed]:
    """Items of a list inside a paragraph, when its lead says what they are."""
    markers = list(_MARKER.finditer(text, block.start, block.end))
    first = 0
    while first < len(markers):
        last = first
        while last + 1 < len(markers) and _follows(markers[last], markers[last + 1]):
            last += 1
        if last > first and _opens(markers[first]):
            lead = text[max(block.start, markers[first].start() - _LEAD) : markers[first].start()]
            kind = _kind(lead)
            if kind is not None:
                yield from _between(text, markers[first : last + 1], block.end, kind)
        first = last + 1


def item_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a stretch that it numbers itself, (i) … (ii) …, without their numbers; [] where it does
    not."""
    markers = list(_MARKER.finditer(text, start, end))
    if len(markers) < 2 or not _opens(markers[0]):
        return []
    stops = [*(marker.start() for marker in markers[1:]), end]
    return [(m.end(), _trimmed(text, m.end(), stop)) for m, stop in zip(markers, stops, strict=True)]


def line_items(text: str, blocks: tuple[Block, ...]) -> Iterator[Proposed]:
    """Items that are lines of their own, under a line that says what they are."""
    lead, kind = "", None
    for block in blocks:
        if block.kind == "noise":
            continue
        found = _LINE_MARKER.match(text, block.start, block.end)
        if found is None or block.kind in ("turn", "footnote"):
            lead = text[max(block.start, block.end - _LEAD) : block.end]
            kind = _kind(lead) if lead.rstrip().endswith((":", "：")) or block.kind == "heading" else None
            continue
        if kind is not None:
            end = _trimmed(text, found.end(), block.end)
            if end > found.end():
                yield _item(text, found.end(), end, kind)


def _between(text: str, markers: list[re.Match[str]], limit: int, kind: Kind) -> Iterator[Proposed]:
    for number, marker in enumerate(markers):
        if number + 1 < len(markers):
            stop = markers[number + 1].start()
        else:
            stop = _sentence_end(text, marker.end(), limit)
        end = _trimmed(text, marker.end(), stop)
        if end > marker.end():
            yield _item(text, marker.end(), end, kind)


def _item(text: str, start: int, end: int, kind: Kind) -> Proposed:
    own = kind == "measure" and _OWN_PROPOSAL.match(text, start, end) is not None
    return Proposed(
        start, end, "proposal" if own else kind, "listed-item", 0.8, flags=("listed", "status not stated")
    )


def _sentence_end(text: str, start: int, limit: int) -> int:
    found = re.compile(r"[.;](?=\s|$)|[。；]").search(text, start, limit)
    return found.start() if found else limit


def _trimmed(text: str, start: int, end: int) -> int:
    tail = _TAIL.search(text, max(start, end - 24), end)
    return tail.start() if tail else end


def _kind(lead: str) -> Kind | None:
    """What the words that lead a list say its items are; the last such word decides."""
    best: tuple[int, Kind] | None = None
    for kind, pattern in _KINDS:
        place = next((m.start() for m in pattern.finditer(lead)), -1)
        for match in pattern.finditer(lead):
            place = match.start()
        if place >= 0 and (best is None or (kind != "proposal" and place > best[0])):
            best = (place, kind)
    return best[1] if best else None


def _opens(marker: re.Match[str]) -> bool:
    return (marker.group("n") or marker.group("c")) in ("1", "a", "i", "①")


def _follows(one: re.Match[str], two: re.Match[str]) -> bool:
    return _rank(two) == _rank(one) + 1


def _rank(marker: re.Match[str]) -> int:
    word = marker.group("n")
    if word is None:
        return ord(marker.group("c")) - 0x2460
    if word.isdecimal():
        return int(word)
    return _ROMAN.get(word) or ord(word[0]) - 96
