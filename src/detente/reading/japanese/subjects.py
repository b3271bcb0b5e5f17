"""The subject of a Japanese quotation: the noun phrase before は, が, も … that governs と述べた."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.reading.cjk.noun_endings import PARTIES_ONLY
from detente.reading.cjk.view import Subject, View
from detente.reading.context import MASK
from detente.reading.japanese.after_quotation import AFTER
from detente.reading.japanese.offices import japanese_holder
from detente.reading.japanese.words import (
    ABOUT,
    AFTER_TOPIC,
    AGED,
    BARE_TITLES,
    BRACKETS,
    GA,
    INSIDE,
    ISSUED,
    KANA_NAME,
    LEADING,
    LINKS,
    NOUN,
    OWN_WORDS,
    PARTICLES,
    PRONOUN,
    QUOTATIVE,
    READING,
    RELATIVE,
    SIDE,
    SIGN,
    SOURCE,
    STANCE,
    STATED,
    TAIL,
    THAT_SAID,
    THING,
    THUS,
    WHO,
)

_REACH = 110


def japanese_subject(view: View) -> Subject | None:
    """Who says it by the grammar of the sentence; None when the sentence names nobody."""
    bracket = BRACKETS.match(view.after())
    if SIGN.match(view.after()):
        return None
    if bracket is not None and japanese_holder(bracket.group(1)):
        at = view.end + bracket.start(1)
        return Subject(bracket.group(1), at, at, "person", "speaker-bracket", 0.85)
    source = SOURCE.search(view.before()[-60:])
    if source is not None and japanese_holder(source.group(1)):
        at = view.start - len(view.before()[-60:]) + source.start(1)
        return Subject(source.group(1), at, at + len(source.group(1)), "person", "speaker-topic-before", 0.78)
    found = _before(view)
    if found is not None:
        return found
    return _following(view)


def subjects(view_text: str, low: int, end: int, view: View) -> Iterator[tuple[Subject, str, int]]:
    """Noun phrases that can speak with their particles and where these end, the nearest to `end` first."""
    for found in reversed(list(PARTICLES.finditer(view_text, low, end))):
        start, stop = _phrase(view_text, low, found.start())
        if start == stop:
            continue
        words = view_text[start:stop]
        if found.start() == stop and view_text[stop - 1] in "」』":
            words = view.context.text[start:stop]
        if found.group() == "に" and japanese_holder(words) != "paper":
            continue
        kind = japanese_holder(_before_mark(words)) or ("body" if INSIDE.search(words) else "")
        if PRONOUN.fullmatch(words):
            kind = "pronoun"
        if not kind and (view.known(start, stop) or AGED.match(view_text, stop)):
            kind = "known"
        if not kind and found.group() in ("は", "が", "も") and not THING.search(words):
            kind = "someone"
        if kind:
            yield Subject(words, start, stop, kind), found.group(), found.end()


def _before_mark(words: str) -> str:
    """環境団体「青の番人」 is what stands before the marks."""
    cut = max(words.find("「"), words.find("『"))
    return words[:cut] if cut > 0 else words


def _phrase(text: str, low: int, end: int) -> tuple[int, int]:
    """The noun phrase that ends at a place: nouns joined by の, brackets skipped."""
    at = stop = end
    if text[end - 1 : end] in ("」", "』"):
        opened = max(text.rfind("「", max(low, end - 24), end), text.rfind("『", max(low, end - 24), end))
        if opened <= low or not NOUN.match(text[opened - 1]):
            return end, end
        at = opened
    for tail in ("さん", "たち", "ら"):
        if text.endswith(tail, low, end):
            at = end - len(tail)
            break
    if text[at - 1 : at] in "）)" and at > low:
        opened = max(text.rfind("（", max(low, at - 16), at), text.rfind("(", max(low, at - 16), at))
        if opened > low:
            at = stop = opened
    if text.endswith("さん", low, at):
        at -= 2
    limit = max(low, at - 44)
    while at > limit:
        joins = text[at - 1] == "の" and at - 2 >= limit and at < end and NOUN.match(text[at - 2])
        counter = text[at - 1] in "かヵケつ" and text[at : at + 1] == "国"
        reading = READING.search(text, max(limit, at - 14), at) if text[at - 1] in "）)" else None
        if reading is not None and at < end:
            at = reading.start()
        elif NOUN.match(text[at - 1]) or joins or counter:
            at -= 1
        else:
            break
    if text[at:stop] in BARE_TITLES:
        kana = KANA_NAME.search(text, max(low, at - 12), at)
        at = kana.start() if kana is not None else at
    lead = LEADING.match(text, at, stop)
    while lead is not None and lead.end() < stop:
        at = lead.end()
        lead = LEADING.match(text, at, stop)
    return at, stop


def _before(view: View) -> Subject | None:
    after = view.after()
    best: Subject | None = None
    closed = closed_clauses(view)
    for subject, particle, end in subjects(view.text, view.low, view.start, view):
        gap = view.text[end : view.start]
        if subject.kind == "someone":
            if particle != "が" or end not in closed:
                best = best or _someone(subject, particle, gap, after)
            continue
        if best is not None and MASK in view.text[end : best.start]:
            return best
        if particle == "の":
            if end == view.start and re.match(r"(?:など)?(?:と(?:の|いう)|発言|主張|批判|声明|一言)", after):
                best = best or subject._replace(rule="speaker-topic-words", confidence=0.7)
            continue
        if particle == "に" and ABOUT.match(gap):
            continue
        if particle in ("に", "には", "にも") and not _stated(subject, after, particle):
            continue
        if particle in ("では", "でも") and not (
            INSIDE.search(subject.words)
            or (subject.kind == "paper" and STATED.match(after))
            or subject.kind == "body"
        ):
            continue
        if particle == "から" and len(gap) > 3:
            continue
        if particle == "が" and end in closed:
            continue
        if PARTIES_ONLY.search(subject.words) and (paper := _paper(view)) is not None:
            subject = paper
        return _sure(subject, particle, gap, after)
    return best


def _someone(subject: Subject, particle: str, gap: str, after: str) -> Subject | None:
    """A phrase no table knows, as the speaker: it stands beside the quotation, or is its only topic."""
    said = AFTER["verb"].match(after) is not None
    if not gap.strip("、 ") and (said or after[:1] in "。" or not after):
        return subject._replace(rule="speaker-topic-before", confidence=0.8 if said else 0.65)
    if particle == "は" and said and MASK not in gap:
        return subject._replace(rule="speaker-topic-words", confidence=0.6)
    return None


def _stated(subject: Subject, after: str, particle: str) -> bool:
    if subject.kind == "paper":
        return STATED.match(after) is not None
    return particle != "に" and INSIDE.search(subject.words) is not None


def closed_clauses(view: View) -> frozenset[int]:
    """Where the が end whose clause is closed before the quotation, in front of a noun: a relative clause
    takes the nearest が before it."""
    closed: set[int] = set()
    pending = False
    stop = view.start
    for found in reversed(list(GA.finditer(view.text, view.low, view.start))):
        if RELATIVE.search(LINKS.sub("", view.text[found.end() : stop])):
            pending = True
        if pending:
            closed.add(found.end())
            pending = False
        stop = found.start()
    return frozenset(closed)


def _paper(view: View) -> Subject | None:
    for subject, particle, _ in subjects(view.text, view.low, view.start, view):
        if subject.kind == "paper" and particle in ("は", "も", "では"):
            return subject
    return None


def _sure(subject: Subject, particle: str, gap: str, after: str) -> Subject:
    governed = QUOTATIVE.match(after) is not None or ISSUED.match(after) is not None
    plain = particle in ("は", "も") or len(gap) <= 24
    own = "は" not in gap.replace("では", "").replace("には", "")
    sure = governed and plain and own and subject.kind not in ("pronoun", "known") and len(gap) < 120
    rule = "speaker-topic-before" if governed else "speaker-topic-words"
    return subject._replace(rule=rule, confidence=0.86 if sure else 0.72)


def _following(view: View) -> Subject | None:
    """「…」とX氏は語った · 「…」。X氏はこう語る · 「…」と話すのはX氏だ。"""
    told = THUS.match(view.text, view.end, view.end + _REACH) or WHO.match(
        view.text, view.end, view.end + _REACH
    )
    told = told or OWN_WORDS.match(view.text, view.end, view.end + _REACH) or THAT_SAID.match(view.after())
    if told is not None and told.re is THAT_SAID:
        start, stop = view.end + told.start(1), view.end + told.end(1)
        start = _phrase(view.text, start, stop)[0]
        words = view.text[start:stop]
        if japanese_holder(words) in ("person", "body"):
            return Subject(words, start, stop, "person", "speaker-topic-after", 0.75)
        told = None
    if told is not None:
        start, stop = _phrase(view.text, view.end, told.end(1))
        words = view.text[start:stop]
        if japanese_holder(words) or view.known(start, stop):
            return Subject(words, start, stop, "person", "speaker-topic-after", 0.8)
    stance = STANCE.match(view.after())
    if stance is not None:
        start, stop = _phrase(view.text, view.end, view.end + stance.end(1))
        words = view.text[start:stop]
        if japanese_holder(words) or view.known(start, stop):
            return Subject(words, start, stop, "body", "speaker-topic-after", 0.78)
    after = AFTER_TOPIC.match(view.after())
    if after is None:
        return None
    stop = view.end + after.end(1)
    start, stop = _phrase(view.text, view.end, stop)
    words = view.text[start:stop]
    kind = "pronoun" if PRONOUN.fullmatch(words) else japanese_holder(words)
    if kind == "pronoun":
        return Subject(words, start, stop, kind, "speaker-topic-after", 0.75)
    if kind not in ("person", "body"):
        return None
    return Subject(words, start, stop, kind, "speaker-topic-after", 0.78)


def japanese_headline(view: View) -> Subject | None:
    """外相「…」 · 「…」と外相 · X、Yに「…」 · 「…」　Xが反発"""
    begin = view.text.rfind("\n", 0, view.start) + 1
    begin = max(begin, view.low)
    start, stop = _phrase(view.text, begin, view.start)
    words = view.text[start:stop]
    side = SIDE.match(view.after())
    thing = (
        japanese_holder(words) == "paper" and side is not None and japanese_holder(side.group(1)) == "person"
    )
    if words and not thing and (japanese_holder(words) or view.known(start, stop)):
        return Subject(words, start, stop, "body", "speaker-topic-headline", 0.72)
    tail = TAIL.match(view.after())
    if tail is not None and (japanese_holder(tail.group(1))):
        at = view.end + tail.start(1)
        return Subject(tail.group(1), at, view.end + tail.end(1), "person", "speaker-topic-headline", 0.72)
    first = re.match(r"([^、。「」　 ]{1,16})、", view.text[begin : view.start])
    if first is not None and (japanese_holder(first.group(1)) or view.known(begin, begin + first.end(1))):
        return Subject(first.group(1), begin, begin + first.end(1), "body", "speaker-topic-headline", 0.65)
    if side is not None:
        at = view.end + side.start(1)
        return Subject(side.group(1), at, at, "body", "speaker-topic-headline", 0.65)
    return None
