"""Candidates for speaker from what governs the quotation: clauses, what they refer to, owners, documents."""

from __future__ import annotations

import re

from detente.reading.context import Speaker
from detente.reading.english.clause_words import NounPhrase
from detente.reading.english.clauses import Clause, clauses_of
from detente.reading.english.named_offices import DOCUMENTS
from detente.reading.english.phrase_speakers import speaker_of_phrase
from detente.reading.english.pronouns import pronoun
from detente.reading.english.words import saying_verbs
from detente.reading.quotations.candidates import Standing, is_a_person, said_words, sort_of, strength
from detente.reading.quotations.owners import own_clause, owner
from detente.reading.word_lists import word_set

RULING = word_set(
    "bind binds bound oblige obliges obliged provide provides provided require requires required "
    "stipulate stipulates stipulated prescribe prescribes guarantee guarantees guaranteed prohibit "
    "prohibits prohibited forbid forbids forbade entitle entitles entitled define defines defined "
    "establish establishes lay lays laid read reads contain contains contained commit commits "
    "committed allow allows allowed permit permits exempt exempts grant grants gives give"
)
"""Verbs a document does its work with."""
_DUTY = frozenset({"shall", "must", "bound", "undertook", "undertake"})
_HELD = re.compile(r"\b(?:[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\b")
_SURE = 0.8
_CLOSED = 6


def by_rule(found: Standing, chosen: Speaker | None) -> None:
    if chosen is None:
        return
    rule = chosen.rule.removeprefix("speaker-")
    sure = "sure" if chosen.confidence >= _SURE else "unsure"
    found.add(_whole(found, chosen), ("rule", f"rule {rule}", f"rule {sure}", f"rule {rule} {found.size}"))


def _whole(found: Standing, speaker: Speaker) -> Speaker:
    """The speaker by the whole of his noun phrase ("Article 83" for "Article", NATO’s Kosovo Force for
    Kosovo)."""
    context = found.context
    whole = speaker.rule == "speaker-owner" or (speaker.plural and " and " in speaker.name)
    if whole or is_a_person(context, speaker):
        return speaker
    if speaker.name.lower().startswith("whose "):
        owned = next(
            (c.subject for c in found.before.told if c.kind == "whose" and _reaches(c, speaker.at)), None
        )
        return (speaker_of_phrase(context, owned, found.low) if owned is not None else None) or speaker
    for phrase in (*found.before.phrases, *found.after.phrases):
        inside = phrase.start - 1 <= speaker.at < phrase.end
        if (
            inside
            and not phrase.pronoun
            and " of " not in context.masked[phrase.start : max(phrase.start, speaker.at)]
        ):
            if speaker.actor is not None:
                named = context.named(speaker.at, speaker.at + 1)
                if not named or phrase.end <= named[0].end + 1:
                    return speaker
            elif speaker.name.split(" of ")[0] not in context.masked[phrase.start : phrase.end]:
                continue
            return speaker_of_phrase(context, phrase, found.low) or speaker
    return speaker


def _reaches(clause: Clause, at: int) -> bool:
    return clause.subject is not None and clause.subject.end >= at


def asides(found: Standing) -> None:
    """Who is said in an aside to be speaking ("The plan, he said, was “…”")."""
    for where, clauses in (("aside", found.before.asides), ("aside after", found.after.asides)):
        for clause in clauses:
            if clause.subject is not None:
                found.add(speaker_of_phrase(found.context, clause.subject, found.low), (where,))


def open_subjects(found: Standing) -> None:
    """The subjects of the clauses the quotation stands in, the innermost first, and what these refer to."""
    said = False
    for depth, clause in enumerate(found.before.open):
        level = min(depth, 2)
        if clause.antecedent is not None:
            sort = "document" if clause.antecedent.head in DOCUMENTS else "other"
            antecedent = speaker_of_phrase(found.context, clause.antecedent, found.low)
            found.add(
                antecedent, ("referred", f"referred {sort}", f"referred {clause.kind}", f"referred {level}")
            )
            _part_referred(found, clause.antecedent)
        if clause.subject is None:
            continue
        signs = {"clause", f"clause {clause.kind}", f"clause {level}"}
        bases = [saying_verbs().get(word, "") for word, _, _ in clause.verbs]
        spoken = [base for base in bases if base]
        if not bases:
            signs.add("clause verbless")
        elif spoken and not clause.passive:
            weight = strength(spoken[-1])
            signs |= {f"clause verb {spoken[-1]}", f"clause saying {weight}"}
            signs.add("clause later saying" if said else "clause first saying")
            if not said:
                signs.add(f"clause first saying {weight}")
            if bases[-1]:
                signs.add("clause saying last")
            said = True
        else:
            signs.add(f"clause word {clause.verbs[-1][0]}")
            signs |= _silent(clause, depth, len(found.before.open))
        speaker = _meant(found, clause, depth)

        signs.add(
            f"clause {clause.subject.head}"
            if clause.subject.pronoun
            else f"clause of {sort_of(found, speaker, clause.subject)}"
        )
        if any(word in _DUTY for word, _, _ in clause.verbs):
            signs.add("clause of duty")
        if any(word in RULING for word, _, _ in clause.verbs):
            signs.add(f"clause ruling {'document' if clause.subject.head in DOCUMENTS else 'other'}")
        found.add(speaker, signs)


