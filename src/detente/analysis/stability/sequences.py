"""How the others may answer (GRAPH_MODEL §4)."""

from __future__ import annotations

from typing import Literal

Sequences = Literal["legal", "once-each", "one-step"]
SEQUENCES: tuple[Sequences, ...] = ("legal", "once-each", "one-step")
