"""Files written whole or not at all: to a temporary file beside the target, then renamed over it."""

from __future__ import annotations

import errno
import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from detente.errors import Fault, InputError, reason_of

_SUFFIX = ".part"


def locked(handle: int) -> bool:
    """Take the lock of an open file; False if somebody has it. Where files cannot be locked, nobody does."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        return error.errno in (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL)
    return True


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until nobody else writes into a folder under this lock, and keep others waiting meanwhile."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # where folders cannot be locked
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def clear(folder: Path) -> None:
    """Take away what writers that were ended have left in a folder; what a writer is at work on is locked."""
    for path in folder.glob(f".*{_SUFFIX}"):
        with suppress(OSError), path.open("rb") as left:
            if locked(left.fileno()):
                path.unlink()


def write_whole(path: Path, content: bytes | str, *, sync: bool = False) -> Path:
    """Write a file; text as UTF-8. A file already there keeps its permissions. Returns the path.

    sync: see the content to the disk before the file has its name, so that a power cut costs neither.

    Raises InputError, naming the reason, where nothing can be written; an earlier file is then untouched.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=_SUFFIX)
        temporary = Path(name)
        locked(handle)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if sync:
                os.fsync(file.fileno())
            temporary.chmod(mode)
            temporary.replace(path)  # while it is open, so that it is locked until it has its name
    except OSError as error:
        reason = reason_of(error)
        raise InputError([Fault(f"cannot be written: {reason}", "file.write", file=str(path))]) from None
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
    return path
