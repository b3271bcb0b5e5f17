"""Deeds of clauses that go on (…했고, …し、, …，并…): their predicate is read as if it ended a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from detente.reading.chinese.deed_words import chinese_further
from detente.reading.cjk.deeds import Deed, Reader
from detente.reading.japanese.deed_words import JAPANESE
from detente.reading.korean.deed_words import KOREAN

_KOREAN_ON = re.compile(
    r"(?:[했혔았었됐렸냈웠겼췄졌렀켰](?=(?:고|으며|지만|으나|는데),? )|(?<=를 |을 )(?P<held>갖|열)(?=고 )|"
    r"(?<=[가-힣])하(?=(?:고|며|면서),? ))"
)
_HELD = {"갖": "가졌", "열": "열었"}
_JAPANESE_ON = re.compile(r"(?P<do>し|[めけげせべえれき])(?=、)|した(?=(?:が|ほか|ものの|うえで|上で)、)")
_KOREAN_PAST = re.compile(r"[했혔았었됐렸냈웠겼췄졌렀켰](?:다|습니다)[.\s]*\Z")
_KOREAN_TOLD = re.compile(r"(?:다|라|자|냐)고 |기로 |겠|것으로 ")
_JAPANESE_PAST = re.compile(r"(?:た|だ)[。\s]*\Z")
_JAPANESE_TOLD = re.compile(r"(?:と|を)[^、。と]{0,10}(?:た|だ)[。\s]*\Z|こと[でを]|方針|予定|見通し")
_PAST = {"き": "いた", "し": "した"}
_MOST = 6
_REACH = 200


def further_deeds(sentence: str, language: str, first: Deed | None) -> Iterator[tuple[Deed, int]]:
    """Deeds told before the one that ends the sentence (in Chinese after its first), and where their verb
    ends (-1 where it does not matter); none inside what is said, decided or expected."""
    if language == "zh":
        if first is not None:
            yield from chinese_further(sentence)
        return
    found = _korean(sentence) if language == "ko" else _japanese(sentence)
    for deed in islice(found, _MOST):
        yield deed, -1


def _korean(sentence: str) -> Iterator[Deed]:
    if not _KOREAN_PAST.search(sentence):
        return
    for on in _KOREAN_ON.finditer(sentence):
        if _KOREAN_TOLD.search(sentence, on.end()) and not on.group("held"):
            continue
        ending = _HELD.get(on.group(), "했" if on.group() == "하" else on.group())
        yield from _read(KOREAN, sentence, on.start(), ending + "다.")


def _japanese(sentence: str) -> Iterator[Deed]:
    if not _JAPANESE_PAST.search(sentence):
        return
    for on in _JAPANESE_ON.finditer(sentence):
        if on.group("do") and _JAPANESE_TOLD.search(sentence, on.end()):
            continue
        ending = _PAST.get(on.group(), on.group() + "た") if on.group("do") else on.group()
        yield from _read(JAPANESE, sentence, on.start(), ending + "。")


def _read(reader: Reader, sentence: str, at: int, ending: str) -> Iterator[Deed]:
    first = max(0, at - _REACH)
    deed = reader.deed(sentence[first:at] + ending)
    if deed is not None and deed.mood == "past":
        yield deed._replace(at=deed.at + first)