def _part_referred(found: Standing, phrase: NounPhrase) -> None:
    """The document a longer phrase ends with ("the weakness of the 2027 memorandum, which obliges …")."""
    last = found.context.masked.rfind(" of ", phrase.start, phrase.end)
    if last < 0:
        return
    part = next((p for p in clauses_of(found.context.masked, last + 4, phrase.end).phrases), None)
    if part is not None and part.head in DOCUMENTS and part.end == phrase.end:
        found.add(speaker_of_phrase(found.context, part, found.low), ("referred part",))


def _meant(found: Standing, clause: Clause, depth: int) -> Speaker | None:
    """Whom the subject of an open clause means; "it" is the body a clause outside is about ("X warned
    against what it termed “…”")."""
    assert clause.subject is not None
    if clause.subject.head == "it":
        for outer in found.before.open[depth + 1 :]:
            if outer.subject is not None and not outer.subject.pronoun:
                speaker = speaker_of_phrase(found.context, outer.subject, found.low)
                if speaker is not None and not is_a_person(found.context, speaker):
                    return speaker
    return speaker_of_phrase(found.context, clause.subject, found.low)


def _silent(clause: Clause, depth: int, number: int) -> set[str]:
    signs = {"clause silent"}
    if depth == 0:
        signs.add("clause silent innermost")
    if clause.passive:
        signs.add("clause passive")
    if number == 1:
        signs.add("clause silent alone")
    return signs


def closed_subjects(found: Standing) -> None:
    """Subjects of the sentence whose clause was closed before the quotation, the nearest few of them."""
    still = {clause.subject.start for clause in found.before.open if clause.subject is not None}
    told = [(c, c.subject) for c in found.before.told if c.subject and c.subject.start not in still]
    for clause, subject in told[-_CLOSED:]:
        speaker = speaker_of_phrase(found.context, subject, found.low)
        said = "saying" if said_words(clause) else "silent"
        kind = sort_of(found, speaker, subject)
        found.add(speaker, ("closed", f"closed {said}", f"closed of {kind}"))


def documents(found: Standing) -> None:
    """Texts named under a preposition ("under the Convention, … “…”")."""
    for phrase in found.before.phrases:
        if phrase.governor and phrase.head in DOCUMENTS:
            duty = any(word in _DUTY for clause in found.before.open for word, _, _ in clause.verbs)
            near = "near" if found.quote.outer_start - phrase.end < 30 else "far"
            speaker = speaker_of_phrase(found.context, phrase, found.low)
            found.add(
                speaker,
                (
                    "document",
                    f"document {near}",
                    f"document {phrase.governor}",
                    "document of duty" if duty else "document of fact",
                ),
            )


def owners(found: Standing) -> None:
    """Whose the quoted thing is ("its “Two Ports” policy", "one of its strategies is “…”"), and who acts by
    a passive verb ("dismissed by the opposition as “…”")."""
    context, quote, low = found.context, found.quote, found.low
    verb_end = max((end for clause in found.before.open for _, _, end in clause.verbs), default=low)
    for speaker in (owner(context, quote, low), own_clause(context, quote, verb_end, low)):
        found.add(speaker, ("owner", f"owner {found.size}"))
    for clause in found.before.open[:1]:
        subject = clause.subject
        held = _HELD.search(context.masked, subject.start, subject.end) if subject is not None else None
        if held is not None:
            found.add(pronoun(context, held.group().lower(), held.start(), low), ("owner of subject",))
    if found.before.open and found.before.open[0].passive:
        for phrase in found.before.phrases:
            if phrase.governor == "by" and phrase.start > found.before.open[0].verbs[0][1]:
                found.add(speaker_of_phrase(context, phrase, low), ("agent",))
