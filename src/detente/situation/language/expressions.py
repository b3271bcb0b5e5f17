"""The language of conditions: what a statement, a constraint or a red line says (FILES §1).

    DPRK.talks                         not at its first level
    DPRK.programme >= frozen           levels compare by their order
    not (USA.strike and USA.offer > none)
    A implies B, A iff B, exactly(1, A, B), at_least(2, …), at_most(n, …)

`parse` gives a tree and knows no names; `check` compares the tree with the options there are;
`evaluate` computes it over any array of level indices, so that one reading serves a single state,
a lint question and sixteen million states (each node stays as small as the options it mentions).
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from detente.situation.language.misreading import level_text, unexpected, unreadable

if TYPE_CHECKING:
    from lark import Lark, Token, Tree

Levels = Mapping[str, Sequence[str]]

GRAMMAR = r"""
?start: iff
?iff: implies (_IFF implies)*             -> iff
?implies: either (_IMPLIES implies)?      -> implies
?either: both (_OR both)*                 -> either
?both: negation (_AND negation)*          -> both
?negation: _NOT negation                  -> negation
         | atom
?atom: NAME COMPARE level                 -> compare
     | NAME                               -> mention
     | KIND "(" COUNT ("," iff)+ ")"      -> count
     | "(" iff ")"
!level: NAME | NUMBER | STRING | COUNT
_IFF.4: /iff\b/
_IMPLIES.4: /implies\b/
_OR.4: /or\b/
_AND.4: /and\b/
_NOT.4: /not\b/
KIND.3: /(exactly|at_least|at_most)(?=\s*\()/
COUNT.2: /\d+(?![\w.-])/
NUMBER.1: /\d[\w.%-]*/
NAME: /(?!(?:and|or|not|implies|iff)\b)[^\W\d]\w*(?:\.\w+)*/
COMPARE: "==" | "!=" | "<=" | ">=" | "<" | ">"
STRING: /"[^"]*"|'[^']*'/
%ignore /\s+/
"""


class ExpressionError(ValueError):
    """The text is not an expression; `offset` is the code point where reading stopped."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Mention:
    """The option stands above its first level."""

    option: str
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Compare:
    """The option's level compared with a named one: operator in == != < <= > >=."""

    option: str
    operator: str
    level: str
    offset: int = 0
    level_offset: int = 0


@dataclass(frozen=True, slots=True)
class Not:
    """The part is false."""

    part: Expression


