"""The referee for coalitions: GRAPH_MODEL §7 read literally on plain sets.

A coalition H moves by legal sequences of its members. An improvement of H is a state it can reach that every
member prefers; a state harms H (φ_H) if some member does not gain. A state is stable for everybody if it is
stable for every non-empty coalition.

Sanctions: GMR and SMR, any legal sequence of the outsiders; SEQ, sequences of improvements of coalitions of
outsiders, each improving from where it moves, the same coalition not twice in a row. So read, all given
coalition tables come out; the papers themselves were not read.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import cache

from tests.referees.brute_force import Conflict, State, joint

CONCEPTS = ("cnash", "cgmr", "csmr", "cseq")
Coalition = tuple[int, ...]


def coalitions(members: Coalition) -> Iterator[Coalition]:
    """Every non-empty subset."""
    for size in range(1, len(members) + 1):
        yield from itertools.combinations(members, size)


class Coalitions:
    """The coalitional verdicts on one conflict."""

    def __init__(self, conflict: Conflict) -> None:
        self.conflict = conflict
        self.reach = cache(self._reach)
        self.gains = cache(self._gains)

    def _reach(self, group: Coalition, s: State) -> frozenset:
        return frozenset(joint(self.conflict, group, s, sequences="legal", only_improvements=False))

    def _gains(self, group: Coalition, s: State) -> frozenset:
        """R_H⁺⁺(s)."""
        return frozenset(t for t in self.reach(group, s) if not self.harms(group, s, t))

    def harms(self, group: Coalition, s: State, t: State) -> bool:
        """t ∈ φ_H(s): some member does not gain by t."""
        return any(self.conflict.ranks[i][t] <= self.conflict.ranks[i][s] for i in group)

    def credible(self, group: Coalition, s: State) -> set[State]:
        """Where coalitions inside the group can bring the conflict by improvements, none twice in a row."""
        found: set[tuple[State, Coalition]] = set()
        waiting: list[tuple[State, Coalition]] = [(s, ())]
        while waiting:
            here, last = waiting.pop()
            for part in coalitions(group):
                for t in self.gains(part, here) if part != last else ():
                    if (t, part) not in found:
                        found.add((t, part))
                        waiting.append((t, part))
        return {t for t, _ in found}

    def is_stable(self, concept: str, group: Coalition, s: State) -> bool:
        """Is s stable for the coalition?"""
        others = tuple(j for j in self.conflict.actors if j not in group)
        for s1 in self.gains(group, s):
            if concept == "cnash":
                return False
            answers = self.credible(others, s1) if concept == "cseq" else self.reach(others, s1)
            sanctions = {s2 for s2 in answers if self.harms(group, s, s2)}
            if concept == "csmr":
                sanctions = {
                    s2 for s2 in sanctions if all(self.harms(group, s, s3) for s3 in self.reach(group, s2))
                }
            if not sanctions:
                return False
        return True

    def stable_for_all(self, concept: str) -> set[State]:
        """The states that are stable for every coalition."""
        everybody = tuple(self.conflict.actors)
        return {
            s
            for s in self.conflict.states
            if all(self.is_stable(concept, group, s) for group in coalitions(everybody))
        }
