"""Packages side by side: what every objective looks at."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Package = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """n packages, one a row. Scored parties are columns, in file order.

    gains: int64 (n, parties), points over reservation in units of 1/unit; counted: bool (n, parties), does
    the party sign; settled: int64 (n,), issues not parked; cost: int64 (n,), of the instruments used;
    reservations: int64 (parties,).
    """

    gains: NDArray[np.int64]
    counted: NDArray[np.bool_]
    settled: NDArray[np.int64]
    cost: NDArray[np.int64]
    reservations: NDArray[np.int64]
    unit: int
    wants: NDArray[np.int64]

    def __len__(self) -> int:
        return int(self.gains.shape[0])

    def take(self, places: NDArray[np.int64]) -> Rows:
        """Some of the rows."""
        return Rows(
            self.gains[places],
            self.counted[places],
            self.settled[places],
            self.cost[places],
            self.reservations,
            self.unit,
            self.wants[places],
        )
