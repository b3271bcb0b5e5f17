"""The signs that a quotation is somebody's words, or the name of a thing; `weighing` adds up what they
weigh."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Set

from detente.reading.context import MASK, Context
from detente.reading.english.saying_verbs import Verb, verbs_in
from detente.reading.english.words import STRONG_VERBS, saying_verbs
from detente.reading.marks import QuoteSpan
from detente.reading.word_lists import word_set

_NAMING_NOUNS = (
    r"terms?|words?|phrases?|slogans?|concepts?|expressions?|principles?|doctrines?|formulas?|"
    r"notions?|idea|label|name|"
    r"title|banner|motto|codename|policy|strategy|programme|program|project|plan|report|article|book|"
    r"essay|paper|poem|"
    r"film|song|chapter|section|document|declaration|initiative|framework|operation|exercise|heading|"
    r"theme|metaphor|"
    r"euphemism|drill|ship|vessel|trawler|ferry|campaign|corridor|zone"
)
_NAMING = re.compile(
    rf"(?:\b(?:such as|consisting of|consists of|comprising|including|named|dubbed|termed|known as|"
    rf"titled|entitled|"
    rf"labelled|labeled|styled|referred to as|hereinafter|hereafter|code-?named|so-called|nicknamed|"
    rf"christened|"
    rf"(?:the|a|an|its|their|this) (?:[\w-]+ )?(?:{_NAMING_NOUNS})(?: of| called| like| as| on)?|"
    r"under the (?:name|title|banner|slogan|heading|theme)(?: of)?|(?:concept|principle|policy|notion|"
    r"idea|doctrine|"
    r"strategy|visions?|dreams?|era|age|culture|logic|language|kind|form|model|state|spirit) (?:of|"
    r"for)(?: an?| the)?|called|calls|call)"
    r"|[(\[](?:the |an? |hereinafter |hereafter |referred to as ){0,3}|"
    r"[(\[][^)\]]{0,40}(?:hereinafter|hereafter|referred to)[^)\]]{0,30})[\s,:]{0,2}\Z",
    re.IGNORECASE,
)
_WORDED = re.compile(r"\b(?:words?|phrases?|terms?|expressions?|language) \Z", re.IGNORECASE)
_USED = re.compile(
    r"\b(?:used?|using|uses|contain(?:s|ed)?|carr(?:y|ies|ied)|drop(?:ped)?|avoids?|avoided)\b"
)
_TITLED = re.compile(rf"\b(?:{_NAMING_NOUNS}) \Z", re.IGNORECASE)
_IS_A_NAME = re.compile(
    r"\b(?:its|their|his|her|our|[A-Z][\w.]{1,20}[’']s?) (?:[\w-]{1,20} ){0,5}(?:names?|polic(?:y|"
    r"ies)|strateg(?:y|ies)|"
    r"visions?|slogans?|goals?|priorit(?:y|ies)|principles?|doctrines?|mottos?|themes?|stages?|"
    r"phases?|pillars?|concepts?|"
    r"formulas?|watchwords?) (?:is|are|was|were|remains?|became) \Z"
)
_SELF_CALLED = re.compile(r"\b(?:I|we|We) (?:\w+ )?call(?:ed)? (?:it|this|that|them|ourselves|him|her) \Z")
_CALLED = re.compile(r"\b(?:called|calls|call|termed|labelled|labeled|dubbed)\s\Z")
_LIST_LEAD = re.compile(
    r"(?:such as|consisting of|consists of|including|named|called|projects?|stages?|phases?|terms?|"
    r"words?|slogans?)"
    r"\b[^.;]{0,400}\Z",
    re.IGNORECASE,
)
OWNED = re.compile(
    r"\bwhat [\w ’'-]{2,40} (?:called|calls|call|dubbed|named|termed|terms|styled)(?: the| an?)? \Z"
)
"""“What X dubbed “…”” says whose name for it is."""
UNOWNED = re.compile(
    r"[(\[][^)\]]{0,40}(?:hereinafter|hereafter|referred to)[^)\]]{0,30}\Z|"
    r"[(\[]\s{0,2}(?:the |an? |hereinafter |hereafter |referred to as ){0,3}\Z|"
    r"\b(?:so-called|known as|named|dubbed|hereinafter|hereafter|code-?named|titled|entitled|"
    r"nicknamed)\b[^.;]{0,40}\Z",
    re.IGNORECASE,
)
"""Words that name a thing without saying who calls it so."""
JUDGING = word_set(
    "call describe dismiss reject label brand denounce deride hail condemn praise characterize "
    "characterise liken compare term criticize criticise deplore laud portray paint regard refer "
    "declare consider deem judge find frame tout style rename designate slam blast decry rebuke "
    "lambast lambaste"
)
"""Verbs that say of a thing what somebody thinks it is."""
_SOCALLED = re.compile(r"\bso-called (?:\w+ )?\Z", re.IGNORECASE)
_CLAUSAL = re.compile(
    r"\b(?:is|are|was|were|be|been|will|would|can|cannot|can[’']t|could|should|must|may|might|have|"
    r"has|had|do|does|did|"
    r"don[’']t|won[’']t|isn[’']t|it[’']s|let|not|never)\b",
    re.IGNORECASE,
)
_PERSONAL = re.compile(r"\b(?:I|we|you|us|me|our|my|your|I[’']m|we[’']re)\b", re.IGNORECASE)
_THIRD = re.compile(r"\b(?:they|he|she|it|this|that|there|them|these|those)\b", re.IGNORECASE)
_LAST_WORD = re.compile(r"[\w’'-]+\Z")
_NEXT_WORD = re.compile(r"\s([a-z][\w’'-]*)")
_SMALL = word_set(
    "in on at of to for with by from and or but as that which who when while if because than after "
    "before during is are was were has have had will would could should may might must not by under "
    "over into against about amid despite until since between among within without he she it they we "
    "you i there this these those its his her their said says"
)
_ARTICLES = word_set("the a an")
_DETERMINERS = word_set("the a an this that these those its his her their our no any")
_BE = word_set("is are was were be been being remains remain became")
_PREPOSITIONS = word_set("in on under with for from by at about into over to between against")
_DETERMINER = re.compile(
    r"(?:the|a|an|its|his|her|their|our|this|that|these|those|no|any|another|[\w.]+[’']s|[\w.]+s[’'])",
    re.IGNORECASE,
)
_NO_ADJECTIVES = word_set(
    "and or of to for as was were is are be been had has have would will could should not that who "
    "which in on at by with from"
)
_AFTER_QUOTE = re.compile(r"[□.,][”\"’']*,? (?:and |or |but )?\Z")
_REACH = 420
_BARE = 3


def quote_signs(context: Context, quote: QuoteSpan, low: int, told: frozenset[str]) -> set[str]:
    """Signs of the quotation by its own words, by what stands before and after it, and by who is `told` to
    speak."""
    before = context.masked[max(low, quote.outer_start - _REACH) : quote.outer_start]
    inner = context.text[quote.start : quote.end]
    own = {*_within(inner), *_around(context, quote, before, inner), *_verb_before(before)}
    if "judged" in own:  # "called the plan “a disgrace”": its noun is no adjective and no name
        own = own - {"naming", "titled", "adjective before"}
    if not own & _FEW and own & {"clausal", "personal"}:
        own.add("long and clausal")
    return with_speaker(own, told)


def with_speaker(own: Set[str], told: Set[str]) -> set[str]:
    """Signs of a quotation joined by those of the speaker taken for it."""
    signs = {*own, *(f"by {sign}" for sign in told)}
    if "clause" in told and own & _FEW:
        signs.add("short in clause")
        if own & {"determined", "owned by", "adjective before"}:
            signs.add("short and determined in clause")
    return signs


def owned_signs(signs: Set[str]) -> set[str]:
    """What it adds that the thing has an owner ("China’s vision for an “…”")."""
    apart = bool(signs & {"verb off", "verb far", "no verb"})
    return {"an owner", "owned and short"} if apart and signs & _FEW else {"an owner"}


_FEW = frozenset({"one word", "two words", "a few words"})


def title_case(words: list[str]) -> bool:
    """Whether the long words begin with capitals."""
    long = [word for word in words if len(word) > 3 or word[:1].isdigit()]
    capital = sum(word[:1].isupper() or word[:1].isdigit() for word in long)
    return bool(long) and capital >= len(long) - (len(long) > 4)


def _within(inner: str) -> Iterator[str]:
    words = inner.split()
    number = len(words)
    if not words:
        return
    yield (
        "one word"
        if number == 1
        else "two words"
        if number == 2
        else ("a few words" if number <= 4 else "some words" if number <= 8 else "many words")
    )
    if number > 1 and title_case(words):
        yield "title case"
    if inner[0].isupper():
        yield "capital"
        if number == 1:
            yield "one capital word"
        if number >= _BARE and inner[-1] in ".!?…":
            yield "whole sentence"
    for name, pattern in (("clausal", _CLAUSAL), ("personal", _PERSONAL), ("third person", _THIRD)):
        if pattern.search(inner):
            yield name
    first = words[0].lower()
    if inner[-1] in "?!":
        yield "exclaims"
    if inner[-1] in ".,":
        yield "stops inside"
    if first in _ARTICLES:
        yield "begins with an article"
    elif first in _SMALL:
        yield "begins with a small word"
    if first == "to" and number > 1:
        yield "infinitive"
    if number <= 2 and words[-1].rstrip(".,").endswith(("ed", "ing")):
        yield "participle"


def _around(context: Context, quote: QuoteSpan, before: str, inner: str) -> Iterator[str]:
    tail = before.rstrip()
    if not tail:
        yield "opens its sentence"
    for name, ending in (("comma before", ","), ("colon before", ":"), ("that before", " that")):
        if tail.endswith(ending):
            yield name
    if tail.endswith(("(", "[")):
        yield "in brackets"
    yield from _last_word(before)
    for name, pattern in _LEADS:
        if pattern.search(before):
            yield name
    if _LIST_LEAD.search(before) and tail.endswith((",", "and", "or", "”", "'", "’", '"')):
        yield "in a list"
    if _WORDED.search(before) and _USED.search(before[-80:]):
        yield "words used"
    if _AFTER_QUOTE.search(before[-12:]) and MASK in before[-14:]:
        yield "after another"
    after = context.masked[quote.outer_end : quote.outer_end + 60]
    following = _NEXT_WORD.match(after)
    if following is not None:
        word = following.group(1)
        if word in _SMALL or word in _ARTICLES:
            yield "small word after"
        elif word not in saying_verbs() and not word.endswith("ly") and inner[-1:].isalnum():
            yield "noun after"
    if after[:1] in (".", ",", ";"):
        yield "stops outside"
    number = context.block_of(quote.outer_start)
    yield f"in {context.blocks[number].kind}"
    if context.turns.get(number) is not None:
        yield "in a turn"
    if context.default is not None:
        yield "in a speech"
    if context.nested:
        yield "nested"


IS_A_NAME = "is a name"
"""The sign of "one of its three strategies is “…”"."""
_LEADS = (
    ("naming", _NAMING),
    ("titled", _TITLED),
    ("called", _CALLED),
    ("owned", OWNED),
    ("so-called", _SOCALLED),
    ("self-called", _SELF_CALLED),
    (IS_A_NAME, _IS_A_NAME),
)


def _last_word(before: str) -> Iterator[str]:
    """What the last word before it is, when nothing else stands between."""
    found = _LAST_WORD.search(before[:-1]) if before.endswith(" ") else None
    if found is None:
        return
    word = found.group().lower()
    if word in _DETERMINERS:
        yield "determined"
        yield f"after {word}"
    elif word.endswith(("’s", "'s", "s’")):
        yield "owned by"
    elif _determined(before):
        yield "adjective before"
    for name, words in (("after be", _BE), ("after a preposition", _PREPOSITIONS)):
        if word in words:
            yield name
    if word in ("of", "as", "and", "or", "but"):
        yield f"after {word}"


def _determined(before: str) -> bool:
    """Whether an article or a possessor, and nothing but adjectives, leads to the quotation ("a new “…”")."""
    for word in reversed(before.split(" ")[-6:-1]):
        if _DETERMINER.fullmatch(word):
            return True
        lowered = word.lower()
        if lowered in _NO_ADJECTIVES or lowered in saying_verbs() or not word[-1:].isalpha():
            return False
    return False


def _verb_before(before: str) -> Iterator[str]:
    """The last verb of saying before it: how near, and what it tells."""
    found: deque[Verb] = deque(verbs_in(before, 0, len(before)), maxlen=1)
    if not found:
        yield "no verb"
        return
    verb = found[0]
    apart = len(before) - verb.end
    yield (
        "verb beside"
        if apart <= 2
        else "verb near"
        if apart <= 25
        else "verb off"
        if apart <= 70
        else "verb far"
    )
    yield f"verb {'calls' if verb.base == 'call' else _weight(verb.base)}"
    if verb.passive:
        yield "verb passive"
    if verb.base in STRONG_VERBS and apart <= 40:
        yield "strong verb near"
    between = before[verb.end :].strip()
    if verb.base in JUDGING and between and between not in _DETERMINERS:
        yield "judged"


def _weight(base: str) -> str:
    return "judges" if base in JUDGING else "says" if base in STRONG_VERBS else "weak"
