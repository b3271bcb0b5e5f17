"""A study: the situation, the dossier it cites, and the question they are to answer (FILES §2)."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.evidence.dossier import Dossier
from detente.situation.model import Situation


@dataclass(frozen=True, slots=True)
class Study:
    """name: what its files are called; analyses: the ids to run, empty for all there are.

    group_by: the options by which the brief gathers outcomes into families; empty to choose by importance.
    """

    name: str
    title: str
    situation: Situation
    question: str = ""
    as_of: str = ""
    dossier: Dossier = field(default_factory=Dossier)
    analyses: tuple[str, ...] = ()
    group_by: tuple[str, ...] = ()
