"""Which encoding a file that is not UTF-8 may be in: named with a word as it would read, never assumed.

What tells is how much of what the bytes read like is common in its script: text under the wrong encoding is
made of letters, too, but of rare ones.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from detente.messages import Words, joined, message
from detente.readers.latin_encodings import latin

_SAMPLE = 65_536
_SCRIPTS: tuple[tuple[str, float, tuple[str, ...]], ...] = (
    ("이다의는에을가고하를은로기지도한사자대서시인정어그리나해부국스보수일과장", 0.4, ("euc-kr", "cp949")),
    (
        "的一是不了在人有中国大来上个到说和会为以要于对方部长年月日这我们與國來說會為對長這個",
        0.2,
        ("gb18030", "big5"),
    ),
    ("のにはをたがでとしれさなかるっよりすまい", 0.35, ("shift_jis", "cp932", "euc-jp")),
    ("оеаинтсрвлкмдпуя", 0.7, ("windows-1251", "koi8-r", "cp866", "iso-8859-5")),
    ("αοιετσνηυρπκμλςάίόέήώύ", 0.7, ("windows-1253", "iso-8859-7")),
)
"""The commonest letters of a script, the share of them in ordinary text, and the encodings it comes in."""
_PLAUSIBLE = 0.5
_SYMBOLS = frozenset(("So", "Sm", "Sc", "Cc", "Co", "Cn"))
_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding a file may be in, and a word as it would then read."""

    encoding: str
    word: str = ""

    def __str__(self) -> str:
        return f"{self.encoding} (“{self.word}”)" if self.word else self.encoding


def guesses(data: bytes) -> tuple[Guess, ...]:
    """What encoding may this be? One guess, two when they do equally well, none when nothing fits."""
    return _guesses(data[:_SAMPLE])


@lru_cache(maxsize=1)  # a file that does not fit is asked about again at once
def _guesses(sample: bytes) -> tuple[Guess, ...]:
    found = by_script(sample)
    if found is not None:
        return (found,)
    name = _by_detector(sample)
    if name is not None and (text := _read(sample, name)) is not None and not _mostly_latin(text):
        return (Guess(name, _word(text)),)
    return tuple(Guess(name, word) for name, word in latin(sample)) or ((Guess(name),) if name else ())


def doubt(data: bytes, encoding: str) -> tuple[Words, ...]:
    """What to tell somebody whose encoding makes the file read worse than another would; mostly nothing."""
    sample = data[:_SAMPLE]
    given, better = _read(sample, encoding), guesses(data)
    if given is None or sample.isascii() or any(_read(sample, guess.encoding) == given for guess in better):
        return ()
    if not better or (better[0].word and better[0].word in given):
        return ()
    return (message("readers.encoding", encoding=encoding, better=joined(map(str, better), "or")),)


def by_script(sample: bytes) -> Guess | None:
    """The encoding of another script than Latin in which the bytes read like ordinary text."""
    best, found = _PLAUSIBLE, None
    for common, share, names in _SCRIPTS:
        for name in names:
            text = _read(sample, name)
            plausible = _share(text, common) / share if text else 0.0
            if text and plausible > best:
                best, found = plausible, Guess(name, _word(text))
    return found


def _share(text: str, common: str) -> float:
    """What share of the letters beside a to z, and of symbols, are common letters in words without a to z."""
    odd = sum(not sign.isascii() and unicodedata.category(sign) in _SYMBOLS for sign in text)
    usual = 0
    for word in _WORDS.findall(text):
        letters = [letter for letter in word.lower() if not letter.isascii()]
        odd += len(letters)
        if len(letters) == len(word):
            usual += sum(letter in common for letter in letters)
    return usual / odd if odd else 0.0


def _by_detector(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None or best.encoding.startswith("utf"):
        return None
    return best.encoding.replace("_", "-")


def _word(text: str) -> str:
    return next((word[:16] for word in _WORDS.findall(text) if not word.isascii()), "")


def _mostly_latin(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return 2 * sum(ord(letter) < 0x250 for letter in letters) >= len(letters)


def _read(sample: bytes, name: str) -> str | None:
    """The characters, but for one cut in two at the sample's end; None where the bytes do not fit."""
    for cut in range(4):
        try:
            return sample[: len(sample) - cut].decode(name)
        except UnicodeDecodeError as error:
            if len(sample) < _SAMPLE or error.start < len(sample) - 4:
                return None
    return None
