"""Review for other tools: the queue as JSON, decisions as JSON, all carried out or none."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.cli.answers import plain
from detente.cli.reviewing.texts import Texts
from detente.errors import ArgumentError, DetenteError, Fault, InputError, ParseError, PathStep
from detente.evidence.claims import REVIEW_STATES
from detente.evidence.dates import is_instant
from detente.situation.language.expressions import nearest
from detente.store.decisions_file import changes_from
from detente.store.dossier_file import claim_record, document_record
from detente.store.dossier_lines import INSTANT
from detente.store.json_places import Item as Given
from detente.store.json_places import items, offset_of, place
from detente.store.review_folder import ReviewFolder, record
from detente.store.yaml_file import read_text
from detente.study.reviewing.claims_under_review import InHand
from detente.study.reviewing.context import Likeness, surroundings
from detente.study.reviewing.decisions import ACTIONS, Decision
from detente.study.reviewing.parties import Parties, UnknownParty
from detente.study.reviewing.reliability import agreement, precision
from detente.study.reviewing.review import Item, decide, queue

_TEXTS = ("claim", "action", "by", "when", "note", "into")
_KEYS = (*_TEXTS, "changes")


def now() -> str:
    """The instant of a decision, ISO 8601 in UTC."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Decisions as they were given: `source` is a file or `-`, `items` say where in the text each begins."""

    source: str
    text: str
    items: tuple[Given, ...]

    def wrong(self, number: int, message: str, *path: PathStep) -> DetenteError:
        """The error of the decision of that number, at the field the path leads to."""
        line, column = place(self.text, offset_of(self.text, self.items[number - 1].start, path))
        words = f"decision {number} {message}"
        return ParseError([Fault(words, "decision", path, None, _named(self.source), line, column)])


def wanted(source: str) -> Wanted:
    """The decisions in a file (`-`: standard input): a JSON array, one object, or JSON Lines."""
    text = sys.stdin.read() if source == "-" else read_text(Path(source))
    if not text.strip():
        message = 'is empty: each decision is an object such as {"claim": "c1", "action": "accept"}'
        raise ParseError([Fault(message, "decision", file=_named(source))])
    try:
        decisions = Wanted(source, text, items(text))
    except json.JSONDecodeError as error:
        message = f"is not JSON: {error.msg}"
        fault = Fault(message, "json", (), None, _named(source), error.lineno, error.colno)
        raise ParseError([fault]) from None
    except RecursionError:
        message = "is not JSON that can be read: nested too deeply"
        raise ParseError([Fault(message, "json", file=_named(source))]) from None
    for number, item in enumerate(decisions.items, 1):
        _check(decisions, number, item.value)
    return decisions


def _check(given: Wanted, number: int, item: object) -> None:
    if not isinstance(item, dict):
        raise given.wrong(number, "must be an object with claim and action")
    unknown = [key for key in item if key not in _KEYS]
    if unknown:
        message = (
            f"has the unknown key {unknown[0]!r}{nearest(unknown[0], _KEYS)}; keys are {', '.join(_KEYS)}"
        )
        raise given.wrong(number, message, unknown[0])
    for key in _TEXTS:
        if not isinstance(item.get(key, ""), str):
            raise given.wrong(number, f"{key} must be a text; got {item[key]!r}", key)
    if item.get("action") not in ACTIONS:
        got = repr(item["action"]) if "action" in item else "none"
        raise given.wrong(number, f"action must be one of {', '.join(ACTIONS)}; got {got}", "action")
    if item.get("when") and not is_instant(item["when"]):
        raise given.wrong(number, f"when must be {INSTANT}; got {item['when']!r}", "when")


