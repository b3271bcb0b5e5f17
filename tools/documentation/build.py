"""The sources of the site, gathered in a folder of their own, and Sphinx run over them.

The checkout stays as it is: hand-written pages are copied, generated ones written beside them. A page that
has not changed keeps its age, so that a second build reads only what is new.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from sphinx.cmd.build import main as sphinx_build

from documentation.generated import generated

HOME = Path(__file__).resolve().parents[2]
BESIDE = ("benchmarks/README.md", "CONTRIBUTING.md", "SECURITY.md")  # pages include them


def build(folder: Path) -> int:
    """Build the site into `folder`, its sources in `.sources` therein; the exit code of Sphinx."""
    sources = folder / ".sources"
    gather(sources)
    fixed = ["-b", "html", "-q", "-W", "--keep-going", "-c", str(HOME / "docs")]
    return int(sphinx_build([*fixed, str(sources / "docs"), str(folder)]))


def gather(sources: Path) -> None:
    """Make `sources` hold every page, picture and file of the site, and nothing else."""
    wanted: set[Path] = set()
    for name, content in (*_written(), *generated()):
        wanted.add(sources / name)
        _put(sources / name, content)
    for file in [path for path in sources.rglob("*") if path.is_file()]:
        if file not in wanted:
            file.unlink()


def _written() -> Iterator[tuple[str, bytes]]:
    """What people wrote: docs/ and the pages that stand elsewhere in the checkout."""
    pages = [path for path in sorted((HOME / "docs").rglob("*")) if path.is_file() and path.suffix != ".pyc"]
    for path in (*pages, *(HOME / name for name in BESIDE)):
        yield path.relative_to(HOME).as_posix(), path.read_bytes()


def _put(file: Path, content: bytes) -> None:
    if file.is_file() and file.read_bytes() == content:
        return
    if file.is_dir():
        shutil.rmtree(file)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
