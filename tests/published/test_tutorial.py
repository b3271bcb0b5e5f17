"""What the first tutorial says of its dispute is so."""

from __future__ import annotations

from pathlib import Path

from detente.analysis.paths.paths import paths
from detente.analysis.stability.run import stability
from detente.store.study_folder import check_file, load_situation

FILE = Path(__file__).resolve().parents[2] / "docs" / "tutorial" / "shared-river.yaml"
TEXT = FILE.with_name("first-situation.md")
STUCK, SETTLED = "Delta.case", "Upland.filling=slow Delta.power Fund.loan"


def test_the_file_is_sound() -> None:
    assert check_file(FILE) == ()


def test_two_outcomes_hold_one_of_them_by_deterrence() -> None:
    result = stability(load_situation(FILE))
    assert [str(state) for state in result.equilibria("nash")] == [STUCK]
    assert {str(state) for state in result.equilibria("sseq")} == {STUCK, SETTLED}


def test_the_better_one_is_out_of_reach_until_the_assumption_goes(tmp_path: Path) -> None:
    assert SETTLED not in _reached(FILE)
    other = tmp_path / "river.yaml"
    written = FILE.read_text(encoding="utf-8")
    assert written.count("say: Upland.filling == fast") == 1
    other.write_text(written.replace("say: Upland.filling == fast", "say: Upland.filling == slow"), "utf-8")
    assert _reached(other)[SETTLED] == ["Upland", "Delta", "Fund"]


def _reached(file: Path) -> dict[str, list[str]]:
    found = paths(load_situation(file), concept="sseq").routes("improvements")
    return {str(route.to): [step.actor for step in route.steps] for route in found}


def test_the_text_shows_the_file() -> None:
    """Every line of the wishes in the tutorial stands in the file."""
    block = TEXT.read_text(encoding="utf-8").split("```yaml")[2].split("```")[0]
    lines = FILE.read_text(encoding="utf-8").splitlines()
    assert [line for line in block.strip().splitlines() if line and line not in lines] == []
