"""From Korean, Chinese and Japanese sentences to proposed claims: deeds, measures, asks, commitments, planned
occasions, relations, and speech told by another.

A sentence tells a deed by the verb that governs it: in Korean and Japanese the predicate at its end, in
Chinese its first verb. What hangs on another verb (a relative clause, a possibility, an opinion) proposes
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.evidence.claims import Status
from detente.evidence.dates import PartialDate
from detente.reading.chinese.deed_words import chinese_deed
from detente.reading.cjk.deeds import Deed
from detente.reading.cjk.scripts import HANGUL, HIRAGANA
from detente.reading.claims.cjk_further_deeds import further_deeds
from detente.reading.claims.cjk_parties import (
    Span,
    addressee,
    has_other_subject,
    names_of,
    subject_of,
    tied,
)
from detente.reading.claims.flags import flags_of
from detente.reading.claims.proposals import Proposed
from detente.reading.context import MASK, Context
from detente.reading.dates.claim_dates import main_date, planned_date
from detente.reading.japanese.deed_words import JAPANESE
from detente.reading.korean.deed_words import KOREAN
from detente.reading.marks import DateMark

_CONDITION = {
    "ko": re.compile(r"(?:하|되|않으|는다|한다|된다|다|라|으|지|오|가)면(?=[ ,])|경우(?:에는|에|,)|조건으로"),
    "ja": re.compile(
        r"なければ(?!なら|いけ)|(?:す|せ|け|め|え|れ|げ|べ)(?:れ)?ば(?=[、日中韓米両同])|(?:た|ない|る)場合|"
        r"(?:る|た|い)なら|条件に"
    ),
    "zh": re.compile(r"如果|若(?!干)|一旦|只要|倘若|假如|要是|除非|前提是"),
}
_NO_CONDITION = re.compile(r"따르면|によれば|とすれば|言えば|例えば|이르면|반면|측면|국면|장면|전면")
_SAID = {
    "ko": re.compile(
        r"(?<![”’」』\x22\x27]이)(?<=[가-힣])(?:다|라|자|냐)고 (?:\S+ ){0,3}?"
        r"(?:말했|밝혔|주장했|강조했|전했|설명했|지적했|"
        r"덧붙였|반박했|발표했|경고했|"
        r"비판했|비난했|통보했|선언했|답했|평가했|부인했|일축했|언급했|확인했|시인했|인정했|해명했|맞섰|"
        r"촉구했|호소했)(?:다|습니다)[.\s]*\Z"
    ),
    "ja": re.compile(
        r"(?<![」』”])と(?:[^、。とは]{0,12}?)(?:述べた|語った|主張した|強調した|説明した|指摘した|"
        r"反論した|発表した|明らかにした|"
        r"表明した|警告した|批判した|非難した|伝えた|答えた|話した|通告した|否定した|認めた|訴えた|"
        r"反発した|約束した)[。\s]*\Z"
    ),
    "zh": re.compile(
        r"(?:表示|指出|强调|強調|认为|認為|透露|声称|聲稱|称|稱|说|說|宣布|重申|否认|否認|证实|證實|"
        r"回应说|主张|主張|坚称|堅稱|解释说)"
        r"(?![，,。：:]?(?:[“「『：:\s]|\Z))"
    ),
}
_LONG_AGO = re.compile(
    r"(?:\A|[\s,，、。])(?:과거|옛날|かつて|昔|曾经|曾經|当年|當年|历史上|歷史上)|曾(?!任)(?=[对向在与派])"
)
_EFFECTIVE = re.compile(r"\s?(?:부터|から|起)")
_EFFECTIVE_BEFORE = re.compile(r"(?:自|从|從)\Z")
_OPENS = frozenset({"decided", "planned", "told", "agreed", "coming"})
_ADNOMINAL = re.compile(
    r"\s?(?:[^\s,.]+ ){0,2}?[^\s,.]*(?:했던|됐던|었던|았던|맺은|(?:체결|합의|중단|도입|부과|발표|시행|"
    r"채택|서명|강화)한|발효된|이래) |"
    r"(?:[^、。はが]{0,16}?)(?<!開かれ)(?<!行われ)(?:た|となる)(?=[\u3400-\u9fffァ-ヴ])|以来|以降の"
)
_CLAUSE = 30
_YEARS_AGO = 10
_BESIDE = 6
_SAMPLE = 600
_UTTERED = frozenset({"ask", "commitment", "proposal"})
_SPOKEN = frozenset({"ACCUSE", "PROTEST", "THREATEN", "REJECT"})
_PRESS = re.compile(r"(?:日報|時報|新聞|通信|社説|日报|时报|社论|社评|신문|일보|통신|사설)\Z")
_CONFIDENCE = {"event": 0.5, "relation": 0.5, "measure": 0.55, "scheduled": 0.6}


def language_of_sentence(context: Context, start: int, end: int) -> str:
    """ko, ja or zh by the script of a sentence in one of them (Chinese where no kana is near)."""
    if HANGUL.search(context.masked, start, end):
        return "ko"
    return "ja" if HIRAGANA.search(context.text, max(0, start - _SAMPLE), end + _SAMPLE) else "zh"


def cjk_claims(
    context: Context, start: int, end: int, dates: Sequence[DateMark], language: str, flags: tuple[str, ...]
) -> Iterator[Proposed]:
    """What the verb that governs a sentence proposes; nothing for a condition, an opinion, a possibility."""
    sentence = context.masked[start:end]
    deed, verb = _deed(sentence, language)
    yield from _reported(context, start, end, dates, language, flags)
    yield from _told(context, start, end, dates, language, flags, deed, verb)
    for other, stop in further_deeds(sentence, language, deed):
        yield from _told(context, start, end, dates, language, flags, other, stop)


def _told(
    context: Context, start: int, end: int, dates: Sequence[DateMark], language: str, flags: tuple[str, ...],
    deed: Deed | None, verb: int,
) -> Iterator[Proposed]:  # fmt: skip
    if deed is None:
        return
    at = start + deed.at
    own = subject_of(context, start, at, language)
    if not _tells(context, own, at, deed, language, flags):
        return
    who = names_of(context, own, language) if own is not None else ()
    to = tuple(n for n in addressee(context, own, start, end, deed, language, start + verb) if n not in who)
    if deed.kind == "relation":
        parties = tied(context, start, at)
        who, to = parties[:1], parties[1:2]
    if not who and deed.event == "CONSULT" and language != "zh":
        who = tied(context, start, at)  # 日中首脳会談が開かれた: who met
    if not who or (deed.event in _SPOKEN and _PRESS.search(who[0])):
        return
    yield from _proposed(context, start, end, dates, deed, who, to, flags)


def cjk_flags(sentence: str, language: str) -> tuple[str, ...]:
    """The flags of a sentence, with the conditions these languages tell by an ending."""
    flags = flags_of(sentence)
    without = _NO_CONDITION.sub("□", sentence)
    if "conditional" not in flags and _CONDITION[language].search(without):
        return ("conditional", *flags)
    return flags


def _deed(sentence: str, language: str) -> tuple[Deed | None, int]:
    if language == "zh":
        return chinese_deed(sentence)
    return (KOREAN if language == "ko" else JAPANESE).deed(sentence), -1


def _tells(
    context: Context, own: Span | None, at: int, deed: Deed, language: str, flags: tuple[str, ...]
) -> bool:
    """Whether the deed is the subject's own and no mere condition."""
    if "conditional" in flags and deed.kind in ("event", "measure", "relation"):
        return deed.event in _SPOKEN  # a threat is uttered, whatever it hangs on
    if deed.kind == "relation" or own is None:
        return True
    other = deed.mood.startswith("told") and has_other_subject(context, own, at, language)
    return not other


