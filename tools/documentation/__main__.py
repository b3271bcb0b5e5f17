"""``./run docs [FOLDER]``: build the site; any warning is a failure."""

from __future__ import annotations

import sys
from pathlib import Path

from documentation.build import build


def main(folder: Path) -> int:
    """Build, say where the site is, and return the exit code of Sphinx."""
    try:
        code = build(folder)
    except OSError as error:
        print(f"./run docs: cannot write into {folder}: {error.strerror}", file=sys.stderr)
        print("Way out: name another folder: ./run docs FOLDER", file=sys.stderr)
        return 1
    if code == 0:
        print(f"written: {folder / 'index.html'}")
    return code


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]).absolute()))
