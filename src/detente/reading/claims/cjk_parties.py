"""Who acts in a Korean, Chinese or Japanese clause that tells a deed, and towards whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.reading.actors import Mention
from detente.reading.chinese.titles import CHINESE_TITLES
from detente.reading.chinese.words import CUT
from detente.reading.cjk.deeds import Deed
from detente.reading.cjk.states import PAIRS, SHORT_FORMS
from detente.reading.cjk.view import View
from detente.reading.context import MASK, Context
from detente.reading.japanese.subjects import closed_clauses as japanese_closed
from detente.reading.japanese.subjects import subjects as japanese_subjects
from detente.reading.japanese.titles import JAPANESE_TITLES
from detente.reading.korean.subjects import closed_clauses as korean_closed
from detente.reading.korean.subjects import subjects as korean_subjects
from detente.reading.korean.titles import KOREAN_TITLES
from detente.reading.names.cjk_offices import holder
from detente.reading.names.gazetteer import state_names

Span = tuple[int, int]

_TOPICS = {"ko": ("은", "는", "께서는"), "ja": ("は",)}
_SUBJECTS = {"ko": ("이", "가", "께서", "도"), "ja": ("が", "も")}
_REST = re.compile(
    r"(?:정부|측|당국|양국|양측|쌍방|양|과|와|및|의|간|の|政府|側|侧|方面|当局|當局|両国|両|两国|兩國|双方|雙方|"
    r"两|と|和|及|方|[\s·・、,，])*\Z"
)
_ONE_SIDE = re.compile(rf"([{''.join(SHORT_FORMS)}])[方側侧]\Z")
_EARLY = re.compile(
    r"(?:과거|옛날|당초|최근|현재|같은 날|이날|かつて|最近|現在|一方|これに対し)[、, ]?(?:の|に)?(?=.)"
)
_LEAD = re.compile(
    r"(?:此前|随后|隨後|同时|同時|此外|另外|对此|對此|为此|為此|据悉|據悉|据报道|当地时间|"
    r"(?:[0-9]{1,4}[年月日])+|[上下本]?[周週月][一二三四五六日]?|[昨今]天|去年|今年|[，,、：:\s])+"
)
_END = re.compile(
    r"(?:星期[一二三四五六日天]|自|从|從|在|于|於|日前|近日|已|正式|将|將|没有|沒有|计划|計劃|拟|擬|再次|强烈|强|不|并|先后)+\Z"
)
_FAR = re.compile(
    r"没有|沒有|计划|計劃|拟|擬|自(?=[0-9])|不(?!丹)|强烈|強烈|联合|聯合|共同|今天|持续|先后|星期"
)
_KOREAN_TITLE = (
    r"(?:[(（][^()（）\n]{1,24}[)）])?(?: ?(?:정부|측|당국)|(?: [가-힣]{2,6}){0,2}? "
    rf"(?:(?:외교|국방|통일)?부 )?(?:{'|'.join(KOREAN_TITLES)}))?"
)
_JAPANESE_TITLE = rf"(?:政府|側|当局|(?:国家|国防|外務|防衛)?(?:{'|'.join(JAPANESE_TITLES)}))?"
_TO = {
    "ko": re.compile(
        rf"{_KOREAN_TITLE}"
        r"(?:에게|한테|에)(?:는|도)?(?: 대해| 대하여| 맞서)?(?=[ ,])(?! (?:의하|의해|"
        r"따르|따라|있|대한|관한))"
    ),
    "ja": re.compile(rf"{_JAPANESE_TITLE}" r"(?:に(?:対し|対して|対する|は|も)?(?!よ|お|関|つい|向)|への?)"),
}
_WITH_WHOM = {
    "ko": re.compile(rf"{_KOREAN_TITLE}[과와](?=[ ,])"),
    "ja": re.compile(rf"{_JAPANESE_TITLE}と(?!い)"),
}
_AND = re.compile(r"[과와] |[とや、·・与與和]")
_MARKED = re.compile(r"(?:은|는|이|가)(?=[ ,])")
_PAUSE = re.compile(r"[，,；;]")
_HEADS = ("元首", "首脑", "首腦", "领导人", "領導人")
_JOINT = re.compile(r"[与與同跟]")
_JOINED = re.compile(r"[とや・、]\Z")
_TOWARDS = re.compile(r"[对對向与與同跟和给給]\Z|[与與同和](?:来|來|到|正在)[^，。；]{2,16}的\Z")
_CHINESE_TITLE = re.compile(rf"[^，。；]{{0,4}}(?:{'|'.join(CHINESE_TITLES)})")
_AGAINST = re.compile(rf"(?:(?<![가-힣])대(?!한)|对|對|対)([{''.join(SHORT_FORMS)}])(?![가-힣])")
_OPPOSED = frozenset({"ACCUSE", "REJECT", "THREATEN"})


def view_on(context: Context, start: int, at: int, language: str) -> View:
    """A clause up to its predicate as the finders of subjects see it."""
    return View(context, context.masked, start, at, at, at, language, False)


def subject_of(context: Context, start: int, at: int, language: str) -> Span | None:
    """The noun phrase that acts: the nearest topic before the predicate, else the nearest subject."""
    if language == "zh":
        return _chinese_subject(context, start, at)
    found = korean_subjects if language == "ko" else japanese_subjects
    view = view_on(context, start, at, language)
    closed = korean_closed(view) if language == "ko" else japanese_closed(view)
    second: Span | None = None
    for subject, particle, stop in found(context.masked, start, at, view):
        if subject.kind not in ("person", "body", "known", "pronoun"):
            continue
        if particle.rstrip(",") in _TOPICS[language]:
            return subject.start, subject.end
        if particle.rstrip(",") in _SUBJECTS[language] and stop not in closed:
            second = second or (subject.start, subject.end)
    return second or (_marked_name(context, start, at) if language == "ko" else None)


def _marked_name(context: Context, start: int, at: int) -> Span | None:
    """The last name before a predicate with a subject’s particle (우크라이나는 looks like a verb)."""
    for mention in reversed(context.named(start, at)):
        if _MARKED.match(context.masked, mention.end, at):
            return mention.start, mention.end
    return None


def has_other_subject(context: Context, own: Span, at: int, language: str) -> bool:
    """Whether another party is the subject between a clause's own subject and the deed told of."""
    if language == "zh":
        return False
    found = korean_subjects if language == "ko" else japanese_subjects
    return any(
        particle in _SUBJECTS[language] and subject.kind in ("person", "body", "known")
        for subject, particle, _ in found(
            context.masked, own[1] + 1, at, view_on(context, own[1], at, language)
        )
    )