@dataclass(frozen=True, slots=True)
class And:
    """Every part is true."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Some part is true."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Implies:
    """If the first part is true, so is the second."""

    condition: Expression
    consequence: Expression


@dataclass(frozen=True, slots=True)
class Iff:
    """Both parts are true or both are false."""

    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Count:
    """Of the parts, exactly / at_least / at_most `number` are true."""

    kind: str
    number: int
    parts: tuple[Expression, ...]


Expression = Mention | Compare | Not | And | Or | Implies | Iff | Count


@lru_cache(maxsize=4096)
def parse(text: str) -> Expression:
    """Read one expression. Raises ExpressionError with the place and what was expected."""
    from lark.exceptions import UnexpectedCharacters, UnexpectedEOF, UnexpectedToken

    if not text.strip():
        raise ExpressionError("the expression is empty", 0)
    try:
        return _build(_parser().parse(text))
    except UnexpectedCharacters as fault:
        offset = fault.pos_in_stream or 0
        raise ExpressionError(unreadable(text, offset), offset) from None
    except UnexpectedToken as fault:
        offset = (fault.pos_in_stream or 0) if fault.token.type != "$END" else len(text)
        raise ExpressionError(unexpected(text, offset), offset) from None
    except RecursionError:
        raise ExpressionError("the expression is nested too deeply", 0) from None
    except UnexpectedEOF:
        raise ExpressionError("the expression ends too early", len(text)) from None


@cache
def _parser() -> Lark:
    from lark import Lark

    return Lark(GRAMMAR, parser="lalr", lexer="contextual")


def _build(node: Tree[Token] | Token) -> Expression:
    parts: list[Any] = list(getattr(node, "children", ()))
    rule = str(getattr(node, "data", ""))
    if rule == "mention":
        return Mention(str(parts[0]), parts[0].start_pos)
    if rule == "compare":
        return _comparison(*parts)
    if rule == "count":
        return Count(str(parts[0]), int(parts[1]), tuple(_build(part) for part in parts[2:]))
    return _connective(rule, tuple(_build(part) for part in parts))


def _comparison(name: Token, operator: Token, level: Tree[Token]) -> Compare:
    token: Any = level.children[0]
    text = str(token)[1:-1] if token.type == "STRING" else str(token)
    return Compare(str(name), str(operator), text, name.start_pos or 0, token.start_pos or 0)


def _connective(rule: str, parts: tuple[Expression, ...]) -> Expression:
    if rule == "negation":
        return Not(parts[0])
    if len(parts) == 1:
        return parts[0]
    if rule == "both":
        return And(parts)
    if rule == "either":
        return Or(parts)
    if rule == "implies":
        return Implies(parts[0], parts[1])
    left = parts[0]
    for right in parts[1:]:
        left = Iff(left, right)
    return left


def children(expression: Expression) -> tuple[Expression, ...]:
    """The direct parts of an expression."""
    match expression:
        case Not(part):
            return (part,)
        case And(parts) | Or(parts) | Count(_, _, parts):
            return parts
        case Implies(first, second) | Iff(first, second):
            return (first, second)
        case _:
            return ()


def leaves(expression: Expression) -> Iterator[Mention | Compare]:
    """Every mention of an option, in reading order."""
    if isinstance(expression, Mention | Compare):
        yield expression
    for part in children(expression):
        yield from leaves(part)


def references(expression: Expression) -> tuple[str, ...]:
    """The options mentioned, each once, in reading order."""
    return tuple(dict.fromkeys(leaf.option for leaf in leaves(expression)))


def check(expression: Expression, levels: Levels) -> Iterator[tuple[int, str]]:
    """(offset, message) for every option or level that does not exist, with the nearest one that does."""
    for leaf in leaves(expression):
        if leaf.option not in levels:
            yield leaf.offset, f"there is no option {leaf.option!r}{nearest(leaf.option, levels)}"
        elif isinstance(leaf, Compare) and leaf.level not in levels[leaf.option]:
            known = levels[leaf.option]
            yield (
                leaf.level_offset,
                f"{leaf.option} has no level {leaf.level!r} (it has {', '.join(known)})"
                f"{nearest(leaf.level, known)}",
            )
    yield from _check_counts(expression)


def _check_counts(expression: Expression) -> Iterator[tuple[int, str]]:
    if isinstance(expression, Count) and expression.number > len(expression.parts):
        offset = next((leaf.offset for leaf in leaves(expression)), 0)
        yield (
            offset,
            (f"{expression.kind}({expression.number}, …) counts only {len(expression.parts)} conditions"),
        )
    for part in children(expression):
        yield from _check_counts(part)


def nearest(name: str, known: Mapping[str, object] | Sequence[str]) -> str:
    """ "; did you mean 'X'?" for the closest known name, or nothing."""
    by_fold = {candidate.casefold(): candidate for candidate in known}
    found = difflib.get_close_matches(name.casefold(), list(by_fold), n=1, cutoff=0.5)
    return f"; did you mean {by_fold[found[0]]!r}?" if found else ""


Leaf = Callable[[str], NDArray[np.integer[Any]]]


def evaluate(expression: Expression, leaf: Leaf, levels: Levels) -> NDArray[np.bool_]:
    """Truth over arrays: `leaf(option)` gives level indices of any broadcastable shape."""
    match expression:
        case Mention(option):
            return leaf(option) > 0
        case Compare(option, operator, level):
            return _compare(leaf(option), operator, list(levels[option]).index(level))
        case Not(part):
            return ~evaluate(part, leaf, levels)
        case Implies(first, second):
            return ~evaluate(first, leaf, levels) | evaluate(second, leaf, levels)
        case Iff(first, second):
            return evaluate(first, leaf, levels) == evaluate(second, leaf, levels)
        case And(parts):
            return _fold(np.logical_and, [evaluate(part, leaf, levels) for part in parts])
        case Or(parts):
            return _fold(np.logical_or, [evaluate(part, leaf, levels) for part in parts])
        case Count(kind, number, parts):
            return _counted(kind, number, [evaluate(part, leaf, levels) for part in parts])


def _fold(combine: Callable[..., NDArray[np.bool_]], values: list[NDArray[np.bool_]]) -> NDArray[np.bool_]:
    result = values[0]
    for value in values[1:]:
        result = combine(result, value)
    return result


def _compare(indices: NDArray[np.integer[Any]], operator: str, level: int) -> NDArray[np.bool_]:
    match operator:
        case "==":
            return indices == level
        case "!=":
            return indices != level
        case "<":
            return indices < level
        case "<=":
            return indices <= level
        case ">":
            return indices > level
        case _:
            return indices >= level


def _counted(kind: str, number: int, values: list[NDArray[np.bool_]]) -> NDArray[np.bool_]:
    total = values[0].astype(np.int64)
    for value in values[1:]:
        total = total + value
    match kind:
        case "exactly":
            return total == number
        case "at_least":
            return total >= number
        case _:
            return total <= number


def write(expression: Expression) -> str:
    """The expression in its normal writing; `parse(write(e))` has the meaning of `e`."""
    match expression:
        case Mention(option):
            return option
        case Compare(option, operator, level):
            return f"{option} {operator} {level_text(level)}"
        case Not(part):
            return f"not {_inner(part)}"
        case And(parts):
            return " and ".join(_inner(part) for part in parts)
        case Or(parts):
            return " or ".join(_inner(part) for part in parts)
        case Implies(first, second):
            return f"{_inner(first)} implies {_inner(second)}"
        case Iff(left, right):
            return f"{_inner(left)} iff {_inner(right)}"
        case Count(kind, number, parts):
            return f"{kind}({number}, {', '.join(write(part) for part in parts)})"


def _inner(expression: Expression) -> str:
    simple = isinstance(expression, Mention | Compare | Not | Count)
    return write(expression) if simple else f"({write(expression)})"
