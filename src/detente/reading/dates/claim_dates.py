"""Which of a sentence's dates is that of what the sentence tells: the date of its main clause.

A dateline, a deadline ("by May 15"), the year in a name ("the 1965 treaty"), a date in a subordinate clause
("crossings it suspended in February"), in what is asked, promised or said ("agreed to meet on 20 March"), or
inside a quotation is a date of something else. Where only such dates stand, the claim has none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.evidence.dates import PartialDate
from detente.reading.context import MASK, Context
from detente.reading.dates.planned import planned_at
from detente.reading.english.saying_verbs import Verb
from detente.reading.marks import Block, DateMark

_DATELINE = re.compile(r"[A-Z][\w .,/’'-]{1,40}(?:, |\()\Z")
_DATELINE_END = re.compile(r",?\s?(?:\([^)]{1,30}\)\s?)?(?:—|–|--|-)\s")
_DEADLINE = re.compile(
    r"\b(?:by|until|till|through|before|ahead of|no later than|not later than|no earlier than|within|"
    r"as early as|as soon as|as late as)(?: the)?(?: (?:end|start|beginning|middle) of)?"
    r"(?: early| late| mid)?[ -]?\Z",
    re.IGNORECASE,
)
_OWNER = re.compile(r"(?:\b(?:the|a|an|its|their|his|her|our|this|that)|[’']s|s[’']) \Z")
_NAMED = re.compile(
    r"[ -](?!(?:in|on|at|for|and|or|but|to|of|with|by|from|that|when|where|which|who|as|after|before|said|"
    r"says|told|was|were|is|are|has|had|have|will|would|during|between|until|since|over|amid)\b)[a-z]{3,}"
)
_AT = re.compile(r"\b(?:at|in|during) (?:the|a|an|its|their|his|her) \Z", re.IGNORECASE)
_OCCASION = re.compile(
    r" (?:\w+ )?(?:summit|meeting|talks|session|conference|briefing|round|hearing|interview|"
    r"statement|speech|call)\b"
)
_OF = re.compile(r"(\w+) of \Z")
_TIMES = frozenset(
    {"morning", "afternoon", "evening", "night", "day", "eve", "week", "as", "summer", "spring"}
)
_SUBORDINATE = re.compile(
    r"\b(?:who|whom|whose|which|where|when|because|although|though|while|whereas|if|unless|after|following|"
    r"once|so that|despite|than)\b",
    re.IGNORECASE,
)
_BARE_RELATIVE = re.compile(r"\b[a-z]{3,} (?:it|he|she|they|we) (?:had |has |have )?\w{2,14} (?:\w+ ){0,3}\Z")
_PARTICIPLE = re.compile(
    r"\b(?:the|a|an|its|their|this|that|of) (?:[\w’-]+ ){1,4}(?:signed|reached|imposed|adopted|concluded|"
    r"struck|agreed|suspended|introduced|held|made|set|announced|launched|issued|"
    r"begun|started) (?:\w+ ){0,4}\Z"
)
_CELL_ENDS = re.compile(r"[^\S\t]*(?:\t|\Z)")
_ASIDE = re.compile(r"(?:\w+ly |first )?(?:\w+ed|begun|made|set|struck|held|sent|written) (?:\w+ ){0,5}")
_FINITE = re.compile(r",?\s(?:was|were|is|are|has|had|have|will|would|could|may|did|does|\w{3,}ed)\b")
_ASKED = re.compile(
    r"\b(?:ask|urg|call|demand|request|order|told|tell|agree|promis|pledg|vow|plan|propos|offer|threaten|refus|"
    r"declin|want|hop|intend|decid|prepar|seek|sought|aim|expect|schedul|invit|warn|press|commit|undert|ready|"
    r"willing|insist|appeal)\w{0,8}\b[^;]{0,160}?\b(?:to (?!the\b|a\b|an\b|its\b|[A-Z])[a-z]{2,}|that)\b"
)
_INSIDE_SAID = re.compile(
    r"[,:;]|\b(?:that|will|would|is|are|was|were|has|have|had|could|should|must|may|might|can|to|not|\w{3,}ed)\b"
)
_CJK_LIMIT = re.compile(r"\s?(?:底|末|말|초|중순)?(?:까지|까지의|이전|전까지|まで|までに|前|之前|以前)")
_CJK_START = re.compile(
    r"\s?(?:부터[^.]{0,60}(?:기로|할 것을|하겠|예정)|から[^。]{0,60}(?:こと|よう|方針|予定)|"
    r"(?:日)?起[^。]{0,20}将)"
)
_CJK_COMING = re.compile(r"(?:오는|다음 ?달|来る|将于|將於) ?\Z")
_MOST = 600


def main_date(
    context: Context, start: int, end: int, dates: Sequence[DateMark], said: Verb | None = None
) -> PartialDate | None:
    """When what the sentence tells took place, or (`said`) was said, as far as the sentence dates it."""
    for mark in dates:
        if _of_something_else(context, start, end, mark) or _is_asked(context, start, mark):
            continue
        if (
            said is not None
            and mark.start > said.end
            and _INSIDE_SAID.search(context.masked, said.end, mark.start)
        ):
            continue
        return mark.date
    return None


def planned_date(context: Context, start: int, end: int, dates: Sequence[DateMark]) -> PartialDate | None:
    """When a planned occasion is to be: the first date after the words that plan it, else the first."""
    own = [mark for mark in dates if not _of_something_else(context, start, end, mark, limits=False)]
    place = start + planned_at(context.masked[start:end])
    after = next((mark for mark in own if mark.start >= place), None)
    found = after or next(iter(own), None)
    return found.date if found is not None else None


def row_date(context: Context, block: Block, dates: Sequence[DateMark]) -> PartialDate | None:
    """The date of a table's row: a cell of it that holds a date and nothing else."""
    text = context.text
    if text.find("\t", block.start, block.end) < 0:
        return None
    for mark in dates:
        begin = mark.start
        while begin > block.start and text[begin - 1] != "\t" and text[begin - 1].isspace():
            begin -= 1
        first = begin == block.start or text[begin - 1] == "\t"
        if first and _CELL_ENDS.match(text, mark.end, block.end):
            return mark.date
    return None


