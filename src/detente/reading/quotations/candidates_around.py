"""Candidates for speaker around the quotation: after it, in the sentences before, in the turn or speech."""

from __future__ import annotations

import re

from detente.reading.context import Previous
from detente.reading.english.clauses import Clause, clauses_of
from detente.reading.english.named_offices import of_actor
from detente.reading.english.phrase_speakers import speaker_of_phrase
from detente.reading.english.saying_verbs import verbs_in
from detente.reading.english.words import STRONG_VERBS
from detente.reading.quotations.candidates import Standing, said_words, sort_of

_OTHER_CLAUSE = re.compile(r"\b(?:while|but|and|which|who|that|as|because|when)\b|[.;]")
_SIGNED = re.compile(r"\s{0,3}(?:[—–]|--?)\s{0,2}")


def tail(found: Standing) -> None:
    """Subjects of what follows the quotation in its sentence."""
    for number, clause in enumerate(found.after.told[:3]):
        if clause.subject is None:
            continue
        speaker = speaker_of_phrase(found.context, clause.subject, found.low)
        said = "saying" if said_words(clause) else "silent"
        gap = found.context.masked[found.quote.outer_end : clause.subject.start]
        kind = sort_of(found, speaker, clause.subject)
        signs = {"tail", f"tail {min(number, 1)}", f"tail {said}", f"tail of {kind}"}
        if clause.passive:
            signs.add("tail passive")
        if not gap.strip(" ,—–-"):
            signs.add(f"tail beside {said}")
        if _OTHER_CLAUSE.search(gap):
            signs.add("tail other clause")
        if found.place == "opening":
            signs.add(f"tail opening {said}")
        found.add(speaker, signs)


def inverted(found: Standing) -> None:
    """Who follows a verb of saying after the quotation ("… “…” will not do, says the minister"), or signs
    it with a dash ("“…” — Kenji Morita, chief cabinet secretary")."""
    context, text = found.context, found.context.masked
    for verb in verbs_in(text, found.quote.outer_end, found.end):
        between = text[found.quote.outer_end : verb.start].rstrip()
        phrase = next((phrase for phrase in found.after.phrases if phrase.start >= verb.end), None)
        if (
            verb.form != "finite"
            or verb.base not in STRONG_VERBS
            or phrase is None
            or phrase.start > verb.end + 2
            or between[-1:] not in ("", ",")
        ):
            continue
        last = "end" if text[phrase.end : phrase.end + 1] in ("", ".", ",", ";", "\n") else "more"
        found.add(
            speaker_of_phrase(context, phrase, found.low),
            ("inverted", f"inverted {last}", f"inverted {verb.base}"),
        )
    dash = _SIGNED.match(text, found.quote.outer_end)
    if dash is not None:
        for mention in context.named(dash.end(), dash.end() + 60)[:1]:
            if mention.full_start <= dash.end() + 1:
                found.add(of_actor(context, mention.actor, mention.start), ("signed",))


def sentences_before(found: Standing) -> None:
    """Subjects of the two sentences before, or of the last one of the paragraph before."""
    context = found.context
    spans = context.sentences_before(found.low, found.number, 2)
    for back, (start, end) in enumerate(spans):
        for number, clause in enumerate(clauses_of(context.masked, start, end).told):
            _subject_before(found, clause, f"before {back}", number, start)
    if spans or not found.number:
        return
    for start, end in context.sentences_before(found.low, found.number - 1, 1):
        colon = "colon" if context.masked[start:end].rstrip().endswith(":") else "no colon"
        for number, clause in enumerate(clauses_of(context.masked, start, end).told):
            _subject_before(found, clause, "above", number, start, colon)


def _subject_before(
    found: Standing, clause: Clause, where: str, number: int, low: int, colon: str = ""
) -> None:
    if clause.subject is None:
        return
    speaker = speaker_of_phrase(found.context, clause.subject, low)
    said = "saying" if said_words(clause) else "silent"
    signs = [
        where,
        f"{where} {'first' if number == 0 else 'later'}",
        f"{where} {found.place}",
        f"{where} {said}",
        f"{where} {found.place} {said}",
        f"{where} of {sort_of(found, speaker, clause.subject)}",
    ]
    found.add(speaker, [*signs, f"{where} {colon}"] if colon else signs)


def heading(found: Standing) -> None:
    context = found.context
    block = context.blocks[found.number]
    if block.kind != "heading":
        return
    for mention in context.named(block.start, found.quote.outer_start):
        found.add(of_actor(context, mention.actor, mention.start), ("headed", f"headed {mention.form}"))
    for mention in context.named(found.quote.outer_end, block.end):
        found.add(of_actor(context, mention.actor, mention.start), ("footed", f"footed {mention.form}"))


def voices(found: Standing, previous: Previous) -> None:
    """Who spoke before, whose turn it is, whose speech it is."""
    context = found.context
    if previous is not None and previous[1] is not None:
        apart = min(found.number - context.block_of(previous[0].outer_start), 2)
        same = "same sentence" if previous[0].outer_start >= found.low else "other sentence"
        found.add(previous[1], ("last", f"last {apart}", f"last {found.place}", f"last {same}"))
    turn = context.turns.get(found.number)
    if turn is not None:
        found.add(turn, ("turn", f"turn {found.place}", f"turn {found.size}"))
    if context.default is not None:
        found.add(context.default, ("only speaker", f"only speaker {found.size}"))
