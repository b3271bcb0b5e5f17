"""What "Add a stability concept" says, done literally in a copy of the package: one file and one line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.documentation.pages import Copy, blocks

PAGE = "how-to/add-a-concept.md"
LAWS = """
import numpy as np
from detente.analysis.stability.concepts.registry import CONCEPTS
from detente.analysis.stability.sequences import SEQUENCES
from tests.strategies import random_recipe

single = CONCEPTS[-1]
assert single.id == "single"
told = 0
for seed in range(40):
    graph = random_recipe(np.random.default_rng(seed), most=16).graph()
    for actor in range(graph.actors):
        fast = single.stable(graph, actor)
        assert not fast[~graph.feasible].any()
        for state in graph.states():
            literal = single.judge(graph, actor, int(state))
            assert bool(literal) == fast[state], (seed, actor, state)
            told += not literal
        for wider in (one for one in CONCEPTS if one.id in single.implies):
            assert not (fast & ~wider.stable(graph, actor)).any(), (seed, wider.id)
assert told > 20
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    copied = Copy(tmp_path_factory.mktemp("concept"))
    (module,), (line,) = blocks(PAGE, "python"), blocks(PAGE, "diff")
    copied.write("src/detente/analysis/stability/concepts/single.py", module)
    copied.apply("src/detente/analysis/stability/concepts/registry.py", line)
    return copied


def test_the_command_answers_with_it_among_the_others(copy: Copy) -> None:
    line = blocks(PAGE, "console")[0].splitlines()[0]
    assert "Stability by single replies" in copy.detente(line)
    answer = json.loads(copy.detente(line.replace(" --concept single", ""), "--json"))
    assert list(answer["concepts"])[-2:] == ["sseq", "single"]
    equilibria = {name: [*map(str, one["equilibria"])] for name, one in answer["concepts"].items()}
    assert set(equilibria["nash"]) <= set(equilibria["single"]) <= set(equilibria["seq"])


def test_why_names_it(copy: Copy) -> None:
    told = " ".join(copy.detente(blocks(PAGE, "console")[0].splitlines()[1]).split())
    assert "Stability by single replies" in told and "but Delta would then stop buying" in told


def test_cases_and_the_brief_show_it(copy: Copy, tmp_path: Path) -> None:
    assert "\n single" in copy.detente("$ detente cases chicken").replace("\nsingle", "\n single")
    copy.detente("$ detente brief docs/tutorial/shared-river.yaml", "-o", str(tmp_path))
    assert "single" in (tmp_path / "brief.md").read_text(encoding="utf-8").lower()


def test_its_forms_agree_and_it_implies_what_it_says(copy: Copy) -> None:
    code, _, err = copy.python("-c", LAWS)
    assert code == 0, err
