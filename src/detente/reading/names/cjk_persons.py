"""Names of persons in Korean, Chinese and Japanese script, found by the office beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from detente.reading.chinese.names import SURNAMES
from detente.reading.names.gazetteer import CJK, known_cjk_names
from detente.reading.names.latin_persons import NameRun
from detente.reading.word_lists import word_set, words_in_order

_KOREAN_OFFICES = (
    "국가주석|국무위원장|대통령|총리|장관|외교부장|부장|주석|위원장|대변인|의원|대사|총서기|수석|차관|"
    "실장|교수|총재|"
    "장군|국장|특사|대표|비서실장|연구원|원장|의장|외교장관|국방장관|외무장관|통일장관|사무총장|총장|본부장|"
    "국무장관|재무장관|상무장관|내무장관|법무장관|통상교섭본부장|회장|사장|지사|시장|군수|센터장|소장|단장|사령관|참모총장|합참의장|외상|국방상|외무상|방위상|경제산업상|관방장관|부부장|서기|씨"
)
_KOREAN_OF = "국가안보|국가정보|외교부|국방부|통일부|산업부|정책|비서|통상교섭|외교안보"
"""What is written together with the office it belongs to (국가안보실장)."""
_HAN_OFFICES = (
    "国家主席|國家主席|国务委员|国務委員長|国务委员长|國務委員長|总统|總統|大統領|主席|总理|總理|首相|"
    "秘书长|秘書長|局长|局長|司长|司令|会长|院长|校长|理事长|省长|市长|县长|团长|队长|董事长|总裁|参谋长|厅长|"
    "国务卿|國務卿|国務長官|国防长|防长|财长|外长|外長|外相|"
    "外交部长|外交部長|部长|部長|防衛相|发言人|發言人|報道官|大使|委员长|委員長|总书记|總書記|総書記|"
    "教授|官房長官|"
    "長官|代表|特使|議員|议员|氏|研究员|研究員"
)
_KOREAN = re.compile(
    rf"(?<![가-힣])([가-힣]{{2,4}})(?:[(（][^()（）\n]{{1,24}}[)）])? ((?:[가-힣]{{1,9}} "
    rf"){{0,3}}?)(?:{_KOREAN_OF})?({_KOREAN_OFFICES})(?=[은는이가의을를과와에도,.\s（(）)]|께서|$)"
)
_LEE = re.compile(
    r"(?<![가-힣])이(?![번날들런러제미후전와에어란라집])[가-힣]{2}(?:[(（][^()（）\n]{1,24}[)）])? "
    r"(?:[가-힣]{1,9} ){0,3}?"
    rf"({_KOREAN_OFFICES})(?=[은는이가의을를과와에도,.\s]|$)"
)
_KOREAN_LONE = re.compile(rf"(?<![가-힣])([가-힣]) ({_KOREAN_OFFICES})(?=[은는이가의을를과와에도,.\s]|$)")
_OF_OFFICE = (
    "부",
    "청",
    "당",
    "국",
    "위",
    "원",
    "실",
    "처",
)
_AFTER_OFFICE = re.compile(rf"(?:{_HAN_OFFICES})([{SURNAMES}][\u4e00-\u9fff]{{1,2}})")
_FOREIGN = re.compile(
    rf"(?:{_HAN_OFFICES})([\u4e00-\u9fff·]{{2,7}}?)(?=则|強調|强调|表示|说|說|指出|称|稱|在|对|對|与|"
    rf"與|和|会|會|将|也|就|[，、。：:“「0-9]|$)"
)
_BEFORE_OFFICE = re.compile(
    rf"(?<![\u4e00-\u9fff])([{SURNAMES}][\u4e00-\u9fff]{{1,2}}|[\u4e00-\u9fff]{{2,5}}|"
    rf"[ァ-ヶー]{{2,12}}(?:[・＝][ァ-ヶー]{{2,12}}){{0,2}})"
    rf"({_HAN_OFFICES})"
)
_NO_NAME = re.compile(
    r"\A(?:表|主|举|舉|出|应|應|答|宣|重|证|證|介|发|發|们|們|级|級|处|處|任|团|團)|"
    r"[的是在了不我你他她这那都还會将將向与與例了]"
)
"""What follows an office and is no name: verbs and particles ("发言人表示")."""
_MINISTER = re.compile(
    r"(?<![\u4e00-\u9fffァ-ヶー・＝])([ァ-ヶー]{2,12}(?:[・＝][ァ-ヶー]{2,12}){0,3}|[\u4e00-\u9fff]{2,4}?)"
    r"((?:農|漁業|農水|財務|経済|経産|環境|国交|文科|厚労|総務|法務|法|国防|防衛|内務|通商|貿易|"
    r"エネルギー|保健|運輸|水産)相|"
    r"官房副長官|外務次官|外務審議官|事務次官|報道局長|局長|知事|市長|社長|会長|大臣|事務総長|報道官|"
    r"委員長|議員|国王|駐日大使)"
    r"(?=[はがもらの、。とにへ]|$)"
)
_HAN_LONE = re.compile(rf"(?<![\u4e00-\u9fff])([{SURNAMES}])({_HAN_OFFICES})(?=[はがもらの、とに])")
_NO_FIRST = "此曾就日昨今当當前随近再同早上下本多正"
_BODY_END = re.compile(
    r"..(?:部|局|院|署|委|会|會|厅|庁|省|団|团|大学|大學|学院|学校|研究所|集团|公司|银行|社|协会|中心)\Z"
)
_VERB_PAIRS = word_set(
    "威胁 威脅 警告 敦促 要求 呼吁 呼籲 认为 認為 承诺 承諾 宣布 决定 決定 "
    "分析 介绍 介紹 坦言 感叹 感嘆 解释 解釋 补充 補充 透露 直言 质疑 質疑 反驳 反駁 "
    "提醒 写道 评价 指责 批评 建议 建議 "
    "提议 提議 主持 率领 访问 抵达 出席 接受 受访 连线 昨日 昨天 今天 当天 日前 随后 近日 此前 "
    "周一 周二 周三 周四 周五 "
    "周六 周日 首先 再次 同时 进一 不久 通过 针对 抵京 提出 致电 发表 發表 主张 声明 声称 反问 追问 讲话 呼应"
)
_VERBS = words_in_order(
    "表 强调 強調 指出 说 說 称 稱 在 和 与 與 对 對 的 会 會 "
    "将 也 就 向 回 认 是 还 今 当 于 同 及 等 呼 警 重"
)


def cjk_name_runs(text: str, start: int, end: int) -> Iterator[NameRun]:
    """Names beside an office, in order of place within each script."""
    yield from _korean(text, start, end)
    for found in _KOREAN_LONE.finditer(text, start, end):
        family, office = found.groups()
        lee = family == "이" and _first_lees(text).get(office, end) < found.start()
        if family in _NO_FAMILY and not lee:
            continue
        yield _run(found.start(1), found.end(1), family, office)
    for found in _AFTER_OFFICE.finditer(text, start, end):
        name = _cut(found.group(1), text[found.end(1) : found.end(1) + 1])
        if len(name) > 1 and not _NO_NAME.search(name):
            first = found.start(1)
            yield _run(first, first + len(name), name, text[found.start() : first])
    for found in _FOREIGN.finditer(text, start, end):
        name = _cut(found.group(1), "")
        begin = found.start(1)
        surname = name[0] in SURNAMES and _AFTER_OFFICE.match(text, found.start()) is not None
        if surname or _NO_NAME.search(name) or name[0] in _NO_FIRST:
            continue
        yield _run(begin, begin + len(name), name, text[found.start() : begin])
    for found in _BEFORE_OFFICE.finditer(text, start, end):
        name = found.group(1).removesuffix("官房")  # 官房長官, not 長官
        if name and not any(part in name for part in _NOT_IN_NAMES) and not _BODY_END.search(name):
            if next(known_cjk_names(text, found.start(1), found.end(1)), None) is not None:
                continue  # "东盟秘书长": the body’s officer
            yield _run(found.start(1), found.start(1) + len(name), name, found.group(2))

    for found in _HAN_LONE.finditer(text, start, end):
        yield _run(found.start(1), found.end(1), found.group(1), found.group(2))
    for found in _MINISTER.finditer(text, start, end):
        if not any(part in found.group(1) for part in _NOT_IN_NAMES):
            yield _run(found.start(1), found.end(1), found.group(1), found.group(2))


_KOREAN_ENDINGS = (
    "한국",
    "중국",
    "미국",
    "일본",
    "북한",
    "정부",
    "러시아",
    "외교부",
    "국방부",
    "통일부",
    "신임",
    "전",
    "양국",
    "관련",
    "모든",
)
_NOT_IN_NAMES = (
    "官房",
    "ベテラン",
    "若手",
    "与党",
    "野党",
    "地元",
    "国務",
    "防衛",
    "財務",
    "複数",
    "一部",
    "元",
    "方",
    "首席",
    "全権",
    "特命",
    "常駐",
    "国",
    "國",
    "外交",
    "政府",
    "両",
    "两",
    "两国",
    "前",
    "新",
    "同",
    "各",
    "米",
    "対",
    "日本",
    "韓国",
    "副",
    "本",
    "党",
)


_PARTICLES = word_set("에 의 은 는 이 가 와 과 도 측 로")
_NO_FAMILY = word_set("전 현 신 본 각 양 그 이 한 두 세 네 타 첫 옛 부")
_TENURE = word_set("전 현 신임 초대 당시 수석")


@lru_cache(maxsize=1)
def _first_lees(text: str) -> Mapping[str, int]:
    """Where an office is first given to somebody called 이: before that 이 대통령 is "this president"."""
    first: dict[str, int] = {}
    for found in _LEE.finditer(text):
        first.setdefault(found.group(1), found.start())
    return first


def _korean(text: str, start: int, end: int) -> Iterator[NameRun]:
    """Name, the body of the office if told, office: "왕레이 중국 외교부 대변인은"."""
    position = start
    while (found := _KOREAN.search(text, position, end)) is not None:
        name, between = found.group(1), found.group(2).split()
        state = next(known_cjk_names(text, found.start(1), found.end(1)), None)
        particled = state is not None and text[state.end : found.end(1)] in ("", *_PARTICLES)
        if (
            particled
            or name.endswith(_KOREAN_ENDINGS)
            or not all(word.endswith(_OF_OFFICE) or word in _TENURE or _is_known(word) for word in between)
        ):
            position = found.end(1)
            continue
        yield _run(found.start(1), found.end(1), name, found.group(3))
        position = found.end()


def _is_known(word: str) -> bool:
    """Whether a word is the name of a state or body, whole."""
    found = next(known_cjk_names(word, 0, len(word)), None)
    return found is not None and (found.start, found.end) == (0, len(word))


def _cut(name: str, following: str) -> str:
    """A name without the verb that follows it with no space."""
    for length in range(2, len(name)):
        rest = name[length:] + following
        if rest.startswith(_VERBS) or rest[:2] in _VERB_PAIRS:
            return name[:length]
    return name


def _run(start: int, end: int, name: str, office: str) -> NameRun:
    return NameRun(start, end, start, (name,), (office,), "", 2)


def told_again(text: str, start: int, end: int, names: re.Pattern[str] | None) -> Iterator[NameRun]:
    """Names known from an office elsewhere, where they stand without one ("梁晓东指出")."""
    for found in names.finditer(text, start, end) if names is not None else ():
        yield NameRun(found.start(), found.end(), found.start(), (found.group(),), (), "", 0)


def names_pattern(runs: list[NameRun]) -> re.Pattern[str] | None:
    """A pattern of the full names among the first runs of a text in these scripts; None without any."""
    names = dict.fromkeys(run.words[0] for run in runs if CJK.match(run.words[0]))
    full = [name for name in names if len(name) > (2 if _HANGUL.match(name) else 1)][:_MOST_NAMES]
    if not full:
        return None
    words = [rf"(?<![가-힣]){name}" if _HANGUL.match(name) else re.escape(name) for name in full]
    return re.compile("|".join(sorted(words, key=len, reverse=True)))


_HANGUL = re.compile(r"[가-힣]+\Z")
_MOST_NAMES = 120
