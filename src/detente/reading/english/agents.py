"""Who does the saying: the subject a verb of saying has in its sentence, or the source its noun names."""

from __future__ import annotations

import re
from collections import deque

from detente.reading.context import Context, Speaker
from detente.reading.english.named_offices import THINGS, is_named_person, of_actor
from detente.reading.english.named_subjects import resolve
from detente.reading.english.phrases import phrase_after, phrase_before
from detente.reading.english.pronouns import pronoun
from detente.reading.english.saying_verbs import Verb, verbs_in
from detente.reading.english.subjects import Candidate, candidates

_TAIL_COMMA = re.compile(r" (?:with|from|at|in|of|who|whose|for)(?: [\w’-]{1,20}){1,8},")
_ASIDE_OPENS = re.compile(
    r", (?:who|whose|which|an? |the |his |her |its |\d\d|\w+ing\b|head |director|former|deputy|chief|"
    r"once|then|now|like|along|"
    r"speaking|from|of|in|at|for|with|among|including|led by|headed by|backed by|represented by)"
)
_SAYING_NOUN = re.compile(
    r"\b(?:warnings?|claims?|statements?|accusations?|charges?|promises?|pledges?|assertions?|"
    r"assurances?|remarks?|"
    r"comments?|messages?|complaints?|suggestions?|threats?|demands?|calls?|appeals?|descriptions?|"
    r"predictions?|"
    r"arguments?|letters?|notes?|reports?|repl(?:y|ies)|responses?|answers?|objections?|assessments?|"
    r"observations?|reminders?|retorts?|quips?|admissions?|concessions?|confirmations?|announcements?|"
    r"insistence|words|views?|proposals?|tweets?|posts?|boasts?|declarations?) (?:from|by) (?:the )?"
)
_ISSUED = re.compile(
    r"\b(?:put out|issued|released|published|sent|circulated|posted|read|read out|gave|signed|wrote|made|"
    r"delivered|filed|submitted|has|had|have|in) (?:an?|the|his|her|its|their|another|one) "
)
_QUOTED_AS = re.compile(
    r"\b(?:(was|were|been|is|are) )?(?:quoted|cited|recorded|overheard)(?: ([\w .’'-]{2,60}))? as \Z"
)
_PUNCTUATION = re.compile(r"[,;:—]")
_PAST = re.compile(r"\b[a-z]{2,14}(?:ed|ld|nt|ew|ought|ang|ade|ook|ote|ave|et)\b")
_BY = re.compile(r"\bby\s")


def last_verb(context: Context, low: int, stop: int) -> Verb | None:
    """The last verb of saying in [low, stop)."""
    found = deque(verbs_in(context.masked, low, stop), maxlen=1)
    return found[0] if found else None


def agent_of(context: Context, verb: Verb, low: int, stop: int) -> Speaker | None:
    """Who says: left of an active verb, after "by" with a passive one."""
    if verb.passive:
        by = _BY.search(context.masked, verb.end, stop)
        if by is None:
            return None
        options = [c for c in candidates(context, by.end(), stop) if c.start <= by.end() + 5]
        if not options and (told := phrase_after(context.masked, by.end(), stop)) is not None:
            options = [told]
        return resolve(context, options[0], low=by.end()) if options else None
    if verb.base == "say" and verb.form == "participle":
        quoted = _quoted_as_saying(context, verb, low)
        if quoted is not None:
            return quoted
    chosen = _left_subject(context, verb, low)
    return resolve(context, chosen, low=low) if chosen is not None else None


def _quoted_as_saying(context: Context, verb: Verb, low: int) -> Speaker | None:
    """… quoted X as saying · X was quoted as saying: X, not who quotes."""
    found = _QUOTED_AS.search(context.masked, low, verb.start)
    if found is None:
        return None
    if found.group(2):
        subject = {"him": "he", "her": "she", "them": "they", "you": "you"}.get(found.group(2))
        if subject is not None:
            return pronoun(context, subject, low, low)  # not who quotes him, in the same sentence
        options = candidates(context, found.start(2), found.end(2))
        return resolve(context, options[0], low=found.start(2)) if options else None
    options = [c for c in candidates(context, low, found.start()) if c.end <= found.start()]
    return resolve(context, options[-1], low=low) if options and found.group(1) else None


