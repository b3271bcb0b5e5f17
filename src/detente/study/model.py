"""A study: the situation, the dossier it cites, and the question they are to answer (FILES §2)."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.evidence.dossier import Dossier
from detente.situation.model import Situation


@dataclass(frozen=True, slots=True)
class Study:
    """name: what its files are called; analyses: the ids to run, empty for all there are."""

    name: str
    title: str
    situation: Situation
    question: str = ""
    as_of: str = ""
    dossier: Dossier = field(default_factory=Dossier)
    analyses: tuple[str, ...] = ()
