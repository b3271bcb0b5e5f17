"""Turns of a transcript: whose line it is ("MS. HALE: …", "Q: …", "Spokesperson Lin: …", "问：")."""

from __future__ import annotations

import re
from typing import NamedTuple

from detente.reading.chinese.names import SURNAMES
from detente.reading.english.words import PERSON_TITLES, TITLE_MODIFIERS
from detente.reading.word_lists import word_set

_TURN = re.compile(
    r"(?:\[\d{1,2}:\d\d(?::\d\d)?\]\s{0,4})?"
    r"(?:\*\*|__)?(?P<who>[^\W\d_][\w.’'(),&/\- ]{0,110}?)(?:\*\*|__)?\s?(?:[:：]|\.\s?—|\.\s?--)(?:\*\*|"
    r"__)?(?=\s|$|[“\"「])",
)
_QUESTION = re.compile(
    r"(?:Q(?:uestion)?|질문|문|问|問|記者|记者|기자)\d{0,3}\s?[.:：)]\s{0,4}", re.IGNORECASE
)
_ASKER = re.compile(
    r"(?:\*\*|__)?(?:Q(?:uestion|UESTION)?(?: ?\([^()\n]{1,60}\))?[.:](?:\*\*|__)?|"
    r"Q(?=\s{1,8}[A-Z“\"]))\s{0,8}"
)
"""Q: · Question (Kathimerini): · **Q (Nome Nugget):** · Q    Is the …"""
_REPLY = re.compile(r"(?:\*\*|__)A(?:nswer)?[.:](?:\*\*|__)\s{0,4}")
_CJK_TURN = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{0,10}(?:记者|記者)(?:追?[问問]|提[问問])?|[가-힣A-Z]{0,8} ?기자|"
    r"(?:市長|知事|町長|大臣|長官|総理|首相|外相|報道官|官房長官|大使|社長|会長|議長|司会|主持人|사회자|"
    r"사회)|"
    r"[\u4e00-\u9fff]{1,8}(?:主委|发言人|發言人|部長|部长|司长|司長)答|"
    r"[가-힣]{2,4} (?:[가-힣]{1,9} ){0,2}(?:교수|변호사|박사|연구위원|연구원|의원|소장|대사|위원|대변인|"
    r"장관|차관|총리|대통령|대표|위원장)|"
    rf"(?:[\u4e00-\u9fff]{{0,8}}(?:发言人|發言人|外长|外長|部长|部長|大使|報道官|外相|"
    rf"大臣))?[{SURNAMES}][\u4e00-\u9fff]{{1,2}})"
    r"\s?[:：]\s?(?=\S.{9})"
)
_BRACKET_TURN = re.compile(
    r"[【（(〈<](?P<who>[^】）)〉>\n]{0,16}(?:記者|记者|問|问|答|質問|回答|질문|답변|문|답|기자|대변인|"
    r"장관|차관|大臣|長官|大使|総理|報道官|"
    r"官房長官|局長|次官|知事|会長|社長|外相|首相|幹事))[】）)〉>]"
    r"\s?(?=\S.{9})"
)
"""【北辰新聞　木場記者】…, （長官）…"""
_NO_TURN = word_set("安全 金额 石油 白宫 高度 武器 何时 时间 江苏 云南 海南 黄金 马上 周末")
_ANSWER = re.compile(r"(?:A(?:nswer)?|답변|답|答)\d{0,3}\s?[.:：)]\s{0,4}")
_WORD = re.compile(r"[\w’'.\-]+")
_LABELS = word_set(
    "question answer reporter moderator interviewer journalist correspondent host audience participant "
    "operator speaker chair translator interpreter press media q a"
)
_NOTE = re.compile(r"\s{0,2}\([^()]{1,40}\)\s{0,2}")
_NOBODY = re.compile(
    r"UNIDENTIFIED|UNKNOWN|UNIDENTIFIABLE|CROWD|AUDIENCE|PROTESTERS|ANNOUNCER", re.IGNORECASE
)
_HONORIFICS = word_set("mr mrs ms dr prof professor sir madam hon rev fr")
_NO_LABEL = word_set(
    "note update correction editor washington photo video watch breaking more source warning notice "
    "summary background contact subject date time place action annex article chapter section part step "
    "conclusion introduction question answer ps nb faq location topic title headline caption live"
)
_LONGEST = 71
QUESTION = "?"
ANSWER = "!"


class TurnHead(NamedTuple):
    """Whose turn, and where the words begin (offset into the line)."""

    who: str
    length: int


def turn_speaker(line: str) -> str:
    """Whose turn a line begins: a name as written, "?" for a question, "!" for an answer; "" for no turn."""
    head = turn_head(line)
    return head.who if head else ""


