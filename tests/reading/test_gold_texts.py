"""The rules on our own gold texts stay at the figures we print (docs/reference/reading.md)."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from detente.evidence.documents import document_from
from detente.reading.document import context_of
from detente.reading.quotations.attributions import weighed_quotes
from detente.reading.quotations.speaker_weights import WEIGHTS as SPEAKERS
from detente.reading.quotations.speech_weights import WEIGHTS as KINDS

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def measuring() -> ModuleType:
    path = list(sys.path)
    specification = importlib.util.spec_from_file_location(
        "measure_reading", ROOT / "tools/measure_reading.py"
    )
    assert specification is not None and specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules["measure_reading"] = module
    specification.loader.exec_module(module)
    sys.path[:] = path
    return module


def test_the_figures_hold(measuring: ModuleType) -> None:
    tally = measuring.Tally()
    for gold in measuring.gold_texts():
        measuring.measure(gold, tally)
    assert tally.f1("quotes") >= 0.97
    assert tally.f1("dates") >= 0.95
    assert tally.share("kind") >= 0.9
    assert tally.share("speaker") >= 0.83
    assert tally.share("sure") >= 0.9
    assert tally.share("value") >= 0.95


def test_every_sign_that_is_weighed_occurs(measuring: ModuleType) -> None:
    """No weight is left behind by a sign that was renamed."""
    seen: set[str] = set()
    for gold in measuring.gold_texts():
        for quote in weighed_quotes(*context_of(document_from(gold.text, name=gold.name))):
            seen |= quote.signs
            if quote.candidates is not None:
                seen.update(sign for _, signs in quote.candidates.people.values() for sign in signs)
    assert set(SPEAKERS) <= seen
    assert set(KINDS) - {"always"} <= seen
