"""The subject of a Korean quotation: the noun phrase before 은, 는, 이, 가 … that governs 라고 밝혔다."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.reading.cjk.noun_endings import PARTIES_ONLY
from detente.reading.cjk.states import SHORT_FORMS
from detente.reading.cjk.view import Subject, View
from detente.reading.context import MASK
from detente.reading.korean.after_quotation import AFTER
from detente.reading.korean.offices import korean_holder
from detente.reading.korean.words import (
    ADNOMINAL,
    AFTER_TOPIC,
    ANGLES,
    ARTICLE,
    BRACKETED,
    CASE,
    CONVERB,
    GRAMMAR,
    GROUPS,
    NAME,
    NO_ADNOMINAL,
    NOT_IN_PHRASE,
    NOUNS_ALL_THE_SAME,
    PARTICLE,
    PUT,
    QUOTED,
    SAYING,
    SPOKEN,
    STANCE,
    STATED,
    STOPS,
    THING,
    TIME,
    TURNED,
    VERBAL,
    WORD,
)

_NAME = 12
"""How far before its last word a name of two words may begin (고이즈미 신지로)."""


def korean_subject(view: View) -> Subject | None:
    """Who says it by the grammar of the sentence; None when the sentence names nobody."""
    put = PUT.search(view.before())
    if put is not None:
        at = view.low + put.start(1)
        kind = "pronoun" if put.group(1) == "그" else "person"
        return Subject(put.group(1), at, at + len(put.group(1)), kind, "speaker-topic-before", 0.75)
    bracket = BRACKETED.match(view.after())
    if bracket is not None:
        words = bracket.group()[1:-1]
        if korean_holder(words) == "person":
            at = view.end + 1
            return Subject(words, at, at + len(words), "person", "speaker-bracket", 0.85)
    return _before(view) or _following(view)


def subjects(text: str, low: int, end: int, view: View) -> Iterator[tuple[Subject, str, int]]:
    """Noun phrases that can speak, with their particles and where these end, the nearest to `end` first."""
    words = [(found.start(), found.end()) for found in WORD.finditer(text, low, end)]
    for index in range(len(words) - 1, -1, -1):
        start, stop = words[index]
        token = text[start:stop]
        found = _subject(text, words, index, view)
        if found is not None:
            particle = PARTICLE.search(token.rstrip(","))
            yield found, particle.group() if particle else "에 따르면", stop


def _subject(text: str, words: list[tuple[int, int]], index: int, view: View) -> Subject | None:
    start, stop = words[index]
    token = text[start:stop]
    named = _named_in_marks(text, words, index, view) if len(token) <= 3 else None
    if named is not None:
        return named
    bare = token.rstrip(",")
    by = (
        index + 1 < len(words) and text[slice(*words[index + 1])].startswith("따르면") and bare.endswith("에")
    )
    particle = PARTICLE.search(bare)
    if by:
        cut = stop - (len(token) - len(bare)) - 1
    elif particle is None:
        return None
    else:
        cut = start + particle.start()
        lemma = bare[: particle.start()]
        beside = index + 1 == len(words) or text[words[index + 1][0]] in "“‘\"'"
        name = korean_holder(lemma) or _named(text, words, index, lemma) or (beside and len(lemma) > 2)
        if VERBAL.search(bare) and not name:
            return None
        if (
            particle.group() in ("가", "이", "도")
            and korean_holder(bare)
            and korean_holder(lemma) != "person"
        ):
            return None
    if cut <= start or text[cut - 1] == "□":
        return None
    if particle is not None and particle.group() == "에" and korean_holder(bare[:-1]) != "paper":
        return None
    head = BRACKETED.sub("", text[start:cut]).translate(ANGLES)
    if ARTICLE.fullmatch(head) and index and korean_holder(text[slice(*words[index - 1])]) == "paper":
        begin = _phrase_start(text, words, index, view)
        return Subject(text[begin:cut], begin, cut, "paper")
    if head in ("그", "그녀"):
        return Subject(head, start, cut, "pronoun")
    begin = _phrase_start(text, words, index, view)
    phrase = text[begin:cut]
    kind = korean_holder(head)
    if (
        head in ("사이", "안", "속", "안팎", "내부", "쪽", "일각", "진영")
        and index
        and korean_holder(text[slice(*words[index - 1])])
    ):
        kind = "body"
    if not kind and (view.known(start, start + len(head)) or _named(text, words, index, head)):
        kind = "known"
    if (
        not kind
        and particle is not None
        and particle.group() in ("은", "는", "이", "가", "도")
        and not _thing(head)
    ):
        kind = "someone"
    return Subject(phrase, begin, cut, kind) if kind else None


def _thing(word: str) -> bool:
    """Whether a word names no one for certain: a table's, or one too short or verbal to tell."""
    return (
        len(word) < 2
        or GRAMMAR.search(word) is not None
        or THING.search(word) is not None
        or VERBAL.search(word + "는") is not None
    )


