"""Speech or term: whether quotation marks hold somebody's words or name a thing."""

from __future__ import annotations

import re
from collections import deque

from detente.evidence.extract.eastern_kinds import eastern_kind
from detente.evidence.extract.lexicon import STRONG_VERBS, saying_verbs
from detente.evidence.extract.marks import QuoteKind, QuoteSpan
from detente.evidence.extract.scene import Scene, Speaker
from detente.evidence.extract.verbs import verbs_in
from detente.evidence.extract.word_lists import word_set

_NAMING = re.compile(
    r"(?:\b(?:such as|consisting of|consists of|comprising|including|named|dubbed|termed|known as|"
    r"titled|entitled|"
    r"labelled|labeled|styled|referred to as|hereinafter|hereafter|code-?named|so-called|nicknamed|"
    r"christened|"
    r"(?:the|a|an|its|their|this) (?:[\w-]+ )?(?:terms?|words?|phrases?|slogans?|concepts?|"
    r"expressions?|principles?|doctrines?|"
    r"formulas?|notions?|idea|label|name|title|banner|motto|codename|policy|strategy|programme|"
    r"program|project|plan|"
    r"report|article|book|essay|paper|poem|film|song|chapter|section|document|declaration|initiative|"
    r"framework|"
    r"operation|exercise|heading|theme|metaphor|euphemism)(?: of| called| like| as| on)?|"
    r"under the (?:name|title|banner|slogan|heading|theme)(?: of)?|(?:concept|principle|policy|notion|"
    r"idea|doctrine|"
    r"strategy|era|age|culture|logic|language|kind|form|model|state|spirit) of(?: an?| the)?|called|"
    r"calls|call)"
    r"|[(\[](?:the |an? |hereinafter |hereafter |referred to as ){0,3}|"
    r"[(\[][^)\]]{0,40}(?:hereinafter|hereafter|referred to)[^)\]]{0,30})[\s,:]{0,2}\Z",
    re.IGNORECASE,
)
_DEFINED = re.compile(r"[(\[][^)\]]{0,40}(?:hereinafter|hereafter|referred to)[^)\]]{0,30}\Z")
_SELF_CALLED = re.compile(r"\b(?:I|we|We) (?:\w+ )?call(?:ed)? (?:it|this|that|them|ourselves|him|her) \Z")
_CALLED = re.compile(r"\b(?:called|calls|call|termed|labelled|labeled|dubbed)\s\Z")
_LIST_LEAD = re.compile(
    r"(?:such as|consisting of|consists of|including|named|called|projects?|stages?|phases?|terms?|"
    r"words?|slogans?)\b[^.;]{0,400}\Z",
    re.IGNORECASE,
)
_STRICT = frozenset(
    {"speaker-verb-before", "speaker-after-verb", "speaker-before-verb", "speaker-interrupted",
    "speaker-according-to",
     "speaker-continued", "speaker-words-of", "speaker-colon", "speaker-predicate"}
)  # fmt: skip
_DETERMINER = re.compile(
    r"(?:the|a|an|its|his|her|their|our|this|that|these|those|no|any|another|[\w.]+[’']s|[\w.]+s[’'])",
    re.IGNORECASE,
)
_NO_ADJECTIVES = word_set(
    "and or of to for as was were is are be been had has have would will could should not that who "
    "which in on at "
    "by with from"
)
OWNED = re.compile(r"\bwhat [\w ’'-]{2,40} (?:called|calls|dubbed|named|termed|styled)(?: the| an?)? \Z")
"""“What X dubbed “…”” says whose name for it is."""
UNOWNED = re.compile(
    r"[(\[][^)\]]{0,40}(?:hereinafter|hereafter|referred to)[^)\]]{0,30}\Z|"
    r"[(\[]\s{0,2}(?:the |an? |hereinafter |hereafter |referred to as ){0,3}\Z|"
    r"\b(?:so-called|known as|named|dubbed|hereinafter|hereafter|code-?named|titled|entitled|"
    r"nicknamed)\b[^.;]{0,40}\Z",
    re.IGNORECASE,
)
"""Words that name a thing without saying who calls it so."""
_CLAUSAL = re.compile(
    r"\b(?:is|are|was|were|be|been|will|would|can|cannot|can[’']t|could|should|must|may|might|have|"
    r"has|had|do|does|did|"
    r"don[’']t|won[’']t|isn[’']t|it[’']s|we|i|you|they|he|she|it|us|me|let|not|never)\b",
    re.IGNORECASE,
)
_SPEECH_AFTER = re.compile(
    r"\s?(?:\([^)]{0,40}\)\s?)?(?:이?라고|이?라며|이?라면서|이?라 |고 |고도 |며 |면서|이?라는|"
    r"と(?:、|も|の|[述語言い話強指説表し主訴応反批答警明伝書記思考判見期求釘付評"
    r"歓振力嘆皮断結宣吐漏釈弁問迫牽喜憤懸疑賞称非糾促要提約誓認否拒念驚笑綴投呼])|などと|を(?:表明|主張|訴え|示し|伝え|強調))"
)
_SAID_BEFORE = re.compile(
    r"(?:[：:]|(?:说|說|道|表示|指出|强调|強調|称|稱|认为|認為|回应|回應|呼吁|呼籲|警告|宣布|重申|"
    r"坦言|告诉[^，。]{0,6})[，,]|"
    r"(?:说|說|道|表示|指出|强调|強調|重申|认为|認為|写道|宣称|声称|(?<![被自简簡俗统統号號名])(?:称|稱))\s?\Z|"
    r"(?:批评|批評|指责|指責|斥责|谴责|譴責)[^，。]{0,12})\s?\Z"
)
_SAID_EARLIER = re.compile(
    r"(?:说|說|表示|指出|强调|強調|称|稱|认为|認為|批评|指责|回应|重申)"
    r"(?:[，,：:][^。；□]{0,60}|[^。；，□]{0,30}(?:是|为|為|乃|属于))\s?\Z"
)
"""…称，X是“…”: reported in part."""
_NAMED_AFTER = re.compile(
    r"\s?(?:との(?:表現|言葉|文言|呼称|概念|名称|用語|語)|という(?:表現|言葉|文言|呼称|概念|名称|用語|名)|"
    r"と(?:呼ばれ|呼ぶ|称する|称される|名付け)|"
    r"(?:이?라는) (?:용어|표현|말[은이을] (?!되풀이|했|남|반복|건네)|"
    r"카드|단어|문구|이름|명칭|개념|구호)|이?라 ?불리)"
)
_SAID_AFTER = re.compile(
    r"[，,]?[\u4e00-\u9fff]{1,8}?(?:[对對向在][^，。]{1,14})?(?:说|說|表示|指出|强调|強調|称|稱|坦言|写道|补充|感叹|回忆|反问|解释|直言|叹(?:了口气|道|息)?|笑)(?=[道。，,；]|$)"
)
_NAMED_BEFORE = re.compile(
    r"(?:称之为|稱之為|被称为|被稱為|称其为|称作|叫做|叫作|名为|名為|所谓的?|所謂の?|俗称|이른바|소위|いわゆる|通称)\s?\Z"
)
_TERM_AFTER = re.compile(r"(?:을|를|이|가|은|는|의|에|로|으로|와|과|の|を|が|は|に|という|와의)")
_SPEECH_END = (
    "。",
    "다.",
    "다",
    "요",
    "요.",
    "까",
    "か",
    "！",
    "？",
    "자",
    "것",
    "る",
    "い",
    "た",
    "ない",
    "です",
    "ます",
)
_JUDGING = word_set(
    "call describe dismiss reject label brand denounce deride hail condemn praise characterize characterise "
    "liken compare term "
    "criticize criticise deplore laud portray paint regard refer declare consider deem judge find"
)
_BARE = 3
_SHORT = 4
_LONG = 8


