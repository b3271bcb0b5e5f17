"""Where GMCR+ and the definitions part, computed: writes docs/field-guide/gmcr-plus-differences.md.

    python -m tests.referees.differences

The page is kept equal to what this computes by test_differences.py.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from pathlib import Path

from tests.referees.brute_force import Conflict, OptionForm, changes, expand, rank_by_order, stable_states
from tests.referees.gmcrplus_like import Tool
from tests.referees.naive_reader import Plain
from tests.referees.plain import matrices

from detente.store.case_file import case_files
from detente.store.yaml_file import read_yaml

PAGE = Path(__file__).resolve().parents[2] / "docs" / "field-guide" / "gmcr-plus-differences.md"
SHOWN = ("nash", "gmr", "smr", "seq")  # the tool has no SSEQ
MODELS = 50

HEAD = """\
# Where GMCR+ differs from the definitions

*Computed by `python -m tests.referees.differences` and checked by the tests; do not edit by hand.*

We read how GMCR+ (gmcr-py 0.4.1, commit 502a12c of 2020-04-04) works, took no code, and wrote the same procedure
again (`tests/referees/gmcrplus_like.py`). It differs from the definitions of Fang, Hipel and Kilgour (GRAPH_MODEL
§4-6) in these ways:

1. **Sequences.** It looks for a sanction by letting one opponent move, striking it from the list, and trying the rest:
   each opponent moves at most once. By the definition an opponent may move again, only not twice in a row. With two
   actors nothing changes, because there is one opponent. `--sequences once-each` reproduces the tool.
2. **Older results.** Its own fixtures and its guide (2014) count only single moves of single opponents:
   `--sequences one-step`.
3. **Simultaneous moves (SIM).** The combinations of the opponents' moves come from an iterator made once for a state;
   what was tried against a first improvement is not tried again against the next. We have no SIM.
4. **SEQ & SIM.** The column of that name holds what is stable by either, actor by actor.
5. **Inverse counts.** Whether a ranking makes a state stable is decided by the last improvement looked at, not by all:
   420 rankings for Syria and Iraq 1975 instead of 384.
6. **Misperception.** A state an actor does not see is one it cannot move to or from, in one shared model. A hypergame
   keeps a model for each actor (GRAPH_MODEL §10).
7. **Size.** Dense int64 matrices, states × states, for each actor, and a Python loop for each verdict.
"""


def cases() -> Iterator[tuple[str, Plain]]:
    """The published cases that are small enough to enumerate naively, with a naive reading."""
    for name, path in case_files().items():
        tree = read_yaml(path).tree
        assert isinstance(tree, dict)
        if len(tree.get("options", {})) <= 12:
            yield name, Plain(tree)


def differing(conflict: Conflict) -> dict[tuple[str, int], tuple[list, list]]:
    """(concept, actor) -> states stable by the definition only, and in the tool only."""
    tool = Tool(*matrices(conflict))
    found = {}
    for concept in SHOWN:
        for actor, states in enumerate(tool.solve(concept)):
            theirs = {conflict.states[n] for n in states}
            ours = stable_states(conflict, concept, actor)
            if theirs != ours:
                order = [s for s in conflict.states if s in theirs ^ ours]
                found[concept, actor] = [s for s in order if s in ours], [s for s in order if s in theirs]
    return found


def _words(reading: Plain, state: object) -> str:
    if not isinstance(state, tuple):
        return str(state)
    levels = {name: reading.levels[name][n] for name, n in reading.named(state).items() if n}
    return (
        " ".join(name if level == "yes" else f"{name}={level}" for name, level in levels.items())
        or "(nothing)"
    )


def case_table() -> Iterator[str]:
    yield "## The published cases\n"
    yield "| case | concept | actor | stable by the definition, not in GMCR+ | stable in GMCR+, not by the definition |"
    yield "|---|---|---|---|---|"
    same = []
    for name, reading in cases():
        rows = differing(reading.conflict)
        if not rows:
            same.append(name)
        for (concept, actor), columns in rows.items():
            ours, theirs = ("<br>".join(_words(reading, s) for s in column) or "–" for column in columns)
            yield f"| {name} | {concept} | {reading.actors[actor]} | {ours} | {theirs} |"
    yield f"\nNo difference for any actor, state and concept in: {', '.join(same)}."


def random_table() -> Iterator[str]:
    yield "\n## How often\n"
    yield (
        f"Random models of the tool's own kind ({MODELS} for each number of actors, fixed seeds): six binary options,\n"
        "three in ten of them one-way, one state in five infeasible, strict rankings. The share of models in which\n"
        "some verdict of some actor differs:\n"
    )
    yield "| actors | nash | gmr | smr | seq | any |\n|---|---|---|---|---|---|"
    for actors in (2, 3, 4):
        counts = dict.fromkeys((*SHOWN, "any"), 0)
        for seed in range(MODELS):
            kinds = {concept for concept, _ in differing(_model(random.Random(seed), actors))}
            for concept in kinds | ({"any"} if kinds else set()):
                counts[concept] += 1
        yield f"| {actors} | {' | '.join(f'{count / MODELS:.0%}' for count in counts.values())} |"


def _model(rng: random.Random, actors: int) -> Conflict:
    options = 6
    kept = {v for v in itertools.product((0, 1), repeat=options) if rng.random() < 0.8} | {(0,) * options}
    one_way = [rng.random() < 0.3 for _ in range(options)]
    form = OptionForm(
        radices=(2,) * options,
        owner=tuple(o % actors for o in range(options)),
        allowed=tuple(changes(2, down="never" if only_up else "any") for only_up in one_way),
        feasible=kept.__contains__,
    )
    orders = [rank_by_order(rng.sample(sorted(kept), len(kept))) for _ in range(actors)]
    return expand(form, [order.__getitem__ for order in orders])


def page() -> str:
    """The whole page."""
    return HEAD + "\n" + "\n".join([*case_table(), *random_table()]) + "\n"


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
