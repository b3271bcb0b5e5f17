"""Conditions over issues read aloud: "if the railway: “build”, then the wording: settled"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.messages import Joint, Words, joined, message
from detente.situation.issues.terms import PARKED, Issue
from detente.situation.language.counts import count_words
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


def condition_words(expression: Expression, issues: Mapping[str, Issue]) -> Words:
    """A condition in words, with the issues' labels and what their levels mean."""
    match expression:
        case And((Mention() | Compare() as part, Compare(_, "!=", "parked"))):
            # As `outside_order` wrote it: the second half is understood.
            return condition_words(part, issues)
        case Mention(name):
            return message("conditions.beyond", issue=_label(issues, name), level=_level(issues, name, 0))
        case Compare(name, operator, level):
            return _compare(issues, name, operator, level)
        case Not(part):
            return message("conditions.not", part=condition_words(part, issues))
        case And(parts):
            return _joined(parts, "and_each", issues)
        case Or(parts):
            return _joined(parts, "either", issues)
        case Implies(first, second):
            condition, then = condition_words(first, issues), condition_words(second, issues)
            return message("conditions.implies", condition=condition, consequence=then)
        case Iff(left, right):
            mine, yours = condition_words(left, issues), condition_words(right, issues)
            return message("conditions.iff", left=mine, right=yours)
        case Count(kind, number, parts):
            return count_words(kind, number, _joined(parts, "dot", issues))


def _joined(parts: Sequence[Expression], joint: Joint, issues: Mapping[str, Issue]) -> Words:
    return joined((condition_words(part, issues) for part in parts), joint)


def _label(issues: Mapping[str, Issue], name: str) -> Words:
    return issues[name].label if name in issues else name


def _level(issues: Mapping[str, Issue], name: str, place: int) -> Words:
    return issues[name].meaning(issues[name].levels[place])


def _compare(issues: Mapping[str, Issue], name: str, operator: str, level: str) -> Words:
    issue = _label(issues, name)
    meaning: Words = issues[name].meaning(level) if name in issues else level
    if level == PARKED:
        if operator == "==":
            return message("conditions.set_aside", issue=issue)
        return message("conditions.settled", issue=issue)
    match operator:
        case "==":
            return message("conditions.is", issue=issue, level=meaning)
        case "!=":
            return message("conditions.is_not", issue=issue, level=meaning)
        case ">=":
            return message("conditions.is_at_least", issue=issue, level=meaning)
        case ">":
            return message("conditions.beyond", issue=issue, level=meaning)
        case "<=":
            return message("conditions.is_at_most", issue=issue, level=meaning)
        case _:
            return message("conditions.is_short_of", issue=issue, level=meaning)
