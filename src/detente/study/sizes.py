"""How large a situation is, in words."""

from __future__ import annotations

from detente.evidence.dossier import Dossier
from detente.messages import Words, joined, message
from detente.situation.model import Situation
from detente.situation.space import product_space


def describe_size(situation: Situation) -> Words:
    """Actors, options or states, and combinations, in one phrase."""
    parts: list[Words] = [message("study.size.actors", n=len(situation.players))]
    if situation.graph is not None:
        parts.append(message("study.size.states", n=len(situation.graph.states)))
    elif situation.options:
        parts.append(message("study.size.options", n=len(situation.options)))
        parts.append(message("study.size.combinations", count=product_space(situation).size))
    return joined(parts, "comma")


def describe_dossier(dossier: Dossier) -> Words:
    """Documents and claims, and how many of the claims are decided, in one phrase."""
    return message(
        "study.size.dossier",
        documents=message("study.size.documents", n=len(dossier.documents)),
        claims=message("study.size.claims", n=len(dossier.claims)),
        decided=sum(claim.review.state != "open" for claim in dossier.claims),
    )
