"""Speech or term in Korean, Chinese and Japanese: a weighed sum of signs before, in and after the quotation.

The weights are fitted by `tools/fit_cjk_speech.py` on the gold texts and kept in `cjk_speech_weights`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.reading.chinese.after_quotation import AFTER as AFTER_CHINESE
from detente.reading.cjk.view import View, view_of
from detente.reading.context import MASK, Context, Speaker
from detente.reading.japanese.after_quotation import AFTER as AFTER_JAPANESE
from detente.reading.korean.after_quotation import AFTER as AFTER_KOREAN
from detente.reading.marks import QuoteKind, QuoteSpan
from detente.reading.names.cjk_offices import holder
from detente.reading.quotations.cjk_speech_weights import WEIGHTS

_AFTER = {"ja": AFTER_JAPANESE, "ko": AFTER_KOREAN, "zh": AFTER_CHINESE}
_SENTENCE_END = {
    "ja": re.compile(
        r"(?:[。！？]|[たるだいうくすむぬ]|ない|です|ます|ません|せよ|よう|たい|か|ぞ|よ|ね|べき|べし|な|"
        r"れ|せ|え|け|て|ば|に|を|と|は|も|ん)\Z"
    ),
    "ko": re.compile(
        r"(?:[.!?]|다|요|까|자|라|죠|네|나|것|중|지|하라|을|를|면|고|서|도|함|됨|임|음|적|뿐|일|격|수|셈|"
        r"때|예정|방침|계획|불가|필요|뒤|만)\Z"
    ),
    "zh": re.compile(r"(?:[。！？!?]|了|的|吗|嗎|呢|吧|着|着|过|過|啊|矣|也)\Z"),
}
_CLAUSAL = {
    "ja": re.compile(r"[はがをも][^、]|ない|れば|なら|から|ため|して|であ|[、。]"),
    "ko": re.compile(
        r"[가-힣](?:은|는|이|가|을|를|에|에서|로|으로|와|과|도|만|까지|부터) |[,.]| (?:안|못) |없|있|않|하|되"
    ),
    "zh": re.compile(
        r"[我你他她们們谁誰不没沒会會应應须須必将將要能可是在把被让讓给給都也已再最越就才更无無勿莫别別绝絕]|"
        r"[，。；、：]"
    ),
}
_NAMING = re.compile(
    r"(?:所谓的?|所謂的?|所謂の?|いわゆる|自称|俗称|通称|俗に|名为|名為|称之为|稱之為|称为|稱為|被称为|"
    r"被稱為|称其为|称作|叫做|叫作|题为|題為|美其名曰|号称|號稱|"
    r"이른바|소위|일명|제목의?|名付けた|題した|という名の|その名も|代号|代號|简称|簡稱|当作|當作|当成|"
    r"當成|成为|成為|沦为|淪為|塑造为|塑造為|打造|启动|啟動|上演|"
    r"炒作|鼓吹|祭出|高喊|打着|打著)\s?\Z"
)
_ADNOMINAL = re.compile(
    r"(?:的|之|この|その|あの|[るたうい]|[一-龥]の|(?:말하는|내세우는|부르는|주장하는|추진하는|약속한|"
    r"제안한|밝힌|외치는|요구하는|표방하는|내건|강조하는|"
    r"[가-힣]의)\s?)\Z"
)
_SAID_DIRECT = re.compile(
    r"(?:说|說|道|表示|指出|强调|強調|重申|认为|認為|写道|宣称|声称|聲稱|宣稱|"
    r"(?<![被自简簡俗统統号號名])(?:称|稱)|斥|批|讽|諷|只说|规定|規定|主张|主張|要求|应|應|"
    r"表达|表達|表示了|提出|感到|遭到|必须|须|愿|愿意|要|不|是|为|為|乃|属|已|会|將|将|方|国|者|人|员|長|"
    r"长)\s?\Z"
)
_SAID_COMMA = re.compile(
    r"(?:说|說|表示|指出|强调|強調|称|稱|认为|認為|回应|回應|呼吁|呼籲|警告|宣布|重申|坦言|"
    r"告诉[^，。]{0,6}|抱怨|质疑|質疑|反驳|反駁|主张|主張|规定|規定|"
    r"道|云|曰|问|答|评论|評論)[，,：:]\s?\Z"
)
_SAID_CLAUSE = re.compile(
    r"(?:(?<![名职職自])(?:称|稱)|说|說|表示|指出|强调|強調|认为|認為|批评|批評|指责|指責|回应|重申|斥|"
    r"抨击|抨擊|声明|聲明|写|寫|规定|規定|質疑|质疑|"
    r"反驳|宣称|声称)[^。]{0,60}\Z"
)
_JUDGED = re.compile(
    r"(?:批评|批評|指责|指責|斥责|斥責|斥|谴责|譴責|抨击|抨擊|驳斥|駁斥|痛批|批|讽刺|形容|表达|"
    r"表達)[^，。□]{0,24}\Z"
)
_IN_THESE_WORDS = re.compile(
    r"(?:来|來)?(?:形容|描述|回应|回應|概括|定性|批评|批評|评价|評價|反驳|反駁|回敬)"
)
_ABBREVIATION = re.compile(r"[(（][A-Z]{2,8}[)）]\Z|\A[A-Z0-9-]{2,10}\Z|丸\Z|[호号號][\s]?[0-9]*\Z")
_TITLED = re.compile(
    r"(?:이?라는|이?란) (?:제목|이름|별명|별칭|명칭|구호|작전|간판)|(?:という|との|と題した|"
    r"と題する)(?:題|見出し|名の|名前|作戦|看板|表題)|と題"
)
_NAMED_THING = {
    "ja": re.compile(
        r"(?:会議|構想|戦略|計画|法|海域|水域|識別圏|圏|白書|条約|宣言|演習|作戦|号|島|線|論|主義|"
        r"政策|制度|機構|委員会|外交|体制|原則|"
        r"協定|基金|枠組み|対話|の日|党|会|能力|要領|の法則|パートナーシップ|カード|ルール|リスト|ゾーン|"
        r"ライン|ドクトリン|関係)\Z"
    ),
    "ko": re.compile(
        r"(?:전략|구상|계획|훈련|연습|선언|회의|대화|법|백서|정책|동맹|원칙|외교|전쟁|론|주의|체제|협정|"
        r"협의체|기금|포럼|프로젝트|조약|선|수역|"
        r"구역|의 날|방패|카드|사업|프로세스|로드맵|이니셔티브|공동체|특사|세력|시대|당|회|"
        r"조치|해법|공식|노선|협상|제안|이익|익스프레스)\Z"
    ),
    "zh": re.compile(
        r"(?:战略|戰略|计划|計劃|計畫|倡议|倡議|论|論|主义|主義|演习|演習|线|線|圈|法|政策|协定|機制|"
        r"机制|文件|项目|平台|同盟|联盟|体系|框架|"
        r"方案|原则|原則|共识|共識|任务|任務|路|带|牌|战|戰|效应|模式|陷阱|外交|威胁|威脅|航行|巡航|思维|"
        r"霸权|行动|島鏈|岛链|高墙|關係|关系|之日|議題|事件)\Z"
    ),
}
_REACH = 3_000
_LAST_NOUN = {
    "ko": re.compile(r"(?<![가-힣])((?:[가-힣A-Z0-9]{1,12} )?[가-힣A-Z0-9]{1,14}) ?\Z"),
    "ja": re.compile(r"([\u3400-\u9fff々ァ-ヴー・]{1,16})\Z"),
    "zh": re.compile(r"([\u4e00-\u9fff]{2,6})\Z"),
}
_PARTICLED = re.compile(r"(?:은|는|이|가|을|를|에|에서|로|으로|와|과|도|의|서|고|며|해|게|면|한|된|인|던)\Z")
_TOPIC = re.compile(r"(?:[はがも]|[을를은는이가도],?\s|에 대해\s|두고\s|을\s)\Z")


NAMES_A_POLICY = "names a policy"
"""The sign that settles it: the words are what the noun right behind them is called (“一个中国”原则)."""
_POLICY = {
    "ko": re.compile(r" ?(?:원칙|정책|구상|전략|이니셔티브|노선)(?=[ 을를이가은는의에과와도,.]|\Z)"),
    "ja": re.compile(r"(?:原則|政策|構想|戦略|路線)(?=[、。をにはがもでとの]|\Z)"),
    "zh": re.compile(r"(?:这一|這一)?(?:原则|原則|政策|倡议|倡議|战略|戰略|构想|構想|共识|共識|框架)"),
}


def _apposed(view: View, before: str) -> Iterator[str]:
    """The noun right before the marks, with no particle: a thing and its name, or who speaks."""
    if view.language == "zh":
        counted = AFTER_CHINESE["name"].match(view.after()) or _IN_THESE_WORDS.match(view.after())
        if before[-1:] in ("以", "用") and counted:
            yield "in so many characters"
        return
    found = _LAST_NOUN[view.language].search(before)
    if found is None or (view.language == "ko" and _PARTICLED.search(found.group(1))):
        return
    yield "apposed holder" if holder(found.group(1), view.language) in ("person", "body") else "apposed"


def cjk_kind(found: tuple[str, ...]) -> QuoteKind:
    """Speech or term, by the signs of a quotation whose words are Korean, Chinese or Japanese."""
    if NAMES_A_POLICY in found:
        return "term"
    weight = sum(WEIGHTS.get(sign, 0.0) for sign in found)
    return "speech" if weight > 0 else "term"


def signs(context: Context, quote: QuoteSpan, speaker: Speaker | None, low: int) -> tuple[str, ...]:
    """The names of the signs a quotation bears."""
    view = view_of(context, quote, low)
    inner = context.text[quote.start : quote.end]
    if view is None:
        return ("always",)
    found = [
        "always",
        *_of_words(inner, view),
        *_elsewhere(context, quote, inner),
        *_of_marks(context, quote, view),
        *_of_speaker(speaker, view.language),
    ]
    after = tuple(_of_after(view))
    before = tuple(_of_before(view))
    found += [*after, *before]
    whole = "ends" in found or "stop" in found or ("clause" in found and view.language != "ko")
    if not whole and _POLICY[view.language].match(view.after()):
        found.append(NAMES_A_POLICY)
    if "ends" in found or "clause" in found:
        found += [f"clause {sign}" for sign in after]
    return tuple(dict.fromkeys(found))


def _of_words(inner: str, view: View) -> Iterator[str]:
    units = len(inner) if view.language != "ko" else len(inner.replace(" ", ""))
    for most in (3, 5, 8, 12, 20):
        if units > most:
            yield f"longer {most}"
    if _SENTENCE_END[view.language].search(inner):
        yield "ends"
    if inner[-1:] in "。！？.!?，,":
        yield "stop"
    if _CLAUSAL[view.language].search(inner):
        yield "clause"
    if view.language == "ko" and " " in inner:
        yield "words"
    if _ABBREVIATION.search(inner):
        yield "abbreviation"
    if _NAMED_THING[view.language].search(inner):
        yield "a thing"


def _elsewhere(context: Context, quote: QuoteSpan, inner: str) -> Iterator[str]:
    """Whether the words stand in the text again, in quotation marks or without."""
    if not 1 < len(inner) <= 16:
        return
    first = max(0, quote.start - _REACH)
    earlier = context.text.find(inner, first, quote.start)
    later = context.text.find(inner, quote.end, quote.end + _REACH)
    if earlier >= 0:
        yield "told before" if context.masked[earlier] == MASK else "a word before"
    if later >= 0:
        yield "told later" if context.masked[later] == MASK else "a word later"


def _of_marks(context: Context, quote: QuoteSpan, view: View) -> Iterator[str]:
    mark = context.text[quote.outer_start : quote.start]
    if view.language == "ko":
        yield "ko"
        if mark in ("‘", "'", "『", "「", "<", "〈"):
            yield "ko single"
    if view.language == "zh":
        yield "zh"
    if mark == "『" and not quote.depth:
        yield "title marks"
    if quote.depth:
        yield "nested"
    if view.heading:
        yield "heading"
    if context.turns.get(context.block_of(quote.start)) is not None:
        yield "turn"


def _of_speaker(speaker: Speaker | None, language: str) -> Iterator[str]:
    if speaker is not None and not speaker.human and holder(speaker.name, language) == "paper":
        yield "a paper"
    if speaker is None:
        yield "nobody"
    elif speaker.rule == "speaker-topic-before":
        yield "governed"
        if speaker.confidence >= 0.8:
            yield "sure"
    elif speaker.rule in ("speaker-topic-words", "speaker-topic-after", "speaker-bracket", "speaker-colon"):
        yield "named"
    elif speaker.rule == "speaker-owner":
        yield "owned"
    elif speaker.rule == "speaker-nested":
        yield "told inside"
    elif speaker.rule == "speaker-topic-headline":
        yield "headline"
        if speaker.confidence >= 0.75:
            yield "again"
    else:
        yield "around"


def _of_after(view: View) -> Iterator[str]:
    after = view.after()[:60]
    patterns = _AFTER[view.language]
    zh = view.language == "zh"
    if _TITLED.match(after):
        yield "titled after"
        return
    if patterns["name"].match(after):
        yield "zh named after" if zh else "named after"
        return
    for sign in ("verb", "noun", "object", "quotative", "genitive", "particle", "verb_self"):
        if patterns[sign].match(after):
            yield f"{'zh ' if zh else ''}{sign} after"
            return
    yield "nothing after"


def _of_before(view: View) -> Iterator[str]:
    before = view.before()
    if not before.strip():
        yield "opens"
        return
    if _NAMING.search(before):
        yield "naming"
        return
    if before.rstrip().endswith(("：", ":")):
        yield "colon"
    if view.language == "zh":
        if _SAID_COMMA.search(before):
            yield "said comma"
        elif _JUDGED.search(before):
            yield "judged"
        elif _SAID_DIRECT.search(before):
            yield "said beside"
        elif _SAID_CLAUSE.search(before):
            yield "said in clause"
    elif _TOPIC.search(before):
        yield "topic beside"
    if _ADNOMINAL.search(before):
        yield "adnominal"
    yield from _apposed(view, before)
