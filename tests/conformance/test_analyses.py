"""Every family of analyses obeys the protocol, and a new one appears everywhere by one line (HOUSE §6)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from tests.commands import run
from tests.saying import english, told
from typer.testing import CliRunner

from detente import analysis as families
from detente.analysis import ANALYSES
from detente.analysis.inquiry import Inquiry
from detente.analysis.params import Params
from detente.analysis.protocol import Analysis, KeyJudgement, Progress, Result, Stamp, answer, stamp
from detente.brief import compose
from detente.cli import app
from detente.exhibits import Exhibit, Table, Text
from detente.languages.catalogue import entry, room
from detente.store.study_folder import bundled_study, load_study

RIVER = Path(__file__).resolve().parents[2] / "docs" / "tutorial" / "shared-river.yaml"
NEEDED = {"why": {"actor": "DPRK"}}  # what has no default


@pytest.fixture(scope="module")
def bundled() -> Inquiry:
    return Inquiry(load_study(bundled_study()).situation)


@pytest.mark.parametrize("family", ANALYSES, ids=lambda one: one.id)
def test_every_family_obeys_the_protocol(family: Analysis, bundled: Inquiry) -> None:
    params = family.params.of(**NEEDED.get(family.id, {}))
    result = answer(bundled, family, params)
    assert isinstance(result, Result) and family.applies(bundled.situation)
    assert (result.stamp.situation, result.stamp.analysis) == (bundled.situation.digest, family.id)
    assert list(result.records()) or family.id == "why"
    assert result.exhibits() and result.annex()
    json.dumps(result.as_json(), default=english)
    assert result.as_json()["stamp"] == result.stamp.as_dict()
    for judgement in result.judgements():
        assert judgement.says.text
    assert answer(bundled, family, params) is result  # asked once


@pytest.mark.parametrize("family", ANALYSES, ids=lambda one: one.id)
def test_every_family_and_choice_is_explained(family: Analysis) -> None:
    assert entry("en", f"analysis.{family.id}.question")
    assert all(entry("en", f"params.{family.id}.{field}") for field in family.params.model_fields)


def test_a_wrong_parameter_is_told_with_the_way_out(bundled: Inquiry) -> None:
    from detente.analysis.stability import STABILITY
    from detente.errors import ArgumentError

    with pytest.raises(ArgumentError, match="sequences must be one of legal, once-each, one-step; got 'no'"):
        STABILITY.params.of(sequences="no")
    with pytest.raises(ArgumentError, match="limit_seconds must be greater than 0; got -1"):
        STABILITY.params.of(limit_seconds=-1)
    with pytest.raises(ArgumentError, match="there is no parameter 'x'; there are: concept, sequences"):
        STABILITY.params.of(x=1)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["agreements", "--budget", "abc"], "--budget must be a number; got 'abc'\n"),
        (
            ["agreements", "--draft", "taiwan"],
            "--draft must be issue=level, with commas between; got 'taiwan'\n",
        ),
        (
            ["outcomes", "--group-by", "DPRK.talk"],
            "there is no option 'DPRK.talk'; did you mean 'DPRK.talks'?",
        ),
        (
            ["stability", "--sequences", "no"],
            "sequences must be one of legal, once-each, one-step; got 'no'\n",
        ),
        (["stability", "--limit-seconds", "0"], "limit_seconds must be greater than 0; got 0"),
    ],
)
def test_a_wrong_choice_on_the_command_line(typed: list[str], said: str) -> None:
    code, _, err = run(typed[0], str(bundled_study()), *typed[1:])
    assert code == 2 and err.count(said) == 1


# -- a family in one file ----------------------------------------------------------------------


class CountParams(Params):
    """Whose options are counted: everyone's where nobody is named."""

    owner: str | None = None


@dataclass(frozen=True, slots=True)
class CountResult(Result):
    """How many options there are."""

    count: int
    stamp: Stamp

    def records(self) -> Iterator[dict[str, object]]:
        yield {"options": self.count}

    def exhibits(self) -> tuple[Exhibit, ...]:
        return (Table("Options counted", ("how many",), ((Text(str(self.count)),),), (0,)),)

    def judgements(self) -> tuple[KeyJudgement, ...]:
        return (KeyJudgement("doubt", "", self.count, Text(f"There are {self.count} options.")),)


def _count(inquiry: Inquiry, params: CountParams, progress: Progress) -> CountResult:
    owned = [one for one in inquiry.situation.options if params.owner in (None, one.owner)]
    return CountResult(len(owned), stamp(inquiry.situation, "count", params))


COUNT = Analysis("count", CountParams, _count, annex="doubt")


@pytest.fixture
def with_count(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (families, app, compose):
        monkeypatch.setattr(module, "ANALYSES", (*ANALYSES, COUNT))
    for key, words in (("analysis.count.question", "How many options?"), ("params.count.owner", "Whose.")):
        monkeypatch.setitem(room("en", key.partition(".")[0]), key, (words,))


@pytest.mark.usefixtures("with_count")
def test_one_line_makes_a_command_json_and_an_annex() -> None:
    runner = CliRunner()
    explained = runner.invoke(app.build(), ["count", "--help"])
    assert "How many options?" in explained.output and "--owner" in explained.output
    shown = runner.invoke(app.build(), ["count", str(RIVER)])
    assert "Options counted" in shown.output
    as_json = json.loads(
        runner.invoke(app.build(), ["count", str(RIVER), "--owner", "Delta", "--json"]).output
    )
    assert as_json["records"] == [{"options": 2}]
    assert as_json["stamp"]["parameters"] == {"owner": "Delta"}
    report = told(replace(load_study(RIVER), analyses=()))
    titles = [
        block.title for section in report.sections for block in section.blocks if isinstance(block, Table)
    ]
    assert "Options counted" in titles
    assert any("options." in sentence.text for sentence in report.bottom_line)
