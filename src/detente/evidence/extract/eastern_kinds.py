"""Speech or term in Korean, Chinese and Japanese: a weighed sum of signs before, in and after the quotation.

The weights are fitted by `tools/fit_eastern_kinds.py` on the gold texts and kept in `eastern_kind_weights`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.evidence.extract.eastern_kind_weights import WEIGHTS
from detente.evidence.extract.eastern_roles import holder
from detente.evidence.extract.eastern_view import View, view_of
from detente.evidence.extract.marks import QuoteKind, QuoteSpan
from detente.evidence.extract.scene import Scene, Speaker

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
_SAYING_JA = (
    r"述べ|語|話|言|説|指摘|表明|強調|主張|批判|反論|反発|応じ|答え|警告|明かし|明らか|訴え|書|記|断じ|"
    r"断言|呼びかけ|求め|要求|称し|非難|発表|伝え|"
    r"報じ|評価|評し|皮肉|くぎ|釘|なじ|漏ら|こぼ|嘆|応答|叫|注文|釈明|弁明|否定|認め|繰り返|促|抗議|宣言|"
    r"約束|懸念|不快感|正当化|威嚇|説明|歓迎|"
    r"問い|質|反問|迫|突き放|一蹴|切り捨て|論じ|戒め|喝破|分析|解説|見る|みる|みて|見て|振り返|打ち明け|"
    r"誓|定め|規定|うた|謳|明記|ある|記載|"
    r"述懐|回想|糾弾|非難|賞賛|称賛|たたえ|コメント|投稿|つづ|綴|述べる|怒|笑|ぼや|首をかしげ|胸を張|"
    r"力を込|息を|語気|声を|ため息|肩を|不満|した"
)
_SAYING_KO = (
    r"말|밝|했|한다|하며|하고|전했|전한|강조|주장|지적|비판|반박|답|설명|덧붙|촉구|경고|평가|일축|요구|"
    r"호소|당부|썼|쓴|적었|적고|선언|규정|맞섰|응수|"
    r"반발|조롱|비난|규탄|공고|발표|통보|보도|논평|언급|토로|외쳤|외치|꼬집|성토|해석|분석|전망|진단|"
    r"다짐|되풀이|일침|쏘아|선을 그|회고|고백|술회|"
    r"인정|항변|반문|물었|묻|못 박|명시|정하|표명|전달|제안|약속|시인|부인|거절|묘사|비유|단언|장담|자평|"
    r"치켜|깎아|몰아|질타|힐난|옮겼|바꿨"
)
_NOUNS_JA = (
    r"声明|談話|立場|見方|見解|認識|考え|声|指摘|批判|意見|指示|コメント|論評|方針|主張|意向|懸念|報告|"
    r"強硬論|慎重論|発言|回答|返答|訴え|要求|"
    r"抗議|反論|不満|言い分|説明|反応|貼り紙|横断幕|プラカード|一文|条文|記述|文書|書簡|感想|本音|ヤジ|"
    r"怒号|警告|応答|問い|約束|答弁|文言"
)
_NOUNS_KO = (
    r"입장|뜻|취지|반응|지적|우려|비명|하소연|주장|목소리|비판|분석|전망|답|설명|말[만을로]|의견|해석|"
    r"평가|경고|메시지|요구|촉구|논평|성명|"
    r"항의|반박|불만|조항|문구|구호가|한마디|글|팻말|현수막|당부|다짐|약속|방침|태도|원칙론|취지|호소|"
    r"푸념|탄식|질문|물음|고백"
)
_AFTER = {
    "ja": {
        "name": re.compile(
            r"(?:との|という|といった)(?:表現|言葉|呼称|概念|名称|用語|語|名|単語|文字|スローガン|看板|"
            r"通称|愛称|作戦|計画|構想|枠組み|制度)|"
            r"と(?:呼ば|呼ぶ|称する|称され|名付け|銘打|題|位置付け|位置づけ|命名|も評され)|なる(?!ほど)|"
            r"とは(?!言|い)"
        ),
        "verb": re.compile(rf"(?:など|だ|である)?(?:と|って)[^、。「」]{{0,14}}?(?:{_SAYING_JA})"),
        "noun": re.compile(rf"(?:など)?(?:との|という|とする|といった|の)[^、。「」]{{0,8}}?(?:{_NOUNS_JA})"),
        "quotative": re.compile(r"(?:など|だ|である)?(?:と|って)"),
        "object": re.compile(
            r"(?:を|に)[^、。「」]{0,12}?(?:表明|主張|訴|示|伝え|強調|求め|要求|行っ|申し入|促|約束|"
            r"宣言|警告|非難|当た|批判|明記|盛り込|"
            r"うた|謳|表し|述べ|口に)"
        ),
        "genitive": re.compile(r"の"),
        "particle": re.compile(r"(?:を|が|は|に|で|へ|も|や|から|まで|より|か)"),
        "verb_self": re.compile(r"(?:し|する|せ|さ)(?:た|ま|て|、|よ)|する"),
    },
    "ko": {
        "name": re.compile(
            r"(?:이?라는|이?라고) (?:제목|용어|표현|말[은이] |카드|단어|이름|명칭|개념|구호[^가]|제목|별칭|"
            r"별명|간판|작전|불리|불린|불러|부르|부른|명명|"
            r"이름)|이?란 |으?로 (?:불리|표기|명명|이름|부르)"
        ),
        "verb": re.compile(
            rf"(?:이?라고|이?라며|이?라면서|이?라|고|며|면서|다며|다고|로|으로|는|이?라는|자고)[도는만]?[ "
            rf",][^.“‘]{{0,40}}?(?:{_SAYING_KO})"
        ),
        "noun": re.compile(rf"(?:이?라는|는|이?란|의|고 하는)? (?:[^.“‘]{{0,10}})?(?:{_NOUNS_KO})"),
        "quotative": re.compile(
            r"(?:이?라고|이?라며|이?라면서|이?라는|이?라|고|며|면서|다며|다고)(?=[\s,도는만.])"
        ),
        "object": re.compile(
            r"(?:을|를) [^.“‘]{0,8}?(?:당부|촉구|표명|요구|주문|강조|호소|전달|표시|제안|다짐|약속|주장)"
        ),
        "genitive": re.compile(r"의(?= )"),
        "particle": re.compile(r"(?:을|를|이|가|은|는|에|로|으로|와|과|도|만|까지)(?=[ ,.])"),
        "verb_self": re.compile(r"(?:이다|였다|일 뿐|이 아니)"),
    },
    "zh": {
        "name": re.compile(
            r"(?:[一二两兩三四五六]?[字词詞])|(?:这|這)?(?:一|个|個)?(?:概念|说法|說法|口号|口號|帽子|"
            r"论调|論調|标签|標籤|名词|叙事|敘事|字眼)"
        ),
        "verb": re.compile(
            r"[，,]?[\u4e00-\u9fff（）·]{1,14}?(?:[对對向在][^，。]{1,14})?(?:说|說|表示|指出|强调|強調|"
            r"称|稱|坦言|写道|寫道|"
            r"补充|感叹|回忆|反问|解释|直言|叹|笑)(?=[道。，,；了]|$)"
        ),
        "noun": re.compile(
            r"(?:之|的)(?:说|說|声|聲|言|警告|声明|聲明|表态|表態|回应|回應|呼声|評語|评语|断言|承诺|"
            r"承諾|条款|條款|横幅|橫額|标语|標語)|[横橫標标]"
        ),
        "quotative": re.compile(r"(?:[，。；,;！？]|\s?\Z)"),
        "object": re.compile(r"(?:中国|中國|日本|美国|[\u4e00-\u9fff]{2}(?:领海|領海|国际|國際))"),
        "genitive": re.compile(r"(?:的|之)"),
        "particle": re.compile(r"(?:和|与|與|、|或|及|是|为|為|不|而|将|將|却|卻|鬧|闹)"),
        "verb_self": re.compile(r"[\u4e00-\u9fff]"),
    },
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
_ABBREVIATION = re.compile(r"[(（][A-Z]{2,8}[)）]\Z|\A[A-Z0-9-]{2,10}\Z|丸\Z|[호号號][\s]?[0-9]*\Z")
_LAST_NOUN = {
    "ko": re.compile(r"(?<![가-힣])((?:[가-힣A-Z0-9]{1,12} )?[가-힣A-Z0-9]{1,14}) ?\Z"),
    "ja": re.compile(r"([\u3400-\u9fff々ァ-ヴー・]{1,16})\Z"),
    "zh": re.compile(r"([\u4e00-\u9fff]{2,6})\Z"),
}
_PARTICLED = re.compile(r"(?:은|는|이|가|을|를|에|에서|로|으로|와|과|도|의|서|고|며|해|게|면|한|된|인|던)\Z")
_TOPIC = re.compile(r"(?:[はがも]|[을를은는이가도],?\s|에 대해\s|두고\s|을\s)\Z")


def _apposed(view: View, before: str) -> Iterator[str]:
    """The noun right before the marks, with no particle: a thing and its name, or who speaks."""
    if view.language == "zh":
        if before[-1:] in "以用" and _AFTER["zh"]["name"].match(view.after()):
            yield "in so many characters"
        return
    found = _LAST_NOUN[view.language].search(before)
    if found is None or (view.language == "ko" and _PARTICLED.search(found.group(1))):
        return
    yield "apposed holder" if holder(found.group(1), view.language) in ("person", "body") else "apposed"


def eastern_kind(scene: Scene, quote: QuoteSpan, speaker: Speaker | None, low: int) -> QuoteKind:
    """Speech or term, for a quotation whose words are Korean, Chinese or Japanese."""
    weight = sum(WEIGHTS.get(sign, 0.0) for sign in signs(scene, quote, speaker, low))
    return "speech" if weight > 0 else "term"


def signs(scene: Scene, quote: QuoteSpan, speaker: Speaker | None, low: int) -> tuple[str, ...]:
    """The names of the signs a quotation bears."""
    view = view_of(scene, quote, low)
    inner = scene.text[quote.start : quote.end]
    if view is None:
        return ("always",)
    found = ["always", *_of_words(inner, view), *_of_marks(scene, quote, view), *_of_speaker(speaker)]
    after = tuple(_of_after(view))
    before = tuple(_of_before(view))
    found += [*after, *before]
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


def _of_marks(scene: Scene, quote: QuoteSpan, view: View) -> Iterator[str]:
    mark = scene.text[quote.outer_start : quote.start]
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
    if scene.turns.get(scene.block_of(quote.start)) is not None:
        yield "turn"


def _of_speaker(speaker: Speaker | None) -> Iterator[str]:
    if speaker is None:
        yield "nobody"
    elif speaker.rule == "speaker-topic-before":
        yield "governed"
        if speaker.confidence >= 0.8:
            yield "sure"
    elif speaker.rule in ("speaker-topic-words", "speaker-topic-after", "speaker-bracket", "speaker-colon"):
        yield "named"
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
