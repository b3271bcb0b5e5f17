"""A sentence as words with tags and noun phrases: what `clauses` reads.

No dictionary of nouns: closed classes are listed, verbs are known by their forms and their place, the rest
are nouns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from detente.reading.english.verb_forms import verb_forms
from detente.reading.word_lists import word_set

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Col|St|Lt|Prof|Gov|Rep|Capt|Adm|Amb|No|Art|Hon|Rev|Maj|Sgt|Messrs|Mme|Br|Fr|Jr|Sr)\.|"
    r"[“\"‘'«„]?□+[.,?!…;]?[”\"’'»“]?|[^\W_]+(?:[’'.-][^\W_]+)*[’']?|[^\s\w]"
)
_SHORTENED = re.compile(
    r"(I|[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|[Yy]ou|[Tt]hat|[Ww]ho|[Tt]here)[’'](m|s|re|ve|ll|d)"
)
_QUOTING = re.compile(
    r"(?:and )?(?:I quote|I read from [a-z ]{3,20}|I’m quoting|I'm quoting|quote unquote|quote|"
    r"I am told|I’m told|I'm told),? ?(?=[“\"'‘«,:]|he |she |they )"
)
_NO_ADVERBS = word_set(
    "elderly friendly daily weekly monthly yearly early likely unlikely lonely costly orderly hourly "
    "ugly family ally rally reply supply assembly monopoly anomaly scholarly deadly timely kindly only "
    "fly apply imply comply"
)
_MAY_QUOTE = frozenset({"I", "and", "quote", "I’m", "I'm"})
_PARTS = word_set("one some several many each both neither either most none another two three few all")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_NUMERAL = re.compile(r"\d[\w.-]*|[IVXL]+|[A-Z]")
_SPOKEN = re.compile(r"[,?!][”\"’'»“]?\Z")
_TIME = word_set(
    "week month year day night morning afternoon evening spring summer autumn fall winter time decade"
)
_TIMED = word_set("last next this that one each every the earlier late early")
_TITLES = word_set(
    "mr mrs ms dr sir dame lord lady gen. mr. mrs. ms. dr. sen. col. prof. gov. capt. president"
)
_AUXILIARIES = word_set(
    "is are was were be been being am has have had will would shall should can cannot could may might "
    "must do does did isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t won’t wouldn’t can’t couldn’t "
    "doesn’t don’t didn’t isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't "
    "couldn't doesn't don't didn't"
)
_TENSED = _AUXILIARIES - {"be", "been", "being"}
_DETERMINERS = word_set(
    "the a an this these those its his her their our my your any no some each every either another "
    "such whose both all several many most few more two three four five six seven eight nine ten "
    "twelve dozens hundreds"
)
_PREPOSITIONS = word_set(
    "of in to with from against at on for by between over about toward towards into than near under "
    "during among amid via without within across around regarding concerning upon behind beyond "
    "despite through throughout along inside outside like unlike per onto off alongside beneath above "
    "below"
)
EITHER_WAY = word_set("after before since until as")
_SUBORDINATORS = word_set("because if when where whether although though unless lest how why whereby wherein")
_RESTARTS = word_set("while whereas but yet so")
_PRONOUNS = word_set("he she it they we i you")
_STANDALONE = word_set("one some others many several both neither most few another none each everyone nobody")
_ADVERBS = word_set(
    "not also then now already still never ever even only just soon later earlier again therefore thus "
    "once twice instead meanwhile however moreover yesterday today tomorrow too very quite rather "
    "almost perhaps often always furthermore nevertheless nonetheless otherwise besides finally hence "
    "accordingly similarly likewise indeed elsewhere merely duly long since far once more less"
)
_REFLEXIVES = word_set("himself herself itself themselves ourselves myself yourself him her them me us")


class Token(NamedTuple):
    text: str
    low: str
    start: int
    end: int
    tag: str


class NounPhrase(NamedTuple):
    """A noun phrase at [start, end) with its head (lower case); `governor` is the preposition before it;
    `possessor_of_next` tells that it owns what follows; `led` is the token before it."""

    start: int
    end: int
    head: str
    governor: str = ""
    led: str = ""
    pronoun: bool = False


def pieces(text: str, start: int, stop: int) -> Iterator[Token | NounPhrase]:
    """Tokens, with noun phrases gathered to one."""
    tokens = _tagged(text, start, stop)
    index = 0
    while index < len(tokens):
        if tokens[index].tag in _OPENS_PHRASE:
            phrase, index = _phrase(tokens, index)
            yield phrase
        else:
            yield tokens[index]
            index += 1


_OPENS_PHRASE = frozenset({"det", "noun", "pronoun", "quote"})


def _phrase(tokens: list[Token], index: int) -> tuple[NounPhrase, int]:
    """The noun phrase that begins at a token: determiners, nouns, quotations, and "of" with another one."""
    first = tokens[index]
    led = tokens[index - 1] if index else None
    governor = led.low if led is not None and led.tag in ("prep", "either", "to") else ""
    if first.tag == "pronoun":
        return NounPhrase(
            first.start, first.end, first.low, governor, led.low if led else "", True
        ), index + 1
    after_time = _past_time(tokens, index)
    if after_time > index:
        return NounPhrase(first.start, tokens[after_time - 1].end, "", "in"), after_time
    head = first.low
    last = first
    position = index
    of = False
    while position < len(tokens):
        token = tokens[position]
        after = tokens[position + 1].tag if position + 1 < len(tokens) else ""
        joined = token.low == "of" and after in ("det", "noun", "object")
        if token.tag in ("det", "noun", "quote") or (
            token.tag == "object" and tokens[position - 1].low == "of"
        ):
            if position > index and _begins_anew(token, tokens[position - 1], governor):
                break
            if position > index and _YEAR.fullmatch(tokens[position - 1].text) and token.text[0].isupper():
                break  # "Until the rains of 1989 Amadou Kane had …"
            last = token
            if not of and not (_NUMERAL.fullmatch(token.text) and token is not first):
                head = token.low
        elif joined and last.tag in ("noun", "det"):
            of = head not in _PARTS  # "one of its strategies" is about strategies
        elif not (token.low == "&" and last.tag == "noun"):
            break
        position += 1
    return (
        NounPhrase(first.start, last.end, head, governor, led.low if led is not None else ""),
        position,
    )


def _past_time(tokens: list[Token], index: int) -> int:
    """Where the words after "last month" begin; `index` when there is no such time."""
    two = index + 1 < len(tokens) and tokens[index].low in _TIMED and tokens[index + 1].low in _TIME
    return index + 2 if two else index


def _begins_anew(token: Token, previous: Token, governor: str) -> bool:
    """Whether a token opens another phrase: a determiner, or a title right after "in a long address"."""
    if token.tag == "det":
        return previous.low != "of" and previous.tag != "det"
    return token.low in _TITLES and previous.text[0].islower() and previous.tag == "noun" and bool(governor)


def _tagged(text: str, start: int, stop: int) -> list[Token]:
    tokens: list[Token] = []
    found = list(_words(text, start, stop))
    for number, piece in enumerate(found):
        following = found[number + 1][0] if number + 1 < len(found) else ""
        word, begin, end = piece
        previous = tokens[-1] if tokens else None
        tag = _tag(word, previous, following)
        tokens.append(Token(word, word.lower(), begin, end, tag))
    return tokens


def _words(text: str, start: int, stop: int) -> Iterator[tuple[str, int, int]]:
    """Words and marks; "he’s" as two words, "I quote" as none."""
    aside = -1
    for found in _TOKEN.finditer(text, start, stop):
        word, begin, end = found.group(), found.start(), found.end()
        if begin < aside:
            continue
        quoting = _QUOTING.match(text, begin, stop) if word in _MAY_QUOTE else None
        if quoting is not None:
            aside = quoting.end()
            continue
        short = _SHORTENED.fullmatch(word) if "’" in word or "'" in word else None
        if short is not None:
            middle = begin + short.end(1)
            yield short.group(1), begin, middle
            yield "is" if short.group(2) != "ve" else "have", middle, end
        else:
            yield word, begin, end


def _tag(word: str, previous: Token | None, following: str) -> str:
    low = word.lower()
    if "□" in word:
        return "comma" if _SPOKEN.search(word) else "quote"
    if not word[0].isalnum():
        return "comma" if word == "," else "break" if word in ";:—–" else "mark"
    if low in ("sir", "madam", "excellencies", "according", "well", "look", "yes", "no") and following in (
        ",",
        "to",
    ):
        return "adverb"
    if low in _TENSED:
        return (
            "aux" if not (low in ("may", "will") and word[0].isupper() and previous is not None) else "noun"
        )
    if low == "he" and word == "He" and previous is not None and following[:1].isupper():
        return "noun"  # "said He Jingyi, a research fellow"
    if low in _PRONOUNS:
        return "pronoun"
    closed = _CLOSED.get(low)
    if closed is not None:
        return closed
    if (
        low.endswith("ly")
        and len(low) > 4
        and low not in _NO_ADVERBS
        and (word[0].islower() or following == ",")
    ):
        return "adverb"
    return _open_class(word, low, previous, following)


_CLOSED_CLASSES = (
    ("relative", frozenset({"who", "which", "whom", "that", "what"})),
    ("whose", frozenset({"whose"})),
    ("det", _DETERMINERS),
    ("to", frozenset({"to"})),
    ("either", EITHER_WAY),
    ("prep", _PREPOSITIONS),
    ("sub", _SUBORDINATORS),
    ("restart", _RESTARTS),
    ("and", frozenset({"and", "or", "nor"})),
    ("be", frozenset({"be", "been", "being"})),
    ("adverb", _ADVERBS),
    ("object", _REFLEXIVES),
)
_CLOSED: dict[str, str] = {word: name for name, words in reversed(_CLOSED_CLASSES) for word in words}
"""Every word of a closed class with its tag, the first class that has it counting."""


def _open_class(word: str, low: str, previous: Token | None, following: str) -> str:
    """Noun or verb, by its form and by what stands before and after."""
    kind = verb_forms().get(low, "")
    if low == "saying" and following.lower() in ("goes", "has", "is", "warns", "holds"):
        return "noun"
    if word[0].isupper() and previous is not None:
        return "noun"
    before = previous.tag if previous is not None else ""
    alone = before == "det" and previous is not None and previous.low in _STANDALONE
    if alone and kind in ("base", "third", "past") and following.lower() in _AFTER_VERB:
        return "past" if kind == "past" else "verb"  # "Both describe the aroma"
    if low == "states" and following.lower() not in _STATED:
        return "noun"
    if before in ("det", "prep") or (previous is not None and previous.low.endswith(("’s", "'s", "s’"))):
        return "ing" if low.endswith("ing") and before == "prep" and kind else "noun"
    if before in ("to", "aux") and kind in ("base", "past", "participle"):
        return {"base": "verb", "past": "past", "participle": "ing"}[kind]
    if before == "be" and (kind in ("past", "participle") or low.endswith("ed")):
        return "past"
    if kind == "participle" or (not kind and low.endswith("ing") and before in ("comma", "noun")):
        return "ing"
    if kind == "past" or (not kind and len(low) > 4 and low.endswith("ed")):
        if before == "" and word[0].islower():
            return "past"
        if before == "":
            return "ing" if following.lower() in _CLOSED_WORDS else "noun"
        return "past"
    if kind == "third":
        return "noun" if _verbal(following) or before not in _SUBJECT_TAGS else "verb"
    if low in _UNCHANGED and before in ("noun", "pronoun", "adverb", "relative") and not _verbal(following):
        return "past"
    if kind == "base" and before == "and" and following.lower() in _AFTER_VERB:
        return "verb"
    if kind == "base" and before in ("noun", "pronoun", "adverb", "relative") and previous is not None:
        plural = (
            (previous.low.endswith("s") and not previous.low.endswith("ss"))
            or previous.low in _PRONOUNS
            or before in ("adverb", "relative")
        )
        return "verb" if plural and not _verbal(following) else "noun"
    return "noun"


_SUBJECT_TAGS = frozenset({"noun", "pronoun", "adverb", "relative", "quote", "and", "comma"})


def _verbal(word: str) -> bool:
    """Whether the next word is a verb that wants the one before as its subject."""
    low = word.lower()
    if low in _AUXILIARIES:
        return True
    return word[:1].islower() and verb_forms().get(low) in ("past", "base") and low not in _NOUNISH


_STATED = frozenset({"that", "the", "its", "it", "in", "clearly", ":", ",", "“", '"', "‘", "'"})
"""What follows "states" where it is a verb."""
_UNCHANGED = word_set("put cut set hit let quit read shut spread cost")
"""Verbs whose past has the form of the base."""
_CLOSED_WORDS = _DETERMINERS | _PREPOSITIONS | _SUBORDINATORS | EITHER_WAY | {"what", "to"}
_AFTER_VERB = _DETERMINERS | _REFLEXIVES | {"to", "that", "on", "for"}
_NOUNISH = word_set("back last like set cut put let base land")