def kind_of(scene: Scene, quote: QuoteSpan, speaker: Speaker | None, low: int) -> QuoteKind:
    """Speech or term, by what governs the quotation and by how it is made."""
    inner = scene.text[quote.start : quote.end]
    before = scene.masked[max(low, quote.outer_start - 420) : quote.outer_start]
    block = scene.blocks[scene.block_of(quote.outer_start)]
    if block.kind == "blockquote" and quote.outer_start == quote.start:
        return "speech"
    if _eastern(inner):
        return eastern_kind(scene, quote, speaker, low)
    words = inner.split()
    rule = speaker.rule if speaker is not None else ""
    if block.kind == "footnote" and rule not in _STRICT:
        return "term"
    if _DEFINED.search(before) and len(words) <= _LONG:
        return "term"
    if rule in ("speaker-clause", "speaker-nested") and _judged(before) and not _SELF_CALLED.search(before):
        return "speech"
    if _SELF_CALLED.search(before):
        return "term"
    if (
        _CALLED.search(before)
        and OWNED.search(before)
        and (" and " in inner or words[0] in ("a", "an", "the"))
    ):
        return "speech"
    if _said_right_before(before):
        return "speech"
    most = _SHORT if _CALLED.search(before) else _LONG
    outright = rule == "speaker-verb-before" and before.rstrip().endswith(":")
    if _NAMING.search(before) and not outright and len(words) <= most and not _sentence(inner, words):
        return "term"
    if _whole_sentence(inner, words) and not _title_case(words):
        return "speech"
    if rule in _STRICT:
        return _said_outright(words, before, rule)
    colon = before.rstrip().endswith((":", "："))
    if colon and (len(words) >= _SHORT or (inner[:1].isupper() and inner[-1:] in ".!?")):
        return "speech"
    return _in_the_sentence(inner, words, before, rule)


