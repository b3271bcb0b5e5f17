"""Events that are planned: a meeting, a vote, a deadline, with the date the text gives."""

from __future__ import annotations

import re

_PLANNED = re.compile(
    r"\b(?:(?:is|are|was|were) (?:scheduled|due|set|slated|expected|to (?:meet|visit|host|begin|open|"
    r"resume|travel|attend|hold|take|convene|"
    r"expire|vote|sign|report|reconvene))|scheduled (?:for|to)|planned (?:for|to|visit|summit|meeting|"
    r"trip|talks)|upcoming|forthcoming|"
    r"plans? to (?:meet|visit|host|hold|travel|sign|attend)|will (?:meet|visit|host|hold|convene|"
    r"begin|resume|reconvene|open|travel|attend|"
    r"take place|be held|vote|sign|expire|start|report)|next (?:meeting|summit|round|session)|"
    r"deadline (?:of|for|is)|to be held|shall (?:meet|convene|hold|"
    r"enter into force|be held|report))\b|예정|将于|將於|予定"
)
_OCCASION = re.compile(
    r"\b(?:summit|meeting|visit|talks|trip|round|session|conference|election|vote|referendum|deadline|"
    r"hearing|ceremony|negotiations?|"
    r"consultations?|exercise|drill|launch|signing|forum|inspection|review|commission|secretariat|"
    r"expire|report)\w{0,3}\b|회담|방문|회의|会谈|会議|会談|访问|訪問",
    re.IGNORECASE,
)


def planned_at(sentence: str) -> int:
    """Where the words stand that plan an occasion; 0 where none do."""
    found = _PLANNED.search(sentence)
    return found.start() if found is not None else 0


def is_scheduled(sentence: str, dated: bool) -> bool:
    """Whether a sentence tells of a planned occasion; one without a date must say so more plainly."""
    if not _PLANNED.search(sentence):
        return False
    return dated or _OCCASION.search(sentence) is not None
