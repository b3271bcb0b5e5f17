"""The brief: what a study found, in the order in which a reader needs it (BRIEF §1)."""

from __future__ import annotations

from detente.brief.compose import brief

__all__ = ["brief"]