def carried_out(
    opened: ReviewFolder, decisions: Wanted, *, reviewer: str, opinion: bool
) -> tuple[ReviewFolder, int]:
    """The review after all decisions; with any that cannot be carried out, none is."""
    hand, log = InHand(opened.dossier), list(opened.log)
    for number, given in enumerate(decisions.items, 1):
        item: Mapping[str, Any] = given.value
        try:
            entry = decide(
                hand, log, item["action"], item.get("claim", ""), by=item.get("by") or reviewer,
                when=item.get("when") or now(), note=item.get("note", ""), into=item.get("into", ""),
                changes=dict(changes_from(item.get("changes", {}))), opinion=opinion, cited=opened.cited,
            )  # fmt: skip
        except (InputError, ArgumentError) as error:
            path = error.faults[0].path if isinstance(error, InputError) else ()
            said = error.faults[0].message if isinstance(error, InputError) else plain(error)
            message = f"cannot be carried out: {said}; nothing was written"
            raise decisions.wrong(number, message, *path) from None
        log.append(entry)
    return record(opened, hand.dossier(), log[len(opened.log) :]), len(decisions.items)


def unknown_parties(opened: ReviewFolder, decisions: Wanted) -> tuple[UnknownParty, ...]:
    """The names in edits that neither the study nor the tables of states and bodies know."""
    parties = Parties(opened.dossier.claims, opened.actors)
    return tuple(
        party
        for given in decisions.items
        if given.value["action"] == "edit"
        for party in parties.unknown(given.value.get("claim", ""), given.value["changes"])
    )


def state(
    opened: ReviewFolder,
    *,
    reviewer: str,
    opinion: bool,
    recorded: int,
    unknown: tuple[UnknownParty, ...] = (),
) -> dict[str, Any]:
    """The queue, how far the review has come, and how far proposers and reviewers can be trusted."""
    items = queue(opened.dossier, opened.log, reviewer=reviewer, opinion=opinion, cited=opened.cited)
    texts, likeness = Texts(opened), Likeness(opened.dossier.claims)
    states = Counter(claim.review.state for claim in opened.dossier.claims)
    return {
        "study": str(opened.folder),
        "reviewer": reviewer,
        "recorded": recorded,
        "notices": [
            {"claim": one.claim, "field": one.field, "name": one.name, "message": str(one)} for one in unknown
        ],
        "counts": {name: states[name] for name in REVIEW_STATES},
        "queue": [_item(item, opened, texts, likeness) for item in items],
        "precision": [
            {
                "origin": rule.origin, "right": rule.right, "amended": rule.amended, "wrong": rule.wrong,
                "share": rule.share, "interval": [rule.low, rule.high],
            }
            for rule in precision(opened.log)
        ],
        "agreement": _agreement(opened.log),
        "contrasts": [
            {"kind": one.kind, "claims": [one.first.id, one.second.id]} for one in opened.dossier.contrasts()
        ],
    }  # fmt: skip


def _item(item: Item, opened: ReviewFolder, texts: Texts, likeness: Likeness) -> dict[str, Any]:
    return {
        "claim": claim_record(item.claim),
        "importance": item.importance,
        "doubt": item.doubt,
        "priority": item.priority,
        "cited": item.claim.id in opened.cited,
        "citations": [
            {"document": document_record(opened.dossier.document(place.document))}
            | (_shown(texts, place.document, place.passage) if place.passage is not None else {})
            for place in item.claim.attestations
        ],
        "alike": [other.id for other in likeness.alike(item.claim)],
    }


def _shown(texts: Texts, document: str, passage: Any) -> dict[str, Any]:
    found = surroundings(texts.of(document), passage)
    return {"before": found.before, "text": found.text, "after": found.after, "page": texts.page(passage)}


def _agreement(log: tuple[Decision, ...]) -> dict[str, Any] | None:
    found = agreement(log)
    if found is None:
        return None
    return {
        "reviewers": list(found.reviewers), "claims": found.claims, "observed": found.observed,
        "alpha": found.alpha, "kappa": found.kappa, "disputed": list(found.disputed),
    }  # fmt: skip


def _named(source: str) -> str:
    """What a source of decisions is called in an error."""
    return "standard input" if source == "-" else source
