"""``./run docs``: build the site into a folder; any warning is a failure."""

from __future__ import annotations

import sys
from pathlib import Path

from documentation.build import build


def main(folder: str, *options: str) -> int:
    """Build, say where the site is, and return the exit code of Sphinx, to which `options` go."""
    code = build(Path(folder), options)
    if code == 0:
        print(f"written: {Path(folder) / 'index.html'}")
    return code


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
