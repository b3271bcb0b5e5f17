"""Fits the weights of the signs of speech in Korean, Chinese and Japanese on the gold texts.

Logistic regression with a ridge, by Newton's method; texts are left out in turn to tell how it fares on
unseen ones. `--write` puts the weights into `cjk_speech_weights.py`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests" / "reading")]

from gold_texts import FOLDER, GoldText, gold_texts  # noqa: E402

from detente.evidence.documents import document_from  # noqa: E402
from detente.reading.document import context_of  # noqa: E402
from detente.reading.quotations.attributions import weighed_quotes  # noqa: E402

RIDGE = 1.0
FOLDS = 8
HEADER = '''"""Weights of the signs of speech in Korean, Chinese and Japanese.

Written by `tools/fit_cjk_speech.py`.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
'''


class Sample:
    """One quotation: its text, words, signs and whether it is speech."""

    def __init__(self, name: str, words: str, signs: tuple[str, ...], speech: bool) -> None:
        self.name, self.words, self.signs, self.speech = name, words, signs, speech


def samples(gold: GoldText) -> list[Sample]:
    """The quotations of a gold text that the East Asian rule judges."""
    quotes = weighed_quotes(*context_of(document_from(gold.text, name=gold.name)))
    seen = {(q.span.start, q.span.end): tuple(sorted(q.signs)) for q in quotes if q.cjk}
    marks = {(m.start, m.end): m.what == "s" for m in gold.marks if m.what in "st"}
    return [
        Sample(gold.name, gold.text[slice(*span)], signs, marks[span])
        for span, signs in seen.items()
        if span in marks
    ]


def fit(data: list[Sample], names: list[str]) -> np.ndarray:
    """Weights of the signs."""
    index = {name: number for number, name in enumerate(names)}
    x = np.zeros((len(data), len(names)))
    for row, sample in enumerate(data):
        for sign in sample.signs:
            if sign in index:
                x[row, index[sign]] = 1.0
    y = np.array([sample.speech for sample in data], float)
    weights = np.zeros(len(names))
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (y - p) - RIDGE * weights
        curve = x.T @ (x * (p * (1 - p))[:, None]) + RIDGE * np.eye(len(names))
        weights += np.linalg.solve(curve, slope)
    return weights


def right(data: list[Sample], names: list[str], weights: np.ndarray) -> list[bool]:
    """Whether each sample is judged right."""
    table = dict(zip(names, weights, strict=True))
    return [(sum(table.get(s, 0.0) for s in d.signs) > 0) == d.speech for d in data]


def main() -> None:
    """Fit, tell the figures, and write with --write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--write", action="store_true")
    options.add_argument("--misses", action="store_true")
    options.add_argument(
        "--folder", type=Path, action="append", help="gold texts (default: those of the tests)"
    )
    options.add_argument("--unseen", type=Path, help="gold texts to judge only")
    given = options.parse_args()
    texts = [samples(gold) for folder in given.folder or [FOLDER] for gold in gold_texts(folder)]
    texts = [text for text in texts if text]
    data = [sample for text in texts for sample in text]
    names = sorted({sign for sample in data for sign in sample.signs})
    kept: list[bool] = []
    order: list[Sample] = []
    for fold in range(FOLDS):
        train = [s for number, text in enumerate(texts) if number % FOLDS != fold for s in text]
        test = [s for number, text in enumerate(texts) if number % FOLDS == fold for s in text]
        kept += right(test, names, fit(train, names))
        order += test
    weights = fit(data, names)
    print(
        f"{len(data)} quotations: left out {np.mean(kept):.3f}, fitted "
        f"{np.mean(right(data, names, weights)):.3f}"
    )
    for language in ("ko", "zh", "ja"):
        part = [
            ok
            for ok, s in zip(kept, order, strict=True)
            if (language in s.signs) or (language == "ja" and not {"ko", "zh"} & set(s.signs))
        ]
        print(language, len(part), f"{np.mean(part):.3f}")
    if given.misses:
        for ok, s in zip(kept, order, strict=True):
            if not ok:
                print(s.name, "speech" if s.speech else "term", s.words[:40], "|", ", ".join(s.signs))
    if given.unseen:
        unseen = [sample for gold in gold_texts(given.unseen) for sample in samples(gold)]
        print(f"unseen {len(unseen)}: {np.mean(right(unseen, names, weights)):.3f}")
    if given.write:
        lines = [f'    "{name}": {weight:.2f},\n' for name, weight in zip(names, weights, strict=True)]
        target = ROOT / "src/detente/reading/quotations/cjk_speech_weights.py"
        target.write_text(HEADER + "".join(lines) + "}\n", "utf-8")


if __name__ == "__main__":
    main()
