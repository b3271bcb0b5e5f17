"""Whom a subject in Korean, Chinese or Japanese means: a person of the cast, the bearer of a short form
(류 대변인, 沈氏), or the office in its own words."""

from __future__ import annotations

import re

from detente.reading.chinese.names import FAMILY, NO_NAME, believed, name_at
from detente.reading.chinese.titles import CHINESE_TITLES
from detente.reading.chinese.words import ROLE_NAME
from detente.reading.cjk.view import Subject, View
from detente.reading.context import Speaker
from detente.reading.japanese.titles import JAPANESE_TITLES
from detente.reading.korean.names import is_name
from detente.reading.names.cjk_offices import holder
from detente.reading.names.gazetteer import known_cjk_names

_REACH = 3_000
_KOREAN_SHORT = re.compile(r"(?:.* )?(?P<family>[가-힣]{1,6}) (?P<office>[가-힣]{2,8})\Z")
_JAPANESE_SHORT = re.compile(
    rf"(?:.*の)?(?P<family>[\u3400-\u9fff々]{{1,3}}?|[ァ-ヴー]{{2,12}})(?P<office>{'|'.join(JAPANESE_TITLES)})\Z"
)
_ENDS_WITH_OFFICE = re.compile(rf"(?:{'|'.join(CHINESE_TITLES)})\Z")
_TITLE_BEHIND = re.compile(rf"(?:[海陆陸空][军軍])?(?:{'|'.join(CHINESE_TITLES)})")
_BODY_ENDS = (
    "당",
    "부",
    "청",
    "처",
    "측",
    "위",
    "군",
    "회",
    "실",
    "에서",
    "국방",
    "외교",
    "정부",
    "힘",
    "연대",
    "연합",
    "혁신",
    "미래",
)
_NO_FIRST_NAME = (
    "전",
    "현",
    "신임",
    "당시",
    "한",
    "이",
    "인",
    "의",
    "된",
    "는",
    "던",
    "온",
    "난",
    "낸",
    "주",
    "측",
    "씨",
    "내",
    "당",
)
_TITLE_AFTER = rf"(?:{'|'.join(JAPANESE_TITLES)}|外務|国防|防衛|財務|駐[日韓中米]|元|前|・|[（(])"


def speaker_from(view: View, subject: Subject) -> Speaker:
    """The speaker a subject names: its person where one is named, else the phrase itself."""
    confidence, rule = subject.confidence, subject.rule
    name = _person(view, subject)
    if name is None:
        return Speaker(subject.words, None, subject.start, rule, confidence, human=is_human(view, subject))
    actor = _actor(view, name)
    return Speaker(name, actor, subject.start, rule, confidence)


def is_human(view: View, subject: Subject) -> bool:
    """Whether a subject can be he or she."""
    if subject.kind == "known":
        kinds = [
            view.context.cast.actors[m.actor].kind for m in view.context.named(subject.start, subject.end)
        ]
        return not kinds or kinds[-1] == "person"
    return subject.kind == "person"


def _person(view: View, subject: Subject) -> str | None:
    if subject.kind in ("paper", "body"):
        return None
    if view.language == "zh":
        role = ROLE_NAME.search(subject.words)
        if role is not None and believed(role.group(1)):
            return _to_its_end(view, subject.start + role.start(1), role.group(1))
        for length in (2, 3) if not holder(subject.words, "zh") else ():
            tail = subject.words[-length:]
            if (
                tail[0] in FAMILY
                and holder(subject.words[:-length], "zh") in ("person", "body")
                and not NO_NAME.search(tail)
            ):
                return tail
        if _ENDS_WITH_OFFICE.search(subject.words):
            return _before_title(view, subject)
    full = _full_name(view, subject)
    if full is not None:
        return full
    for mention in reversed(view.context.named(subject.start, subject.end)):
        actor = view.context.cast.actors[mention.actor]
        sound = view.language != "zh" or believed(actor.name)
        if actor.kind == "person" and sound and _plausible(actor.name) and actor.name in subject.words:
            return _whole(view, subject.words, actor.name)
    return None