def _proposed(
    context: Context, start: int, end: int, dates: Sequence[DateMark], deed: Deed, who: tuple[str, ...],
    to: tuple[str, ...], flags: tuple[str, ...],
) -> Iterator[Proposed]:  # fmt: skip
    if deed.denied and "negated" not in flags:
        flags = (*flags, "negated")
    dates = [mark for mark in dates if not _of_another(context, mark)]
    date = main_date(context, start, end, dates)
    made = Proposed(
        start, end, deed.kind, f"eastern-{_rule(deed)}", _CONFIDENCE.get(deed.kind, 0.55), who, to,
        direction=deed.direction, event=deed.event if deed.kind in ("event", "measure") else "", flags=flags,
    )  # fmt: skip
    agreed = deed.mood == "agreed"
    if agreed:
        yield replace(
            made, kind="commitment", rule="eastern-commitment", event="", date=date,
            status=_settled("past", date, deed.denied, context.masked[start:end]),
        )  # fmt: skip
    if deed.event == "CONSULT" and deed.mood in _OPENS and not deed.denied:
        when = _ahead(context, start, end, dates)
        yield replace(
            made, kind="scheduled", rule="eastern-scheduled-event", confidence=0.6, event="",
            status="scheduled", date=when,
        )  # fmt: skip
        return
    if agreed:
        return
    if deed.kind == "measure" or deed.mood in _OPENS:
        date = _effective(context, dates) or date
    uttered = deed.kind in _UTTERED and deed.mood == "going"
    mood = "past" if uttered else deed.mood
    status = _settled(mood, date, deed.denied, context.masked[start:end])
    if deed.mood == "coming" and (deed.kind in _UTTERED or deed.event in _SPOKEN):
        status = "unknown"  # と警告する: the present of a report
    yield replace(made, status=status, date=date)


