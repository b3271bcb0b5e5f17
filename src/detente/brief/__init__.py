"""The brief: a study's findings as a report a reader can hold (SITUATION_2026, questions in order)."""

from detente.brief.compose import Findings, brief, findings

__all__ = ["Findings", "brief", "findings"]
