"""Whose words a quotation holds.

The rules are tried in order of how sure they are; each has a name and a confidence, which the reference page
prints beside the precision measured for it.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable

from detente.reading.context import Context, Previous, Speaker, as_speaker
from detente.reading.english.agents import agent_of, is_person, last_verb, source_of_noun
from detente.reading.english.named_offices import of_actor
from detente.reading.english.named_subjects import resolve
from detente.reading.english.phrases import phrase_after, phrase_before
from detente.reading.english.saying_verbs import Verb, verbs_in
from detente.reading.english.subjects import candidates
from detente.reading.english.words import STRONG_VERBS
from detente.reading.marks import QuoteSpan
from detente.reading.quotations.owners import for_whom, own_clause, owner, words_of
from detente.reading.quotations.speakers_beside import from_context, predicate
from detente.reading.word_lists import word_set

_LEAD = re.compile(r"[,;]?\s{0,3}(?:[—–-]{1,2}\s?)?")
_CLAUSE = re.compile(r"[.;!?“‘\n\"«:]")
_ABBREVIATED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Capt|Adm|Amb|U\.S|U\.N|U\.K|U|[A-Z])\Z"
)
_ACCORDING = re.compile(
    r"\b(?:[Aa]ccording to|[Ii]n the (?:words|phrase|view|opinion|telling|account|formulation|"
    r"language|wording) of|"
    r"[Aa]s (?:quoted|cited|reported) by)\s"
)
_AS_PUT = re.compile(
    r"\b[Aa]s ((?:the |an? |one )?[\w .’'-]{2,60}?)(?: \([^()]{1,40}\))? (?:(?:has|have|had|once|"
    r"later|recently|memorably) ){0,2}"
    r"(?:put it|puts it|has it|goes|went|shown|shows|showed|argued?|argues|noted?|notes|observed|"
    r"observes|pointed out|"
    r"warned|warns|wrote|writes|explained|explains|said|says|told \w+|describes? it|described it)"
    r"(?: (?:last|this|on|in|at|earlier|yesterday)(?: [\w’]+){0,3})?,"
)
_PUT_AFTER = re.compile(
    r",? as ((?:the |an? |one )?[\w .’'-]{2,60}?)(?: \([^()]{1,40}\))? (?:once |later |recently )?"
    r"(?:put it|puts it|has it|said|says|wrote|told|argued|noted)\b"
)
_CONJUNCTION = re.compile(
    r"(?:and|but|while|which|who|that|as|or|because|whereas|although|though|when|if|for|in|on|at)\b"
)
_ATTITUDES = word_set(
    "want prefer favour favor seek hope believe think fear consider need oppose accept require regard view"
)
_PAST_FORM = re.compile(r"\b(?:[a-z]{2,13}(?:ed|pt|nt|ld|ung|ang|oke)|read)\b")
_POSSESSED_WORD = re.compile(
    r"[’']s? (?:[\w-]{2,14} ){0,3}(?:verdict|answer|reply|response|message|warning|line|reaction|advice|"
    r"summary|assessment|comment|explanation|point|view|position|conclusion|demand|promise|question|"
    r"retort|words|post|"
    r"tweet|statement|motto|slogan|prescription|complaint|argument|judg(?:e)?ment)\b"
)
_SHORT_CLAUSE = 110
_ATTRIBUTED = frozenset({"speaker-after-verb", "speaker-before-verb", "speaker-interrupted", "speaker-tail"})
_OBJECT_ONLY = frozenset({"tell", "inform", "assure"})
_CLAUSE_REACH = 180

Rule = Callable[[Context, QuoteSpan, int], Speaker | None]


def speaker_of(context: Context, quote: QuoteSpan, low: int, previous: Previous) -> Speaker | None:
    """Whom the patterns take for the speaker of an outermost quotation, or None; `low` is where its
    sentence begins, `previous` the quotation before with its speaker."""
    number = context.block_of(quote.outer_start)
    for rule in (
        _verb_right_before,
        _as_put,
        _verb_after,
        _according_to,
        _verb_before,
        _interrupted(previous),
        words_of,
        for_whom,
        owner,
        _colon,
        predicate,
    ):
        found = rule(context, quote, low)
        if found is not None:
            return found
    return from_context(context, quote, number, low, previous)


def _verb_right_before(context: Context, quote: QuoteSpan, low: int) -> Speaker | None:
    """… said, “…” · … told reporters: “…” · … said that “…”"""
    before = context.masked[low : quote.outer_start].rstrip()
    if before.endswith(":"):
        noun = source_of_noun(context, max(low, quote.outer_start - 60), quote.outer_start)
        if noun is not None:
            return as_speaker(noun, "speaker-noun", 0.85)
    if not before.endswith((",", ":", " that", "said", "says", "wrote", "replied", "asked", "added")):
        return None
    verb = last_verb(context, low, quote.outer_start)
    if verb is None or (before.endswith(",") and quote.outer_start - verb.end > 60):
        return None
    if _ACCORDING.search(context.masked, verb.end, quote.outer_start):
        return None
    return as_speaker(agent_of(context, verb, low, quote.outer_start), "speaker-verb-before", 0.92)


def _verb_after(context: Context, quote: QuoteSpan, low: int) -> Speaker | None:
    """“…,” said X · “…,” X said · “…?” he asked"""
    text = context.masked
    lead = _LEAD.match(text, quote.outer_end)
    begin = lead.end() if lead else quote.outer_end
    block_end = context.blocks[context.block_of(quote.outer_start)].end
    end = _clause_end(text, begin, min(begin + _CLAUSE_REACH, block_end))
    if begin >= end or _CONJUNCTION.match(text, begin):
        return None
    comma = (
        "," in text[quote.outer_end : begin]
        or "—" in text[quote.outer_end : begin]
        or "–" in text[quote.outer_end : begin]
    )
    last = context.text[quote.end - 1]
    if last not in ",?!…—-" and not comma and not text[begin].islower():
        return None
    verb = next((v for v in verbs_in(text, begin, end) if v.form == "finite" or v.base in STRONG_VERBS), None)
    if verb is None and last in ",?!—":
        verb = _some_verb(text, begin, end)
    if verb is None:
        return None
    if text[begin : verb.start].strip() == "" and verb.base not in _OBJECT_ONLY and verb.form == "finite":
        return as_speaker(_subject_after(context, verb, end), "speaker-after-verb", 0.96)
    options = [c for c in candidates(context, begin, verb.start) if c.end <= verb.start]
    phrase = phrase_before(text, begin, verb.start) if not options else None
    options += [phrase] if phrase is not None else []
    if not options or options[0].start > begin + 4 or verb.form == "participle":
        return None
    if last == "." and not comma and not text[begin].islower():
        return None
    if (
        not comma
        and last not in ",?!…—-"
        and (verb.start - options[0].end > 30 or verb.base not in STRONG_VERBS)
    ):
        return None
    chosen = next((c for c in options if c.mention is not None and is_person(context, c)), options[0])
    chosen = options[0] if options[0].pronoun else chosen
    sure = 0.75 if chosen.pronoun == "it" else 0.94
    return as_speaker(resolve(context, chosen, low=low), "speaker-before-verb", sure)


def _some_verb(text: str, begin: int, end: int) -> Verb | None:
    """A past form no list knows, in a clause too short to say anything else ("“…,” grumbled the skipper")."""
    found = _PAST_FORM.search(text, begin, min(end, begin + 60))
    if found is None or end - begin > _SHORT_CLAUSE:
        return None
    return Verb(found.start(), found.end(), "say", "finite", False)


def _clause_end(text: str, begin: int, limit: int) -> int:
    """Where the clause after a quotation ends: at a full stop that closes no abbreviation, or another
    mark."""
    position = begin
    while True:
        stop = _CLAUSE.search(text, position, limit)
        if stop is None:
            return limit
        if stop.group() == "." and (
            _ABBREVIATED.search(text, max(begin, stop.start() - 5), stop.start())
            or text[stop.end() : stop.end() + 1].isalnum()
        ):
            position = stop.end()
            continue
        return stop.start()


def _subject_after(context: Context, verb: Verb, end: int) -> Speaker | None:
    """The subject that follows its verb: "said Selma Odua, the foreign minister"."""
    options = candidates(context, verb.end, end)
    near = [c for c in options if c.start <= verb.end + 3]
    phrase = phrase_after(context.masked, verb.end + 1, end) if not near else None
    if phrase is not None:
        return resolve(context, phrase, low=verb.end)
    if not near:
        named = context.named(verb.end, min(end, verb.end + 60))
        return (
            of_actor(context, named[0].actor, named[0].start)
            if named and named[0].full_start <= verb.end + 24
            else None
        )
    first = near[0]
    if first.mention is None and not first.pronoun:
        follower = next((c for c in options if c.start > first.end and c.mention is not None), None)
        if (
            follower is not None
            and context.masked[first.end : follower.start] in (", ", " ")
            and is_person(context, follower)
        ):
            return resolve(context, follower, low=verb.end)
    return resolve(context, first, low=verb.end)


def _according_to(context: Context, quote: QuoteSpan, low: int) -> Speaker | None:
    """According to X, “…” · “…,” according to X"""
    text = context.masked
    limit = min(quote.outer_end + _CLAUSE_REACH, context.blocks[context.block_of(quote.outer_start)].end)
    lead = _LEAD.match(text, quote.outer_end)
    after = _ACCORDING.match(text, lead.end() if lead else quote.outer_end, limit)
    before = deque(_ACCORDING.finditer(text, low, quote.outer_start), maxlen=1)
    found = after or (before[0] if before else None)
    if found is None:
        return None
    if not after and any(
        verb.base in STRONG_VERBS and verb.form == "finite" and not verb.passive
        for verb in verbs_in(text, found.end(), quote.outer_start)
    ):
        return None  # "According to X, Y said “…”"
    stop = limit if after else quote.outer_start
    options = [c for c in candidates(context, found.end(), stop) if c.start <= found.end() + 3]
    if not options and (told := phrase_after(text, found.end(), stop)) is not None:
        return as_speaker(resolve(context, told, low=found.end()), "speaker-according-to", 0.8)
    if not options:
        named = context.named(found.end(), min(stop, found.end() + 60))
        return (
            as_speaker(of_actor(context, named[0].actor, named[0].start), "speaker-according-to", 0.85)
            if named
            else None
        )
    return as_speaker(resolve(context, options[0], low=found.end()), "speaker-according-to", 0.9)


def _as_put(context: Context, quote: QuoteSpan, low: int) -> Speaker | None:
    """As X (and Y) put it, … “…” · as X has shown, …"""
    after = _PUT_AFTER.match(context.masked, quote.outer_end)
    if after is not None:
        said = candidates(context, after.start(1), after.end(1))
        if said:
            return as_speaker(resolve(context, said[0], low=after.start(1)), "speaker-as-put", 0.85)
        return Speaker(after.group(1), None, after.start(1), "speaker-as-put", 0.75)
    found = deque(_AS_PUT.finditer(context.masked, low, quote.outer_start), maxlen=1)
    if not found or context.masked[found[0].end() : quote.outer_start].count(".") > 0:
        return None
    first, last = found[0].span(1)
    if any(
        v.form == "finite" and not v.passive
        for v in verbs_in(context.masked, found[0].end(), quote.outer_start)
    ):
        return None
    options = [c for c in candidates(context, first, last) if c.end >= last - 1]
    if options:
        sure = 0.65 if options[-1].pronoun else 0.8
        return as_speaker(resolve(context, options[-1], low=first), "speaker-as-put", sure)
    words = context.text[first:last]
    return Speaker(re.sub(r"\A(?:the|an?) ", "", words), None, first, "speaker-as-put", 0.75)


def _verb_before(context: Context, quote: QuoteSpan, low: int) -> Speaker | None:
    """X described it as “…” · X emphasised the need for “…” · X …, stating that it is “…”"""
    verbs = [*verbs_in(context.masked, low, quote.outer_start)]
    nearer = own_clause(context, quote, verbs[-1].end if verbs else low, low)
    if nearer is not None:
        return nearer
    noun = source_of_noun(context, verbs[-1].end if verbs else low, quote.outer_start)
    if noun is not None:
        return as_speaker(noun, "speaker-noun", 0.82)
    if verbs and verbs[-1].base in _ATTITUDES and any(verb.base in STRONG_VERBS for verb in verbs[:-1]):
        verbs = [verb for verb in verbs if verb.base not in _ATTITUDES]  # "X said the government wanted “…”"
    if len(verbs) > 1 and _infinitive(context.masked, verbs[-1]):
        verbs.pop()  # "X wants Y to declare it “…”" is X's wish
    for number, verb in enumerate(reversed(verbs[-3:])):
        agent = agent_of(context, verb, low, quote.outer_start)
        if agent is not None:
            return as_speaker(agent, "speaker-clause", 0.82 - 0.04 * number)
    return None


def _infinitive(text: str, verb: Verb) -> bool:
    return verb.form == "base" and text[max(0, verb.start - 3) : verb.start] == "to "


def _interrupted(previous: Previous) -> Rule:
    """“…,” X said, “…”: the second half has the speaker of the first."""

    def rule(context: Context, quote: QuoteSpan, low: int) -> Speaker | None:
        del low
        if previous is None or previous[1] is None or previous[1].rule not in _ATTRIBUTED:
            return None
        begin = previous[0].outer_end
        if context.block_of(previous[0].outer_start) != context.block_of(quote.outer_start):
            return None
        if quote.outer_start - begin > _CLAUSE_REACH + 40:
            return None
        between = context.masked[begin : quote.outer_start].strip()
        if not between or _is_clause(context, begin, quote.outer_start, known=begin <= previous[1].at):
            return as_speaker(previous[1], "speaker-interrupted", min(0.93, previous[1].confidence))
        return None

    return rule


def _is_clause(context: Context, begin: int, stop: int, *, known: bool) -> bool:
    """Whether [begin, stop) is one clause of saying and nothing else."""
    between = context.masked[begin:stop].strip()
    if not between.endswith((",", ":", ".", "—", "–", "?", "!")):
        return False
    spoken = known or any(True for _ in verbs_in(context.masked, begin, stop))
    return spoken and _clause_end(context.masked, begin, stop) >= begin + len(between) - 1


def _colon(context: Context, quote: QuoteSpan, low: int) -> Speaker | None:
    """… X …: “…” in a language whose verbs we do not know"""
    if not context.masked[low : quote.outer_start].rstrip().endswith((":", "：")):
        return None
    holder = _POSSESSED_WORD.search(context.masked, low, quote.outer_start)
    owners = context.named(low, holder.start()) if holder is not None else []
    if holder is not None and owners and owners[-1].end == holder.start():
        return as_speaker(of_actor(context, owners[-1].actor, owners[-1].start), "speaker-before-colon", 0.8)
    options = candidates(context, low, quote.outer_start)
    people = [c for c in options if is_person(context, c)]
    chosen = people[-1] if people else options[0] if options else None
    return (
        as_speaker(resolve(context, chosen, low=low), "speaker-before-colon", 0.75)
        if chosen is not None
        else None
    )
