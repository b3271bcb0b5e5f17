"""With which sound does a word end when a Korean reads it aloud?

Hangul: by the final consonant of its last syllable. Digits: as Sino-Korean numbers (3 삼, 10 십, 100 백).
Acronyms in Latin capitals: by the Korean name of the last letter (엘, 엠, 엔, 알 end in a consonant). Other
words in Latin letters: by their spelling; -l, -m, -n, -ng end in a consonant, also before a silent -e, and so
do -k, -p, -t after a single vowel (인터넷); the rest takes a vowel of its own (버스, 트럼프). Quotes,
brackets and stops at the end are skipped. Of other scripts nobody can tell.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto


class Final(Enum):
    """How a word ends."""

    VOWEL = auto()
    RIEUL = auto()
    CONSONANT = auto()
    UNKNOWN = auto()


_SYLLABLES = range(0xAC00, 0xD7A4)
_RIEUL = 8  # the number of ㄹ among the 28 finals of a syllable
# 영 일 이 삼 사 오 육 칠 팔 구
_DIGITS = {
    "0": Final.CONSONANT, "1": Final.RIEUL, "2": Final.VOWEL, "3": Final.CONSONANT, "4": Final.VOWEL,
    "5": Final.VOWEL, "6": Final.CONSONANT, "7": Final.RIEUL, "8": Final.RIEUL, "9": Final.VOWEL,
}  # fmt: skip
_SIGNS = {"%": Final.VOWEL}  # 퍼센트
_LETTERS = {"L": Final.RIEUL, "R": Final.RIEUL, "M": Final.CONSONANT, "N": Final.CONSONANT}
_NUMBER = re.compile(r"[0-9][0-9,]*(\.[0-9]+)?$")
_WORD = re.compile(r"[A-Za-z]+$")
_RIEUL_ENDING = re.compile(r"le?$")
_CONSONANT_ENDING = re.compile(r"(?:[mn]e?|ng|(?:^|[^aeiou])[aeiou](?:ck|[kpt]))$")


def final_sound(text: str) -> Final:
    """How the last word of `text` ends."""
    spoken = _without_marks(unicodedata.normalize("NFC", text))
    if not spoken:
        return Final.UNKNOWN
    last = spoken[-1]
    if ord(last) in _SYLLABLES:
        return _syllable(last)
    if number := _NUMBER.search(spoken):
        return _number(number.group(), number.group(1))
    if word := _WORD.search(spoken):
        return _latin(word.group())
    return _SIGNS.get(last, Final.UNKNOWN)


def _without_marks(text: str) -> str:
    """The text without quotes, brackets, stops and spaces at its end."""
    end = len(text)
    while end and text[end - 1] not in _SIGNS and unicodedata.category(text[end - 1])[0] in "PZ":
        end -= 1
    return text[:end]


def _syllable(syllable: str) -> Final:
    final = (ord(syllable) - _SYLLABLES.start) % 28
    if final == 0:
        return Final.VOWEL
    return Final.RIEUL if final == _RIEUL else Final.CONSONANT


def _number(number: str, decimals: str | None) -> Final:
    digits = number.replace(",", "")
    zeros = 0 if decimals else len(digits) - len(digits.rstrip("0"))
    if zeros == 0 or zeros == len(digits):
        return _DIGITS[digits[-1]]
    # 십 백 천 만 억 end in a consonant, 조 in a vowel
    return Final.VOWEL if zeros >= 12 else Final.CONSONANT


def _latin(word: str) -> Final:
    if word.isupper():
        return _LETTERS.get(word[-1], Final.VOWEL)
    low = word.lower()
    if _RIEUL_ENDING.search(low):
        return Final.RIEUL
    return Final.CONSONANT if _CONSONANT_ENDING.search(low) else Final.VOWEL
