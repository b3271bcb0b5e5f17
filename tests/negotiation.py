"""The negotiation in the file-format contract: what two parties could sign about a wording and a railway."""

from __future__ import annotations

from typing import Any

# What `agreements --json` promises to hold.
PROMISED = {
    "packages",
    "core",
    "parked",
    "in_trade",
    "best",
    "frontier",
    "blocking",
    "prices",
    "ledger",
    "stamp",
}


def negotiation(reservation: int = 40) -> dict[str, Any]:
    """A new tree of it. South Korea needs its reservation and a margin of 5; its sheet gives 42 at the most."""
    return {
        "actors": {"ROK": {"name": "South Korea"}, "PRC": {"name": "China"}},
        "issues": {
            "wording": {
                "levels": ["restate", "deepen"],
                "park": True,
                "label": "Taiwan wording",
                "raised_by": ["PRC"],
            },
            "railway": {"levels": ["study", "build"], "park": True},
        },
        "parties": {
            "ROK": {
                "signs": "required",
                "reservation": reservation,
                "margin": 5,
                "points": {
                    "wording": {"restate": 12, "deepen": 0, "parked": 8},
                    "railway": {"study": 10, "build": [20, 30], "parked": 0},
                },
                "never": ["wording == deepen"],
            },
            "PRC": {
                "marks": {
                    "wording": {"restate": "only if paid for", "deepen": "wanted", "parked": "never"},
                    "railway": {"study": "acceptable", "build": "wanted", "parked": "acceptable"},
                }
            },
        },
        "agreement": {
            "require": ["railway == build implies wording != parked"],
            "quota": 2,
            "instruments": {
                "visit": {"cost": 1, "adds": {"ROK": 5}},
                "guarantee": {"cost": 3, "adds": {"PRC": 4}, "with": "railway == build"},
            },
            "budget": 3,
            "transfers": False,
        },
    }