def _of_another(context: Context, mark: DateMark) -> bool:
    """Whether a date is that of an adnominal clause (지난해 중단했던 협의, 昨年強化した検査)."""
    return _ADNOMINAL.match(context.masked, mark.end, mark.end + _CLAUSE) is not None


def _rule(deed: Deed) -> str:
    return "event-words" if deed.kind == "event" else deed.kind


def _settled(mood: str, date: PartialDate | None, denied: bool, sentence: str) -> Status:
    """How a deed stands, by its ending and its date."""
    if denied:
        return "negated"
    past = _is_past(date)
    if mood in _OPENS:
        return "done" if past else "scheduled"
    if _LONG_AGO.search(sentence) or _is_long_ago(date):
        return "historical"
    if mood == "going":
        return "trend"
    return "done"


def _is_past(date: PartialDate | None) -> bool:
    if date is None or date.reference is None:
        return False
    last = date.bounds()[1]
    return last is not None and last.isoformat() <= date.reference


def _is_long_ago(date: PartialDate | None) -> bool:
    last = date.bounds()[1] if date is not None else None
    if date is None or last is None:
        return False
    now = int(date.reference[:4]) if date.reference else 2025
    return last.year < now - _YEARS_AGO


def _effective(context: Context, dates: Sequence[DateMark]) -> PartialDate | None:
    """From when a measure holds: 1월 10일부터, 4月1日から, 自1月10日起."""
    text = context.masked
    for mark in dates:
        if text[mark.start] == MASK:
            continue
        if _EFFECTIVE.match(text, mark.end) or _EFFECTIVE_BEFORE.search(text, mark.start - 1, mark.start):
            return mark.date
    return None


def _ahead(context: Context, start: int, end: int, dates: Sequence[DateMark]) -> PartialDate | None:
    """When a planned occasion is to be: the last date told that lies ahead, else as planned dates go."""
    own = [mark for mark in dates if context.masked[mark.start] != MASK]
    coming = [mark.date for mark in own if mark.date.reference and not _is_past(mark.date)]
    return coming[-1] if coming else planned_date(context, start, end, dates)


def _reported(
    context: Context, start: int, end: int, dates: Sequence[DateMark], language: str, flags: tuple[str, ...]
) -> Iterator[Proposed]:
    """Speech told without quotation marks, when its speaker is named."""
    said = _SAID[language].search(context.masked, start, end)
    if said is None:
        return
    own = subject_of(context, start, said.start(), language)
    if own is None:
        return
    who = names_of(context, own, language)
    beside = [mark for mark in dates if _is_of_saying(mark, own, said.start(), language)]
    date = main_date(context, start, end, beside)
    yield Proposed(
        start, end, "reported", "eastern-reported-speech", 0.55, who, (), "done", date, flags=flags,
        said_by=who[0],
    )  # fmt: skip


def _is_of_saying(mark: DateMark, own: Span, said: int, language: str) -> bool:
    """Whether a date stands with the speaker (外交部5日表示 · 외교부는 5일 …), not in what is said."""
    if language == "zh":
        return mark.start < said
    return mark.end <= own[0] or 0 <= mark.start - own[1] <= _BESIDE
