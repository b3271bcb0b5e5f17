"""The words right before a verb that tell how it stands: not, will, may, has, plans to, refused to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.evidence.claims import Status
from detente.reading.word_lists import word_set

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?\Z")
_BE = word_set("is are was were be been being am isn’t aren’t wasn’t weren’t isn't aren't wasn't weren't")
_HAVE = word_set("has have had having hasn’t haven’t hadn’t hasn't haven't hadn't")
_FUTURE = word_set("will shall won’t won't")
_OPEN = word_set(
    "may might could would should must can cannot wouldn’t wouldn't couldn’t couldn't can’t can't"
)
_DO = word_set("do does did don’t doesn’t didn’t don't doesn't didn't")
_NOT = word_set("not never neither nor cannot no")
_LIGHT = word_set(
    "also then now already still ever even just soon again once twice instead therefore first often always "
    "later both all longer more yet"
)
_HEDGE = word_set("likely probably presumably apparently")
_TO: dict[str, Status] = {
    **dict.fromkeys(("plan", "plans", "planned", "planning", "intend", "intends", "intended", "prepares",
                     "preparing", "going", "due", "set", "scheduled", "expected"), "scheduled"),
    **dict.fromkeys(("refuse", "refuses", "refused", "refusing", "decline", "declines", "declined",
                     "declining",
                     "fail", "fails", "failed", "failing"), "negated"),
    **dict.fromkeys(("continue", "continues", "continued", "began", "begun", "begins"), "done"),
}  # fmt: skip
"""What the word before "to" says of the verb after it."""
_MOST = 8


@dataclass(frozen=True, slots=True)
class Group:
    """How a verb stands: its `status` ("unknown" where the words do not tell), `passive`, `perfect` (has,
    had), `infinitive` of a verb that says nothing of it, `hedged` ("likely"), and what stands before the
    group: `after_comma`."""

    status: Status
    passive: bool = False
    perfect: bool = False
    infinitive: bool = False
    hedged: bool = False
    after_comma: bool = False


_BREAKS = (",", "□", "—", "–")


def group_of(text: str, low: int, verb: int) -> Group:
    """The group of the verb that begins at `verb`, read back to `low`."""
    words, place = _before(text, low, verb)
    status: Status = "unknown"
    infinitive = False
    if "to" in words:
        governor = words[words.index("to") - 1] if words[0] != "to" else ""
        told: Status | None = "scheduled" if governor in _BE else _TO.get(governor)
        infinitive = told is None
        status = told or status
    elif _FUTURE.intersection(words):
        status = "scheduled"
    elif _OPEN.intersection(words):
        status = "hypothetical"
    if any(word in _NOT or word.endswith(("n’t", "n't")) for word in words):
        status = "negated"
    return Group(
        status,
        passive=bool(words) and _last_helper(words) in _BE,
        perfect=bool(_HAVE.intersection(words)),
        infinitive=infinitive or "having" in words,
        hedged=bool(_HEDGE.intersection(words)),
        after_comma=place > low and text[max(0, place - 40) : place].rstrip()[-1:] in _BREAKS,
    )


def _last_helper(words: list[str]) -> str:
    helpers = [word for word in words if word in _BE | _HAVE | _FUTURE | _OPEN | _DO or word == "to"]
    return helpers[-1] if helpers else ""


def _before(text: str, low: int, verb: int) -> tuple[list[str], int]:
    """The helpers and light words that end at the verb, in order, and where they begin."""
    words: list[str] = []
    place = verb
    while len(words) < _MOST and text[place - 1 : place] == " " and place > low:
        found = _WORD.search(text, max(low, place - 21), place - 1)
        if found is None:
            break
        word = found.group().lower()
        governs = bool(words) and words[0] == "to" and (word in _TO or word in _BE)
        known = _BE | _HAVE | _FUTURE | _OPEN | _DO | _NOT | _LIGHT | _HEDGE
        if not (word in known or word == "to" or governs or (word.endswith("ly") and found.group() == word)):
            break
        words.insert(0, word)
        place = found.start()
        if governs and word in _TO and word not in ("due", "set", "scheduled", "going", "expected"):
            words = [*_before_governor(text, low, place), *words]
            break
    return words, place


def _before_governor(text: str, low: int, place: int) -> list[str]:
    """A negation before the governing verb ("does not plan to …")."""
    before = text[max(low, place - 24) : place].lower().split()[-3:]
    return [word for word in before if word in _NOT or word.endswith(("n’t", "n't"))]
