"""Make Détente's environment from the locks, on a machine that has only Python.

Called by ``./run`` as ``bootstrap.py FOLDER LOCK...``; standard library only, so that nothing must be
installed first. An environment is a virtual environment without pip, holding the wheels that the locks name
(each checked against its hash) and, written last, a copy of each lock: the stamp that ``./run`` compares. A
folder without its stamp is half made and is made anew. Installing is done by uv where there is one, else by
the pip that lies in ``tools/pip``, so that no ensurepip is needed; either obeys the user's settings (index,
proxy, certificates).
"""

from __future__ import annotations

import contextlib
import filecmp
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

HOME = Path(__file__).resolve().parent.parent
PIP = HOME / "tools" / "pip" / "pip-26.3-py3-none-any.whl"
PIP_DIGEST = "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"
MARK = "made-by-detente"
WAYS_OUT = """\
Ways out:
  behind a proxy               HTTPS_PROXY=... ./run
  with a mirror of your own    PIP_INDEX_URL=... ./run   (or the same in pip's or uv's configuration)
  with certificates of its own PIP_CERT=/path/to/authority.pem ./run
  without any network          where there is one, with the same kind of system and Python, in this folder:
                                 python3 tools/pip/{pip}/pip download --no-deps -d wheels {files}
                               then here:
                                 PIP_NO_INDEX=1 PIP_FIND_LINKS=/path/to/wheels ./run
  the disk is full             DETENTE_VENV=/other/folder ./run   (about 1.2 GB are needed)
Starting ./run again goes on from what has been downloaded."""


def say(text: str) -> None:
    """Tell the user what is happening, on standard error: standard output belongs to the command."""
    print(text, file=sys.stderr, flush=True)


def stop(text: str) -> NoReturn:
    """End with a message."""
    say(f"./run: {text}")
    raise SystemExit(1)


def is_stamped(folder: Path, lock: str) -> bool:
    """Is `lock` installed in the environment, exactly as it is now?"""
    stamp = folder / lock
    return stamp.is_file() and filecmp.cmp(HOME / lock, stamp, shallow=False)


def is_ready(folder: Path, locks: Sequence[str]) -> bool:
    """Is the environment complete for all of `locks`?"""
    return os.access(folder / "bin" / "python", os.X_OK) and all(is_stamped(folder, lock) for lock in locks)


@contextlib.contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Let one bootstrap work on the environment; the lock goes with the process that holds it.

    The installer inherits it, so that one left behind by a killed bootstrap is waited for, too.
    """
    import fcntl

    with folder.with_name(folder.name + ".lock").open("w") as file:
        os.set_inheritable(file.fileno(), True)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("./run: another ./run is making the environment; waiting for it")
            fcntl.flock(file, fcntl.LOCK_EX)
        except OSError:
            pass  # a file system without locks: better unguarded than not at all
        yield


@contextlib.contextmanager
def set_aside(folder: Path) -> Iterator[None]:
    """Keep the environment from before until its successor is complete, and put it back if that fails."""
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).is_file():
        stop(
            f"{folder} is there already and was not made by ./run\n"
            "Way out: remove it, or name another place: DETENTE_VENV=/other/folder ./run"
        )
    before = folder.with_name(folder.name + ".before")
    if (folder / "requirements.lock").is_file():
        shutil.rmtree(before, ignore_errors=True)
        folder.rename(before)
    shutil.rmtree(folder, ignore_errors=True)
    try:
        yield
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        if before.exists():
            before.rename(folder)
        raise
    shutil.rmtree(before, ignore_errors=True)


def make_empty(folder: Path) -> None:
    """Make a virtual environment with nothing in it; the mark, made first, says that the folder is ours."""
    try:
        import venv
    except ImportError:
        stop("this Python has no module venv\nWay out: apt install python3 (python3-minimal is not enough)")
    folder.mkdir(parents=True)
    (folder / MARK).write_text(f"Python {sys.version}\n", encoding="utf-8")
    venv.EnvBuilder(symlinks=True, with_pip=False).create(folder)


def uv_command(python: Path, locks: Sequence[str]) -> list[str] | None:
    """Return the command that installs `locks` with uv, or None where there is no uv."""
    uv = shutil.which("uv")
    if uv is None or os.environ.get("DETENTE_INSTALLER") == "pip":
        return None
    options = ["--require-hashes", "--only-binary", ":all:", "--no-deps", "--compile-bytecode"]
    options += [] if sys.stderr.isatty() else ["--quiet"]
    files = [part for lock in locks for part in ("-r", str(HOME / lock))]
    return [uv, "pip", "install", "--python", str(python), *options, *files]


def pip_command(python: Path, locks: Sequence[str]) -> list[str]:
    """Return the command that installs `locks` with the checkout's own pip, whose hash is checked here."""
    if not PIP.is_file() or hashlib.sha256(PIP.read_bytes()).hexdigest() != PIP_DIGEST:
        stop(f"{PIP} is missing or is not the file it should be\nWay out: git checkout -- tools/pip")
    options = ["--require-hashes", "--only-binary", ":all:", "--no-deps", "--no-user", "--no-input"]
    quiet = ["--disable-pip-version-check", "--no-warn-script-location", "--progress-bar", "off"]
    retries = [] if "PIP_RETRIES" in os.environ else ["--retries", "2"]
    files = [part for lock in locks for part in ("-r", str(HOME / lock))]
    return [str(python), str(PIP / "pip"), "install", *options, *quiet, *retries, *files]


