"""The language of conditions: reading, writing back, meaning, and faults with their place."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.situation.language import expressions as ex

LEVELS = {
    "A.x": ("no", "yes"),
    "B.programme": ("expanding", "frozen", "reduced"),
    "한국.완화": ("없음", "전면"),
}


def truth(text: str, **levels: int) -> bool:
    values = {"A.x": levels.get("x", 0), "B.programme": levels.get("p", 0), "한국.완화": levels.get("k", 0)}
    return bool(ex.evaluate(ex.parse(text), lambda option: np.asarray(values[option]), LEVELS))


@pytest.mark.parametrize(
    ("text", "levels", "expected"),
    [
        ("A.x", {"x": 0}, False),
        ("A.x", {"x": 1}, True),
        ("B.programme >= frozen implies A.x", {"p": 1, "x": 0}, False),
        ("B.programme >= frozen implies A.x", {"p": 0, "x": 0}, True),
        ("not A.x and B.programme == reduced", {"p": 2}, True),
        ("not (A.x and B.programme)", {"x": 1, "p": 1}, False),
        ("A.x or B.programme and 한국.완화", {"p": 2}, False),
        ("exactly(1, A.x, B.programme, 한국.완화 == 전면)", {"k": 1}, True),
        ("at_least(2, A.x, B.programme, 한국.완화)", {"k": 1}, False),
        ("at_most(1, A.x, B.programme, 한국.완화)", {"k": 1, "x": 1}, False),
        ("A.x iff B.programme < reduced", {"x": 1, "p": 2}, False),
    ],
)
def test_meaning(text: str, levels: dict[str, int], expected: bool) -> None:
    assert truth(text, **levels) is expected


@pytest.mark.parametrize(
    ("text", "offset", "words"),
    [
        ("A.x = yes", 4, "write =="),
        ("A.x == “yes”", 7, 'write straight quotes (")'),
        ("（A.x）", 0, "write ( (half width)"),
        ("A.x and", 7, "too early"),
        ("A.x orb", 4, "'orb'"),
        ("A.x & B", 4, "write and"),
        ("  ", 0, "empty"),
        ("CHN.coal == informal ban", 21, 'stands in quotes: CHN.coal == "informal ban"'),
        ("not (A.x >= informal full ban) and B", 21, 'stands in quotes: A.x >= "informal full ban"'),
        ("B or A.x == no deal implies B", 15, 'stands in quotes: A.x == "no deal"'),
        ("A.x == not allowed", 7, 'stands in quotes: A.x == "not allowed"'),
        ("A.x == anti-dumping duty", 11, 'stands in quotes: A.x == "anti-dumping duty"'),
        ("A.x == 5 %", 9, 'stands in quotes: A.x == "5 %"'),
        ("exactly(1, A.x == a b, B)", 20, 'stands in quotes: A.x == "a b"'),
        ("(" * 5000 + "A" + ")" * 5000, 0, "too deeply"),
    ],
)
def test_what_does_not_parse_says_where(text: str, offset: int, words: str) -> None:
    with pytest.raises(ex.ExpressionError) as caught:
        ex.parse(text)
    assert caught.value.offset == offset
    assert words in caught.value.message


def test_a_condition_without_its_connective_is_not_taken_for_a_level() -> None:
    for text in ("A.x == yes B.programme == frozen", "A.x == yes B.programme", "A.x == yes ) B"):
        with pytest.raises(ex.ExpressionError) as caught:
            ex.parse(text)
        assert "quotes" not in caught.value.message


def test_the_writing_told_for_a_level_of_several_words_is_read() -> None:
    assert ex.parse('CHN.coal == "informal ban"') == ex.Compare("CHN.coal", "==", "informal ban", 0, 12)


def test_check_names_every_unknown_with_the_nearest() -> None:
    found = list(ex.check(ex.parse("A.y and B.programme >= frosen and at_least(3, A.x, A.x)"), LEVELS))
    assert [offset for offset, _ in found] == [0, 23, 46]
    assert "did you mean 'A.x'" in found[0][1]
    assert "did you mean 'frozen'" in found[1][1]
    assert "counts only 2" in found[2][1]


def _trees() -> st.SearchStrategy[ex.Expression]:
    leaf = st.one_of(
        st.sampled_from(list(LEVELS)).map(ex.Mention),
        st.sampled_from([(o, lv) for o, levels in LEVELS.items() for lv in levels]).flatmap(
            lambda pair: st.sampled_from(["==", "!=", "<", "<=", ">", ">="]).map(
                lambda op: ex.Compare(pair[0], op, pair[1])
            )
        ),
    )

    def grow(inner: st.SearchStrategy[ex.Expression]) -> st.SearchStrategy[ex.Expression]:
        several = st.lists(inner, min_size=2, max_size=3).map(tuple)
        kinds = st.sampled_from(["exactly", "at_least", "at_most"])
        return st.one_of(
            inner.map(ex.Not),
            several.map(ex.And),
            several.map(ex.Or),
            st.tuples(inner, inner).map(lambda p: ex.Implies(*p)),
            st.tuples(inner, inner).map(lambda p: ex.Iff(*p)),
            st.tuples(kinds, st.integers(0, 2), several).map(lambda p: ex.Count(*p)),
        )

    return st.recursive(leaf, grow, max_leaves=12)


@given(_trees())
def test_writing_and_reading_back_keeps_the_meaning(tree: ex.Expression) -> None:
    again = ex.parse(ex.write(tree))
    grid = dict(zip(LEVELS, np.ogrid[0:2, 0:3, 0:2], strict=True))
    shape = (2, 3, 2)
    before = np.broadcast_to(ex.evaluate(tree, grid.__getitem__, LEVELS), shape)
    after = np.broadcast_to(ex.evaluate(again, grid.__getitem__, LEVELS), shape)
    assert np.array_equal(before, after)
    assert ex.write(again) == ex.write(ex.parse(ex.write(again)))