def _named_in_marks(text: str, words: list[tuple[int, int]], index: int, view: View) -> Subject | None:
    """시민단체 ‘평화바다’는: a body and its name in quotation marks."""
    start, stop = words[index]
    if text[start - 1] not in "’”'\"」』" or PARTICLE.fullmatch(text[start:stop].rstrip(",")) is None:
        return None
    opened = max(text.rfind(mark, max(view.low, start - 24), start - 1) for mark in "‘“'\"「『")
    for number in range(index - 1, max(-1, index - 5), -1):
        first, last = words[number]
        if last <= opened and last >= opened - 1:
            kind = korean_holder(text[first:last])
            return Subject(view.context.text[first:start], first, start, kind) if kind else None
    return None


def _named(text: str, words: list[tuple[int, int]], index: int, head: str) -> bool:
    """Whether a name stands behind its title ("교섭대표 문석호는")."""
    if len(head) < 2:
        return False
    for number in range(index - 1, max(-1, index - 3), -1):
        before = text[slice(*words[number])]
        if text[words[number][1] : words[number + 1][0]] != " " or CASE.search(before):
            return False
        if korean_holder(before) == "person":
            return True
    return False


def _phrase_start(text: str, words: list[tuple[int, int]], index: int, view: View) -> int:
    """Where the noun phrase begins whose last word this is."""
    at = words[index][0]
    for number in range(index - 1, max(-1, index - 7), -1):
        start, stop = words[number]
        if text[stop : words[number + 1][0]] != " ":
            break
        token = text[start:stop]
        bare = BRACKETED.sub("", token)
        if bare == "이" and any(m.start == start for m in view.context.named(start, stop)):
            return start  # the family name, not "this"
        if bare in NOT_IN_PHRASE or TIME.match(bare) or token in "“‘\"'" or "=" in token:
            break
        if bare != token and token.endswith(
            (")", "）")
        ):  # a name and how it is written elsewhere: 왕이(王毅)
            at = start
            continue
        if bare in NOUNS_ALL_THE_SAME or korean_holder(bare):
            at = start
            continue
        name = NAME.fullmatch(bare) is not None and len(bare) == 3 and not CONVERB.search(bare)
        name = name or any(mention.end == stop for mention in view.context.named(start - _NAME, stop))
        if (
            CASE.search(bare)
            or bare.endswith("자")
            or (not name and (STOPS.search(bare) or _adnominal(bare) or _particled(bare)))
        ):
            break
        at = start
    return at


def _particled(word: str) -> bool:
    """Whether a word bears a particle of its own ("정부는", "대변인이"), 의 apart."""
    if word.endswith(("은", "는", "께서")) and len(word) > 1:
        return True
    return word.endswith(("이", "가", "도")) and len(word) > 2 and korean_holder(word[:-1]) != ""


def _adnominal(word: str) -> bool:
    return word not in NO_ADNOMINAL and (
        ADNOMINAL.search(word) is not None or (word.endswith("인") and len(word) > 3)
    )


def _before(view: View) -> Subject | None:
    after = view.after()
    best: Subject | None = None
    closed = closed_clauses(view)
    for subject, particle, end in subjects(view.text, view.low, view.start, view):
        gap = view.text[end : view.start]
        if subject.kind == "someone":
            if end not in closed:
                best = best or _someone(subject, particle, gap, after)
            continue
        if best is not None and MASK in view.text[end : best.start]:
            return best
        if particle == "의":
            if not gap.strip() and re.match(r"(?:이?라는|라는)? ?(?:발언|말|주장|비판|경고|지적)", after):
                best = best or subject._replace(rule="speaker-topic-words", confidence=0.7)
            continue
        if particle in ("에는", "에도", "에"):
            if subject.kind == "paper" and STATED.match(after):
                return subject._replace(rule="speaker-topic-before", confidence=0.8)
            continue
        if particle == "로부터" and not gap.strip():
            return subject._replace(rule="speaker-topic-words", confidence=0.75)
        if particle in ("에서", "로부터"):
            if subject.kind != "paper" or not gap.strip():
                continue
            best = best or subject._replace(rule="speaker-topic-words", confidence=0.6)
            continue
        if particle.startswith(("에서", "에선")) and not (
            GROUPS.search(subject.words) or subject.kind == "body"
        ):
            continue
        if particle in ("이", "가", "도", "께서") and end in closed:
            continue
        if PARTIES_ONLY.search(subject.words) and (paper := _paper(view)) is not None:
            subject = paper
        return _sure(subject, particle, gap, after)
    return best


def _someone(subject: Subject, particle: str, gap: str, after: str) -> Subject | None:
    """A phrase no table knows, as the speaker: it stands beside the quotation, or is its only topic."""
    said = AFTER["verb"].match(after) is not None
    if not gap.strip() and (said or QUOTED.match(after)):
        return subject._replace(rule="speaker-topic-before", confidence=0.8 if said else 0.65)
    if not said:
        return None
    if particle in ("은", "는") and MASK not in gap:
        return subject._replace(rule="speaker-topic-words", confidence=0.6)
    return None


