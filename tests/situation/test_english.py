"""Lists and counted nouns read as English."""

from detente.situation.english import counted, listed


def test_lists() -> None:
    assert [listed(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert listed(iter("abc"), "or") == "a, b or c"


def test_counts() -> None:
    assert [counted(n, "claim") for n in (0, 1, 1234)] == ["0 claims", "1 claim", "1,234 claims"]
