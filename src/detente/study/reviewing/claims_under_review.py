"""A dossier's claims while decisions are carried out on them, one after another."""

from __future__ import annotations

from collections.abc import Iterable

from detente.errors import InputError
from detente.evidence.claims import Claim
from detente.evidence.dossier import Dossier


class InHand:
    """The claims of a dossier, to be found and put by id without a walk over all of them.

    A dossier is checked whole when it is made; many decisions need that once, at the end.
    """

    def __init__(self, dossier: Dossier) -> None:
        self._start = dossier
        self._claims = {claim.id: claim for claim in dossier.claims}
        self._at_odds: dict[str, set[str]] | None = None
        self._changed = False

    def get(self, name: str) -> Claim | None:
        """The claim of that id, if it is there."""
        return self._claims.get(name)

    def claim(self, name: str) -> Claim:
        """The claim of that id. Raises InputError if it is not there."""
        held = self.get(name)
        if held is None:
            raise InputError(f"the dossier has no claim {name!r}", kind="unknown-claim")
        return held

    def put(self, claims: Iterable[Claim]) -> None:
        """Each claim in the place of the one of its id, or at the end."""
        for claim in claims:
            self._claims[claim.id] = claim
            self._note(claim)
            self._changed = True

    def drop(self, name: str) -> None:
        """Without that claim."""
        del self._claims[name]
        self._changed = True

    def at_odds_with(self, name: str) -> tuple[Claim, ...]:
        """The claims that are said to be at odds with that one, in file order."""
        if self._at_odds is None:
            self._at_odds = {}
            for claim in self._claims.values():
                self._note(claim)
        found = self._at_odds.get(name, set())
        if not found:
            return ()
        return tuple(claim for claim in self._claims.values() if claim.id in found and name in claim.at_odds)

    def dossier(self) -> Dossier:
        """The dossier as it stands now; the one begun with if nothing was changed."""
        if not self._changed:
            return self._start
        return Dossier(self._start.documents, tuple(self._claims.values()))

    def _note(self, claim: Claim) -> None:
        if self._at_odds is None:
            return
        for other in claim.at_odds:
            self._at_odds.setdefault(other, set()).add(claim.id)