def _said_right_before(before: str) -> bool:
    """Whether a verb of saying and a comma or colon lead to it ("It was, he admitted, “…”")."""
    tail = before.rstrip()
    words = tail[-40:].rstrip(",:").split()
    if not words or tail[-1:] not in (",", ":"):
        return False
    return saying_verbs().get(words[-1]) in STRONG_VERBS and words[-1] != "post"


def _said_outright(words: list[str], before: str, rule: str) -> QuoteKind:
    """A verb of saying right beside it: speech, unless it is a bare name inside the narrator's clause."""
    if before.rstrip().endswith((",", ":")) or not before.strip():
        return "speech"
    if rule == "speaker-verb-before" and len(words) > 1 and _title_case(words):
        return "term"
    return "term" if len(words) <= _BARE and _determined(before) else "speech"


def _in_the_sentence(inner: str, words: list[str], before: str, rule: str) -> QuoteKind:
    """A quotation built into the narrator's sentence: a part of speech, or a term."""
    if _LIST_LEAD.search(before) and len(words) <= _LONG and _listed(before):
        return "term"
    if len(words) > 1 and _title_case(words) and not _sentence(inner, words):
        return "term"
    governed = rule in ("speaker-clause", "speaker-nested", "speaker-for-whom", "speaker-as-put")
    if governed and inner.startswith("to ") and len(words) > 1:
        return "speech"
    if len(words) <= _SHORT:
        return "speech" if governed and not _determined(before) else "term"
    if governed:
        return "speech"
    if rule == "speaker-owner":
        return "speech" if len(words) > _LONG and _CLAUSAL.search(inner) else "term"
    return "speech" if _CLAUSAL.search(inner) or len(words) > _LONG else "term"


def _judged(before: str) -> bool:
    """Whether a thing is called what the quotation says ("called the deal “…”"), not merely named so."""
    found = deque(verbs_in(before, 0, len(before)), maxlen=1)
    if not found or found[0].base not in _JUDGING:
        return False
    between = before[found[0].end :].strip()
    if found[0].base == "reject" and not between.endswith(" as"):
        return False
    return bool(between) and between not in ("the", "a", "an", "its", "his", "her", "their", "this", "that")


def _determined(before: str) -> bool:
    """Whether an article or a possessor, and nothing but adjectives, leads to the quotation ("a new “…”")."""
    if not before.endswith(" "):
        return False
    for word in reversed(before.split(" ")[-6:-1]):
        if _DETERMINER.fullmatch(word):
            return True
        lowered = word.lower()
        if lowered in _NO_ADJECTIVES or lowered in saying_verbs() or not word[-1:].isalpha():
            return False
    return False


def _listed(before: str) -> bool:
    """Whether the quotation follows others in a list."""
    tail = before.rstrip()
    return (
        tail.endswith((",", "” and", "”, and", "the", "eventually", "and", "or", "as", "”,", "of", ":"))
        or "□" in tail[-40:]
    )


def _title_case(words: list[str]) -> bool:
    long = [word for word in words if len(word) > 3 or word[:1].isdigit()]
    return bool(long) and sum(word[:1].isupper() or word[:1].isdigit() for word in long) >= len(long) - (
        len(long) > 4
    )


def _whole_sentence(inner: str, words: list[str]) -> bool:
    """Whether it begins and ends as a sentence does."""
    return len(words) >= _BARE and inner[:1].isupper() and inner[-1:] in ".!?…"


def _sentence(inner: str, words: list[str]) -> bool:
    return (
        len(words) > _SHORT
        and inner[:1].isupper()
        and _CLAUSAL.search(inner) is not None
        and not _title_case(words)
    )


def _eastern(inner: str) -> bool:
    letters = [character for character in inner if character.isalpha()]
    return sum("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3" for c in letters) * 2 > len(letters)


def _eastern_kind(inner: str, before: str, after: str) -> QuoteKind:
    if before.endswith("的") and len(inner) <= _LONG:
        return "term"
    if after[:1] == "と" and inner.endswith((*_SPEECH_END, "だ")) and not _NAMED_AFTER.match(after):
        return "speech"
    if _NAMED_AFTER.match(after) or _NAMED_BEFORE.search(before):
        return "term"
    if _SAID_BEFORE.search(before) or _SPEECH_AFTER.match(after):
        return "speech"
    if _SAID_EARLIER.search(before) and after[:1] not in ("的", "之", "の"):
        return "speech"
    if _SAID_AFTER.match(after):
        return "speech"
    if inner[-1:] in "。！？" and len(inner) > 2 and (not before.strip() or before.rstrip()[-1] in "。！？"):
        return "speech"
    if after[:1] in "，,。" and inner[-1:] in "。！？，,.":
        return "speech"
    if len(inner) <= 12 or (_TERM_AFTER.match(after) and not inner.rstrip(".").endswith(_SPEECH_END)):
        return "term"
    return "speech" if inner.endswith(_SPEECH_END) or len(inner) > 20 else "term"
