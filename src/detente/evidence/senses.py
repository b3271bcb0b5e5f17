"""Do two texts say the same thing, the one that it is so and the other that it is not?

The sense of an English text is the order of its content words, roughly stemmed, apart from what denies them,
from dates and from who is told to say so. Few pairs have one sense without being about one matter; many that
are worded differently are not found, and nothing is in other scripts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType

_MONTH = (
    r"(?:January|February|March|April|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATES = re.compile(
    rf"\b(?:{_DAY}|(?:\d{{1,2}} )?{_MONTH}(?: \d{{1,2}}\b)?(?:,? \d{{4}}\b)?|May \d{{1,2}}\b(?:, \d{{4}}\b)?|"
    r"\d{1,2} May\b(?: \d{4}\b)?|(?:19|20)\d\d(?:-\d\d){0,2}\b|(?:last|this|next) (?:week|month|year)|"
    r"yesterday|today|tomorrow)(?!\w)"
)
_SAYS = r"(?:said|says|told \w+|added|announced|reported|confirmed|insisted|stressed)"
_TOLD_AFTER = re.compile(rf",[”\"]? [^,“”\"]{{1,80}} {_SAYS}(?: [^,“”\"]{{1,40}})?\.?\Z")
_TOLD_BEFORE = re.compile(rf"\A[^,“”\"]{{1,80}} {_SAYS} (?:on [A-Z]\w+ )?(?:that )?(?=\w)")
_DENYING = re.compile(
    r"\b(?:not|never|no longer|no|nor|neither|den(?:y|ies|ied|ying)|"
    r"(?:fail|refus|declin)(?:s|es|ed|ing)? to)\b|n[’']t\b"
)
_SOFT = re.compile(r"\b(?:reject|refus|declin|fail|without|rul(?:e|es|ed|ing) out)", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+(?:[’'-][a-z]+)*|\d+(?:[.,]\d+)*%?")
_OTHER_SCRIPT = re.compile(r"[\u1100-\u11ff\u2e80-\ud7ff\uf900-\uffef\u0370-\u1000]")
_SMALL = frozenset(
    _WORD.findall(
        "a an the of to in on at by for from with and or as has have had having do does did it its he she "
        "they them their theirs his her him that this these those which who whom also still yet already "
        "ever s"
    )
)
_NO_SUBJECT = frozenset(_WORD.findall("a an the it he she they this that these those there"))
_FORMS = MappingProxyType(
    {
        form: base
        for base, forms in (
            ("be", "is are was were been being am"),
            ("will", "would wo shall"), ("can", "could ca"), ("may", "might"), ("make", "made"),
            ("hold", "held"), ("meet", "met"), ("keep", "kept"), ("send", "sent"), ("leave", "left"),
            ("lose", "lost"), ("take", "took taken"), ("give", "gave given"), ("go", "went gone"),
            ("come", "came"), ("sell", "sold"), ("break", "broke broken"), ("build", "built"),
            ("tell", "told"), ("say", "said"), ("win", "won"), ("withdraw", "withdrew withdrawn"),
            ("begin", "began begun"), ("strike", "struck"), ("pay", "paid"), ("speak", "spoke spoken"),
            ("see", "saw seen"), ("buy", "bought"), ("bring", "brought"), ("write", "wrote written"),
            ("fall", "fell fallen"), ("rise", "rose risen"), ("seek", "sought"), ("agree", "agreed"),
            ("disagree", "disagreed"), ("free", "freed"), ("guarantee", "guaranteed"), ("decree", "decreed"),
            ("lie", "lied lying"), ("die", "died dying"), ("tie", "tied tying"),
        )
        for form in forms.split()
    }
)  # fmt: skip
_OWN = MappingProxyType({"ed": ("eed",), "es": ("ees",), "s": ("ss", "us", "is")})
_FEW = 3


@dataclass(frozen=True, slots=True)
class Sense:
    """What a text says: its content `words` in order, whether it says so or not so (`denied`), the `dates` it
    names, and whether its first word names the subject (`named`) instead of pointing to one."""

    words: tuple[str, ...]
    denied: bool
    dates: tuple[str, ...]
    named: bool

    def opposes(self, other: Sense) -> bool:
        """Does one say that it is so and the other that it is not, of one time as far as they tell?"""
        apart = self.dates and other.dates and self.dates != other.dates
        return self.words == other.words and self.denied != other.denied and not apart


def sense(text: str, *, negated: bool, spoken: bool) -> Sense | None:
    """The sense of a claim's text; None for one too short or too tangled to compare, or not in English.

    `negated` is what the claim's status says. A `spoken` text is somebody's own words: negated, it was not
    said, whatever it denies itself.
    """
    if _OTHER_SCRIPT.search(text):
        return None
    told = text if spoken else _TOLD_BEFORE.sub("", _TOLD_AFTER.sub("", text), count=1)
    dates = tuple(found.group() for found in _DATES.finditer(told))
    plain = _DATES.sub(" ", told).lower().replace("cannot", "can not")
    denials = len(_DENYING.findall(plain))
    words = tuple(_stem(word) for word in _WORD.findall(_DENYING.sub(" ", plain)) if word not in _SMALL)
    if denials > 1 or (len(words) < _FEW and not (spoken and words)):
        return None
    denied = bool(denials)
    if spoken:
        denied ^= negated
    elif negated and not denials and not _SOFT.search(plain):
        denied = True
    first = told.split(maxsplit=1)[0].lower() if told.split() else ""
    return Sense(words, denied, dates, first not in _NO_SUBJECT)


def _stem(word: str) -> str:
    """Roughly: refers, referred and referring alike.

    The e of “-eed” (proceed) and “-ees” (agrees) is the word's own, as is the s of “-ss”, “-us” and “-is”.
    """
    word = _FORMS.get(word, word)
    for ending in ("ing", "ied", "ies", "ed", "es", "s"):
        own = word.endswith(_OWN.get(ending, ()))
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not own:
            word = word.removesuffix(ending) + ("y" if ending in ("ied", "ies") else "")
            break
    word = word[:-1] if word[-1:] == word[-2:-1] and word[-1:] not in "aeiou" else word
    return word.removesuffix("e")