def _of_something_else(
    context: Context, start: int, end: int, mark: DateMark, *, limits: bool = True
) -> bool:
    """Whether a date is no date of the main clause, by the words around it."""
    text = context.masked
    low = max(start, mark.start - _MOST)
    before = text[low : mark.start]
    after = text[mark.end : min(end, mark.end + 80)]
    return (
        text[mark.start] == MASK
        or (low == start and bool(_DATELINE.match(before) and _DATELINE_END.match(after)))
        or (limits and _is_limit(before, after))
        or _in_a_name(before, after)
        or _subordinate(before, after)
    )


def _is_limit(before: str, after: str) -> bool:
    """By May 15, until spring; 5월 15일까지, 오는 17일: a day that something is to reach or begin on."""
    cjk = _CJK_LIMIT.match(after) or _CJK_START.match(after) or _CJK_COMING.search(before)
    return cjk is not None or _DEADLINE.search(before) is not None


def _in_a_name(before: str, after: str) -> bool:
    """The 1965 treaty, Japan's March 5 offer, the accord of 2018; but "at the March 3 summit" is when."""
    if _OWNER.search(before) and _NAMED.match(after):
        return not (_AT.search(before) and _OCCASION.match(after))
    of = _OF.search(before)
    return of is not None and of.group(1).lower() not in _TIMES


def _subordinate(before: str, after: str) -> bool:
    """Whether a clause that hangs on another, or a participle, stands between the date and the main verb."""
    clause = re.split(r"[,;:—]\s", before)[-1]
    if _SUBORDINATE.search(clause) or _BARE_RELATIVE.search(clause):
        return True
    lead = before[: len(before) - len(clause)]
    if _ASIDE.fullmatch(clause) and after.startswith(",") and lead and not _FINITE.search(f" {lead}"):
        return True  # The ban, imposed in January, was lifted …
    participle = _PARTICIPLE.search(clause)
    if participle is None:
        return False
    return bool((lead + clause[: participle.start()]).strip()) or bool(_FINITE.match(after))


def _is_asked(context: Context, start: int, mark: DateMark) -> bool:
    """Whether a date stands in what is asked, promised or planned; a past weekday there may be either's."""
    if mark.rule == "date-relative" and not _lies_ahead(mark.date):
        return False
    return _ASKED.search(context.masked, max(start, mark.start - _MOST), mark.start) is not None


def _lies_ahead(date: PartialDate) -> bool:
    first = date.bounds()[0]
    return first is not None and date.reference is not None and first.isoformat() > date.reference
