"""Words somebody is told not to have said: "denied having said “…”", "never said “…”".

Such a quotation is nobody's words, so its claim is negated. Only what stands right beside the quotation
counts: a denial followed by another clause ("denied the report, saying “…”") denies something else.
"""

from __future__ import annotations

import re

from detente.reading.context import Context

_SAY = (
    r"(?:say|tell|call|use|utter|write|state|promise|threaten|claim|declare|describe|suggest|announce|"
    r"speak of|demand)"
)
_SAID = (
    r"(?:said|told|called|used|uttered|written|wrote|stated|promised|threatened|claimed|declared|described|"
    r"suggested|announced|spoken of|spoke of|demanded)"
)
_SAYING = (
    r"(?:saying|telling|calling|using|uttering|writing|stating|promising|threatening|claiming|declaring|"
    r"describing|suggesting|announcing|speaking of|demanding)"
)
_EVER = r"(?:(?:ever|once|actually|really) )?"
_DENY = r"(?<!not )(?<!never )(?<!n’t )(?<!n't )\bden(?:y|ies|ied|ying) "
_WHO = (
    r"(?:that )?(?:he|she|it|they|anyone|anybody|"
    r"(?:the |his |her |its |their )?[\w’'-]+(?: [A-Z][\w’'-]+){0,3}) "
)
_UNSAID = (
    rf"(?:{_DENY}{_EVER}(?:having {_EVER}{_SAID}|{_SAYING})"
    rf"|{_DENY}{_WHO}(?:ha[ds]|have)? ?{_EVER}{_SAID}"
    rf"|\bnever (?:{_EVER}{_SAID}|{_EVER}{_SAY}|says|calls)"
    rf"|\b(?:did|does|do|would|had|has|have)(?: not|n[’']t) {_EVER}(?:{_SAY}|{_SAID})"
    rf"|\b(?:refus|declin)(?:e|es|ed|ing) to {_SAY})\b"
)
_BREAK = r"(?!\b(?:but|and|while|then|instead|whether|when|why|what|who|how|if|saying|adding)\b)"
_BEFORE = re.compile(
    rf"{_UNSAID}(?:{_BREAK}[^.;:!?,□“”\"]){{0,60}}[,:]?\s?\Z"
    r"|(?:否认|否認)[^，,。；]{0,10}(?:说|說|称|稱|表示)[过過]?[^，,。；]{0,4}[，,：:]?\Z"
    r"|(?:没有?|沒有?|从未|從未|从没|從沒|未曾|不曾)(?:说|說|称|稱|表示|讲|講)[过過]?[：:，,]?\Z"
)
_AFTER = re.compile(rf"\s?(?:[\w’'-]+ ){{0,4}}{_UNSAID}\s?[.;,!]")
_AFTER_CJK = re.compile(
    r"(?:이?라고|이?라는|고)?\s?(?:말|발언|언급|주장)[^.。\n]{0,10}(?:적이? ?(?:전혀 )?없|하지 않|부인)"
    r"|(?:とは?|などと)も?(?:言|い|述べ|語|話|発言|主張)[^。\n]{0,10}(?:ていない|なかった|たことはない|否定|ません)"
)
_REACH = 200
_MARKS = "“”„‟«»「」『』\"'‘’‚‛‹›"


def denied(context: Context, start: int, end: int) -> bool:
    """Is somebody told not to have said the words at [start, end)?"""
    first, last = context.sentence_of(start)
    while start > first and context.masked[start - 1] in _MARKS:
        start -= 1
    while end < last and context.masked[end] in _MARKS:
        end += 1
    if _BEFORE.search(context.masked[max(first, start - _REACH) : start]):
        return True
    after = context.masked[end : min(last, end + _REACH)]
    if _AFTER_CJK.match(after):
        return True
    return _AFTER.match(after) is not None and not context.masked[first:start].strip()
