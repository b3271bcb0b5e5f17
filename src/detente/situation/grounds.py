"""What a part of a situation rests on: claims, or an assumption that says so (HOUSE §8)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grounds:
    """`because`: claim ids; `assumed`: why it is assumed, empty when claims carry it.

    A part with neither is assumed without a reason, and is shown as such.
    """

    because: tuple[str, ...] = ()
    assumed: str = ""

    @property
    def are_assumed(self) -> bool:
        """No claim carries the part, or its author marked it assumed in spite of one."""
        return not self.because or bool(self.assumed)


UNGROUNDED = Grounds()
