"""Deciding on proposed claims: what to look at first, and what each decision does to the dossier."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from detente.errors import ArgumentError
from detente.evidence.claims import Attestation, Claim, Review, ReviewState
from detente.evidence.dates import parse
from detente.evidence.dossier import Dossier
from detente.situation.english import listed
from detente.study.reviewing.claims_under_review import InHand
from detente.study.reviewing.decisions import Action, Decision, Value, last_by, standing
from detente.study.reviewing.reliability import Precision, precision

IMPORTANCE: Mapping[str, float] = MappingProxyType(
    {
        "ask": 1.0, "commitment": 1.0, "proposal": 0.9, "measure": 0.9, "position": 0.9, "interest": 0.8,
        "scheduled": 0.8, "event": 0.7, "relation": 0.6, "causal": 0.6, "quote": 0.5, "reported": 0.5,
        "assessment": 0.3,
    }
)  # fmt: skip
"""How much a wrong claim of each kind would cost a situation built on it; our judgement, from 0 to 1."""

_STATES: Mapping[Action, ReviewState] = MappingProxyType(
    {"accept": "accepted", "edit": "edited", "reject": "rejected"}
)

_Held = Callable[[str], Claim | None]

_PRIOR_WEIGHT = 4  # a proposer's own confidence counts like this many decisions


@dataclass(frozen=True, slots=True)
class Item:
    """A claim to decide on. `importance` and `doubt` are from 0 to 1; the queue runs by their product."""

    claim: Claim
    importance: float
    doubt: float

    @property
    def priority(self) -> float:
        """Importance × doubt."""
        return self.importance * self.doubt


def queue(
    dossier: Dossier,
    log: Sequence[Decision] = (),
    *,
    reviewer: str = "",
    opinion: bool = False,
    cited: frozenset[str] = frozenset(),
) -> tuple[Item, ...]:
    """Which claims should be decided on next, the one with most to gain first?

    Doubt is 4p(1-p), where p is how likely the proposal is right: the proposer's confidence (else one half)
    weighed as four decisions beside what reviewers decided on its other proposals. `cited` claims (the
    situation rests on them) count double, up to 1. With `opinion`, the claims others have decided on and this
    reviewer has not. Claims this reviewer skipped come last.
    """
    decisions = standing(log)
    mine = {entry.claim for entry in decisions if entry.by == reviewer and entry.action != "skip"}
    others = {entry.claim for entry in decisions if entry.by != reviewer and entry.action != "skip"}
    skipped = {entry.claim for entry in decisions if entry.by == reviewer and entry.action == "skip"}
    known = {rule.origin: rule for rule in precision(decisions)}
    if opinion:
        held = {claim.id: claim for claim in dossier.claims}
        found = (as_proposed(held.get, decisions, name) for name in sorted(others - mine))
        claims = tuple(claim for claim in found if claim is not None)
    else:
        claims = tuple(claim for claim in dossier.claims if claim.review.state == "open")
    items = [_item(claim, known.get(claim.origin), claim.id in cited) for claim in claims]
    return tuple(sorted(items, key=lambda item: (item.claim.id in skipped, -item.priority)))


def _item(claim: Claim, known: Precision | None, cited: bool) -> Item:
    prior = claim.confidence if claim.confidence is not None else 0.5
    found, decided = (known.right, known.decided) if known is not None else (0, 0)
    right = (_PRIOR_WEIGHT * prior + found) / (_PRIOR_WEIGHT + decided)
    importance = min(1.0, IMPORTANCE[claim.kind] * (2 if cited else 1))
    # A floor keeps what a proposer is sure of in order of importance, and in the queue at all.
    return Item(claim, importance, max(4 * right * (1 - right), 0.05))


def decide(
    hand: InHand,
    log: Sequence[Decision],
    action: Action,
    claim: str,
    *,
    by: str,
    when: str,
    note: str = "",
    changes: Mapping[str, Value] = MappingProxyType({}),
    into: str = "",
    opinion: bool = False,
    cited: frozenset[str] = frozenset(),
) -> Decision:
    """One decision carried out on the claims in hand: the line for the log.

    An undo takes back this reviewer's latest standing decision on the claim, or, without a claim, the latest
    of all. Raises ArgumentError for a decision that makes no sense, InputError for a claim that is not there.
    """
    number = len(log) + 1
    if action == "undo":
        last = last_by(log, by, claim)
        if last is None:
            raise ArgumentError(f"decide(): {by} has no decision to undo{f' on {claim}' if claim else ''}")
        _check_undo(last, log, hand)
        taken_back = Decision(
            number, "undo", last.claim, by, when, note, undoes=last.number, before=last.before
        )
        if not last.opinion:
            hand.put(last.before)
        return taken_back
    held = (as_proposed(hand.get, standing(log), claim) if opinion else None) or hand.claim(claim)
    _check(action, held, changes, into, cited)
    before = (held, *_touched(hand, claim, into)) if action == "merge" else (held,)
    entry = Decision(
        number, action, claim, by, when, note, tuple(changes.items()), into, None, opinion, before
    )
    _apply(hand, entry)
    return entry


def as_proposed(held: _Held, decisions: Sequence[Decision], name: str) -> Claim | None:
    """The claim as it stood before anyone decided on it, so that a second reviewer judges the same thing.

    What was decided before a new version of the document took words away is no such thing: the claim is
    given as it stood afterwards, and None if it is gone or open again. `held` finds a claim by its id.
    """
    merged = {entry.claim: entry.into for entry in decisions if entry.action == "merge" and not entry.opinion}
    heir = name
    while heir in merged and held(heir) is None:
        heir = merged.pop(heir)
    now = held(heir)
    if now is None or (now.review.state == "open" and now.earlier):
        return None
    words = {_words(place): place for place in now.attestations}
    for entry in decisions:
        seen = entry.before[0] if entry.claim == name and entry.before else None
        if seen is not None and all(_words(place) in words for place in seen.attestations):
            places = tuple(_where_now(place, now, words) for place in seen.attestations)
            return replace(seen, attestations=places)
    return now if heir == name else None


def _words(place: Attestation) -> str:
    return place.passage.text if place.passage is not None else place.note


def _where_now(place: Attestation, now: Claim, words: Mapping[str, Attestation]) -> Attestation:
    """The citation where the document has its words now."""
    if any((place.document, place.passage) == (one.document, one.passage) for one in now.attestations):
        return place
    found = words[_words(place)]
    return replace(place, document=found.document, passage=found.passage)


def _touched(hand: InHand, claim: str, into: str) -> tuple[Claim, ...]:
    """The claim merged into, and those said to be at odds with the one that goes."""
    kept = hand.claim(into)
    return (kept, *(other for other in hand.at_odds_with(claim) if other.id != into))


def _check_undo(last: Decision, log: Sequence[Decision], hand: InHand) -> None:
    touched = {claim.id for claim in last.before}
    for entry in standing(log):
        later = entry.number > last.number and entry.action != "skip" and not entry.opinion
        if later and not last.opinion and touched & {claim.id for claim in entry.before}:
            raise ArgumentError(
                f"decide(): {entry.by} has since decided on {entry.claim}; decide anew instead of undoing"
            )

    if not last.opinion and _moved(last, hand):
        raise ArgumentError(
            f"decide(): a document that {last.claim} cites has been replaced since by a new version; decide "
            "anew instead of undoing"
        )


def _moved(last: Decision, hand: InHand) -> bool:
    """Do claims no longer stand where they stood when this was decided?"""
    heir = {last.claim: last.into} if last.action == "merge" else {}
    for claim in last.before:
        now = hand.get(heir.get(claim.id, claim.id))
        held = {place.passage for place in now.attestations} if now is not None else set()
        if any(place.passage not in held for place in claim.attestations if place.passage is not None):
            return True
    return False


def _check(
    action: Action, held: Claim, changes: Mapping[str, Value], into: str, cited: frozenset[str]
) -> None:
    if action == "merge":
        if not into or into == held.id:
            raise ArgumentError(f"decide(): merge needs another claim to merge {held.id} into; got {into!r}")
        if held.id in cited:
            raise ArgumentError(
                f"decide(): the situation rests on {held.id}; merge {into} into {held.id} instead"
            )
    elif into:
        raise ArgumentError(f"decide(): only merge takes another claim; got {action} with into {into!r}")
    if bool(changes) != (action == "edit"):
        raise ArgumentError("decide(): edit, and only edit, takes changes: name the fields and their values")


def applied(dossier: Dossier, entry: Decision) -> Dossier:
    """The dossier with one logged decision carried out; carrying it out twice is the same as once."""
    hand = InHand(dossier)
    _apply(hand, entry)
    return hand.dossier()


def _apply(hand: InHand, entry: Decision) -> None:
    if entry.action == "skip" or entry.opinion:
        return
    if entry.action == "undo":
        hand.put(entry.before)
        return
    held, kept = hand.get(entry.claim), hand.get(entry.into)
    if entry.action != "merge":
        hand.put(() if held is None else (_judged(held, entry),))
    elif held is not None and kept is not None:
        hand.drop(held.id)
        attestations = tuple(dict.fromkeys((*kept.attestations, *held.attestations)))
        hand.put((replace(kept, attestations=attestations),))
        hand.put(_led(claim, held.id, kept.id) for claim in hand.at_odds_with(held.id))


def _judged(held: Claim, entry: Decision) -> Claim:
    review = Review(_STATES[entry.action], entry.by, entry.when, entry.note)
    return replace(edited(held, dict(entry.changes)), review=review)


def _led(claim: Claim, old: str, new: str) -> Claim:
    others = (new if other == old else other for other in claim.at_odds)
    return replace(claim, at_odds=tuple(dict.fromkeys(other for other in others if other != claim.id)))


def edited(claim: Claim, changes: Mapping[str, Value]) -> Claim:
    """The claim with some fields changed; lists of names may be given as one text parted by commas.

    Citations that named the claim's holder as their speaker name the new holder, unless `said_by` is given.
    """
    values: dict[str, Any] = {}
    for name, value in changes.items():
        if name == "date":
            values[name] = parse(_text(name, value).strip()) if value else None
        elif name in ("who", "to"):
            values[name] = names_of(value)
        elif name in ("stance", "direction"):
            values[name] = value or None
        elif name == "said_by":
            values["attestations"] = _spoken(claim, _text(name, value).strip())
        else:
            values[name] = _text(name, value)
    if "text" in values and not values["text"].strip():
        raise ArgumentError("edited(): text must not be empty; reject the claim instead")
    if "who" in values:
        values.setdefault("attestations", _followed(claim, values["who"]))
    return replace(claim, **values)


def _spoken(claim: Claim, speaker: str) -> tuple[Attestation, ...]:
    if not claim.attestations:
        raise ArgumentError(f"edited(): {claim.id} has no citation, so nobody to name in said_by")
    return tuple(replace(place, said_by=speaker) for place in claim.attestations)


def _followed(claim: Claim, holders: tuple[str, ...]) -> tuple[Attestation, ...]:
    """The citations with the new holders as speakers where the earlier ones were."""
    earlier = {listed(claim.who), *claim.who}
    return tuple(
        replace(place, said_by=listed(holders)) if place.said_by and place.said_by in earlier else place
        for place in claim.attestations
    )


def names_of(value: Value) -> tuple[str, ...]:
    """The names in a field of names, given as a list or as one text parted by commas."""
    parts = value.split(",") if isinstance(value, str) else value or ()
    return tuple(part.strip() for part in parts if part.strip())


def _text(name: str, value: Value) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    raise ArgumentError(f"edited(): {name} must be a text; got {value!r}")


def caught_up(dossier: Dossier, log: Iterable[Decision]) -> Dossier:
    """The dossier with the last decisions carried out, should writing have stopped between log and dossier.

    They are the most decisions at the end of the log before which all claims they touch stood as they stand
    now. Where these have been carried out, they have led back to where they began, and do so again.
    """
    entries = tuple(log)
    held = {claim.id: claim for claim in dossier.claims}
    apart: set[str] = set()
    begin = len(entries)
    for number in range(len(entries), 0, -1):
        for name, claim in _stood(entries, entries[number - 1]):
            (apart.discard if held.get(name) == claim else apart.add)(name)
        begin = begin if apart else number - 1
    hand = InHand(dossier)
    for entry in entries[begin:]:
        _apply(hand, entry)
    return hand.dossier()


def _stood(entries: Sequence[Decision], entry: Decision) -> Iterator[tuple[str, Claim | None]]:
    """How each claim that a decision touches stood before it; None where there was none of its id."""
    if entry.action == "skip" or entry.opinion:
        return
    if entry.action != "undo":
        yield from ((claim.id, claim) for claim in entry.before)
        return
    undone = entries[(entry.undoes or 1) - 1]
    if not undone.opinion:
        hand = InHand(Dossier((), ()))
        hand.put(undone.before)
        _apply(hand, undone)
        yield from ((claim.id, hand.get(claim.id)) for claim in undone.before)