def _chinese_subject(context: Context, start: int, at: int) -> Span | None:
    """The phrase the clause opens with, up to the first adverb, preposition or date."""
    text = context.masked
    for begin in _openings(text, start, at):
        cuts = (m.start() for m in CUT.finditer(text, begin + 1, at))
        cut = next((place for place in cuts if not _in_a_name(context, begin, place)), at)
        far = _FAR.search(text, begin + 1, cut)
        stop = far.start() if far else cut
        tail = _END.search(text, begin, stop)
        stop = tail.start() if tail else stop
        words = text[begin:stop]
        joint = _JOINT.search(text, begin + 2, stop)
        if joint is not None and any(m.start == joint.end() for m in context.named(begin, at)):
            stop = joint.start()  # 日本与中国签署: with China
            words = text[begin:stop]
        if 1 < len(words) <= 30 and MASK not in words and _is_party(context, begin, stop):
            return begin, stop
    return None


def _in_a_name(context: Context, start: int, at: int) -> bool:
    """Whether a place is inside a name (the 在 of 李在明)."""
    return any(mention.start < at < mention.end for mention in context.named(start, at))


def _openings(text: str, start: int, at: int) -> list[int]:
    """Where clauses before a verb begin, the nearest first; leads and dates skipped."""
    begins = [start, *(m.end() for m in _PAUSE.finditer(text, start, at))]
    places: list[int] = []
    for place in reversed(begins):
        lead = _LEAD.match(text, place, at)
        places.append(lead.end() if lead else place)
    return [place for place in places if place < at - 1][:4]


def _is_party(context: Context, start: int, end: int) -> bool:
    words = context.masked[start:end]
    if holder(words, "zh") in ("person", "body") or _ONE_SIDE.search(words) or words.endswith(_HEADS):
        return True
    return any(start <= m.start and m.end == end for m in context.named(start, end))


