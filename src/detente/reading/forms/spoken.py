"""What is said in the turns of a transcript or a briefing, without quotation marks: each turn is its
speaker's own speech.

A question claims nothing, and neither does the host who asks. What a speaker promises, refuses, makes depend
on something, asks for, denies or asserts is a claim of the speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.evidence.claims import Kind, Stance, Status
from detente.reading.claims.cjk_statements import is_cjk
from detente.reading.claims.flags import flags_of, status_of
from detente.reading.claims.proposals import Proposed
from detente.reading.context import Context, Speaker
from detente.reading.dates.claim_dates import main_date
from detente.reading.forms.parties import Names, named_in
from detente.reading.marks import DateMark
from detente.reading.page.turns import QUESTION, head_of

Span = tuple[int, int]
Act = tuple[Kind, Status, Stance | None]

_WE = r"\b(?:[Ww]e|I)"
_HOST = re.compile(
    r"\b(?:ANCHOR|HOST|MODERATOR|CORRESPONDENT|REPORTER|INTERVIEWER|Anchor|Host|Moderator|Correspondent|"
    r"Interviewer|"
    r"Reporter|News|Times|Shimbun|Radio|Post|Agency|Press(?! [Ss]ecretary| [Oo]ffice|secretary)|TV|"
    r"Television|Daily|"
    r"Herald|Wire|Tribune|Journal|Gazette|Broadcasting)\b"
)
_CUT = re.compile(r"(?:,|;) (?:and|but|so) (?=(?:we|I|they)\b)|; (?=\w)")
_REFUSES = re.compile(
    rf"{_WE}(?: \w+ly)? (?:will|would|shall) (?:not|never)\b|{_WE} (?:won[’']t|wouldn[’']t|refuse|reject|"
    rf"rule out)|"
    rf"{_WE}(?: are| am|[’']re|[’']m) not (?:going|prepared|ready|willing|interested)|{_WE} (?:can|"
    rf"could)(?:not|n[’']t) "
    rf"accept"
)
_DEPENDS = re.compile(
    r"(?<!\b[Aa]s )(?<!\b[Ss]ee )(?<!\b[Aa]sk )(?<!\b[Kk]now )(?<!asked )(?<!wonder )\b[Ii]f\b|"
    r"\b(?:unless|provided that|on condition that|as long as|[Oo]nly when|in return for|in exchange for)\b|"
    r"\b(?:ready|prepared|willing|able)\b[^.]{0,60}\b(?:when|once|if|until)\b|\b(?:When|Once) (?:they|it|"
    r"he|she)\b"
)
_PROMISES = re.compile(
    rf"{_WE}(?:[’']ll| will| shall| (?:are|am) going to|[’'](?:re|m) going to| (?:also )?(?:promise|"
    rf"pledge|commit|"
    rf"undertake|vow|guarantee)| (?:have|[’']ve) (?:agreed|decided|pledged|promised) to| (?:are|"
    rf"am) committed to)\b"
)
_INTENDS = re.compile(rf"{_WE}(?: also)? (?:intend|plan|hope|want|aim) to\b|{_WE}[’']d like to\b")
_ASKS = re.compile(
    rf"{_WE}(?: (?:have|had|are|am|also|again|would|do|must)|[’'](?:ve|re|m|d))*(?: also| again|"
    rf" repeatedly)? "
    r"(?:ask(?:ed|ing)?|urg(?:e|ed|ing)|call(?:ed|ing)?(?= (?:on|upon|for)\b)|demand(?:ed|ing)?|"
    r"request(?:ed|ing)?|"
    r"insist(?:ed|ing)?|appeal(?:ed|ing)?(?= (?:to|for)\b)|invit(?:e|ed|ing)|implore|encourag(?:e|ed|ing))"
    r"(?: (?:on|upon|for|to|that))? ?(?:our |my |its |their )?"
)
_DENIES = re.compile(
    r"\b(?:have|has|had|did|do|does|was|were|is|are|am|would) (?:\w+ )?(?:not|never)\b|"
    r"\b(?:haven|hasn|hadn|didn|don|doesn|wasn|weren|isn|aren)[’']t\b|\b(?:deny|denies|denied|never)\b|"
    r"\b[Tt]here (?:is|was|were|are|has been) no\b|\bon nothing\b"
)
_COURTESY = re.compile(
    r"(?:\([^)]{1,30}\) )?(?:Thank|Thanks|Good (?:morning|afternoon|evening|day)|Welcome|Hello|Hi\b|"
    r"Please|Sure|"
    r"All right|Okay|OK\b|Next question|Let me|Go ahead|With that|My pleasure|my pleasure|Well, thank)",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\s*(?:\([A-Za-z -]{1,30}\)[.,]?\s+)?(?:(?:Yes|No|Yeah|Well|Look|Right|So|And|But|Now|Again)[.,]? +)?"
)
_NO_ACT = re.compile(
    rf"{_WE}[^.;]{{0,30}}?\b(?:comment|speculate|characterize|characterise|get into|say|use the word|"
    rf"take (?:your|a few|"
    r"some|questions|that|the)|go (?:to|back|beyond)|open the floor|come (?:to|back)|interpret|"
    r"have (?:more|some)|be happy|leave|refer|repeat|add|tell|note|turn|point|let|give you|go through|"
    r"read|start|begin|"
    r"discuss|address|answer|confirm|preview|get ahead|parse|engage in)\b|\b[Ii]f (?:I|we) (?:may|could|"
    r"can)\b"
)
"""What a speaker says of the briefing itself, which binds nobody."""
_CLOSES = re.compile(r"END\b|[(\[].*[)\]]\s*\Z")
_SURE = {True: 0.5, False: 0.65}
_FEWEST = 4


def spoken_claims(context: Context, dates: Sequence[DateMark]) -> Iterator[tuple[Proposed, Span]]:
    """What turns claim, each with the stretch it speaks for."""
    hosts = _hosts(context)
    label = ""
    for number, speaker in context.turns.items():
        block = context.blocks[number]
        label = block.speaker or label
        if is_cjk(context.text[block.start : block.end]):
            continue
        if label != QUESTION and speaker is not None and speaker.name not in hosts:
            yield from _of_turn(context, number, speaker, dates)


def questions(context: Context) -> Iterator[Span]:
    """The turns of those who ask under no name: a question claims nothing."""
    label = ""
    for number in context.turns:
        block = context.blocks[number]
        label = block.speaker or label
        if label == QUESTION:
            yield block.start, block.end


def _hosts(context: Context) -> set[str]:
    """The names of those who ask: by their label, or because all their turns end with a question."""
    labelled: set[str] = set()
    telling: set[str] = set()
    named: set[str] = set()
    for number, speaker in context.turns.items():
        block = context.blocks[number]
        if speaker is None or not block.speaker:
            continue
        named.add(speaker.name)
        if _HOST.search(block.speaker):
            labelled.add(speaker.name)
        if not context.text[block.start : block.end].rstrip(' ”"’').endswith("?"):
            telling.add(speaker.name)
    return labelled | (named - telling)


def _of_turn(
    context: Context, number: int, speaker: Speaker, dates: Sequence[DateMark]
) -> Iterator[tuple[Proposed, Span]]:
    block = context.blocks[number]
    head = head_of(context.text[block.start : block.end]) if block.speaker else None
    low = block.start + (head.length if head is not None else 0)
    for first, end in context.sentences(number):
        start = max(first, low)
        opening = _OPENS.match(context.text, start, end)
        start = opening.end() if opening is not None else start
        words = context.masked[start:end]
        if (
            _CLOSES.match(words)
            or words.rstrip().endswith("?")
            or _COURTESY.match(words)
            or len(words.split()) < _FEWEST
        ):
            continue
        for begin, stop in _parts(context, start, end):
            act, to = _act(context, begin, stop)
            said = Proposed(
                begin, stop, act[0], f"turn-{act[0]}", _SURE[act[0] == "reported"], (speaker.name,), to,
                act[1],
                main_date(context, begin, stop, _within(dates, begin, stop)), stance=act[2],
                flags=flags_of(context.masked[begin:stop]), said_by=speaker.name,
            )  # fmt: skip
            opened = first if begin == start else begin
            yield said, ((opened, stop) if act[0] != "reported" else (opened, opened))


def _within(dates: Sequence[DateMark], start: int, end: int) -> list[DateMark]:
    return [mark for mark in dates if start <= mark.start < end]


def _parts(context: Context, start: int, end: int) -> list[Span]:
    """A sentence cut where its speaker begins anew: ", and we are prepared to …"."""
    cuts = list(_CUT.finditer(context.masked, start, end))
    starts = [start, *(cut.end() for cut in cuts)]
    stops = [*(cut.start() for cut in cuts), end]
    parts = [(a, b) for a, b in zip(starts, stops, strict=True) if b > a]
    return parts if any(_act(context, *part)[0][0] != "reported" for part in parts) else [(start, end)]


def _act(context: Context, start: int, end: int) -> tuple[Act, Names]:
    """What a stretch of somebody's speech does, and to whom it is addressed."""
    words = context.masked[start:end]
    asked = _ASKS.search(context.masked, start, end)
    if _NO_ACT.search(words):
        return (
            "reported",
            "negated" if _REFUSES.search(words) or _DENIES.search(words) else "unknown",
            None,
        ), ()
    if _REFUSES.search(words):
        return ("position", "negated", "stated"), ()
    if _DEPENDS.search(words):
        return ("causal", "hypothetical", None), ()
    if asked is not None:
        return ("ask", "done", None), named_in(context, asked.end(), end)
    if _PROMISES.search(words):
        return ("commitment", "scheduled", None), ()
    if _INTENDS.search(words):
        return ("interest", "unknown", "stated"), ()
    if _DENIES.search(words):
        return ("reported", "negated", None), ()
    flags = tuple(flag for flag in flags_of(words) if flag != "negated")
    return ("reported", status_of(words, flags), None), ()
