"""The subject of a Chinese quotation: the noun phrase that opens the clause of the verb of saying."""

from __future__ import annotations

import re
from typing import NamedTuple

from detente.reading.chinese.names import FAMILY, SOUNDS, believed
from detente.reading.chinese.offices import chinese_holder
from detente.reading.chinese.words import (
    ADVERB,
    BRACKET,
    BY_PAPER,
    CITED,
    CLAUSES,
    CUT,
    FOLK,
    HEADS,
    IN_PAPER,
    LABELS,
    LEAD,
    NAME_BEGUN,
    NAME_BEHIND,
    NAME_TAIL,
    NO_NAME,
    NOBODY,
    NOUNS,
    OPENING,
    PASSIVE,
    PRONOUN,
    ROLE_NAME,
    SAYING,
    SEEMS,
    SOUND_BEGUN,
    SOURCE,
    SUBJECTLESS,
    TOLD_AFTER,
    VERB,
    WORDS_OF,
)
from detente.reading.cjk.noun_endings import PARTIES_ONLY
from detente.reading.cjk.view import Subject, View


class Clause(NamedTuple):
    """A clause of the sentence before the quotation, and its verb of saying (-1 for none)."""

    start: int
    end: int
    verb: int
    closes: bool


def chinese_subject(view: View) -> Subject | None:
    """Who says it by the grammar of the sentence; None when the sentence names nobody."""
    before = view.before()
    if not OPENING.search(before):
        return _after(view)
    folk = SAYING.search(before[-12:])
    if folk is not None:
        return Subject(folk.group(1), view.start, view.start, "paper", "speaker-topic-before", 0.7)
    words = WORDS_OF.search(before[-40:])
    if words is not None:
        start = view.start - len(before[-40:]) + words.start(1)
        subject = _phrase(view, start, start + len(words.group(1)))
        if subject is None and len(words.group(1)) < 6 and not NO_NAME.search(words.group(1)):
            subject = Subject(words.group(1), start, start + len(words.group(1)), "known")
        if subject is not None:
            return subject._replace(rule="speaker-topic-before", confidence=0.78)
    passive = PASSIVE.search(before[-40:])
    if passive is not None:
        start = view.start - len(before[-40:]) + passive.start(1)
        return Subject(
            passive.group(1), start, start + len(passive.group(1)), "body", "speaker-topic-before", 0.78
        )
    cited = CITED.search(before[-70:])
    if cited is not None:
        start = view.start - len(before[-70:]) + cited.start(1)
        return Subject(
            cited.group(1), start, start + len(cited.group(1)), "person", "speaker-topic-before", 0.78
        )
    return _governing(view, _clauses(view)) or _after(view)


def _clauses(view: View) -> list[Clause]:
    """Clauses from the one beside the quotation back to the first."""
    found: list[Clause] = []
    begin = view.low
    stops = [match.start() for match in CLAUSES.finditer(view.text, view.low, view.start)]
    for stop in [*stops, view.start]:
        part = view.text[_past_leads(view.text, begin, stop) : stop]
        if part.strip() or stop == view.start:
            verbs = list(VERB.finditer(part))
            verb = stop - len(part) + verbs[-1].start() if verbs else -1
            closes = bool(verbs) and len(part.rstrip()) - verbs[-1].end() <= 1
            found.append(Clause(begin, stop, verb, closes))
        begin = stop + 1
    return found[::-1]


def _governing(view: View, clauses: list[Clause]) -> Subject | None:
    """The subject of the nearest verb of saying; of the clause of a colon; of the first clause."""
    mark = view.text[view.low : view.start].rstrip()[-1:]
    fallback: Subject | None = None
    for number, clause in enumerate(clauses[:7]):
        colon = number <= 1 and mark in "：:" and not view.text[clause.end : view.start].strip("：: ")
        cited = BY_PAPER.match(view.text, clause.start, clause.end)
        if cited is not None and number <= 2:
            named = Subject(cited.group(1), cited.start(1), cited.end(1), "paper")
            return named._replace(rule="speaker-topic-words", confidence=0.78)
        seems = SEEMS.match(view.text, clause.start, clause.end)
        if seems is not None and number <= 3 and not NO_NAME.search(seems.group(1)):
            whose = _phrase(view, seems.start(1), seems.end(1))
            whose = whose or Subject(seems.group(1), seems.start(1), seems.end(1), "person")
            return whose._replace(rule="speaker-topic-words", confidence=0.76)
        if clause.verb < 0 and not colon:
            continue
        if (
            number == 0
            and not colon
            and NOUNS.match(view.text, clause.verb)
            and any(c.closes for c in clauses[1:4])
        ):
            continue
        subject = _subject_of(view, clause)
        if subject is None:
            continue
        told = (
            IN_PAPER.search(view.text, clause.start, view.start)
            if PARTIES_ONLY.search(subject.words)
            else None
        )
        if told is not None:
            subject = Subject(told.group(1), told.start(1), told.end(1), "paper")
        elif PARTIES_ONLY.search(subject.words) and (paper := _paper(view, clauses)) is not None:
            subject = paper
        near = number == 0 or (number == 1 and not view.text[clauses[0].start : view.start].strip("，,：: "))
        introduces = clause.closes or colon
        if near or introduces:
            sure = subject.kind not in ("known", "pronoun") and (near or number <= 2)
            rule = "speaker-topic-before" if near else "speaker-topic-words"
            return subject._replace(rule=rule, confidence=0.86 if sure else 0.72)
        fallback = fallback or subject._replace(rule="speaker-topic-words", confidence=0.72)
    if fallback is not None:
        return fallback
    for clause in clauses[:7]:
        subject = _subject_of(view, clause)
        if subject is not None:
            return subject._replace(rule="speaker-topic-words", confidence=0.62)
    return None


