"""`stability --engine`: the symbolic engine on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.test_commands import FREEZE, GRAPH, run


@pytest.fixture
def large(tmp_path: Path) -> str:
    """Thirty options: more combinations than can be listed."""
    path = tmp_path / "large.yaml"
    options = [f"{actor}.o{n}" for actor in "AB" for n in range(15)]
    path.write_text(
        "detente: 1\ntitle: large\nactors: {A: {name: A}, B: {name: B}}\noptions:\n"
        + "".join(f"  {option}: {{}}\n" for option in options)
        + "preferences:\n  A: {statements: [A.o0 iff B.o0, A.o1]}\n  B: {statements: [B.o0 and A.o0]}\n"
        + "status_quo: {A.o0: yes}\n"
    )
    return str(path)


def test_a_small_situation_may_be_solved_symbolically(tmp_path: Path) -> None:
    path = tmp_path / "freeze.yaml"
    path.write_text(FREEZE)
    code, out, _ = run(
        "stability", str(path), "--engine", "symbolic", "--concept", "nash", "--count", "--json"
    )
    answer = json.loads(out)
    code_explicit, out, _ = run("stability", str(path), "--engine", "explicit", "--json")
    explicit = json.loads(out)
    assert (code, code_explicit) == (0, 0)
    assert answer["engine"] == "symbolic" and answer["proven"] == {"nash": True}
    assert answer["concepts"]["nash"]["count"] == len(explicit["concepts"]["nash"]["equilibria"])


def test_beyond_the_limit_the_symbolic_engine_answers_by_itself(large: str) -> None:
    code, out, _ = run("stability", large, "--concept", "nash", "--count", "--json")
    answer = json.loads(out)
    assert code == 0 and answer["engine"] == "symbolic" and answer["combinations"] == 1 << 30
    assert answer["concepts"]["nash"]["count"] == 1 << 28 and answer["proven"]["nash"]
    code, out, _ = run("stability", large, "--concept", "nash")
    assert code == 0 and "268,435,456 (proven)" in out and "A.o1" in out


def test_refusals_name_the_way_out(large: str, tmp_path: Path) -> None:
    code, _, faults = run("stability", large, "--engine", "explicit")
    assert code == 1 and "--engine symbolic" in faults
    path = tmp_path / "graph.yaml"
    path.write_text(GRAPH)
    code, _, faults = run("stability", str(path), "--engine", "symbolic")
    assert code == 2 and "options" in faults
    assert run("stability", large, "--engine", "guess")[0] == 2
    assert run("stability", large, "--engine", "symbolic", "--sequences", "one-step")[0] == 2
