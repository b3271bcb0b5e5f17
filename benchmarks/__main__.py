"""Measure: `python -m benchmarks [--smoke] [NAME…]`; without names, everything in the registry."""

from __future__ import annotations

import argparse

from benchmarks.registry import BENCHMARKS


def main() -> None:
    """Run the benchmarks named, or all, and print a table."""
    known = {one.name: one for one in BENCHMARKS}
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(known))
    parser.add_argument(
        "--smoke", action="store_true", help="at toy size: shows that it runs, figures mean nothing"
    )
    chosen = parser.parse_args()
    unknown = [name for name in chosen.names if name not in known]
    if unknown:
        parser.error(f"there is no benchmark {', '.join(unknown)}; there are: {', '.join(known)}")
    print("| work | result | bar | |\n|---|---|---|---|")
    for name in chosen.names or known:
        for one in known[name].measures(chosen.smoke):
            print(f"| {one.work} | {one.result} | {one.bar} | {'met' if one.met else 'missed'} |", flush=True)


if __name__ == "__main__":
    main()
