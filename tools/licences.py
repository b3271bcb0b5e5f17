"""Write the table of parts, versions and licences into docs/decisions/0002-parts.md, from the environment.

Run it with ``.venv/bin/python tools/licences.py`` after ``tools/lock`` and ``./run test``, which installs all
locks. The licence is the one that the part itself states; a part whose every choice
is GPL or AGPL ends the run with its name (PARTS).
"""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
DOCUMENT = HOME / "docs" / "decisions" / "0002-parts.md"
BEGIN, END = "<!-- table of parts: made by tools/licences.py -->", "<!-- end of the table -->"
LOCKS = {
    "running": "requirements.lock",
    "tests": "requirements-test.lock",
    "documentation": "requirements-docs.lock",
}
KNOWN = {
    "colorama": "BSD-3-Clause",  # for another system only, so not installed
    "httpx2-jsfetch": "BSD-3-Clause",  # the same
    "docutils": "Public Domain AND BSD-2-Clause",  # its GPL is that of an Emacs mode, not in the wheel
}


def pins(lock: str) -> dict[str, list[str]]:
    """Return the versions that `lock` pins for each part (two where they depend on the Python)."""
    found: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", (HOME / lock).read_text("utf-8"), re.MULTILINE):
        found.setdefault(name, []).append(version)
    return found


def licence(name: str) -> str:
    """Return the licence that a part states: its expression, else its one-line text, else its classifiers."""
    if name in KNOWN:
        return KNOWN[name]
    about = metadata.metadata(name)
    stated = [about[key].strip().split("\n")[0] for key in ("License-Expression", "License") if about[key]]
    short = [text for text in stated if len(text) <= 60 and text != "UNKNOWN"]
    classes = [
        text.split("::")[-1].strip() for text in about.get_all("Classifier") or [] if "License" in text
    ]
    return (short or [", ".join(classes) or "not stated"])[0]


def is_copyleft(text: str) -> bool:
    """Does every choice of the licence need the whole to be GPL or AGPL?"""
    return all(re.search(r"\bA?GPL|Affero|GNU General Public", choice) for choice in text.split(" OR "))


def table() -> str:
    """Return the table of all parts in the locks; a part stands under the first purpose that needs it."""
    purposes = {name: purpose for purpose, lock in reversed(LOCKS.items()) for name in pins(lock)}
    versions_of = {name: found for lock in LOCKS.values() for name, found in pins(lock).items()}
    rows = ["| part | version | licence | for |", "|---|---|---|---|"]
    for name in sorted(purposes):
        text = licence(name)
        if is_copyleft(text) or text == "not stated":
            raise SystemExit(f"tools/licences.py: {name}: licence {text}; PARTS rule 2 excludes it")
        rows.append(f"| {name} | {', '.join(versions_of[name])} | {text} | {purposes[name]} |")
    return "\n".join(rows)


def main() -> None:
    """Replace the table between its two marks."""
    before, rest = DOCUMENT.read_text("utf-8").split(BEGIN)
    after = rest.split(END)[1]
    DOCUMENT.write_text(f"{before}{BEGIN}\n{table()}\n{END}{after}", "utf-8")


if __name__ == "__main__":
    main()
