"""Fits what the signs of speakers and of speech weigh, on the gold texts, and writes them as a table.

    python tools/fit_reading.py            figures by cross-validation: texts in turn left out of the fit
    python tools/fit_reading.py --write    the same, and writes speaker_weights.py and speech_weights.py

Speakers: a softmax over the candidates of a quotation (nobody is one); every candidate whose name the gold
text allows counts as right, and the likelihood of any of them is maximised. Speech against term: logistic
regression. Both with a ridge, by L-BFGS (scipy).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests" / "reading"), str(ROOT / "tools")]

from gold_texts import FOLDER, GoldText, gold_texts  # noqa: E402

from detente.evidence.documents import document_from  # noqa: E402
from detente.reading.document import context_of  # noqa: E402
from detente.reading.quotations.attributions import weighed_quotes  # noqa: E402
from measure_reading import same_speaker  # noqa: E402

TARGET = ROOT / "src" / "detente" / "reading" / "quotations"
FOLDS = 8
RIDGE_SPEAKERS = 3.0
RIDGE_KINDS = 3.0
SEEN = 0.2
"""How much a quotation counts whose text the pattern rules were made with (there they look better than they
are)."""
RARE = 8
"""Signs seen less often are left out."""
UNSEEN = ("sixteenth", "twentyfirst", "twentysecond", "twentythird")
"""Batches the pattern rules were not made with."""
SURE = 0.8
ALL_BUT_SURE = 0.8
"""Nobody is taken to speak a speech quotation only from here on."""


@dataclass(frozen=True, slots=True)
class Example:
    """A quotation: the signs of every candidate, which of them are right, the signs of speech, and the gold
    mark."""

    text: str
    weight: float
    names: tuple[str, ...]
    signs: tuple[frozenset[str], ...]
    right: tuple[bool, ...]
    allowed: tuple[bool, ...]
    speech: bool
    named: bool
    own: frozenset[str]


def examples(folders: Iterable[Path]) -> list[Example]:
    """Every weighed quotation of the gold texts."""
    return [example for folder in folders for gold in gold_texts(folder) for example in _of_text(gold)]


def _of_text(gold: GoldText) -> Iterable[Example]:
    marks = {(mark.start, mark.end): mark for mark in gold.marks if mark.what in "st"}
    weight = 1.0 if gold.name.startswith(UNSEEN) or gold.folder != FOLDER else SEEN
    for quote in weighed_quotes(*context_of(document_from(gold.text, name=gold.name))):
        mark = marks.get((quote.span.start, quote.span.end))
        if mark is None or quote.candidates is None:
            continue
        people = quote.candidates.people
        yield Example(
            f"{gold.folder.name}/{gold.name}",
            weight,
            tuple(people),
            tuple(frozenset(signs) for _, signs in people.values()),
            tuple(_right(mark.value, person.name if person else None) for person, _ in people.values()),
            tuple(same_speaker(mark.value, person.name if person else None) for person, _ in people.values()),
            mark.what == "s",
            bool(mark.value) and not mark.value.startswith("/"),
            frozenset(sign for sign in quote.signs if not sign.startswith("by ")),
        )


def _right(value: str, name: str | None) -> bool:
    """Whether a candidate is right to learn from: a name, where the gold text allows both a name and
    nobody."""
    if name is None and value.strip("/"):
        return False
    return same_speaker(value, name)


def numbered(groups: Iterable[Iterable[str]]) -> dict[str, int]:
    """The signs that are not rare, each with its column."""
    seen = Counter(sign for signs in groups for sign in signs)
    return {
        sign: number
        for number, sign in enumerate(sorted(sign for sign, count in seen.items() if count >= RARE))
    }


def matrix(groups: Sequence[frozenset[str]], columns: dict[str, int]) -> csr_matrix:
    """Rows of zeros and ones."""
    cells = [(row, columns[sign]) for row, signs in enumerate(groups) for sign in signs if sign in columns]
    rows, places = (np.array(side, dtype=np.int64) for side in zip(*cells, strict=True))
    return csr_matrix((np.ones(len(cells)), (rows, places)), shape=(len(groups), len(columns)))


def fit_speakers(data: Sequence[Example]) -> dict[str, float]:
    """The weights of the signs of candidates."""
    usable = [example for example in data if any(example.right)]
    columns = numbered(signs for example in usable for signs in example.signs)
    cells = matrix([signs for example in usable for signs in example.signs], columns)
    sizes = np.array([len(example.signs) for example in usable])
    owner = np.repeat(np.arange(len(usable)), sizes)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    right = np.array([value for example in usable for value in example.right], dtype=float)
    weight = np.array([example.weight for example in usable])

    def loss(theta: np.ndarray) -> tuple[float, np.ndarray]:
        total = cells @ theta
        odds = np.exp(total - np.maximum.reduceat(total, starts)[owner])
        every, good = np.add.reduceat(odds, starts), np.add.reduceat(odds * right, starts)
        likelihood = np.sum(weight * (np.log(good) - np.log(every)))
        slope = cells.T @ ((odds / every[owner] - odds * right / good[owner]) * weight[owner])
        return RIDGE_SPEAKERS * theta @ theta / 2 - likelihood, slope + RIDGE_SPEAKERS * theta

    return _least(loss, columns)


def fit_kinds(data: Sequence[Example], told: Sequence[frozenset[str]]) -> dict[str, float]:
    """The weights of the signs of speech; `told` are the signs of the speaker taken for each quotation."""
    groups = [all_signs(example, signs) for example, signs in zip(data, told, strict=True)]
    columns = numbered(groups)
    cells = matrix(groups, columns)
    speech = np.array([example.speech for example in data], dtype=float)
    weight = np.array([max(example.weight, 0.5) for example in data])
    free = np.array([0.0 if sign == "always" else RIDGE_KINDS for sign in columns])

    def loss(theta: np.ndarray) -> tuple[float, np.ndarray]:
        total = cells @ theta
        likelihood = np.sum(weight * (speech * total - np.logaddexp(0, total)))
        slope = cells.T @ (weight * (1 / (1 + np.exp(-total)) - speech))
        return np.sum(free * theta**2) / 2 - likelihood, slope + free * theta

    return _least(loss, columns)


def _least(loss, columns: dict[str, int]) -> dict[str, float]:  # type: ignore[no-untyped-def]
    found = minimize(loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return dict(zip(columns, found.x.tolist(), strict=True))


def all_signs(example: Example, told: frozenset[str]) -> frozenset[str]:
    """The signs of speech with those of the speaker, as `quote_signs` gives them."""
    from detente.reading.quotations.speech_signs import with_speaker

    return frozenset({"always", *with_speaker(example.own, told)})


def choose(example: Example, weights: dict[str, float], *, somebody: bool = False) -> tuple[int, float]:
    """The likeliest candidate (or the likeliest but nobody) and its probability."""
    totals = np.array([sum(weights.get(sign, 0.0) for sign in signs) for signs in example.signs])
    odds = np.exp(totals - totals.max())
    named = np.array([bool(name) or not somebody for name in example.names])
    best = int(np.where(named, odds, -1.0).argmax())
    return best, float(odds[best] / odds.sum())


def cross_validated(data: Sequence[Example]) -> Counter[str]:
    """Right and all, for texts left out of the fit in turn; only those the rules were not made with count."""
    texts = sorted({example.text for example in data if example.weight == 1.0})
    order = np.random.default_rng(0).permutation(len(texts))
    counts: Counter[str] = Counter()
    for fold in range(FOLDS):
        out = {texts[number] for number in order[fold::FOLDS]}
        inside = [example for example in data if example.text not in out]
        speakers = fit_speakers(inside)
        kinds = fit_kinds(inside, [example.signs[choose(example, speakers)[0]] for example in inside])
        for example in (example for example in data if example.text in out):
            _count(example, speakers, kinds, counts)
    return counts


def _count(
    example: Example, speakers: dict[str, float], kinds: dict[str, float], counts: Counter[str]
) -> None:
    best, share = choose(example, speakers)
    signs = all_signs(example, example.signs[best])
    speech = sum(kinds.get(sign, 0.0) for sign in signs) >= 0
    if speech and not example.names[best] and len(example.names) > 1 and share < ALL_BUT_SURE:
        best, share = choose(example, speakers, somebody=True)
    right = example.allowed[best]
    counts["speech or term all"] += 1
    counts["speech or term right"] += speech == example.speech
    if example.named:
        counts["speakers all"] += 1
        counts["speakers right"] += right
        counts["speakers reachable"] += any(example.allowed)
    if example.names[best] and share >= SURE and speech:
        counts["sure speakers all"] += 1
        counts["sure speakers right"] += right


def write(name: str, title: str, weights: dict[str, float]) -> None:
    """A module with one sign a line, those that weigh next to nothing left out."""
    rows = [f'    "{sign}": {weight:.2f},' for sign, weight in sorted(weights.items()) if abs(weight) >= 0.01]
    head = f'"""{title}\n\nWritten by `tools/fit_reading.py`.\n"""\n\nfrom __future__ import annotations\n\n'
    body = "WEIGHTS: dict[str, float] = {\n" + "\n".join(rows) + "\n}\n"
    (TARGET / f"{name}.py").write_text(head + body, "utf-8")


def main() -> None:
    """Print the figures; write the table with --write."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--write", action="store_true", help="write the weights")
    options.add_argument(
        "folders", nargs="*", type=Path, default=[], help="gold texts elsewhere, besides our own"
    )
    given = options.parse_args()
    data = examples([FOLDER, *given.folders])
    counts = cross_validated(data)
    for name in ("speech or term", "speakers", "sure speakers"):
        right, every = counts[f"{name} right"], counts[f"{name} all"]
        print(f"{name}: {right} of {every}, {right / max(1, every):.3f}")
    print(
        f"speakers among the candidates: {counts['speakers reachable'] / max(1, counts['speakers all']):.3f}"
    )
    if given.write:
        speakers = fit_speakers(data)
        kinds = fit_kinds(data, [example.signs[choose(example, speakers)[0]] for example in data])
        write("speaker_weights", "Weights of the signs that somebody speaks a quotation.", speakers)
        write(
            "speech_weights",
            "Weights of the signs that a quotation is speech (above nought) or a term.",
            kinds,
        )


if __name__ == "__main__":
    main()
