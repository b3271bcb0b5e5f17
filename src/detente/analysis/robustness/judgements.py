"""What a reader should know of the doubt: how many assumptions carry a verdict, and which first."""

from __future__ import annotations

from collections.abc import Iterator

from detente.analysis.protocol import KeyJudgement
from detente.analysis.robustness.found import Doubt
from detente.exhibits import Text
from detente.messages import message
from detente.situation.preferences import Prioritised
from detente.situation.words import name, wish_words


def judgements(found: Doubt) -> tuple[KeyJudgement, ...]:
    """How many assumed wishes would change a verdict if left out, and the most telling one."""
    carried = len(found.omissions.telling)
    return tuple(KeyJudgement("doubt", "", carried, says) for says in _sentences(found))


def _sentences(found: Doubt) -> Iterator[Text]:
    telling, every = found.omissions.telling, found.omissions.omissions
    situation = found.situation
    if telling:
        first = telling[0]
        preference = situation.preference(first.actor)
        assert isinstance(preference, Prioritised)
        words = wish_words(situation, preference.statements[first.index])
        yield Text(
            message(
                "robustness.bottom.telling",
                telling=len(telling),
                every=len(every),
                actor=name(situation, first.actor),
                wish=words,
            )
        )
    elif every:
        yield Text(message("robustness.bottom.none", every=len(every)))
