"""Claims from Korean, Chinese and Japanese sentences: by their words, the parties by particles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.evidence.claims import Stance
from detente.evidence.extract.claim_dates import main_date, planned_date
from detente.evidence.extract.flags import direction_of, flags_of, kind_of_flags, status_of
from detente.evidence.extract.marks import DateMark
from detente.evidence.extract.parties import parties
from detente.evidence.extract.proposal import Proposed
from detente.evidence.extract.scene import Scene
from detente.evidence.extract.scheduled import is_scheduled

_EASTERN = re.compile(r"[\uac00-\ud7a3\u3040-\u30ff\u4e00-\u9fff]")
_LATIN = re.compile(r"[a-z]")


def is_eastern(sentence: str) -> bool:
    """Whether a sentence is written in Korean, Chinese or Japanese; a name among Latin words does not do."""
    return len(_EASTERN.findall(sentence)) > len(_LATIN.findall(sentence)) // 4


def eastern_statements(scene: Scene, start: int, end: int, dates: Sequence[DateMark]) -> Iterator[Proposed]:
    """What a sentence's words flag: a planned occasion, and one claim of another kind."""
    sentence = scene.masked[start:end]
    named = scene.named(start, end)
    flags = flags_of(sentence)
    who, to = parties(scene, start, end)
    if is_scheduled(sentence, bool(dates)) and (named or dates):
        when = planned_date(scene, start, end, dates)
        yield Proposed(
            start, end, "scheduled", "scheduled-event", 0.6, who, to, "scheduled", when, flags=flags
        )
    chosen = kind_of_flags(flags)
    if chosen is None or not (named or chosen[0] in ("assessment", "causal")):
        return
    kind, flag, confidence = chosen
    imputed: Stance | None = "imputed" if flag in ("imputed", "aim") else None
    yield Proposed(
        start, end, kind, f"flag-{flag}", confidence, who, to, status_of(sentence, flags),
        main_date(scene, start, end, dates),
        stance=imputed, direction=direction_of(sentence) if kind == "relation" else None, flags=flags,
    )  # fmt: skip
