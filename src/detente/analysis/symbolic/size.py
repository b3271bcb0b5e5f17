"""How many combinations of levels there are, and whether they can still be listed."""

from __future__ import annotations

import math

from detente.situation.model import Situation
from detente.situation.space import LIMIT


def beyond_the_limit(situation: Situation) -> bool:
    """Are there more combinations of levels than the explicit engine lists?"""
    players = {actor.id for actor in situation.players}
    sizes = (len(option.levels) for option in situation.options if option.owner in players)
    return situation.graph is None and math.prod(sizes) > LIMIT
