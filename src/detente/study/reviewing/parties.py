"""Parties that an edit names: does anybody else call somebody so, or was a name mistyped?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from detente.evidence.claims import Claim
from detente.reading.names.gazetteer import known_cjk_names, known_names, state_names
from detente.situation.language.expressions import nearest
from detente.study.reviewing.decisions import Value
from detente.study.reviewing.review import names_of

FIELDS = ("who", "to", "said_by")


@dataclass(frozen=True, slots=True)
class UnknownParty:
    """A name in a field of an edit that nothing knows; `nearest` is the known one most like it, if any is."""

    claim: str
    field: str
    name: str
    nearest: str = ""

    def __str__(self) -> str:
        return (
            f"{self.claim}: {self.field}: no claim and no actor is called {self.name!r} so far{self.nearest} "
            "It is kept as written: edit the claim again to change it; a new party is named under actors: in "
            "situation.yaml"
        )


class Parties:
    """The names known in a study: its actors, the parties and speakers of its claims, states and bodies.

    A name that a claim's words hold is known, too. What edits name becomes known, so that it is told once.
    """

    def __init__(self, claims: Iterable[Claim], actors: Iterable[str] = ()) -> None:
        self._known: set[str] = set(actors)
        self._words: list[str] = []
        for claim in claims:
            self._known.update(claim.who, claim.to, (place.said_by for place in claim.attestations))
            self._words += [
                claim.text,
                *(p.passage.text for p in claim.attestations if p.passage is not None),
            ]

    def unknown(self, claim: str, changes: Mapping[str, Value]) -> tuple[UnknownParty, ...]:
        """The names in an edit of a claim that nothing knows, each with the known one most like it."""
        found = []
        for field in FIELDS:
            for name in names_of(changes.get(field)):
                if not self._knows(name):
                    hint = nearest(name, sorted(self._known)) or "."
                    found.append(UnknownParty(claim, field, name, hint))
                self._known.add(name)
        return tuple(found)

    def _knows(self, name: str) -> bool:
        return name in self._known or _is_state_or_body(name) or self._is_in_words(name)

    def _is_in_words(self, name: str) -> bool:
        edges = r"(?<!\w){}(?!\w)" if name.isascii() else "{}"
        pattern = re.compile(edges.format(re.escape(name)))
        return any(pattern.search(words) for words in self._words)


def _is_state_or_body(name: str) -> bool:
    whole = (0, len(name))
    found = (*known_names(name, *whole), *known_cjk_names(name, *whole))
    return name in state_names() or any((one.start, one.end) == whole for one in found)
