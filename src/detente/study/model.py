"""A study: the situation, the dossier it cites, and the question they are to answer (FILES §2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from detente.evidence.dossier import Dossier
from detente.situation.model import Situation

# What a brief can hold, in its order; study.yaml names those it wants under `analyses`.
ANALYSES = ("facts", "wishes", "agreements", "stability", "shocks", "robustness")


@dataclass(frozen=True, slots=True)
class Study:
    """name: what its files are called; analyses: names from ANALYSES, empty for all that the files allow.

    group_by: the options by which the brief gathers outcomes into families; empty to choose by importance.
    unchecked: ids of documents whose quotations cannot be checked, their originals being elsewhere;
    originals: where they are and why, if the study says so. pages: where the pages of a paged document's
    text begin, by its id, if it was read.
    """

    name: str
    title: str
    situation: Situation
    question: str = ""
    as_of: str = ""
    dossier: Dossier = field(default_factory=Dossier)
    analyses: tuple[str, ...] = ()
    group_by: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()
    originals: str = ""
    pages: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def modelled(self) -> bool:
        """Is there a situation, or only a dossier so far?"""
        situation = self.situation
        return bool(situation.options) or situation.graph is not None or situation.terms is not None

    def wants(self, analysis: str) -> bool:
        """Is this analysis asked for?"""
        return not self.analyses or analysis in self.analyses
