"""What does the product answer, as hashes: run before and after a change that is meant to move nothing.

    tools/fingerprint.py > before.txt
    … change the house …
    tools/fingerprint.py --against before.txt       # prints what moved; exit 1 if anything did
    tools/fingerprint.py --show 'read/x.txt'        # the answer itself, to see how it moved

A line holds a hash and what was asked. Only commands are asked, so the same script serves any layout:
readings of the gold texts, verdicts and ways and agreements and briefs of the studies in this checkout, and
every published case beside its print.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import io
import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests" / "reading")]

from gold_texts import gold_texts  # noqa: E402

STUDIES = {
    "korea-china-2026": ROOT / "src/detente/cases/studies/korea-china-2026",
    "crossings": ROOT / "docs/how-to/crossings",
    "shared-river": ROOT / "docs/tutorial/shared-river.yaml",
}
_BATCH = 40  # files read in one call


def asked(*arguments: str) -> str:
    """What a command prints; its exit code and complaints where it fails."""
    from detente.cli import main

    out, err = io.StringIO(), io.StringIO()
    before, sys.argv = sys.argv, ["detente", *arguments]
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main()
    finally:
        sys.argv = before
    answer = out.getvalue() if code == 0 else f"exit {code}\n{out.getvalue()}{err.getvalue()}"
    return answer.replace(f"{ROOT}/", "")


def readings() -> Iterator[tuple[str, str]]:
    """Every gold text read by the rules."""
    golds = gold_texts()
    for gold in golds:
        Path(f"{gold.name}.txt").write_text(gold.text, "utf-8")
    for begin in range(0, len(golds), _BATCH):
        files = [f"{gold.name}.txt" for gold in golds[begin : begin + _BATCH]]
        answer = json.loads(asked("read", *files, "--json"))
        for file, document in zip(files, answer["documents"], strict=True):
            yield f"read/{file}", json.dumps(document, ensure_ascii=False, sort_keys=True, indent=1)


def answers() -> Iterator[tuple[str, str]]:
    """Verdicts, ways, agreements and briefs of the studies; then the published cases."""
    for name, path in STUDIES.items():
        for command in ("stability", "paths", "agreements"):
            yield f"{command}/{name}", asked(command, str(path), "--json")
            yield f"{command}/{name} in words", asked(command, str(path))
        asked("brief", str(path), "-o", name)
        for file in ("brief.md", "brief.html"):
            made = Path(name, file)
            yield f"brief/{name}/{file}", made.read_text("utf-8") if made.exists() else "none"
    for name in re.findall(r"(?m)^([a-z][\w-]+) {2,}", asked("cases"))[1:]:
        yield f"cases/{name}", asked("cases", name)
    yield "cases", asked("cases")


def main() -> int:
    """Print a line for every answer, or those that moved."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--against", type=Path, help="an earlier output of this script")
    parser.add_argument("--show", help="print the answer of this name instead of hashes")
    given = parser.parse_args()
    earlier = _lines(given.against.read_text("utf-8")) if given.against else {}
    os.environ["COLUMNS"] = "100"
    found: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for name, answer in (*readings(), *answers()):
            if given.show == name:
                print(answer)
            found[name] = hashlib.sha256(answer.encode()).hexdigest()[:16]
    if given.show:
        return 0 if given.show in found else 1
    if not given.against:
        print(*(f"{digest}  {name}" for name, digest in found.items()), sep="\n")
        return 0
    moved = [name for name in {**earlier, **found} if earlier.get(name) != found.get(name)]
    print(*moved, f"{len(moved)} of {len(found)} answers moved", sep="\n")
    return 1 if moved else 0


def _lines(text: str) -> dict[str, str]:
    pairs = (line.split("  ", 1) for line in text.splitlines())
    return {name: digest for digest, name in pairs}


if __name__ == "__main__":
    raise SystemExit(main())