def turn_head(line: str) -> TurnHead | None:
    """The head of a turn, or None."""
    bracket = _BRACKET_TURN.match(line)
    if bracket is not None:
        who = bracket.group("who").strip("　 ")
        if who in ("答", "답", "답변", "回答"):
            return TurnHead(ANSWER, bracket.end())
        asked = who.endswith(("記者", "記", "问", "問", "记者", "기자", "質問", "幹事", "질문", "문"))
        return TurnHead(QUESTION if asked else who, bracket.end())
    for pattern, who in ((_ASKER, QUESTION), (_REPLY, ANSWER)):
        found = pattern.match(line)
        if found is not None:
            return TurnHead(who, found.end())
    for pattern, who in ((_QUESTION, QUESTION), (_ANSWER, ANSWER)):
        found = pattern.match(line)
        if found and _no_words(line[found.end() :]) and found.group()[0] in "记記기":
            return None  # "기자: 문소라" names the author
        if found and (":" in found.group() or "：" in found.group() or found.group()[:1] in "QA"):
            return TurnHead(who, found.end())
    cjk = _CJK_TURN.match(line)
    if cjk is not None and cjk.group("who") not in _NO_TURN and not _no_words(line[cjk.end() :]):
        who = cjk.group("who")
        return TurnHead(QUESTION if who.endswith(("记者", "記者", "기자", "问", "問")) else who, cjk.end())
    found = _TURN.match(line)
    if (
        found is None
        or _too_long(found.group("who"))
        or not _is_name(found.group("who"))
        or _a_field(line[found.end() :])
    ):
        return None
    label = found.group("who").strip().lower()
    who = (
        QUESTION
        if label in ("reporter", "journalist", "interviewer", "press", "media")
        else found.group("who")
    )
    return TurnHead(who.strip(" ,."), found.end())


def _too_long(label: str) -> bool:
    """Whether a label goes on as only one in capitals may."""
    return len(label) > _LONGEST and not label.split(",")[0].isupper()


def head_of(line: str) -> TurnHead | None:
    """The head of a line that is known to be a turn, spaces before it counted."""
    bare = line.lstrip()
    head = turn_head(bare) or lone_label(bare)
    return head._replace(length=head.length + len(line) - len(bare)) if head is not None else None


def name_of_label(label: str) -> str:
    """Who a label names, without office, honorific or stage direction ("JON SY, ENVOY (ph)": "Jon Sy"); ""
    for somebody unidentified."""
    bare = _NOTE.sub(" ", label).split(",")[0].strip()
    if _NOBODY.match(bare):
        return ""
    words = bare.split()
    known = PERSON_TITLES | TITLE_MODIFIERS | _HONORIFICS | {"of", "the", "state"}
    while len(words) > 1 and words[0].lower().rstrip(".") in known:
        words = words[1:]
    bare = " ".join(words)
    return bare.title() if bare.isupper() else bare


def lone_label(line: str) -> TurnHead | None:
    """A turn that opens with one word in capitals ("LIN (voice-over):"): one only beside other turns."""
    found = _TURN.match(line)
    if found is None or _a_field(line[found.end() :]):
        return None
    who = found.group("who").strip()
    words = _WORD.findall(_NOTE.sub(" ", who))
    lone = len(words) == 1 and words[0].isupper() and len(words[0]) > 1
    return TurnHead(who, found.end()) if lone and words[0].lower() not in _NO_LABEL else None


def _no_words(rest: str) -> bool:
    """Whether what follows is a name and no sentence."""
    return len(rest.strip()) <= 12 and not rest.rstrip().endswith((".", "?", "!", "。", "？", "！", "…", "”"))


def _a_field(rest: str) -> bool:
    """Whether what follows the colon is a short entry ("Spokesperson: Wei Lan"), not words spoken."""
    return len(rest.split()) <= 6 and not rest.rstrip().endswith(
        (".", "!", "?", "…", "”", '"', "’", ",", "—")
    )


def _is_name(label: str) -> bool:
    """A name in capitals, a title and a name, or a known label; not the opening of a sentence or a list
    head."""
    bare = label.split("(")[0]
    first = bare.split(",")[0]
    words = _WORD.findall(first if first.isupper() and "," in bare else bare)
    if not words or len(words) > 8:
        return False
    lowered = [word.lower().rstrip(".") for word in words]
    if len(words) == 1 and lowered[0] in _LABELS:
        return True
    titled = any(word in PERSON_TITLES for word in lowered)
    if not all(
        word[:1].isupper() or word in ("of", "the", "for", "and", "de", "van", "bin", "al") for word in words
    ):
        return False
    capitals = all(word.isupper() or len(word) < 3 for word in words) and len(words) > 1
    plain_name = 2 <= len(words) <= 4 and not any(word in TITLE_MODIFIERS for word in lowered)
    return (
        (titled and len(words) > 1)
        or capitals
        or (plain_name and _personal(words))
        or (titled and len(words) == 1)
    )


def _personal(words: list[str]) -> bool:
    return all(
        (word[:1].isupper() and word[1:2].islower()) or word.endswith(".") for word in words
    ) and not any(word in _HEADINGS for word in words)


_HEADINGS = word_set(
    "Key Points Background Summary Introduction Conclusion Note Notes Source Sources Editor Figure "
    "Table Article Annex Chapter Section Option Phase Stage Step Part Question Answer Correction Update "
    "Recommendation Recommendations Executive Photo Read More Related Next Policy Joint Press Statement "
    "Communique Communiqué Communiqué First Second Third Date Time Place Subject Location Dear About "
    "The This That These Those What Why How When Where Who In On At For From To And But Our Its Their "
    "His Her"
)
