"""Names, states, moves and wishes in words a reader uses."""

from __future__ import annotations

from collections.abc import Sequence

from detente.situation.english import listed
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
    parse,
)
from detente.situation.model import Situation
from detente.situation.options import Option
from detente.situation.preferences import Statement
from detente.situation.states import State

_COMPARISONS = {
    "==": "is",
    "!=": "is not",
    ">=": "is at least",
    "<=": "is at most",
    ">": "is beyond",
    "<": "is short of",
}


def name(situation: Situation, actor: str) -> str:
    """The actor's name."""
    return situation.actor(actor).name


def subject(situation: Situation, actor: str) -> str:
    """The actor's name as the subject of a sentence, with the article English wants."""
    plain = name(situation, actor)
    return f"the {plain}" if plain.startswith(("United ", "European ")) or plain.endswith("Union") else plain


def sentence(text: str) -> str:
    """The text with a capital first and a full stop last."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!", "”")) else ".")


def level_words(option: Option, level: str) -> str:
    """What standing at a level is called."""
    if option.meanings.get(level):
        return option.meanings[level]
    if option.binary:
        return f"{option.label}: {level}"
    return f"{option.label}: {level.replace('_', ' ')}"


def act_words(option: Option, level: str) -> str:
    """A phrase for moving to a level: "freeze its programme"."""
    if option.acts.get(level):
        return option.acts[level]
    if option.binary:
        return f"choose “{option.label}”" if level == "yes" else f"give up “{option.label}”"
    return f"set “{option.label}” to {level.replace('_', ' ')}"


def changes(situation: Situation, source: State, target: State) -> tuple[tuple[Option, str], ...]:
    """The options whose level differs, with their level in the target, in file order."""
    return tuple(
        (option, target.levels[option.id])
        for option in situation.options
        if source.levels[option.id] != target.levels[option.id]
    )


def move_words(situation: Situation, source: State, target: State) -> str:
    """A move as a phrase: "freeze its programme and enter talks"; in graph form, "move to …"."""
    if target.key is not None:
        return f"move to {state_words(situation, target)}"
    return listed(act_words(option, level) for option, level in changes(situation, source, target))


def state_words(situation: Situation, state: State) -> str:
    """A state described by itself: its label, or the options that stand above their first level."""
    if state.key is not None:
        return f"{state.key} ({state.label})" if state.label else state.key
    standing = [
        level_words(option, state.levels[option.id])
        for option in situation.options
        if state.levels[option.id] != option.levels[0] or option.meanings.get(option.levels[0])
    ]
    return "; ".join(standing) or "every option at its first level"


def difference_words(situation: Situation, today: State, state: State) -> str:
    """A state described by what is other than today, grouped by actor."""
    if state.key is not None:
        return state_words(situation, state)
    by_owner: dict[str, list[str]] = {}
    for option, level in changes(situation, today, state):
        by_owner.setdefault(option.owner, []).append(level_words(option, level))
    groups = [f"{name(situation, owner)} — {'; '.join(words)}" for owner, words in by_owner.items()]
    return ". ".join(groups) or "as today"


def outcome_words(situation: Situation, state: State) -> str:
    """An outcome in words, by what is other than today where that is known, and its id in brackets."""
    if state.key is not None:
        return f"{state.label} [{state.key}]" if state.label else state.key
    today = situation.status_quo
    words = state_words(situation, state) if today is None else difference_words(situation, today, state)
    return f"{words} [{state}]"


def wish_words(situation: Situation, statement: Statement) -> str:
    """A wish in words: its label, or its expression read aloud."""
    return statement.label or expression_words(situation, parse(statement.text))


def expression_words(situation: Situation, expression: Expression) -> str:
    """An expression read aloud, with the options' labels."""
    match expression:
        case Mention(option):
            return _mention(situation.option(option))
        case Compare(option, operator, level):
            return _compare(situation.option(option), operator, level)
        case Not(Mention(option)):
            first = situation.option(option)
            return _compare(first, "==", first.levels[0])
        case Not(part):
            return f"not ({expression_words(situation, part)})"
        case And(parts):
            return _joined(situation, parts, "and")
        case Or(parts):
            return _joined(situation, parts, "or")
        case Implies(condition, consequence):
            first_words = expression_words(situation, condition)
            return f"if {first_words}, then {expression_words(situation, consequence)}"
        case Iff(left, right):
            left_words = expression_words(situation, left)
            return f"{left_words} exactly when {expression_words(situation, right)}"
        case Count(kind, number, parts):
            inner = "; ".join(expression_words(situation, part) for part in parts)
            return f"{kind.replace('_', ' ')} {number} of: {inner}"


def _joined(situation: Situation, parts: Sequence[Expression], joint: str) -> str:
    words = [expression_words(situation, part) for part in parts]
    grouped = [
        f"({text})" if isinstance(part, And | Or | Implies | Iff) else text
        for part, text in zip(parts, words, strict=True)
    ]
    return listed(grouped, joint)


def _mention(option: Option) -> str:
    if option.binary:
        return option.meanings.get("yes") or option.label
    return f"{option.label} is beyond {option.levels[0].replace('_', ' ')}"


def _compare(option: Option, operator: str, level: str) -> str:
    if operator in {"==", ">="} and option.meanings.get(level):
        beyond = " or beyond" if operator == ">=" and level != option.levels[-1] else ""
        return option.meanings[level] + beyond
    if option.binary:
        positive = (operator in {"==", ">="}) == (level == "yes")
        return option.label if positive else f"no {option.label}"
    return f"{option.label} {_COMPARISONS[operator]} {level.replace('_', ' ')}"
