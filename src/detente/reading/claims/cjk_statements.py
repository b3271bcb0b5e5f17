"""One Korean, Chinese or Japanese sentence: what its governing verb proposes, then what its flags do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.reading.claims.cjk_deed_claims import cjk_claims, cjk_flags, language_of_sentence
from detente.reading.claims.cjk_parties import names_of, parties_of, subject_of
from detente.reading.claims.flags import direction_of, kind_of_flags, place_of, status_of
from detente.reading.claims.proposals import Proposed
from detente.reading.context import Context
from detente.reading.dates.claim_dates import main_date
from detente.reading.marks import DateMark

_CJK = re.compile(r"[\uac00-\ud7a3\u3040-\u30ff\u4e00-\u9fff]")
_LATIN = re.compile(r"[a-z]")
_BY_WORD = frozenset({"ask", "commitment", "proposal"})
"""What a mere verb proposes that does not govern: with less confidence, and not of a possibility."""
_VERB = {
    "ask": re.compile(
        r"(?:요구|촉구|요청)(?:하며|하면서|하고|했으며|했고|했지만|한 데)|(?:要求|要請)し|"
        r"(?:求め|呼びかけ|促し)(?:[、て]|た)|敦促|促请|促請|呼吁|呼籲"
    ),
    "proposal": re.compile(r"제안(?:하며|하면서|하고|했으며|했고|했지만)|提案し|提议|提議"),
    "commitment": re.compile(
        r"(?:합의|약속)(?:하며|하면서|하고|했으며|했고|했지만)|(?:合意|約束)し|承诺|承諾"
    ),
}
_UNSURE = frozenset({"conditional", "hypothetical", "imputed"})
_WORD_CONFIDENCE = 0.35


def is_cjk(sentence: str) -> bool:
    """Whether a sentence is written in Korean, Chinese or Japanese; a name among Latin words does not do."""
    return len(_CJK.findall(sentence)) > len(_LATIN.findall(sentence)) // 4


def cjk_statements(context: Context, start: int, end: int, dates: Sequence[DateMark]) -> Iterator[Proposed]:
    """What a sentence's governing verb proposes, and one claim of what its words flag."""
    language = language_of_sentence(context, start, end)
    flags = cjk_flags(context.masked[start:end], language)
    told = list(cjk_claims(context, start, end, dates, language, flags))
    yield from told
    deeds = [claim for claim in told if claim.kind != "reported"]
    yield from _by_flags(context, start, end, dates, language, flags, bool(deeds))


def _by_flags(
    context: Context,
    start: int,
    end: int,
    dates: Sequence[DateMark],
    language: str,
    flags: tuple[str, ...],
    told: bool,
) -> Iterator[Proposed]:
    """What the flags alone propose; a relation is never proposed by the mere word."""
    sentence = context.masked[start:end]
    usable = tuple(flag for flag in flags if flag != "relation" and not (told and flag in _BY_WORD))
    chosen = kind_of_flags(usable)
    if chosen is None:
        return
    kind, flag, confidence = chosen
    if flag in _BY_WORD:
        if _UNSURE & set(flags) or not _VERB[flag].search(sentence):
            return
        confidence = _WORD_CONFIDENCE
    if not context.named(start, end) and kind not in ("assessment", "causal"):
        return
    who, to = parties_of(context, start, end, start + place_of(sentence, flag), language)
    status = status_of(sentence, flags)
    if flag == "conditional":
        own = subject_of(context, start, end, language) if language != "zh" else None
        status, who = "hypothetical", names_of(context, own, language) if own else who
    made = Proposed(
        start, end, kind, f"flag-{flag}", confidence, who, tuple(n for n in to if n not in who), status,
        main_date(context, start, end, dates), direction=direction_of(sentence), flags=flags,
    )  # fmt: skip
    yield replace(made, stance="imputed") if flag in ("imputed", "aim") else made