def _to_its_end(view: View, at: int, name: str) -> str:
    """A Chinese name without what follows it in the phrase (赵显同日)."""
    stop = name_at(view.text, at, view.high)
    return view.text[at:stop] if at < stop < at + len(name) else name


def _before_title(view: View, subject: Subject) -> str | None:
    """The person right before the title a Chinese subject ends with (泽连斯基总统)."""
    for mention in view.context.named(subject.start, subject.end):
        title = view.text[mention.end : subject.end]
        actor = view.context.cast.actors[mention.actor]
        if actor.kind == "person" and _TITLE_BEHIND.fullmatch(title):
            return actor.name
    return None


def _whole(view: View, words: str, name: str) -> str:
    """A name with the word before it when that is a part of it ("하야시 요시마사")."""
    if view.language != "ko":
        return name
    if words.startswith(f"{name} "):
        given = words[len(name) + 1 :].split(" ")[0]
        family = (
            len(given) > 1
            and not holder(given, "ko")
            and _plausible(given)
            and not given.endswith(_NO_FIRST_NAME)
        )
        return f"{name} {given}" if family and len(words.split(" ")) > 2 else name
    if f" {name}" not in words:
        return name
    first = words[: words.index(f" {name}")].split(" ")[-1]
    if holder(first, "ko") or not _plausible(first) or first.endswith(_NO_FIRST_NAME):
        return name
    return f"{first} {name}"


def _plausible(name: str) -> bool:
    """Whether a name of the cast is one, and no word for a body or the name of a state."""
    if len(name) < 2 or NO_NAME.search(name) or name.endswith(_BODY_ENDS) or not is_name(name):
        return False
    return next(known_cjk_names(name, 0, len(name)), None) is None


def _full_name(view: View, subject: Subject) -> str | None:
    """The full name of who was introduced before, for a family name with an office."""
    pattern = {"ko": _KOREAN_SHORT, "ja": _JAPANESE_SHORT}.get(view.language)
    found = pattern.match(subject.words) if pattern is not None and len(subject.words) <= 40 else None
    if found is None:
        return None
    family, office = found.group("family"), found.group("office")
    earlier = view.context.text[max(0, subject.start - _REACH) : subject.start]
    if view.language == "ja":
        known = _bearer(view, family, subject.start)
        if known is not None:
            return known
        told = re.search(rf"{re.escape(family)}[\u3400-\u9fff]{{1,2}}(?={_TITLE_AFTER})", earlier)
        given = re.search(
            rf"(?<![ァ-ヴー])([ァ-ヴー]{{2,12}}・)+{re.escape(family)}(?={_TITLE_AFTER})", earlier
        )
        told = given or told
        return told.group() if told is not None else None
    if len(family) == 1:
        told = re.search(rf"(?<![가-힣]){family}[가-힣]{{1,4}}(?= [^.\n]{{0,24}}{office}|\(|, )", earlier)
        return told.group() if told is not None and office not in told.group() else None
    before = re.search(rf"(?<![가-힣])([가-힣]{{1,6}}) {family}(?=[ (][^.\n]{{0,28}}{office})", earlier)
    if before is not None and _plausible(before.group(1)) and not before.group(1).endswith(_NO_FIRST_NAME):
        return before.group()
    told = re.search(rf"(?<![가-힣]){family} [가-힣]{{1,6}}(?=[ (][^.\n]{{0,28}}{office})", earlier)
    return told.group() if told is not None and not told.group().endswith(office) else None


def _bearer(view: View, family: str, at: int) -> str | None:
    """The person named last before a place whose name begins with a family name and goes on."""
    for mention in view.context.cast.before(at):
        actor = view.context.cast.actors[mention.actor]
        if at - mention.start > _REACH:
            return None
        longer = actor.kind == "person" and actor.name.startswith(family) and len(actor.name) > len(family)
        if longer:
            return actor.name
    return None


def _actor(view: View, name: str) -> int | None:
    for mention in view.context.cast.before(view.end):
        if view.end - mention.start > _REACH:
            return None
        if view.context.cast.actors[mention.actor].name == name:
            return mention.actor
    return None