def follow(command: Sequence[str], total: int) -> tuple[int, list[str]]:
    """Run pip, show on a terminal how far it is, and return its exit code and what it said."""
    said: list[str] = []
    begun = 0
    pipe, same = subprocess.PIPE, subprocess.STDOUT
    with subprocess.Popen(command, stdout=pipe, stderr=same, close_fds=False) as process:
        for raw in process.stdout or ():
            line = raw.decode("utf-8", "replace")
            if not line.startswith("Ignoring "):  # parts for other systems
                said.append(line.rstrip())
            begun += line.startswith("Collecting ")
            if sys.stderr.isatty() and line.startswith(("Collecting ", "Installing ")):
                what = " ".join(line.split()[:2])
                sys.stderr.write(f"\r\033[K  {begun} of {total}: {what}")
                sys.stderr.flush()
    if sys.stderr.isatty():
        sys.stderr.write("\r\033[K")
    return process.returncode, said


def install(folder: Path, locks: Sequence[str]) -> None:
    """Install what `locks` name into the environment, then stamp it."""
    python = folder / "bin" / "python"
    with_uv = uv_command(python, locks)
    if with_uv is None or subprocess.run(with_uv, stdout=sys.stderr, close_fds=False).returncode != 0:
        if with_uv is not None:
            say("./run: uv could not install; trying with pip")
        total = sum((HOME / lock).read_text(encoding="utf-8").count("==") for lock in locks)
        code, said = follow(pip_command(python, locks), total)
        if code != 0:
            say("\n".join(said[-15:]))
            files = " ".join(f"-r {lock}" for lock in locks)
            stop(f"pip could not install Détente's parts\n{WAYS_OUT.format(pip=PIP.name, files=files)}")
    for lock in locks:
        shutil.copyfile(HOME / lock, folder / lock)


@contextlib.contextmanager
def unstamped(folder: Path, locks: Sequence[str]) -> Iterator[None]:
    """Take the stamps away while something is added; give them back unless it failed half-way."""

    def inside() -> set[Path]:
        return set(folder.glob("lib/*/site-packages/*"))

    before, complete = inside(), False
    for lock in locks:
        (folder / lock).rename(folder / f"{lock}.adding")
    try:
        yield
        complete = True
    finally:
        if complete or inside() == before:
            for lock in locks:
                (folder / f"{lock}.adding").rename(folder / lock)


def ensure(folder: Path, locks: Sequence[str]) -> None:
    """Make the environment complete for `locks`, doing only what is missing."""
    if is_ready(folder, locks):
        return
    missing = [lock for lock in locks if not (folder / lock).is_file()]
    present = [lock for lock in locks if lock not in missing]
    if missing and present and is_ready(folder, present):
        say(f"./run: adding what {' and '.join(missing)} names to {folder}")
        with unstamped(folder, present):
            install(folder, missing)
        return
    again = "the list of parts has changed" if (folder / MARK).is_file() else "first start"
    say(f"./run: {again}: installing Détente's parts into {folder}; this takes about a minute")
    with set_aside(folder):
        make_empty(folder)
        install(folder, locks)


def main(folder: Path, locks: Sequence[str]) -> None:
    """Make the environment, or end with a message that names the way out."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with one_at_a_time(folder):
            ensure(folder, locks)
    except (OSError, ValueError) as error:
        stop(f"cannot make the environment in {folder}: {error}\nWay out: DETENTE_VENV=/other/folder ./run")
    except KeyboardInterrupt:
        stop("interrupted; nothing half made is left, ./run starts again")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