def _paper(view: View, clauses: list[Clause]) -> Subject | None:
    for clause in clauses:
        subject = _subject_of(view, clause)
        if subject is not None and subject.kind == "paper":
            return subject
    return None


def _subject_of(view: View, clause: Clause) -> Subject | None:
    """The noun phrase a clause opens with, when it names somebody who can speak."""
    start = clause.start
    stop = clause.verb if clause.verb >= 0 else clause.end
    start = _past_leads(view.text, start, stop)
    part = view.text[start:stop]
    if part.startswith(("其中", "里面", "裡面")) and (title := _title_before(view, start)) is not None:
        return title
    source = SOURCE.search(view.text, start, clause.end)
    if source is not None:
        return Subject(source.group(1), source.start(1), source.end(1), "person")
    pronoun = PRONOUN.match(part)
    if pronoun is not None:
        words = pronoun.group()
        if words[0] in "该該":
            again = _phrase(view, start, stop)
            if again is None or len(again.words) > 6:
                return again
            words = again.words
        return Subject(words, start, start + len(words), "pronoun")
    if not part or SUBJECTLESS.match(view.text[start : start + 3]):
        return None
    return _phrase(view, start, stop)


def _title_before(view: View, at: int) -> Subject | None:
    """The 《…》 named last before a place."""
    stop = view.text.rfind("》", view.low, at)
    begin = view.text.rfind("《", view.low, stop) if stop > 0 else -1
    return Subject(view.text[begin : stop + 1], begin, stop + 1, "paper") if begin >= 0 else None


def _past_leads(text: str, start: int, stop: int) -> int:
    while start < stop:
        bracket = BRACKET.match(text, start, stop)
        if bracket is not None:
            start = bracket.end()
            continue
        lead = LEAD.match(text[start : start + 14])
        if lead is not None and start + lead.end() <= stop:
            start += lead.end()
        elif text[start] in "”」’』）)】〕 　—":
            start += 1
        else:
            return start
    return start


def _phrase(view: View, start: int, stop: int) -> Subject | None:
    """The phrase from `start` to the first adverb, preposition or date; shortened to its last head."""
    title = view.text.find("的《", start, stop)
    if title >= 0 and view.text.find("》", title, stop) > 0:
        start = title + 1
    cut = stop
    for found in CUT.finditer(view.text, start + 1, stop):
        if view.text[found.start() - 1] in "《〈":
            continue
        if _in_a_name(view, start, found):
            continue
        cut = found.start()
        break
    cut = _before_company(view, start, min(cut, start + 40))
    quote = re.search(r"[“”「」‘’]", view.text[start:cut])
    if quote is not None:
        cut = start + quote.start()
    words = ADVERB.sub("", view.text[start:cut].rstrip())
    if not 1 < len(words) <= 36:
        return None
    role = ROLE_NAME.search(words)
    kind = "person" if role is not None and believed(role.group(1)) else chinese_holder(words)
    if words in NOBODY:
        return None
    if not kind:
        kind = _named(view, start, start + len(words))
    if (
        not kind
        and stop - cut <= 4
        and len(words) <= (14 if HEADS.search(words) or view.context.named(start, cut) else 6)
        and not NO_NAME.search(words)
        and VERB.match(view.text, stop)
    ):
        kind = "known"
    if not kind:
        shorter, kind = _shortened(view, start, words)
        words = shorter or words
    if kind:
        return Subject(words, start, start + len(words), kind)
    if len(words) < 9 and all(character in SOUNDS or character == "的" for character in words):
        return Subject(words, start, start + len(words), "known")
    inner = view.text.rfind("的", start, stop) + 1
    return _phrase(view, inner, stop) if start < inner < stop - 1 else None


def _before_company(view: View, start: int, cut: int) -> int:
    """Where the one who acts ends who does so with another (王毅同鲁比奥通话时强调)."""
    for mention in view.context.named(start, cut):
        person = view.context.cast.actors[mention.actor].kind == "person"
        if person and mention.end < cut and view.text[mention.end] in "同与與跟":
            return mention.end
    return cut


