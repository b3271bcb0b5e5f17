"""Whose a position, an interest, a condition or a relation is: the subject of the clause that tells it."""

from __future__ import annotations

from bisect import bisect_left

from detente.evidence.claims import Status
from detente.reading.claims.deed_parties import Names, doers
from detente.reading.claims.deeds import Told
from detente.reading.claims.flags import status_of
from detente.reading.context import Context
from detente.reading.english.clauses import clauses_of
from detente.reading.english.verb_groups import group_of
from detente.reading.word_lists import word_set

_MOST = 80
_DENY = word_set(
    "refuse refuses refused reject rejects rejected deny denies denied decline declines declined "
    "fail fails failed"
)


def holders(
    context: Context, told: Told, start: int, place: int, *, mutual: bool = False, conditional: bool = False
) -> tuple[Names, Names]:
    """The holder of what the clause at a place tells, and the one it concerns where there is just one other.

    `mutual` is for relations, held by those between whom they are.
    """
    if mutual:
        end = max((p.end for p in told.clauses.phrases), default=place)
        named = _names(context, start, max(place, end)) or _only_two(context, start)
        return named[:1], named[1:2] if len(named) == 2 else ()
    return subject_at(context, told, place, conditional=conditional), ()


def stands(context: Context, told: Told, place: int, flags: tuple[str, ...]) -> Status:
    """How what the clause at a place tells stands: negated by its own verb alone, in a condition never."""
    clause = told.clause_at(place)
    denied = clause is not None and any(
        context.masked[start:stop].lower() in _DENY
        or group_of(context.masked, told.start, start).status == "negated"
        for start, stop, other in told.verbs
        if other is clause
    )
    if denied and "conditional" not in flags:
        return "negated"
    end = max((p.end for p in told.clauses.phrases), default=place)
    return status_of(context.masked[told.start : max(place, end)], tuple(f for f in flags if f != "negated"))


def subject_at(
    context: Context, told: Told, place: int, *, conditional: bool = False, alone: bool = False
) -> Names:
    """Whom the subject of the clause open at a place names, else (unless `alone`) that of the main clause."""
    opened = clauses_of(context.masked, told.start, place).open if place > told.start else ()
    main = told.main()
    for clause in opened[:1] if alone else (*opened, *((main,) if main is not None else ())):
        if clause.subject is not None and not (conditional and clause.kind == "sub"):
            found = doers(context, clause.subject, told.start)
            if found:
                return found
    return ()


def _names(context: Context, start: int, end: int) -> Names:
    named = context.named(start, end)[:_MOST]
    actors = [context.cast.actors[mention.actor] for mention in named]
    return tuple(dict.fromkeys(actor.name for actor in actors if actor.kind != "person"))


def _only_two(context: Context, place: int) -> Names:
    """The two states of a text that has named no third so far, the one named last coming second."""
    latest: dict[str, int] = {}
    for state in context.cast.states:
        number = bisect_left(state.spans, (place,))
        if number:
            latest[state.name] = max(latest.get(state.name, -1), state.spans[number - 1][0])
    return tuple(sorted(latest, key=latest.__getitem__)) if len(latest) == 2 else ()
