"""Leaving out one assumption at a time: the same as editing the file by hand."""

from __future__ import annotations

from typing import Any

import numpy as np

from detente.analysis.robustness.omission import omissions
from detente.analysis.stability.run import stability
from detente.situation.compile import compile_situation
from detente.situation.file.read import read

STATEMENTS = {
    "A": [{"say": "B.z", "assumed": "a guess"}, {"say": "not A.x", "because": ["c1"]}, "A.y"],
    "B": [{"say": "A.x", "because": ["c2"], "assumed": "a reading"}, "not B.z"],
}


def _tree(statements: dict[str, list[Any]]) -> dict[str, Any]:
    return {
        "detente": 1,
        "actors": {"A": {}, "B": {}},
        "options": {"A.x": {}, "A.y": {}, "B.z": {}},
        "preferences": {actor: {"statements": items} for actor, items in statements.items()},
    }


def test_each_omission_is_the_file_without_the_line() -> None:
    compiled = compile_situation(read(_tree(STATEMENTS)))
    watched = [int(position) for position in compiled.graph.states()]
    base = stability(compiled).mask("seq")
    result = omissions(compiled, watched)
    assert [(one.actor, one.index) for one in result.omissions] == [("A", 0), ("A", 2), ("B", 0), ("B", 1)]
    for one in result.omissions:
        edited = {actor: list(items) for actor, items in STATEMENTS.items()}
        del edited[one.actor][one.index]
        mask = stability(read(_tree(edited))).mask("seq")
        assert one.equilibria == np.count_nonzero(mask)
        assert one.changed == tuple(p for p in watched if mask[p] != base[p])
    assert all(one.changed for one in result.telling)
