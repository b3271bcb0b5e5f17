"""Whose a position, an interest, a condition or a relation is: the subject of the clause that tells it."""

from __future__ import annotations

from detente.evidence.extract.clauses import clauses_of
from detente.evidence.extract.deed_parties import Names, doers
from detente.evidence.extract.deeds import Told
from detente.evidence.extract.scene import Scene

_MOST = 80


def holders(
    scene: Scene, told: Told, start: int, place: int, *, mutual: bool = False, conditional: bool = False
) -> tuple[Names, Names]:
    """The holder of what the clause at a place tells, and the one it concerns where there is just one other.

    `mutual` is for relations, held by those between whom they are.
    """
    stop = max((stop for _, stop, _ in told.verbs), default=place)
    named = _names(scene, start, max(stop, place, *(p.end for p in told.clauses.phrases), place))
    if mutual:
        named = named or _only_two(scene, start)
        return named[:1], named[1:2] if len(named) == 2 else ()
    who = _subject_at(scene, told, start, place, conditional=conditional)
    return who, ()


def _subject_at(scene: Scene, told: Told, start: int, place: int, *, conditional: bool = False) -> Names:
    """Whom the subject of the clause open at a place names, else that of the main clause."""
    opened = clauses_of(scene.masked, start, place).open if place > start else ()
    main = told.main()
    for clause in (*opened, *((main,) if main is not None else ())):
        if clause.subject is not None and not (conditional and clause.kind == "sub"):
            found = doers(scene, clause.subject, start)
            if found:
                return found
    return ()


def _names(scene: Scene, start: int, end: int) -> Names:
    named = scene.named(start, end)[:_MOST]
    return tuple(dict.fromkeys(scene.cast.actors[mention.actor].name for mention in named))


def _only_two(scene: Scene, place: int) -> Names:
    """The two states of a text that has named no third so far."""
    found: list[str] = []
    for mention in scene.cast.before(place):
        actor = scene.cast.actors[mention.actor]
        if actor.kind == "state" and actor.name not in found:
            found.insert(0, actor.name)
        if len(found) > 2:
            return ()
    return tuple(found) if len(found) == 2 else ()
