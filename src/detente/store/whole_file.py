"""Files written whole or not at all: to a temporary file beside the target, then renamed over it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from detente.errors import Fault, InputError, reason_of


def write_whole(path: Path, content: bytes | str) -> Path:
    """Write a file; text as UTF-8. A file already there keeps its permissions. Returns the path.

    Raises InputError, naming the reason, where nothing can be written; an earlier file is then untouched.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.chmod(mode)
        temporary.replace(path)
    except OSError as error:
        reason = reason_of(error)
        raise InputError([Fault(f"cannot be written: {reason}", "file.write", file=str(path))]) from None
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
    return path
