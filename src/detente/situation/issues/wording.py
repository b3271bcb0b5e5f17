"""Conditions over issues read aloud: "if the railway: “build”, then the wording: settled"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.situation.issues.terms import PARKED, Issue
from detente.situation.language.expressions import (
    And,
    Compare,
    Count,
    Expression,
    Iff,
    Implies,
    Mention,
    Not,
    Or,
)

_KINDS = {"exactly": "exactly", "at_least": "at least", "at_most": "at most"}


def condition_words(expression: Expression, issues: Mapping[str, Issue]) -> str:
    """A condition in words, with the issues' labels and what their levels mean."""
    match expression:
        case And((Mention() | Compare() as part, Compare(_, "!=", "parked"))):
            # As `outside_order` wrote it: the second half is understood.
            return condition_words(part, issues)
        case Mention(name):
            return f"{_label(issues, name)}: beyond “{_level(issues, name, 0)}”"
        case Compare(name, operator, level):
            return _compare(issues, name, operator, level)
        case Not(part):
            return f"not ({condition_words(part, issues)})"
        case And(parts):
            return _joined(parts, "and", issues)
        case Or(parts):
            return _joined(parts, "or", issues)
        case Implies(first, second):
            return f"if {condition_words(first, issues)}, then {condition_words(second, issues)}"
        case Iff(left, right):
            return f"{condition_words(left, issues)} exactly if {condition_words(right, issues)}"
        case Count(kind, number, parts):
            return f"{_KINDS[kind]} {number} of: {_joined(parts, '·', issues)}"


def _joined(parts: Sequence[Expression], word: str, issues: Mapping[str, Issue]) -> str:
    return f" {word} ".join(condition_words(part, issues) for part in parts)


def _label(issues: Mapping[str, Issue], name: str) -> str:
    return str(issues[name].label) if name in issues else name


def _level(issues: Mapping[str, Issue], name: str, place: int) -> str:
    return str(issues[name].meaning(issues[name].levels[place]))


def _compare(issues: Mapping[str, Issue], name: str, operator: str, level: str) -> str:
    label = _label(issues, name)
    meaning = issues[name].meaning(level) if name in issues else level
    if level == PARKED:
        return f"{label}: {'set aside' if operator == '==' else 'settled'}"
    words = {"==": "", "!=": "not ", ">=": "at least ", ">": "beyond ", "<=": "at most ", "<": "short of "}
    return f"{label}: {words[operator]}“{meaning}”"
