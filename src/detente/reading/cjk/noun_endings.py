"""Lists of nouns as patterns: what a phrase names is told by the word it ends with."""

from __future__ import annotations

import re

from detente.reading.word_lists import words_in_order

PARTIES_ONLY = re.compile(
    r"(?:当事国|締約国|加盟国|参加国|各国|両国|三か国|[0-9０-９]か国|三者|沿岸国|双方|艦艇|航空機|당사국|"
    r"체약국|회원국|각국|양국|양측|쌍방|"
    r"서명국|"
    r"各方|缔约国|締約國|缔约方|当事国|當事國|双方|雙方|两国|兩國|外交人员|成员国|会员国|会員國|各国|各國)\Z"
)
"""Those whom a treaty binds: its words are the treaty's."""
LATIN = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z]{1,9}\Z")
"""A body known by its letters (NHK, CNN)."""


def ending(words: str) -> re.Pattern[str]:
    listed = sorted(words_in_order(words), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, listed))})\Z")


def kind_by_ending(
    words: str, papers: re.Pattern[str], persons: re.Pattern[str], bodies: re.Pattern[str]
) -> str:
    """paper, person or body, by the first table that knows the words' end; "" for none."""
    if papers.search(words):
        return "paper"
    if persons.search(words):
        return "person"
    return "body" if bodies.search(words) else ""


def longest_first(words: str) -> tuple[str, ...]:
    """The words of a list, each once, so that an alternation of them takes the longest."""
    return tuple(sorted(dict.fromkeys(words_in_order(words)), key=len, reverse=True))
