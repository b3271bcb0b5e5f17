"""Who wants what; whose wishes go together, and whose exclude each other."""

from __future__ import annotations

from detente.analysis.inquiry import Inquiry
from detente.analysis.params import Params
from detente.analysis.protocol import Analysis, Progress, Result


class WishesParams(Params):
    """There is nothing to choose."""


def _run(inquiry: Inquiry, params: WishesParams, progress: Progress) -> Result:
    from detente.analysis.wishes.result import wishes

    return wishes(inquiry.compiled)


WISHES = Analysis("wishes", WishesParams, _run, annex="wishes")
