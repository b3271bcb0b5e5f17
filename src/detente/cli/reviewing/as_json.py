"""Review for other tools: the queue as JSON, decisions as JSON, all carried out or none."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from detente.cli.answers import plain
from detente.cli.reviewing.texts import Texts
from detente.errors import ArgumentError, DetenteError, Fault, InputError, ParseError
from detente.evidence.claims import REVIEW_STATES
from detente.store.decisions_file import changes_from
from detente.store.dossier_file import claim_record, document_record
from detente.store.review_folder import ReviewFolder, record
from detente.store.yaml_file import read_text
from detente.study.reviewing.claims_under_review import InHand
from detente.study.reviewing.context import Likeness, surroundings
from detente.study.reviewing.decisions import ACTIONS, Decision
from detente.study.reviewing.reliability import agreement, precision
from detente.study.reviewing.review import Item, decide, queue

_TEXTS = ("claim", "action", "by", "when", "note", "into")
_KEYS = (*_TEXTS, "changes")


def now() -> str:
    """The instant of a decision, ISO 8601 in UTC."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def wanted(source: str) -> list[Mapping[str, Any]]:
    """The decisions in a file (`-`: standard input): a JSON array, one object, or JSON Lines."""
    text = sys.stdin.read() if source == "-" else read_text(Path(source))
    if not text.strip():
        message = 'is empty: each decision is an object such as {"claim": "c1", "action": "accept"}'
        raise ParseError([Fault(message, "decision", file=_named(source))])
    try:
        body = json.loads(text)
    except json.JSONDecodeError:
        body = [
            _line(line, number, source) for number, line in enumerate(text.split("\n"), 1) if line.strip()
        ]
    decisions = body if isinstance(body, list) else [body]
    for number, item in enumerate(decisions, 1):
        if not isinstance(item, dict):
            raise _wrong(source, number, "must be an object with claim and action")
        unknown = [key for key in item if key not in _KEYS]
        if unknown:
            raise _wrong(source, number, f"has the unknown key {unknown[0]!r}; keys are {', '.join(_KEYS)}")
        for key in _TEXTS:
            if not isinstance(item.get(key, ""), str):
                raise _wrong(source, number, f"{key} must be a text; got {item[key]!r}")
        if item.get("action") not in ACTIONS:
            got = repr(item["action"]) if "action" in item else "none"
            raise _wrong(source, number, f"action must be one of {', '.join(ACTIONS)}; got {got}")
        if item.get("when") and not _instant(item["when"]):
            example = "2026-01-08 or 2026-01-08T09:00:00+00:00"
            raise _wrong(
                source, number, f"when must be a day or an instant ({example}); got {item['when']!r}"
            )
    return decisions


def carried_out(
    opened: ReviewFolder,
    decisions: list[Mapping[str, Any]],
    *,
    reviewer: str,
    opinion: bool,
    source: str = "-",
) -> tuple[ReviewFolder, int]:
    """The review after all decisions; with any that cannot be carried out, none is. `source` told them."""
    hand, log = InHand(opened.dossier), list(opened.log)
    for number, item in enumerate(decisions, 1):
        try:
            entry = decide(
                hand, log, item["action"], item.get("claim", ""), by=item.get("by") or reviewer,
                when=item.get("when") or now(), note=item.get("note", ""), into=item.get("into", ""),
                changes=dict(changes_from(item.get("changes", {}))), opinion=opinion, cited=opened.cited,
            )  # fmt: skip
        except (InputError, ArgumentError) as error:
            raise _wrong(
                source, number, f"cannot be carried out: {plain(error)}; nothing was written"
            ) from None
        log.append(entry)
    return record(opened, hand.dossier(), log[len(opened.log) :]), len(decisions)


def state(opened: ReviewFolder, *, reviewer: str, opinion: bool, recorded: int) -> dict[str, Any]:
    """The queue, how far the review has come, and how far proposers and reviewers can be trusted."""
    items = queue(opened.dossier, opened.log, reviewer=reviewer, opinion=opinion, cited=opened.cited)
    texts, likeness = Texts(opened), Likeness(opened.dossier.claims)
    states = Counter(claim.review.state for claim in opened.dossier.claims)
    return {
        "study": str(opened.folder),
        "reviewer": reviewer,
        "recorded": recorded,
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


def _instant(value: str) -> bool:
    """Is this an ISO 8601 day or instant that the calendar has?"""
    try:
        dt.datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _line(line: str, number: int, source: str) -> Any:
    try:
        return json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        raise ParseError([Fault("is not JSON", "json", file=_named(source), line=number)]) from None


def _wrong(source: str, number: int, message: str) -> DetenteError:
    return ParseError([Fault(f"decision {number} {message}", "decision", file=_named(source))])


def _named(source: str) -> str:
    """What a source of decisions is called in an error."""
    return "standard input" if source == "-" else source
