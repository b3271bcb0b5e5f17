"""The page on GMCR+ says what is computed now."""

from __future__ import annotations

from tests.referees.differences import PAGE, cases, differing, page


def test_the_page_is_what_is_computed() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m tests.referees.differences"


def test_two_actors_never_differ() -> None:
    for name, reading in cases():
        if len(reading.actors) == 2:
            assert not differing(reading.conflict), name
