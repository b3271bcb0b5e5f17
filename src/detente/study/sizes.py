"""How large a situation is, in words."""

from __future__ import annotations

from detente.evidence.dossier import Dossier
from detente.situation.english import counted
from detente.situation.model import Situation
from detente.situation.space import product_space


def describe_size(situation: Situation) -> str:
    """Actors, options or states, and combinations, in one phrase."""
    verb = "chooses" if len(situation.players) == 1 else "choose"
    parts = [f"{counted(len(situation.players), 'actor')} that {verb}"]
    if situation.graph is not None:
        parts.append(counted(len(situation.graph.states), "state"))
    elif situation.options:
        parts.append(counted(len(situation.options), "option"))
        parts.append(f"{product_space(situation).size:,} combinations before constraints")
    return ", ".join(parts)


def describe_dossier(dossier: Dossier) -> str:
    """Documents and claims, and how many of the claims are decided, in one phrase."""
    decided = sum(claim.review.state != "open" for claim in dossier.claims)
    documents = counted(len(dossier.documents), "document")
    return f"{documents}, {counted(len(dossier.claims), 'claim')} of which {decided} decided"
