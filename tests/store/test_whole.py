"""Files are written whole or not at all."""

import errno
import fcntl
from pathlib import Path

import pytest

from detente.errors import InputError
from detente.store.originals import keeping, settle
from detente.store.whole_file import clear, write_whole


def test_a_file_and_its_folders_are_made(tmp_path: Path) -> None:
    path = write_whole(tmp_path / "연구" / "new" / "out.txt", "求同存異\n")
    assert path.read_text(encoding="utf-8") == "求同存異\n"


def test_permissions_of_a_file_already_there_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_bytes(b"first")
    path.chmod(0o600)
    write_whole(path, b"second")
    assert path.read_bytes() == b"second" and path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_leaves_the_earlier_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    path = write_whole(tmp_path / "out", b"first")

    def fail(self: Path, target: Path) -> Path:
        raise error

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises((InputError, KeyboardInterrupt)):
        write_whole(path, b"second")
    assert path.read_bytes() == b"first" and [one.name for one in tmp_path.iterdir()] == ["out"]


def test_where_nothing_can_be_written_the_reason_is_told(tmp_path: Path) -> None:
    write_whole(tmp_path / "file", b"x")
    with pytest.raises(InputError, match="cannot be written"):
        write_whole(tmp_path / "file" / "below", b"y")


def test_what_an_ended_writer_left_is_cleared_and_a_writer_at_work_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".out.abc.part").write_bytes(b"left")
    (tmp_path / "out.part").write_bytes(b"a user's own")
    real = Path.replace

    def replaced(self: Path, target: Path) -> Path:
        clear(tmp_path)
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replaced)
    write_whole(tmp_path / "out", b"whole")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "out.part"]


def test_where_files_cannot_be_locked_they_are_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    assert write_whole(tmp_path / "out", b"whole").read_bytes() == b"whole"
    with keeping(tmp_path) as keeper:
        assert keeper.keep("a.txt", b"one") == "a.txt"
    settle(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["documents", "out"]
