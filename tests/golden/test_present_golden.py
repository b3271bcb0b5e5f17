"""What a sample report looks like, as text, Markdown and figures. On a difference a `.new` file is written.

To accept a change, look at the `.new` file and rename it over the old one.
"""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from detente.exhibits import Report
from detente.languages import speaker
from detente.present.pages.markdown import compose
from detente.present.terminal import plain

EN = speaker("en")

HERE = Path(__file__).parent / "present"


def _samples() -> ModuleType:
    place = Path(__file__).parents[1] / "present" / "conftest.py"
    spec = importlib.util.spec_from_file_location("present_samples", place)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def report() -> Report:
    made = _samples().korea_china()
    assert isinstance(made, Report)
    return made


def _compare(name: str, made: str) -> None:
    golden, new = HERE / name, HERE / f"{name}.new"
    if golden.exists() and golden.read_text("utf-8") == made:
        new.unlink(missing_ok=True)
        return
    new.write_text(made, "utf-8")
    pytest.fail(f"{name} is not what it was; compare it with {new.name} beside it")


def test_terminal_text(report: Report) -> None:
    _compare("korea-china.txt", plain(*report.sections, say=EN, width=90))


def test_markdown(report: Report) -> None:
    _compare("korea-china.md", compose(report, say=EN).text)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_figure(report: Report, number: int) -> None:
    figure = compose(report, say=EN).figures[number - 1]
    _compare(f"{figure.id}.svg", figure.svg)