def names_of(context: Context, span: Span, language: str) -> tuple[str, ...]:
    """The names of a phrase: states where it is made of them, a person it ends with, else its own words."""
    start, end = span
    early = _EARLY.match(context.text, start, end)
    start = early.end() if early else start
    words = context.text[start:end]
    side = _ONE_SIDE.fullmatch(words)
    if side is not None:
        return (state_names()[SHORT_FORMS[side.group(1)]],)
    joined = _JOINED.search(context.text, max(0, start - 16), start)
    if joined is not None and any(m.start == start for m in context.named(start, end)):
        start = next((m.start for m in context.named(start - 16, start) if m.end == joined.start()), start)
    inside = [m for m in context.named(start, end) if m.end <= end]
    rest, position = "", start
    for mention in inside:
        rest += context.text[position : mention.start]
        position = mention.end
    rest += context.text[position:end]
    if inside and _REST.fullmatch(rest):
        return tuple(dict.fromkeys(name for m in inside for name in mention_names(context, m)))
    persons = [m for m in inside if context.cast.actors[m.actor].kind == "person"]
    if persons and (persons[-1].end == end or holder(words, language) == "person"):
        together = persons if _AND.search(words) else persons[-1:]
        return tuple(dict.fromkeys(context.cast.actors[m.actor].name for m in together))
    return (" ".join(words.split()),)


def mention_names(context: Context, mention: Mention) -> tuple[str, ...]:
    """A mention's actor; both (all) states of a pair such as 한중 or 日米韓."""
    words = context.text[mention.start : mention.end]
    if words in PAIRS and context.cast.actors[mention.actor].kind == "state":
        return tuple(state_names()[SHORT_FORMS[character]] for character in words)
    return (context.cast.actors[mention.actor].name,)


def addressee(
    context: Context, own: Span | None, start: int, end: int, deed: Deed, language: str, verb: int
) -> tuple[str, ...]:
    """Towards whom, when a particle or a preposition tells it; who is refused or accused by order."""
    text = context.masked
    low = own[1] if own else start
    stop = end if language == "zh" else deed.at + start
    after = [m for m in context.named(low, stop) if m.start >= low]
    if language == "zh":
        found = [
            m for m in after if _TOWARDS.search(text, max(low, m.start - 20), m.start) or m.start == verb
        ]
        found = [_officer(context, m, after) for m in found[:1]]
    else:
        pattern = _WITH_WHOM[language] if deed.event == "CONSULT" else _TO[language]
        found = [m for m in after if pattern.match(text, m.end, end)]
        if deed.event == "CONSULT":
            found = found or [m for m in after if _TO[language].match(text, m.end, end)]
    if not found and deed.event in _OPPOSED:
        found = after
    if found:
        return mention_names(context, found[0])
    short = _AGAINST.search(text, low, stop) if deed.kind == "measure" else None
    return (state_names()[SHORT_FORMS[short.group(1)]],) if short is not None else ()


def parties_of(
    context: Context, start: int, end: int, at: int, language: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who acts in a sentence whose governing words end at a place, and towards whom when that is plain.

    Where no phrase is its subject, the name that stands first acts.
    """
    own = subject_of(context, start, at if language == "zh" else end, language)
    named = [m for m in context.named(start, end) if own is None or not own[0] <= m.start < own[1]]
    if language == "zh":
        text = context.masked
        to = [m for m in named if _TOWARDS.search(text, max(start, m.start - 20), m.start)]
    else:
        to = [m for m in named if _TO[language].match(context.masked, m.end, end)]
    if own is not None:
        who = names_of(context, own, language)
    else:
        first = next((m for m in named if m not in to), None)
        who = mention_names(context, first) if first is not None else ()
    towards = mention_names(context, to[0])[:1] if to else ()
    return who, tuple(name for name in towards if name not in who)


def _officer(context: Context, state: Mention, others: list[Mention]) -> Mention:
    """The person whose office names the state: 韩国总统李在明."""
    following = (m for m in others if context.cast.actors[m.actor].kind == "person" and m.start > state.end)
    person = next(following, None)
    told = person is not None and _CHINESE_TITLE.fullmatch(context.masked, state.end, person.start)
    return person if person is not None and told else state


def tied(context: Context, start: int, at: int) -> tuple[str, ...]:
    """The parties of a relation named before a place, the nearest phrase of them."""
    near = [
        m for m in context.named(max(start, at - 24), at) if context.cast.actors[m.actor].kind != "person"
    ]
    names: Sequence[str] = [name for m in near for name in mention_names(context, m)]
    if names:
        return tuple(dict.fromkeys(names))
    common = re.search(r"양국|양측|両国|双方|两国|兩國|雙方", context.masked[max(start, at - 12) : at])
    return (common.group(),) if common else ()
