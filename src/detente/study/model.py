"""A study: the situation, the dossier it cites, and the question they are to answer (FILES §2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from detente.analysis import ANALYSES
from detente.analysis.params import Params
from detente.evidence.dossier import Dossier
from detente.messages import Words
from detente.situation.model import Situation

FACTS = "facts"
P = TypeVar("P", bound=Params)


def analyses_known() -> tuple[str, ...]:
    """What study.yaml may name under `analyses`: the facts, and every family with an annex in a brief."""
    return (FACTS, *(one.id for one in ANALYSES if one.annex is not None))


@dataclass(frozen=True, slots=True)
class Study:
    """name: what its files are called; analyses: names from `analyses_known`, empty for all there are.

    group_by: the options by which the brief gathers outcomes into families; empty to choose by importance.
    unchecked: ids of documents whose quotations cannot be checked, their originals being elsewhere;
    originals: where they are and why, if the study says so. pages: where the pages of a paged document's
    text begin, by its id, if it was read.
    """

    name: str
    title: Words
    situation: Situation
    question: str = ""
    as_of: str = ""
    dossier: Dossier = field(default_factory=Dossier)
    analyses: tuple[str, ...] = ()
    group_by: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()
    originals: str = ""
    pages: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def params(self, params: type[P]) -> P:
        """The choices this study makes for a family: those it names, else the usual ones."""
        chosen = {"group_by": self.group_by}
        return params.of(**{name: value for name, value in chosen.items() if name in params.model_fields})

    @property
    def modelled(self) -> bool:
        """Is there a situation, or only a dossier so far?"""
        situation = self.situation
        return bool(situation.options) or situation.graph is not None or situation.terms is not None

    def wants(self, analysis: str) -> bool:
        """Is this analysis asked for?"""
        return not self.analyses or analysis in self.analyses