def _in_a_name(view: View, start: int, found: re.Match[str]) -> bool:
    """Whether what looks like an adverb is inside a title or somebody's name (贺连杰, 佩特连科)."""
    at, text = found.start(), view.text
    if any(mention.start < at < mention.end for mention in view.context.named(start, at)):
        return True
    if _inside_title(text, start, at) or (at == start + 1 and text[start] in FAMILY):
        return True
    first = max(start, at - 8)
    if NAME_BEGUN.search(text, first, at) is not None:
        return True
    return found.group() in ("连", "連") and SOUND_BEGUN.search(text, first, at) is not None


def _inside_title(text: str, start: int, at: int) -> bool:
    opened = max(text.rfind("《", start, at), text.rfind("（", start, at))
    return opened >= 0 and max(text.rfind("》", opened, at), text.rfind("）", opened, at)) < 0


def _named(view: View, start: int, end: int) -> str:
    """Whether a phrase ends with somebody's name."""
    words = view.text[start:end]
    role = ROLE_NAME.search(words)
    if role is not None and not NO_NAME.search(role.group(1)):
        return "person"
    for length in (2, 3):
        tail = words[-length:]
        if (
            len(words) > length
            and NAME_TAIL.fullmatch(tail)
            and chinese_holder(words[:-length]) in ("person", "body")
        ):
            return "person"
    if view.known(start, end):
        return "person" if len(words) < 9 else "known"
    if NAME_TAIL.fullmatch(words) and not NO_NAME.search(words):
        return "known"
    return ""


def _shortened(view: View, start: int, words: str) -> tuple[str, str]:
    """The phrase up to its last head, with the name behind it, when what follows cannot be part of it."""
    for mention in view.context.named(start, start + len(words)):
        person = view.context.cast.actors[mention.actor].kind == "person"
        if person and mention.end - start >= 2 and believed(view.text[mention.start : mention.end]):
            whole = len(words) - (mention.end - start) <= 1
            return words if whole else words[: mention.end - start], "person"
    last = None
    for found in HEADS.finditer(words):
        last = found
    if last is None:
        return "", ""
    name = NAME_BEHIND.match(words, last.end())
    if name is not None and len(name.group()) > 1:
        return words[: name.end()], "person"
    return words[: last.end()], chinese_holder(words[: last.end()]) or "body"


def _after(view: View) -> Subject | None:
    """“…，”X说。"""
    told = TOLD_AFTER.match(view.after())
    if told is None:
        return None
    begin = view.end + told.start(1)
    stop = view.end + told.end(1)
    verbs = list(VERB.finditer(view.text, begin, stop + 1))
    if not verbs or verbs[-1].start() == begin:
        return None
    verb = verbs[-1]
    if FOLK.fullmatch(view.text, begin, verb.start()):
        return Subject(
            view.text[begin : verb.start()], begin, verb.start(), "person", "speaker-topic-after", 0.78
        )
    subject = _subject_of(view, Clause(begin, stop, verb.start(), False))
    if subject is None:
        return None
    return subject._replace(rule="speaker-topic-after", confidence=0.82 if subject.kind == "person" else 0.72)


def chinese_headline(view: View) -> Subject | None:
    """中方：“…” · 外交部：中国“…”"""
    begin = max(view.text.rfind("\n", 0, view.start) + 1, view.low)
    before = view.text[begin : view.start]
    at = max(before.rfind(mark) for mark in "　 ”」") + 1
    segment = before[at:]
    at += len(segment) - len(segment.lstrip("，,；; "))
    segment = before[at:]
    colon = re.match(r"\s?([^：:“「]{1,18})[：:]", segment)
    if colon is None:
        colon = re.match(r"\s?([^：:“「，]{1,12})(?=[“「]\Z|\Z)", segment)
    if colon is None or (colon.group(1).strip() and VERB.search(colon.group(1))):
        return _retort(view, begin + at)
    words = colon.group(1).strip()
    if words in LABELS:
        return None
    start = begin + at + colon.start(1)
    named = segment[colon.end() - 1] in "：:" and len(words) <= 6 and not NO_NAME.search(words)
    second = at > 1 and before[at - 2 : at] in ("”，", "」，", "” ", "」 ", "”　", "」　") and len(words) <= 4
    if not (chinese_holder(words) or view.known(start, start + len(words)) or named or second):
        return None
    return Subject(words, start, start + len(words), "body", "speaker-topic-headline", 0.72)


def _retort(view: View, start: int) -> Subject | None:
    """國台辦反嗆「…」: the verb of a headline."""
    verb = VERB.search(view.text, start, view.start)
    subject = _subject_of(view, Clause(start, view.start, verb.start(), False)) if verb is not None else None
    return subject._replace(rule="speaker-topic-headline", confidence=0.72) if subject is not None else None


def chinese_topic(view: View, start: int, end: int) -> Subject | None:
    """What a sentence is about: the phrase it opens with, when that can speak."""
    begin = start
    stops = [match.start() for match in CLAUSES.finditer(view.text, start, end)]
    for stop in [*stops[:3], end][:3]:
        verb = VERB.search(view.text, begin, stop)
        subject = _subject_of(view, Clause(begin, stop, verb.start() if verb else -1, False))
        if subject is not None:
            return subject
        begin = stop + 1
    return None
