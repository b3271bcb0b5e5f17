"""`cases`: the list, one case, JSON, and a wrong name."""

from __future__ import annotations

import json

import pytest
from tests.commands import run

from detente.store.case_file import case_files
from detente.store.package_case_file import package_case_files


def test_the_list_names_every_case_with_its_source() -> None:
    code, out, _ = run("cases")
    assert code == 0
    assert all(name in out for name in case_files())
    assert "Hipel" in out


def test_the_list_as_json() -> None:
    code, out, _ = run("cases", "--json")
    records = json.loads(out)["cases"]
    assert code == 0 and [record["name"] for record in records] == [*case_files(), *package_case_files()]
    assert all(record["citation"] and record["read_in"] for record in records)


def test_a_case_sets_ours_beside_the_print_and_explains_what_differs() -> None:
    code, out, _ = run("cases", "garrison-diversion")
    assert code == 0
    assert "Printed and ours" in out and "differs." in out and "Canadian" in out and "Ours, by actor" in out


@pytest.mark.parametrize("name", [*case_files(), *package_case_files()])
def test_every_case_answers_as_json(name: str) -> None:
    code, out, _ = run("cases", name, "--json")
    record = json.loads(out)
    assert code == 0 and record["name"] == name
    for result in record["results"]:
        assert result["agrees"] or result["because"] or result["ours"] is None


def test_a_wrong_name_is_answered_with_the_nearest() -> None:
    code, _, err = run("cases", "garison-diversion")
    assert code == 2 and "'garrison-diversion'" in err
    code, _, err = run("cases", "garison-diversion", "--json")
    assert code == 2 and "garrison-diversion" in json.loads(err)["error"]["message"]
