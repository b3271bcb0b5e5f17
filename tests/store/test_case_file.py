"""What a results file must hold, and how a fault in one is reported."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from detente.errors import ArgumentError, ParseError
from detente.store import case_folder
from detente.store.case_file import RESULTS, PrintedEntry, case_files, load_case, publications


def test_names_are_unique_and_every_situation_has_results() -> None:
    found = case_files()
    results = list(case_folder.cases_folder().rglob("*" + RESULTS))
    assert len(found) == len(results) == len(publications()) > 8
    assert all(path.is_file() for path in found.values())


def test_an_unknown_name_is_refused_with_the_nearest() -> None:
    with pytest.raises(ArgumentError, match="'elmira'"):
        load_case("elmiro")


@pytest.mark.parametrize(
    "entry",
    [
        {"concept": "gmr", "where": "x"},
        {"concept": "gmr", "where": "x", "equilibria": [1], "stable": [1]},
        {"concept": "gmr", "where": "x", "stable": [1]},
        {"concept": "gmr", "where": "x", "equilibria": [1], "actor": "A"},
        {"concept": "gmr", "where": "x", "equilibria": [1], "by_definition": [2]},
        {"concept": "gmr", "where": "x", "equilibria": [1], "because": "no answer given"},
        {"concept": "gmr", "where": "x", "equilibria": [1], "sequences": "long"},
    ],
)
def test_an_incomplete_print_is_refused(entry: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        PrintedEntry.model_validate(entry)


def test_a_fault_in_a_results_file_names_the_file_and_the_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.results.yaml").write_text(
        "title: x\ncitation: y\nprinted: [{concept: gmr}]\n", encoding="utf-8"
    )
    monkeypatch.setattr(case_folder, "cases_folder", lambda: tmp_path)
    with pytest.raises(ParseError) as caught:
        publications()
    places = {fault.path for fault in caught.value.faults}
    assert ("read_in",) in places and ("printed", 0, "where") in places
    assert all(str(fault.file).endswith("x.results.yaml") for fault in caught.value.faults)