def _left_subject(context: Context, verb: Verb, low: int) -> Candidate | None:
    """The subject left of a verb; a second verb after "and" shares the subject of the first, and so does a
    participle that trails the clause ("…, stressing that …")."""
    text = context.masked
    options = [c for c in candidates(context, low, verb.start) if c.end <= verb.start]
    phrase = phrase_before(text, low, verb.start) if verb.form == "finite" else None
    if phrase is not None and (not options or options[-1].end <= phrase.start):
        options.append(phrase)
    if not options:
        return None
    before = text[max(low, verb.start - 8) : verb.start].rstrip()
    if verb.form == "participle" and len(options) > 1 and options[-1].head in THINGS:
        issued = _ISSUED.search(text, options[-2].end, options[-1].end)
        if issued is not None:
            return _appositive_head(context, options[:-1])
    if before.endswith(",") and verb.form == "finite" and _apposed_name(context, options, verb):
        return options[-1]
    relative = next((c for c in reversed(options) if text.startswith((" who ", ", who "), c.end)), None)
    if relative is not None and _is_one_clause(text, relative.end, verb.start):
        return relative
    if before.endswith(",") and verb.form != "participle":
        owner = _before_aside(context, options, low, verb.start)
        if owner is not None:
            return owner
    shares = before.endswith((" and", ",", " but", " or", " while")) and verb.form != "base"
    if shares:
        earlier = last_verb(context, low, verb.start - 1)
        left = [c for c in options if earlier is not None and c.end <= earlier.start]
        if left and earlier is not None and not earlier.passive:
            return _appositive_head(context, left)
        if verb.form == "participle" or before.endswith(" and"):
            return _clause_head(context, options, low, verb.start)
    return _appositive_head(context, options)


def _apposed_name(context: Context, options: list[Candidate], verb: Verb) -> bool:
    """Whether the last option is a name in apposition to the office before it."""
    if len(options) < 2 or not is_person(context, options[-1]) or not options[-2].head:
        return False
    beside = context.masked[options[-2].end : options[-1].start] == ", "
    return beside and context.masked[options[-1].end : verb.start].strip() == ","


def _is_one_clause(text: str, start: int, stop: int) -> bool:
    """Whether "who" with its own verb, and no mark, stands between a subject and its verb."""
    between = text[start + 1 : stop]
    return _PUNCTUATION.search(between) is None and _PAST.search(between[5:-1]) is not None


def _before_aside(context: Context, options: list[Candidate], low: int, stop: int) -> Candidate | None:
    """The subject an aside parts from its verb ("X, who negotiated the protocol, told …")."""
    text = context.masked
    commas = [low + found.start() for found in re.finditer(",", text[low:stop])]
    for comma in reversed(commas[:-1]):
        found = next((c for c in options if c.end == comma), None)
        if found is None:
            continue
        inside = any(c.start > comma and not c.pronoun for c in options)
        if _ASIDE_OPENS.match(text, comma) or (not inside and stop - comma < 70):
            return found
    return None


def _clause_head(context: Context, options: list[Candidate], low: int, stop: int) -> Candidate:
    """The option that opens the last clause before a place, else the first of the sentence."""
    text = context.masked
    for comma in reversed(list(re.finditer(r"[,;:]\s", text[low:stop]))):
        opening = next((c for c in options if c.start == low + comma.end()), None)
        if opening is not None and opening is not options[0]:
            return opening
    return options[0]


def _appositive_head(context: Context, options: list[Candidate]) -> Candidate:
    """The last option, or the person it stands beside in apposition ("X, the minister, said")."""
    last = options[-1]
    if len(options) > 1 and last.mention is None and not last.pronoun:
        other = options[-2]
        enclosed = context.masked.startswith(",", last.end) or _relative_ahead(context, last)
        beside = context.masked[other.end : last.start] in (", ", ", the ", ", a ", ", an ")
        if beside and enclosed and (is_person(context, other) or (other.head and last.head)):
            return other
    return last


def _relative_ahead(context: Context, candidate: Candidate) -> bool:
    """Whether a few words and a comma follow ("an official with no public profile, …")."""
    return _TAIL_COMMA.match(context.masked, candidate.end) is not None


def is_person(context: Context, candidate: Candidate) -> bool:
    mention = candidate.mention
    return mention is not None and is_named_person(context, mention)


def source_of_noun(context: Context, low: int, stop: int) -> Speaker | None:
    """A warning from X that “…” · X’s promise of “…”"""
    found = deque(_SAYING_NOUN.finditer(context.masked, low, stop), maxlen=1)
    if not found:
        return None
    options = [c for c in candidates(context, found[0].end(), stop) if c.start <= found[0].end() + 4]
    if options:
        return resolve(context, options[0], low=found[0].end())
    named = context.named(found[0].end(), min(stop, found[0].end() + 8))
    return of_actor(context, named[0].actor, named[0].start) if named else None
