"""The subject of a Japanese quotation: the noun phrase before は, が, も … that governs と述べた."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.reading.cjk.after_quotation import AFTER
from detente.reading.cjk.noun_endings import PARTIES_ONLY
from detente.reading.cjk.view import Subject, View
from detente.reading.context import MASK
from detente.reading.japanese.offices import japanese_holder
from detente.reading.word_lists import word_set

_PARTICLES = re.compile(r"によると|によれば|から(?:は|も)|から|では|には|にも|でも|は|が|も|に|の(?=[「『“])")
_NOUN = re.compile(r"[\u3400-\u9fff々〆ヶァ-ヴー・＝Ａ-Ｚａ-ｚ０-９A-Za-z0-9]")
_LEADING = re.compile(r"(?:[0-9０-９]{1,4}[年月日時]|午前|午後|同日|その後|今回|一方)(?:の|後|中|に)?")
_RELATIVE = re.compile(
    r"(?:[たるうくすぶむつぬ]|[なし]い)(?:[\u3400-\u9fffァ-ヴ]|こと|の[はがをにで]|ため|よう)|(?:した|"
    r"ている|ていた)こと"
)
_GA = re.compile(r"(?<=[^\u3041-\u3096、。])が")
_LINKS = re.compile(r"(?:に|を)(?:関する|対する|よる|おける|めぐる|巡る|関し|つい)|とする|という|といった")
_QUOTATIVE = re.compile(
    r"(?:など|だ|である|だけ)?(?:と|って)(?!の|は|も呼|呼|い[うっ])|との|という(?:声|意見|見方|指摘|批判|"
    r"談話|立場)"
)
_ISSUED = re.compile(
    r"との(?:声明|談話|見解|見方|認識|立場|考え|声|指摘|批判|意見|指示|コメント|論評|方針|主張|意向|懸念|"
    r"報告|強硬論|慎重論)"
)
_STATED = re.compile(
    r"と(?:ある|あり|書|記|明記|定め|規定|うた|謳|盛り込|して|述べ|表現)|が(?:明記|盛り込|うた|規定|定め|"
    r"書)|などと(?:書|記)|"
    r"という(?:文言|表現|記述|一節|一文|くだり|条項)(?:も|が|は)?(?:ある|あり|盛り|含|見)"
)
_INSIDE = re.compile(
    r"(?:の中|業界|党内|政府内|内部|専門家の間|の間|地元|現場|市場|財界|政界|紙上|国内|省内|与党内|野党内)\Z"
)
_AFTER = re.compile(
    r"(?:など)?と(?:の|する)?(?:見方|見解|声明|談話|発言)?(?:を)?、?([^、。「」は]{2,40}?)(?:は|が|"
    r"も)(?=[^「」]{1,20})"
)
_TAIL = re.compile(r"(?:など)?と、?([^、。「」はがもを]{2,20}?)\s?(?:[　 …]|\Z)")
_THUS = re.compile(
    r"。?\s?([^。、「」は]{2,40}?)(?:は|が)[^。「」]{0,24}?(?:こう|そう|このように|声を|語気を|"
    r"吐き捨てるように)[^。「」]{0,8}?"
    r"(?:語|話|述|言|漏|嘆|明か|振り返|主張|反論|指摘|訴|説明|打ち明け|警告|つぶや|釘|応じ|切り出|結ん|"
    r"刺|締め|荒らげ|強め|落と|"
    r"ひそめ|詰まら|絞)"
)
_WHO = re.compile(
    r"と(?:話す|語る|言う|訴える|指摘する|明かす|嘆く|振り返る|憤る|みる|説明する|警告する|主張する|述べた|"
    r"語った)のは、?(?:[^。「」、]{2,30}、){0,2}([^。「」、]{2,30}?)(?:だ|です|である)?(?=。|\Z)"
)
_REACH = 110
_OWN_WORDS = re.compile(
    r"。?\s?(?:[^。、「」]{0,16}、)?([^。、「」が]{2,24}?)(?:が|の)[^。「」]{0,28}?(?:言葉|発言|一言|弁|"
    r"口癖|せりふ|台詞|本音|答え|訴え|嘆き|警告)"
    r"(?:だ|である|だった|です)"
)
_STANCE = re.compile(
    r"(?:という(?:の|こと)が|とする|という|との|といった)([\u3400-\u9fff々ァ-ヴー・]{2,16}?)(?:側)?の"
    r"(?:基本)?(?:立場|見解|考え|姿勢|認識|主張|本音|言い分|説明|見方|論理|判断|評価|言葉|声明|発言|指摘|"
    r"警告|要求|約束|メッセージ)"
)
_THAT_SAID = re.compile(
    r"(?:など)?と[^、。「」]{1,14}?(?:した|った|いた|んだ|えた|べた|げた|めた|する|いる|"
    r"てきた)([\u3400-\u9fff々ァ-ヴー・のA-Z]{2,24})"
    r"(?=だ|は|が|も|の|に|を|、|。|である|\Z)"
)
_BRACKETS = re.compile(r"[（(]([^）)\n]{2,28})[）)]")
_SIGN = re.compile(r"の(?:貼り紙|張り紙|横断幕|垂れ幕|プラカード|看板|文字|見出し|札|旗)")
_SIDE = re.compile(r"\s?[　 ]\s?([^\s　、。「」がは]{1,24})(?:が|は|、)")
_READING = re.compile(r"[（(][ぁ-んァ-ヴー・A-Za-z ]{2,12}[）)]\Z")
_BARE_TITLES = word_set("氏 さん 教授 議員 大臣 長官 記者")
_KANA_NAME = re.compile(r"[\u3400-\u9fff々]{1,3}[\u3041-\u3096]{1,4}\Z")
_ABOUT = re.compile(r"つい|対|関|基|よ|沿|則|反|違|係")
_AGED = re.compile(r"[（(][0-9０-９]{2,3}[）)]")
_SOURCE = re.compile(
    r"([\u3400-\u9fff々ァ-ヴー・の]{2,24})の(?:話|談話|証言|コメント|言葉|発言)(?:として|を引用し|"
    r"を借りれば|を借りると|を引き|"
    r"を引いて)、?\Z"
)
_THING = re.compile(
    r"(?:問題|焦点|理由|背景|狙い|目的|内容|原因|結果|結論|答え|発言|言葉|措置|行動|行為|調査|発射|会談|"
    r"会見|演習|協議|交渉|対立|関係|事態|事件|"
    r"方針|対応|決定|動き|声|見方|解釈|場合|点|論|もの|こと|それ|これ|今回|双方|両者|ここ|何|誰)\Z"
)
_PRONOUN = re.compile(
    r"(?:私|我々|わたし|当方|私ども|彼|彼女|同氏|氏|同(?:外相|相|首相|大臣|長官|報道官|大使|教授|議員|"
    r"大統領|省|紙|庁|国|協定|条約|声明))\Z"
)


def japanese_subject(view: View) -> Subject | None:
    """Who says it by the grammar of the sentence; None when the sentence names nobody."""
    bracket = _BRACKETS.match(view.after())
    if _SIGN.match(view.after()):
        return None
    if bracket is not None and japanese_holder(bracket.group(1)):
        at = view.end + bracket.start(1)
        return Subject(bracket.group(1), at, at, "person", "speaker-bracket", 0.85)
    source = _SOURCE.search(view.before()[-60:])
    if source is not None and japanese_holder(source.group(1)):
        at = view.start - len(view.before()[-60:]) + source.start(1)
        return Subject(source.group(1), at, at + len(source.group(1)), "person", "speaker-topic-before", 0.78)
    found = _before(view)
    if found is not None:
        return found
    return _following(view)


def subjects(view_text: str, low: int, end: int, view: View) -> Iterator[tuple[Subject, str, int]]:
    """Noun phrases that can speak with their particles and where these end, the nearest to `end` first."""
    for found in reversed(list(_PARTICLES.finditer(view_text, low, end))):
        start, stop = _phrase(view_text, low, found.start())
        if start == stop:
            continue
        words = view_text[start:stop]
        if found.start() == stop and view_text[stop - 1] in "」』":
            words = view.context.text[start:stop]
        if found.group() == "に" and japanese_holder(words) != "paper":
            continue
        kind = japanese_holder(_before_mark(words)) or ("body" if _INSIDE.search(words) else "")
        if _PRONOUN.fullmatch(words):
            kind = "pronoun"
        if not kind and (view.known(start, stop) or _AGED.match(view_text, stop)):
            kind = "known"
        if not kind and found.group() in ("は", "が", "も") and not _THING.search(words):
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
        if opened <= low or not _NOUN.match(text[opened - 1]):
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
        joins = text[at - 1] == "の" and at - 2 >= limit and at < end and _NOUN.match(text[at - 2])
        counter = text[at - 1] in "かヵケつ" and text[at : at + 1] == "国"
        reading = _READING.search(text, max(limit, at - 14), at) if text[at - 1] in "）)" else None
        if reading is not None and at < end:
            at = reading.start()
        elif _NOUN.match(text[at - 1]) or joins or counter:
            at -= 1
        else:
            break
    if text[at:stop] in _BARE_TITLES:
        kana = _KANA_NAME.search(text, max(low, at - 12), at)
        at = kana.start() if kana is not None else at
    lead = _LEADING.match(text, at, stop)
    while lead is not None and lead.end() < stop:
        at = lead.end()
        lead = _LEADING.match(text, at, stop)
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
        if particle == "に" and _ABOUT.match(gap):
            continue
        if particle in ("に", "には", "にも") and not _stated(subject, after, particle):
            continue
        if particle in ("では", "でも") and not (
            _INSIDE.search(subject.words)
            or (subject.kind == "paper" and _STATED.match(after))
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
    said = AFTER["ja"]["verb"].match(after) is not None
    if not gap.strip("、 ") and (said or after[:1] in "。" or not after):
        return subject._replace(rule="speaker-topic-before", confidence=0.8 if said else 0.65)
    if particle == "は" and said and MASK not in gap:
        return subject._replace(rule="speaker-topic-words", confidence=0.6)
    return None


def _stated(subject: Subject, after: str, particle: str) -> bool:
    if subject.kind == "paper":
        return _STATED.match(after) is not None
    return particle != "に" and _INSIDE.search(subject.words) is not None


def closed_clauses(view: View) -> frozenset[int]:
    """Where the が end whose clause is closed before the quotation, in front of a noun: a relative clause
    takes the nearest が before it."""
    closed: set[int] = set()
    pending = False
    stop = view.start
    for found in reversed(list(_GA.finditer(view.text, view.low, view.start))):
        if _RELATIVE.search(_LINKS.sub("", view.text[found.end() : stop])):
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
    governed = _QUOTATIVE.match(after) is not None or _ISSUED.match(after) is not None
    plain = particle in ("は", "も") or len(gap) <= 24
    own = "は" not in gap.replace("では", "").replace("には", "")
    sure = governed and plain and own and subject.kind not in ("pronoun", "known") and len(gap) < 120
    rule = "speaker-topic-before" if governed else "speaker-topic-words"
    return subject._replace(rule=rule, confidence=0.86 if sure else 0.72)


def _following(view: View) -> Subject | None:
    """「…」とX氏は語った · 「…」。X氏はこう語る · 「…」と話すのはX氏だ。"""
    told = _THUS.match(view.text, view.end, view.end + _REACH) or _WHO.match(
        view.text, view.end, view.end + _REACH
    )
    told = told or _OWN_WORDS.match(view.text, view.end, view.end + _REACH) or _THAT_SAID.match(view.after())
    if told is not None and told.re is _THAT_SAID:
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
    stance = _STANCE.match(view.after())
    if stance is not None:
        start, stop = _phrase(view.text, view.end, view.end + stance.end(1))
        words = view.text[start:stop]
        if japanese_holder(words) or view.known(start, stop):
            return Subject(words, start, stop, "body", "speaker-topic-after", 0.78)
    after = _AFTER.match(view.after())
    if after is None:
        return None
    stop = view.end + after.end(1)
    start, stop = _phrase(view.text, view.end, stop)
    words = view.text[start:stop]
    kind = "pronoun" if _PRONOUN.fullmatch(words) else japanese_holder(words)
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
    side = _SIDE.match(view.after())
    thing = (
        japanese_holder(words) == "paper" and side is not None and japanese_holder(side.group(1)) == "person"
    )
    if words and not thing and (japanese_holder(words) or view.known(start, stop)):
        return Subject(words, start, stop, "body", "speaker-topic-headline", 0.72)
    tail = _TAIL.match(view.after())
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
