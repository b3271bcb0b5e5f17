"""Which single-byte encoding of Latin letters: they hold nearly the same bytes, so what is read tells.

The best is the one whose words need the fewest alphabets between them: "João" is a word of one (Portuguese)
and "JoĂŁo" of none. Where two do equally well and read differently ("João", "Joăo"), both stand.
"""

from __future__ import annotations

import re

_MOST_WORDS = 400
_LATIN = (
    "windows-1252", "iso-8859-15", "windows-1250", "iso-8859-2", "windows-1254", "windows-1257", "mac-roman",
    "cp850",
)  # fmt: skip
"""In the order of how common they are; of two that read alike the first stands."""
_ALPHABETS = tuple(
    frozenset(letters)
    for letters in (
        "áàâãçéêíóôõúü", "áéíñóúüªº", "àâæçèéêëîïôœùûüÿ", "äöüß", "àèéìíîòóùú", "åäöéà", "åæøéó", "ëïéèöüáó",
        "áðéíóúýþæö", "àéèíïóòúüç", "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű",
        "ăâîșțşţ", "čćđšž", "çğıöşüâîû", "āčēģīķļņšūž", "ąčęėįšųūž", "äõöüšž",
    )
)  # fmt: skip
"""Portuguese, Spanish, French, German, Italian, Swedish and Finnish, Danish and Norwegian, Dutch, Icelandic,
Catalan; Polish, Czech, Slovak, Hungarian, Romanian, Croatian and its neighbours; Turkish; Latvian,
Lithuanian, Estonian: what each has beside a to z."""
_WORD = re.compile(r"[^\W\d_]+(?:[^\w\s'’‘`´·-][^\W\d_]+)*")
_INNER = re.compile(r"[^\w\s]")
_CAPITAL_INSIDE = re.compile(r"[a-zß-öø-ÿ][À-ÖØ-ÞŒŠŽĂŁĄĘŐŰ]")
_UNEXPLAINED = 3


def latin(sample: bytes) -> tuple[tuple[str, str], ...]:
    """The one or two encodings in which the bytes read best, each with a word as it reads in it."""
    texts = {name: text for name in _LATIN if (text := _read(sample, name)) is not None}
    costs = {name: _cost(text) for name, text in texts.items()}
    least = min(costs.values(), default=0)
    distinct: dict[str, str] = {}
    for name, text in texts.items():
        if costs[name] == least:
            distinct.setdefault(text, name)
    chosen = list(distinct.items())[:2]
    apart = _where_apart(*(text for text, _ in chosen)) if len(chosen) == 2 else None
    return tuple((name, odd_word(text, apart)) for text, name in chosen)


def _cost(text: str) -> int:
    """How many alphabets the words need between them, words no alphabet explains counting several."""
    needed = [_letters(word) for word in _odd_words(text)]
    open_words = [letters for letters in needed if letters is not None]
    cost = _UNEXPLAINED * (len(needed) - len(open_words))
    while open_words:
        best = max(_ALPHABETS, key=lambda alphabet: sum(letters <= alphabet for letters in open_words))
        left = [letters for letters in open_words if not letters <= best]
        if len(left) == len(open_words):
            return cost + _UNEXPLAINED * len(left)
        cost, open_words = cost + 1, left
    return cost


def _letters(word: str) -> frozenset[str] | None:
    """The word's letters beside a to z; None for a mark inside it or a capital after a small letter."""
    if _INNER.search(word) or _CAPITAL_INSIDE.search(word):
        return None
    return frozenset(letter for letter in word.lower() if not letter.isascii())


def _odd_words(text: str) -> list[str]:
    found = dict.fromkeys(word[0] for word in _WORD.finditer(text) if not word[0].isascii())
    return list(found)[:_MOST_WORDS]


def odd_word(text: str, apart: int | None = None) -> str:
    """The first word with a letter beside a to z, or the one at a place."""
    for word in _WORD.finditer(text):
        if (apart is None and not word[0].isascii()) or (apart is not None and apart < word.end()):
            return word[0][:30]
    return ""


def _where_apart(one: str, other: str) -> int | None:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)


def _read(sample: bytes, name: str) -> str | None:
    try:
        text = sample.decode(name)
    except UnicodeDecodeError:
        return None
    return None if any("\x80" <= letter < "\xa0" for letter in text) else text
