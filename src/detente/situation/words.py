"""Situations in words: names, levels, moves, states and wishes, as messages and the user's own labels."""

from __future__ import annotations

from collections.abc import Sequence

from detente.messages import Words, joined, message
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
    parse,
)
from detente.situation.model import Situation
from detente.situation.options import Option
from detente.situation.preferences import Statement
from detente.situation.states import State


def name(situation: Situation, actor: str) -> Words:
    """The actor's name. English templates add the article where the sentence wants one (`{actor:the}`)."""
    return situation.actor(actor).label


def sentence(words: Words) -> Words:
    """The words as a sentence: a capital first and a full stop last, unless they have them."""
    return message("words.sentence", text=words)


def level_words(option: Option, level: str) -> Words:
    """What standing at a level is called."""
    if option.meanings.get(level):
        return option.meanings[level]
    return message("words.level", option=option.label, level=_plain(level))


def act_words(option: Option, level: str) -> Words:
    """A phrase for moving to a level: "freeze its programme"."""
    if option.acts.get(level):
        return option.acts[level]
    if not option.binary:
        return message("words.act.set", option=option.label, level=_plain(level))
    if level == "yes":
        return message("words.act.choose", option=option.label)
    return message("words.act.give_up", option=option.label)


def changes(situation: Situation, source: State, target: State) -> tuple[tuple[Option, str], ...]:
    """The options whose level differs, with their level in the target, in file order."""
    return tuple(
        (option, target.levels[option.id])
        for option in situation.options
        if source.levels[option.id] != target.levels[option.id]
    )


def move_words(situation: Situation, source: State, target: State) -> Words:
    """A move as a phrase: "freeze its programme and enter talks"; in graph form, "move to …"."""
    if target.key is not None:
        return message("words.act.move", state=state_words(situation, target))
    return joined(act_words(option, level) for option, level in changes(situation, source, target))


def state_words(situation: Situation, state: State) -> Words:
    """A state described by itself: its label, or the options that stand above their first level."""
    if state.key is not None:
        return message("words.key", key=state.key, label=state.label) if state.label else state.key
    standing = [
        level_words(option, state.levels[option.id])
        for option in situation.options
        if state.levels[option.id] != option.levels[0] or option.meanings.get(option.levels[0])
    ]
    return joined(standing, "semicolon") if standing else message("words.all_first")


def difference_words(situation: Situation, today: State, state: State) -> Words | None:
    """A state described by what is other than today, grouped by actor; None if nothing is."""
    if state.key is not None:
        return state_words(situation, state)
    by_owner: dict[str, list[Words]] = {}
    for option, level in changes(situation, today, state):
        by_owner.setdefault(option.owner, []).append(level_words(option, level))
    groups = [
        message("words.owner_levels", owner=name(situation, owner), levels=joined(words, "semicolon"))
        for owner, words in by_owner.items()
    ]
    return joined(groups, "stop") if groups else None


def outcome_words(situation: Situation, state: State) -> Words:
    """An outcome in words, by what is other than today where that is known, and its id in brackets."""
    if state.key is not None:
        return message("words.outcome", words=state.label, state=state.key) if state.label else state.key
    today = situation.status_quo
    words = state_words(situation, state) if today is None else difference_words(situation, today, state)
    return message("words.outcome", words=words or message("words.as_today"), state=str(state))


def wish_words(situation: Situation, statement: Statement) -> Words:
    """A wish in words: its label, or its expression read aloud."""
    return statement.label or expression_words(situation, parse(statement.text))


def expression_words(situation: Situation, expression: Expression) -> Words:
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
            return message("words.not", part=expression_words(situation, part))
        case And(parts):
            return joined(_grouped(situation, parts), "and")
        case Or(parts):
            return joined(_grouped(situation, parts), "or")
        case Implies(condition, consequence):
            first_words, then = (expression_words(situation, part) for part in (condition, consequence))
            return message("words.implies", condition=first_words, consequence=then)
        case Iff(left, right):
            first_words, then = (expression_words(situation, part) for part in (left, right))
            return message("words.iff", left=first_words, right=then)
        case Count(kind, number, parts):
            inner = joined((expression_words(situation, part) for part in parts), "semicolon")
            return count_words(kind, number, inner)


def _grouped(situation: Situation, parts: Sequence[Expression]) -> list[Words]:
    return [
        message("words.in_brackets", part=words) if isinstance(part, And | Or | Implies | Iff) else words
        for part, words in ((part, expression_words(situation, part)) for part in parts)
    ]


def _mention(option: Option) -> Words:
    if option.binary:
        return option.meanings.get("yes") or option.label
    return message("words.beyond", option=option.label, level=_plain(option.levels[0]))


def _compare(option: Option, operator: str, level: str) -> Words:
    if operator in {"==", ">="} and option.meanings.get(level):
        meaning = option.meanings[level]
        further = operator == ">=" and level != option.levels[-1]
        return message("words.or_beyond", level=meaning) if further else meaning
    if option.binary:
        positive = (operator in {"==", ">="}) == (level == "yes")
        return option.label if positive else message("words.no", option=option.label)
    return _compared(operator, option.label, _plain(level))


def _compared(operator: str, option: Words, level: Words) -> Words:
    match operator:
        case "==":
            return message("words.is", option=option, level=level)
        case "!=":
            return message("words.is_not", option=option, level=level)
        case ">=":
            return message("words.is_at_least", option=option, level=level)
        case "<=":
            return message("words.is_at_most", option=option, level=level)
        case ">":
            return message("words.beyond", option=option, level=level)
        case _:
            return message("words.is_short_of", option=option, level=level)


def _plain(level: str) -> str:
    return level.replace("_", " ")
