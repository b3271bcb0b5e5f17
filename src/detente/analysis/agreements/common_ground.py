"""Common ground: what every agreement contains, what every agreement leaves aside, what moves in trade.

Follows exactly from marks or sheets (AGREEMENTS §1-2): an issue whose level is the same in every acceptable
package is core; one that every acceptable package parks is set aside; any other is in trade between the
levels that occur.
"""

from __future__ import annotations

from dataclasses import dataclass

from detente.analysis.agreements.engines.engine import Engine
from detente.situation.issues.terms import PARKED


@dataclass(frozen=True, slots=True)
class CommonGround:
    """core: (issue, level); parked: issues; in_trade: (issue, levels that occur in some agreement).

    complete: False if time ran out: then `in_trade` may lack levels and nothing is called core or parked.
    """

    core: tuple[tuple[str, str], ...]
    parked: tuple[str, ...]
    in_trade: tuple[tuple[str, tuple[str, ...]], ...]
    complete: bool = True


def common_ground(engine: Engine) -> CommonGround:
    """What is settled already, set aside, or in trade among the agreements there are."""
    found, complete = engine.levels()
    core, parked, in_trade = [], [], []
    for issue, row in zip(engine.bargain.terms.issues, found, strict=True):
        levels = tuple(level for level, occurs in zip(issue.levels, row, strict=True) if occurs)
        if not levels:
            continue
        if len(levels) > 1 or not complete:
            in_trade.append((issue.id, levels))
        elif levels[0] == PARKED:
            parked.append(issue.id)
        else:
            core.append((issue.id, levels[0]))
    return CommonGround(tuple(core), tuple(parked), tuple(in_trade), complete)
