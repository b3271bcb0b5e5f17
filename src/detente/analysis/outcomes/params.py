"""The choices about which outcomes are told of."""

from __future__ import annotations

from detente.analysis.params import Params


class OutcomesParams(Params):
    """The options by which outcomes are gathered into families; by importance where none are named."""

    group_by: tuple[str, ...] = ()
