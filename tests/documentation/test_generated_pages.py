"""The pages made from the program name everything the program has; the build itself is a step of `./run test`."""

from __future__ import annotations

import json
import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from benchmarks.registry import BENCHMARKS

import detente
from detente.analysis import ANALYSES
from detente.situation.file.entries import SituationEntry
from detente.store.case_file import publications
from detente.store.package_case_file import package_publications
from documentation import analyses, benchmarks, commands, formats, gallery, json_shapes, python_api
from documentation.abridged import abridged
from documentation.markdown import block, table

ROOT = Path(__file__).resolve().parents[2]


def text(page: tuple[str, str | bytes]) -> str:
    assert isinstance(page[1], str)
    return page[1]


def test_every_command_and_option_is_on_the_page_of_commands() -> None:
    ((_, page),) = commands.pages()
    assert isinstance(page, str)
    for name, command in commands.commands().items():
        assert f"\n## {name}\n" in page
        for parameter in command.params:
            assert all(f"{option}" in page for option in parameter.opts if option.startswith("--"))
    assert "$ detente read FILES… [OPTIONS]" in page


def test_every_family_has_a_page_with_its_choices_and_its_answer() -> None:
    pages = dict(analyses.pages())
    assert set(pages) == {
        "reference/analyses/index.md",
        *(f"reference/analyses/{one.id}.md" for one in ANALYSES),
    }
    for family in ANALYSES:
        page = pages[f"reference/analyses/{family.id}.md"]
        assert isinstance(page, str)
        assert all(f"`{family.params.flag(field)}`" in page for field in family.params.model_fields)
        assert '"stamp": {' in page
    stability = pages["reference/analyses/stability.md"]
    assert isinstance(stability, str)
    assert "`legal` or `once-each` or `one-step`" in stability and "| number, > 0 |" in stability
    assert not any(" at 0x" in page for page in pages.values() if isinstance(page, str))


def test_every_public_name_is_on_the_page_of_python() -> None:
    ((_, page),) = python_api.pages()
    assert isinstance(page, str)
    assert set(re.findall(r"^\.\. auto\w+:: detente\.(\w+)$", page, re.MULTILINE)) == set(detente.__all__)


def test_every_key_and_record_is_on_the_pages_of_formats() -> None:
    pages = dict(formats.pages())
    keys = pages["reference/situation-keys.md"]
    assert isinstance(keys, str)
    assert all(f"`{field.alias or name}`" in keys for name, field in SituationEntry.model_fields.items())
    dossier = pages["reference/dossier.md"]
    assert isinstance(dossier, str)
    assert all(f"\n## {name}\n" in dossier for name in ("Document", "Claim", "Attestation", "Passage"))
    assert "| `earliest` |" not in keys


def test_shapes_are_what_commands_print() -> None:
    shape = json_shapes.section(("check", json_shapes.RIVER))
    assert "$ detente check docs/tutorial/shared-river.yaml --json" in shape and str(ROOT) not in shape
    error = json_shapes.section(("stability", "missing.yaml"))
    assert error.startswith("## Errors") and '"kind"' in error


def test_a_case_of_the_gallery_shows_its_figures_and_its_file() -> None:
    case = next(one for one in publications() if one.name == "prisoners-dilemma")
    pages = dict(gallery.case_pages(case, gallery.files()[case.name]))
    page = pages["gallery/prisoners-dilemma/index.md"]
    assert isinstance(page, str)
    figures = [name for name in pages if name.endswith(".svg")]
    assert figures and all(f"{{figure}} {Path(name).name}\n:alt: " in page for name in figures)
    assert "**Figure 1.**" in page
    assert "Printed and ours" in page and "gallery/prisoners-dilemma/prisoners-dilemma.yaml" in pages


def test_every_case_is_in_the_gallery() -> None:
    assert set(gallery.files()) == {one.name for one in (*publications(), *package_publications())}


def test_every_benchmark_is_in_the_table() -> None:
    ((_, page),) = benchmarks.pages()
    assert isinstance(page, str) and all(f"| `{one.name}` |" in page for one in BENCHMARKS)


def test_an_answer_is_cut_to_its_shape() -> None:
    value = {"states": [{"a": 1}, {"a": 2}], "none": [], "words": "x" * 10 + " " + "y" * 80, "held": None}
    assert abridged(value).splitlines() == [
        "{", '  "states": [', "    {", '      "a": 1', "    },", "    …", "  ],",
        '  "none": [],', '  "words": "xxxxxxxxxx …",', '  "held": null', "}",
    ]  # fmt: skip
    assert json.loads(abridged({"a": [{"b": [1]}]})) == {"a": [{"b": [1]}]}


def test_marks_of_tables_and_of_code_in_words_stay_words() -> None:
    assert table(("a",), [("x | y\nz",)]) == "| a |\n|---|\n| x \\| y z |"
    assert table(("a",), []) == ""
    assert block("```\n```") == "````text\n```\n```\n````"


@pytest.mark.skipif(find_spec("towncrier") is None, reason="the documentation's parts are not installed")
def test_every_fragment_is_shown_under_its_kind() -> None:
    from documentation.changes import unreleased

    shown = " ".join(unreleased().split())
    fragments = [path for path in (ROOT / "changes").iterdir() if path.name != "README.md"]
    for path in fragments:
        assert re.fullmatch(r"[a-z0-9-]+\.(added|changed|fixed|removed)\.md", path.name), path.name
        assert " ".join(path.read_text(encoding="utf-8").split()) in shown


def test_the_citation_names_this_version() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {detente.__version__}\n" in citation and citation.startswith("cff-version: 1.2.0\n")


@pytest.mark.skipif(find_spec("sphinx") is None, reason="the documentation's parts are not installed")
def test_a_folder_that_cannot_be_made_is_told_with_the_way_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from documentation.__main__ import main

    (tmp_path / "file").write_text("mine", encoding="utf-8")
    assert main(tmp_path / "file" / "site") == 1
    assert "Way out: name another folder: ./run docs FOLDER" in capsys.readouterr().err
