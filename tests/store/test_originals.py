"""Originals are kept whole under their own names, never written over, and gone again if the work fails."""

from pathlib import Path

import pytest

from detente.store.originals import keeping


def test_kept_once_and_never_written_over(tmp_path: Path):
    with keeping(tmp_path) as keeper:
        assert keeper.keep("/somewhere/a.txt", b"one") == "a.txt"
        assert keeper.keep("a.txt", b"one") == "a.txt"
        assert keeper.keep("other/a.txt", b"two") == "a-2.txt"
    with keeping(tmp_path) as keeper:
        assert keeper.keep("a.txt", b"two") == "a-2.txt"
        assert keeper.new == []
    assert {p.name: p.read_bytes() for p in (tmp_path / "documents").iterdir()} == {
        "a.txt": b"one",
        "a-2.txt": b"two",
    }


def test_a_failure_leaves_nothing_behind(tmp_path: Path):
    with pytest.raises(ZeroDivisionError), keeping(tmp_path) as keeper:
        keeper.keep("a.txt", b"one")
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_a_failure_takes_away_only_what_was_new(tmp_path: Path):
    with keeping(tmp_path) as keeper:
        keeper.keep("a.txt", b"one")
    with pytest.raises(KeyboardInterrupt), keeping(tmp_path) as keeper:
        keeper.keep("a.txt", b"one")
        keeper.keep("b.txt", b"two")
        raise KeyboardInterrupt
    assert [p.name for p in (tmp_path / "documents").iterdir()] == ["a.txt"]
