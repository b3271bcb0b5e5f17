"""Offices and pairs led back to names: whom "the spokesperson", "a retired colonel", "both leaders" mean."""

from __future__ import annotations

import re
from dataclasses import replace

from detente.reading.actors import Mention
from detente.reading.context import Context, Speaker
from detente.reading.english.subjects import Candidate, is_human, offices
from detente.reading.english.words import GROUP_NOUNS, PERSON_TITLES, STARTERS, saying_verbs
from detente.reading.word_lists import word_set

ARTICLE = re.compile(
    r"\A(?:the|a|an|both|those|these|this|that|its|his|her|their|our|my)\s+(?:own\s+)?", re.IGNORECASE
)
_POSSESSOR = re.compile(r"(?:its|his|her|their|our)\s+", re.IGNORECASE)
_BESIDE = re.compile(r", ([A-Z][\w’-]+(?: [A-Z][\w’-]+){0,3})(?=,)")
_BESIDE_TRADE = re.compile(
    r", (?:the|an?|our|his|her|their) (?:[a-z-]{3,16} ){1,3}([A-Z][\w’-]+(?: [A-Z][\w’-]+){1,3})(?=[,.])"
)
_DIRECT = re.compile(r" ([A-Z][a-zÀ-ž’-]+(?: [A-Z][a-zÀ-ž’-]+){0,2})(?= [a-z])")
_DEFINITE = re.compile(r"(?:the|this|that|his|her|its|their)\s", re.IGNORECASE)
_PAIR = re.compile(r"(?:the |both |these )?(?:two |both )?[a-z ]{0,24}", re.IGNORECASE)
_STATES = word_set("sides parties countries governments states nations capitals neighbours neighbors")
THINGS = word_set(
    "statement report declaration document text treaty communique communiqué agreement accord letter "
    "study survey inquiry audit poll manifesto leaflet placard banner "
    "editorial article memorandum protocol resolution draft note proverb memo cable paper leaflet"
)
_BESIDE_NAME = re.compile(r"(?<![\w’'-] )\b([A-Z][a-zÀ-ž’-]+(?: [A-Z][a-zÀ-ž’-]+)?) and \Z")
DOCUMENTS = THINGS | word_set(
    "article articles annex paragraph clause section chapter charter convention constitution preamble "
    "regulation act law mandate communique footnote pact understanding ruling judgment judgement "
    "verdict decree order directive award terms conclusions readout transcript reply notice message "
    "bulletin brief book memoirs opinion caption sign label sheet advisory framework alert"
)
"""Heads of phrases that name a text."""
_INDEFINITE = re.compile(r"(?:an?|one|another)\s", re.IGNORECASE)
_RECENT = 900
_ONE = re.compile(r"[Oo]ne (?!of |at |in |from |with |for |on |who |to )")
_APPOSED = re.compile(r"(?:(?<=[.!?”\"’] )|(?<=\n)|(?<=, and ))([A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2}), \Z")
_NO_NAMES = word_set(
    "however meanwhile yesterday today tomorrow monday tuesday wednesday thursday friday saturday "
    "sunday asked speaking later earlier instead moreover furthermore nevertheless indeed finally "
    "first second third secondly thirdly unsurprisingly perhaps yes no well look sovereignty"
)


def of_actor(context: Context, index: int, at: int) -> Speaker:
    """The speaker an actor of the cast is."""
    actor = context.cast.actors[index]
    return Speaker(actor.name, index, at, human=actor.kind == "person", plural=actor.kind == "group")


def office(context: Context, candidate: Candidate) -> Speaker | None:
    """Whom an office means: the person of that title named before, or the office in its own words."""
    words, head = candidate.words, candidate.head
    if not head:  # a name nobody introduced
        other = _BESIDE_NAME.search(context.masked, max(0, candidate.start - 40), candidate.start)
        if other is not None:
            return Speaker(f"{other.group(1)} and {words}", None, other.start(), plural=True)
        return Speaker(words, None, candidate.start)
    if (
        head in GROUP_NOUNS
        and _PAIR.fullmatch(words)
        and re.match(r"(?:the two|both|the)\b", words, re.IGNORECASE)
    ):
        two = pair(context, candidate.start, human=head not in _STATES)
        if two is not None and ("two" in words.lower() or "both" in words.lower() or head in _STATES):
            return two
    just = _same_office(context, candidate, sentences=2)
    if just is not None:
        return just
    if head in PERSON_TITLES and _DEFINITE.match(words):
        known = _titled(context, head, words, candidate.start)
        if known is not None:
            return known
    named = (
        _named_before(context, candidate)
        or _named_beside(context, candidate)
        or _same_speaker(context, candidate)
        or _same_office(context, candidate)
    )
    if named is not None:
        return named
    name = ARTICLE.sub("", words, count=1)
    name = name[4:] if _ONE.match(name) else name
    if not _POSSESSOR.match(words):
        body = _known_body(context, name, candidate.start)
        if body is not None:
            return body
    human = head not in THINGS and (is_human(head) or head.endswith("s") or head in ("one", "another"))
    return Speaker(name.strip(), None, candidate.start, human=human, plural=head.endswith("s"))