def closed_clauses(view: View) -> frozenset[int]:
    """Where the words end whose clause is closed before the quotation, in front of a noun: an adnominal verb
    takes the nearest subject before it ("중국이 지난해 설치한 시설에 대해 “…”")."""
    words = list(WORD.finditer(view.text, view.low, view.start))
    closed: set[int] = set()
    pending = False
    for index in range(len(words) - 1, -1, -1):
        word = words[index].group().rstrip(",")
        last = index + 1 == len(words) or words[index + 1].group() in "“‘\"'"
        following = "" if last else words[index + 1].group()
        if (
            (word == "한" and following.startswith(("것", "데", "바", "뒤", "후", "점")))
            or TURNED.search(word)
            or (not last and word not in NO_ADNOMINAL and (_adnominal(word) or VERBAL.search(word)))
        ):
            pending = True
        elif pending and len(word) > 1 and word.endswith(("이", "가", "께서")):
            closed.add(words[index].end())
            pending = False
    return frozenset(closed)


def _paper(view: View) -> Subject | None:
    for subject, particle, _ in subjects(view.text, view.low, view.start, view):
        if subject.kind == "paper" and particle in ("은", "는", "도"):
            return subject
    return None


def _sure(subject: Subject, particle: str, gap: str, after: str) -> Subject:
    quoted = QUOTED.match(after)
    said = quoted is not None and (SAYING.search(after[quoted.start() : quoted.end() + 60]) is not None)
    weak = subject.kind in ("pronoun", "known") or particle.startswith(("에서", "에선", "에 "))
    rule = "speaker-topic-before" if said else "speaker-topic-words"
    return subject._replace(rule=rule, confidence=0.86 if said and not weak and len(gap) < 120 else 0.72)


def _following(view: View) -> Subject | None:
    """“…”라고 X는 말했다 · “…” X가 한 말이다."""
    stance = STANCE.match(view.after())
    if stance is not None and (
        korean_holder(stance.group(1)) or view.known(view.end + stance.start(1), view.end + stance.end(1))
    ):
        start, stop = view.end + stance.start(1), view.end + stance.end(1)
        return Subject(stance.group(1), start, stop, "body", "speaker-topic-after", 0.78)
    told = AFTER_TOPIC.match(view.after())
    apart = view.text[view.end - 2 : view.end - 1] in ".!?" and view.after()[:1].isspace()
    if told is not None and (not apart or SAYING.search(view.after())):
        begin = view.end + told.start(1)
        for subject, _, _ in subjects(view.text, begin, view.end + told.end(), view):
            if subject.kind == "someone":
                continue
            return subject._replace(rule="speaker-topic-after", confidence=0.78)
    return None


def korean_spoken_of(view: View) -> Subject | None:
    """The next sentence tells: "“…” 5월 강연에서 X가 한 말이다"."""
    block = view.context.blocks[view.context.block_of(view.start)]
    following = view.text[view.end : min(block.end, view.end + 120)]
    told = SPOKEN.search(following)
    if told is None:
        return None
    for subject, _, _ in subjects(view.text, view.end, view.end + told.end(), view):
        return subject._replace(rule="speaker-topic-after", confidence=0.72)
    return None


def korean_headline(view: View) -> Subject | None:
    """北 리수향 “…” · 통일부 “…” · 외교부, “…”"""
    begin = max(view.text.rfind("\n", 0, view.start) + 1, view.low)
    words = [(found.start(), found.end()) for found in WORD.finditer(view.text, begin, view.start)]
    if not words or view.text[words[-1][1] : view.start].strip(" ,:"):
        return None
    at = words[-1][0]
    stop = words[-1][1]
    if (
        view.text[stop - 1] in "]】"
        or view.text[stop - 1] in "“”‘’\"'의"
        or STOPS.search(view.text[at:stop].rstrip(",:"))
    ):
        return None
    at = _phrase_start(view.text, words, len(words) - 1, view)
    first = words[0]
    opener = view.text[slice(*first)]
    alone = view.text[at:stop].rstrip(",:") in SHORT_FORMS
    if (
        len(words) > 1
        and opener.endswith(",")
        and not alone
        and not korean_holder(view.text[at:stop].rstrip(",:"))
    ):
        at, stop = first
    phrase = view.text[at:stop].rstrip(",:")
    if not any(letter.isalpha() for letter in phrase):
        return None
    speaks = phrase in SHORT_FORMS or korean_holder(phrase) or view.known(at, stop)
    if not speaks and (view.text[view.start] in "‘'" or phrase[-1:] in "호일월년" or len(phrase) > 14):
        return None
    return Subject(phrase, at, stop, "body", "speaker-topic-headline", 0.7)
