"""The gallery: every published case as the program answers it, with the figures of its brief."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from typer.testing import CliRunner

from detente.cli.app import build
from detente.errors import DetenteError
from detente.store.case_file import case_files, publications
from detente.store.package_case_file import package_case_files, package_publications
from detente.study.cases.published import Publication
from documentation.markdown import Page, block, page, table

INTRODUCTION = """\
Published disputes and negotiations that come with the package. Each page shows what the source prints beside
what the definitions give, the figures of the brief, and the file; all of it was made by the program when this
site was built."""
FIGURE = re.compile(r'^!\[(.+)\]\(figures/(figure-\d+\.svg)\)\{[^}\n]*?alt="([^"\n]*)"', re.MULTILINE)
SETTINGS = {"COLUMNS": "110", "NO_COLOR": "1", "DETENTE_LANGUAGE": "en"}  # whoever builds the site


def pages() -> Iterator[Page]:
    """The list of cases, and a page per case with its figures and its brief."""
    cases = (*publications(), *package_publications())
    rows = [(f"[{one.title}]({one.name}/index.md)", one.citation) for one in cases]
    names = "\n".join(f"{one.name}/index" for one in cases)
    toctree = f"```{{toctree}}\n:hidden:\n\n{names}\n```"
    yield "gallery/index.md", page("# Gallery", INTRODUCTION, table(("case", "source"), rows), toctree)
    for case in cases:
        yield from case_pages(case, files()[case.name])


def files() -> dict[str, Path]:
    """The situation file of every case, by the case's name."""
    return {**case_files(), **package_case_files()}


def case_pages(case: Publication, file: Path) -> Iterator[Page]:
    """One case: its page, its figures, its brief as the program writes it, its file."""
    home = f"gallery/{case.name}"
    with tempfile.TemporaryDirectory() as folder:
        run(["brief", str(file), "-o", folder])
        figures = sorted(Path(folder).glob("figures/*.svg"))
        for figure in figures:
            yield f"{home}/{figure.name}", figure.read_bytes()
        yield f"{home}/brief.html", (Path(folder) / "brief.html").read_bytes()
        text = (Path(folder) / "brief.md").read_text(encoding="utf-8")
    yield f"{home}/{file.name}", file.read_bytes()
    yield (
        f"{home}/index.md",
        page(
            f"# {case.title}",
            f"{case.citation}.",
            f"```console\n$ detente cases {case.name}\n```",
            block(run(["cases", case.name])),
            *_figures(text),
            "## The whole brief",
            f"As `detente brief {file.name}` writes it: {{download}}`brief.html <brief.html>`.",
            f"## The file\n\n```{{literalinclude}} {file.name}\n:language: yaml\n```",
        ),
    )


def _figures(brief: str) -> Iterator[str]:
    """The figures of a brief in Markdown, each with its caption and its words for those who do not see it."""
    found = FIGURE.findall(brief)
    if found:
        yield "## Figures of its brief"
    for caption, name, alt in found:
        yield f"```{{figure}} {name}\n:alt: {alt}\n\n{caption}\n```"


def run(arguments: Sequence[str]) -> str:
    """What a command prints; DetenteError where it fails, since a page would lack its content."""
    done = CliRunner().invoke(build(), list(arguments), env=SETTINGS)
    if done.exit_code != 0:
        raise DetenteError(f"detente {' '.join(arguments)}: exit {done.exit_code}: {done.stderr}")
    return done.stdout