def _same_speaker(context: Context, candidate: Candidate) -> Speaker | None:
    """The last speaker again under his office ("the spokesperson added"), where nothing speaks against it."""
    last = context.last
    definite = candidate.words.lower() == f"the {candidate.head}" and is_human(candidate.head)
    if not definite or last is None or last.actor is None or not last.human or last.plural:
        return None
    person = context.cast.actors[last.actor].person
    fits = person is not None and candidate.head in person.titles
    return replace(last, at=candidate.start) if fits and candidate.start - last.at < _RECENT else None


def _same_office(context: Context, candidate: Candidate, *, sentences: int = 0) -> Speaker | None:
    """The unnamed holder of an office told more fully just before ("One cabinet minister … the minister")."""
    if candidate.words.lower() != f"the {candidate.head}" or not is_human(candidate.head):
        return None
    number = context.block_of(candidate.start)
    for back in range(2):
        if number - back < 0:
            break
        for start, end in context.sentences_before(candidate.start, number - back, sentences or 3):
            for told in offices(context.masked, start, end):
                if sentences and not _INDEFINITE.match(told.words):
                    continue
                if told.head == candidate.head and told.end - told.start > candidate.end - candidate.start:
                    name = ARTICLE.sub("", told.words, count=1)
                    name = name[4:] if name[:4].lower() == "one " else name
                    return Speaker(name, None, told.start)
    return None


def _named_before(context: Context, candidate: Candidate) -> Speaker | None:
    """The name an office stands in apposition to ("Yonas, a 24-year-old electrician, …")."""
    following = context.masked[candidate.end : candidate.end + 14].split()
    if not re.match(r"(?:an?|the)\s", candidate.words) or (following and following[0] in saying_verbs()):
        return None  # "Fisheries, a spokesman said, were …" is an aside
    found = _APPOSED.search(context.masked, max(0, candidate.start - 60), candidate.start)
    if found is None or found.group(1).split()[0].lower() in STARTERS | _NO_NAMES:
        return None
    for mention in context.named(found.start(1), found.end(1)):
        return of_actor(context, mention.actor, mention.start) if is_named_person(context, mention) else None
    return Speaker(found.group(1), None, found.start(1))


def _named_beside(context: Context, candidate: Candidate) -> Speaker | None:
    """The name in apposition to an office ("one driver, Reza, …")."""
    direct = _DIRECT.match(context.masked, candidate.end)
    if direct is not None and not candidate.head.endswith("s") and candidate.words[:1].islower():
        return Speaker(direct.group(1), None, direct.start(1))
    found = _BESIDE.match(context.masked, candidate.end) or _BESIDE_TRADE.match(context.masked, candidate.end)
    if found is None or candidate.head.endswith("s"):
        return None
    for mention in context.named(found.start(1), found.end(1)):
        if is_named_person(context, mention):
            return of_actor(context, mention.actor, mention.start)
        return None
    return Speaker(found.group(1), None, found.start(1))


def both(context: Context, first: int, second: int, at: int) -> Speaker:
    names = [context.cast.actors[index].name for index in (first, second)]
    return Speaker(" and ".join(names), None, at, human=True, plural=True)


def pair(context: Context, at: int, *, human: bool) -> Speaker | None:
    """The last two persons (or states) named before a place."""
    kinds = ("person",) if human else ("state",)
    found: list[int] = []
    place = at
    for number, mention in enumerate(context.cast.before(at)):
        if number > 40 or len(found) == 2:
            break
        if (
            context.cast.actors[mention.actor].kind in kinds
            and mention.actor not in found
            and mention.form != "seat"
        ):
            found.append(mention.actor)
            place = mention.start
    return both(context, found[1], found[0], place) if len(found) == 2 else None


def is_named_person(context: Context, mention: Mention) -> bool:
    return context.cast.actors[mention.actor].kind == "person"


def _titled(context: Context, head: str, words: str, at: int) -> Speaker | None:
    """The last person named before whose title is that office."""
    qualifiers = set(re.findall(r"\b[a-z-]+", words.lower())) - {head, "the", "his", "her", "its", "their"}
    for number, mention in enumerate(context.cast.before(at)):
        if number > 60:
            return None
        person = context.cast.actors[mention.actor].person
        if person is not None and head in person.titles and qualifiers <= person.titles | {"country’s"}:
            return of_actor(context, mention.actor, mention.start)
    return None


def _known_body(context: Context, name: str, at: int) -> Speaker | None:
    """A body of the cast that an office in words names again ("the ministry")."""
    lowered = name.casefold()
    if " " in lowered:
        return None
    for number, mention in enumerate(context.cast.before(at)):
        if number > 30:
            return None
        actor = context.cast.actors[mention.actor]
        if actor.kind in ("government", "organization") and lowered in actor.name.casefold():
            return of_actor(context, mention.actor, mention.start)
    return None
