"""An actor's hopes about the outcome, apart from its rules of conduct, with their grounds."""

from __future__ import annotations

from detente.analysis.wishes.comparison import is_rule
from detente.exhibits import Text
from detente.situation.compile import Compiled
from detente.situation.model import Situation
from detente.situation.preferences import Prioritised, Statement
from detente.situation.words import wish_words


def wish(situation: Situation, statement: Statement) -> Text:
    """A wish with its grounds."""
    grounds = statement.grounds
    return Text(wish_words(situation, statement), grounds.because, grounds.are_assumed)


def hopes(compiled: Compiled, actor: str) -> list[tuple[int, Statement]]:
    """The statements of an actor that are no rules of conduct, with their place in the list (from 1)."""
    preference = compiled.situation.preference(actor)
    said = preference.statements if isinstance(preference, Prioritised) else ()
    return [(index + 1, one) for index, one in enumerate(said) if not is_rule(compiled, actor, one)]
