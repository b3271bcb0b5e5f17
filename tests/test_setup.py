"""The set-up: ./run on a checkout of its own, with tiny wheels made here, so that no network is needed."""

from __future__ import annotations

import ast
import contextlib
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.lock", "requirements-test.lock", "requirements-docs.lock")
PLAIN = {"PATH": "/usr/bin:/bin"}
MAIN = "import sys\nimport part\n\n\ndef main() -> None:\n    print(part.VERSION, *sys.argv[1:], sep='|')\n"


def make_wheel(folder: Path, name: str, version: str) -> str:
    """Write a wheel with one module into `folder` and return the line that pins it in a lock."""
    file = folder / f"{name}-{version}-py3-none-any.whl"
    info = f"{name}-{version}.dist-info"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(f"{name}.py", f"VERSION = {version!r}\n")
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        tags = "Root-Is-Purelib: true\nTag: py3-none-any\n"
        archive.writestr(f"{info}/WHEEL", f"Wheel-Version: 1.0\nGenerator: test\n{tags}")
        archive.writestr(
            f"{info}/RECORD", f"{name}.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n"
        )
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}\n"


class Checkout:
    """A small checkout with the real ./run and the real bootstrap, and one part to install."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "체크아웃 with spaces"
        self.wheels = folder / "wheels"
        self.wheels.mkdir()
        (self.home / "src/detente/cli").mkdir(parents=True)
        (self.home / "src/detente/cli/__init__.py").write_text(MAIN, encoding="utf-8")
        shutil.copy(HOME / "run", self.home)
        shutil.copytree(HOME / "tools", self.home / "tools", ignore=shutil.ignore_patterns("__pycache__"))
        (self.home / LOCKS[0]).write_text(make_wheel(self.wheels, "part", "1.0"))
        (self.home / LOCKS[1]).write_text(make_wheel(self.wheels, "testpart", "1.0"))
        (self.home / LOCKS[2]).write_text(make_wheel(self.wheels, "docspart", "1.0"))

    @property
    def venv(self) -> Path:
        return self.home / ".venv"

    def start(self, *arguments: str, **settings: str) -> subprocess.Popen[str]:
        settings = {
            "PATH": "/usr/bin:/bin",
            "HOME": str(self.home.parent),
            "DETENTE_PYTHON": sys.executable,
            "DETENTE_INSTALLER": "pip",
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": self.wheels.as_uri(),
        } | settings
        pipe = subprocess.PIPE
        command = [str(self.home / "run"), *arguments]
        # A test run in the background has SIGINT ignored, and its children would inherit that.
        return subprocess.Popen(
            command, env=settings, stdout=pipe, stderr=pipe, text=True, encoding="utf-8",
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )  # fmt: skip

    def run(self, *arguments: str, **settings: str) -> tuple[int, str, str]:
        with self.start(*arguments, **settings) as process:
            out, err = process.communicate(timeout=120)
        return process.returncode, out, err


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


@pytest.fixture
def read_only(checkout: Checkout) -> Iterator[Checkout]:
    folders = [checkout.home, *(path for path in checkout.home.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    yield checkout
    for folder in folders:
        folder.chmod(0o755)


class TestLocks:
    @pytest.mark.parametrize("lock", LOCKS)
    def test_every_part_is_pinned_with_hashes_and_no_address_is_told(self, lock: str) -> None:
        text = (HOME / lock).read_text(encoding="utf-8")
        parts = [part for part in text.replace("\\\n", " ").splitlines() if part.strip()]
        unpinned = [
            part for part in parts if not re.match(r"[\w.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", part)
        ]
        assert parts
        assert unpinned == []
        assert "://" not in text
        assert "index" not in text

    def test_every_dependency_is_locked(self) -> None:
        project = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))
        extras = project["project"]["optional-dependencies"]
        runtime = project["project"]["dependencies"] + extras["solve"] + extras["llm"]
        groups = project["dependency-groups"]
        for lock, wanted in zip(LOCKS, (runtime, groups["dev"], groups["docs"]), strict=True):
            locked = set(re.findall(r"^([\w.-]+)==", (HOME / lock).read_text(encoding="utf-8"), re.MULTILINE))
            assert {canonical(part) for part in wanted} - locked == set()

    def test_all_locks_agree(self) -> None:
        pins: dict[str, set[frozenset[str]]] = {}
        for lock in LOCKS:
            text = (HOME / lock).read_text(encoding="utf-8")
            for name in set(re.findall(r"^(\S+)==", text, re.MULTILINE)):
                versions = re.findall(rf"^{re.escape(name)}==(\S+)", text, re.MULTILINE)
                pins.setdefault(name, set()).add(frozenset(versions))
        assert {name: versions for name, versions in pins.items() if len(versions) > 1} == {}


def imported(files: Iterable[Path]) -> set[str]:
    """Return the first names of all modules beyond the standard library that `files` import anywhere."""
    names: set[str] = set()
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names.add((node.module or "").split(".")[0])
    return names - sys.stdlib_module_names


def canonical(requirement: str) -> str:
    """Return the name in a requirement, as the locks spell it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", requirement)[0]).lower()


def test_what_is_imported_is_declared() -> None:
    project = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {
        *project["dependencies"],
        *(part for extra in project["optional-dependencies"].values() for part in extra),
    }
    names = {canonical(part) for part in declared}
    providers = metadata.packages_distributions()
    undeclared = {
        name
        for name in imported((HOME / "src").rglob("*.py")) - {"detente"}
        if not names & {canonical(provider) for provider in providers.get(name, [name])}
    }
    assert undeclared == set()


def test_the_table_of_licences_matches_the_locks() -> None:
    text = (HOME / "docs/decisions/0002-parts.md").read_text(encoding="utf-8")
    told = {
        (name, version)
        for name, some in re.findall(r"^\| (\S+) \| ([\d.post, ]+) \|", text, re.MULTILINE)
        for version in some.split(", ")
    }
    locked = {
        pin
        for lock in LOCKS
        for pin in re.findall(r"^([\w.-]+)==(\S+)", (HOME / lock).read_text(), re.MULTILINE)
    }
    assert told == locked


def test_bootstrap_needs_the_standard_library_only() -> None:
    assert imported([HOME / "tools/bootstrap.py", HOME / "tools/checks.py"]) == set()


class TestFirstStart:
    def test_installs_runs_and_keeps_standard_output_clean(self, checkout: Checkout) -> None:
        code, out, err = checkout.run("brief", "a b", "--json", "조선")
        assert (code, out) == (0, "1.0|brief|a b|--json|조선\n")
        assert "first start" in err
        assert checkout.run() == (0, "1.0\n", "")

    def test_second_start_needs_neither_installer_nor_network(self, checkout: Checkout) -> None:
        checkout.run()
        shutil.rmtree(checkout.wheels)
        shutil.rmtree(checkout.home / "tools")
        assert checkout.run("again", DETENTE_PYTHON="/nowhere") == (0, "1.0|again\n", "")

    def test_through_a_link_from_anywhere(self, checkout: Checkout, tmp_path: Path) -> None:
        checkout.run()
        link = tmp_path / "detente"
        link.symlink_to(checkout.home / "run")
        done = subprocess.run([link, "x"], cwd="/", env=PLAIN, capture_output=True, text=True, check=True)
        assert done.stdout == "1.0|x\n"

    def test_messages_can_name_the_script_as_it_was_started(self, checkout: Checkout, tmp_path: Path) -> None:
        told = "import os\n\n\ndef main() -> None:\n    print(os.environ['DETENTE_COMMAND'])\n"
        (checkout.home / "src/detente/cli/__init__.py").write_text(told, encoding="utf-8")
        assert checkout.run()[1] == f"{checkout.home}/run\n"
        (tmp_path / "detente").symlink_to(checkout.home / "run")
        for command, name in ((["./run"], "./run"), (["sh", "run"], "./run"), (["../detente"], "../detente")):
            at = checkout.home
            done = subprocess.run(command, cwd=at, env=PLAIN, capture_output=True, text=True, check=True)
            assert done.stdout == f"{name}\n"

    def test_environment_elsewhere(self, checkout: Checkout, tmp_path: Path) -> None:
        elsewhere = tmp_path / "다른 곳" / "env"
        assert checkout.run(DETENTE_VENV=str(elsewhere))[:2] == (0, "1.0\n")
        assert (elsewhere / LOCKS[0]).is_file()
        assert not checkout.venv.exists()

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
    def test_read_only_checkout_keeps_its_environment_in_the_cache(self, read_only: Checkout) -> None:
        assert read_only.run()[:2] == (0, "1.0\n")
        assert read_only.run() == (0, "1.0\n", "")
        assert not read_only.venv.exists()

    def test_two_at_once(self, checkout: Checkout) -> None:
        both = [checkout.start(name) for name in ("one", "two")]
        said = [process.communicate(timeout=120) for process in both]
        assert [out for out, _ in said] == ["1.0|one\n", "1.0|two\n"]
        assert sum("first start" in err for _, err in said) == 1

    def test_test_tools_are_added_and_the_parts_stay(self, checkout: Checkout) -> None:
        checkout.run()
        (checkout.home / "tools" / "checks.py").write_text(
            "import sys, part, testpart\nprint(*sys.argv[1:])\n"
        )
        code, out, err = checkout.run("test", "-k", "foo bar")
        assert (code, out) == (0, "-k foo bar\n")
        assert "adding what requirements-test.lock and requirements-docs.lock names" in err
        assert checkout.run() == (0, "1.0\n", "")

    def test_documentation_is_built_with_its_own_parts(self, checkout: Checkout) -> None:
        checkout.run()
        shutil.rmtree(checkout.home / "tools" / "documentation")
        (checkout.home / "tools" / "documentation").mkdir()
        (checkout.home / "tools" / "documentation" / "__main__.py").write_text(
            "import sys, part, docspart\nprint(*sys.argv[1:])\n"
        )
        code, out, err = checkout.run("docs", "a b")
        assert (code, out) == (0, "a b\n")
        assert checkout.run("docs")[1] == f"{checkout.home}/build/docs\n"
        assert "adding what requirements-docs.lock names" in err
        assert checkout.run() == (0, "1.0\n", "")

    def test_test_tools_that_cannot_be_had_leave_the_parts_alone(self, checkout: Checkout) -> None:
        checkout.run()
        (checkout.wheels / "testpart-1.0-py3-none-any.whl").unlink()
        assert checkout.run("test")[0] == 1
        assert checkout.run() == (0, "1.0\n", "")


class TestChangedLock:
    def test_is_installed_anew(self, checkout: Checkout) -> None:
        checkout.run()
        (checkout.home / LOCKS[0]).write_text(make_wheel(checkout.wheels, "part", "2.0"))
        code, out, err = checkout.run()
        assert (code, out) == (0, "2.0\n")
        assert "has changed" in err

    def test_keeps_the_former_environment_when_that_fails(self, checkout: Checkout) -> None:
        checkout.run()
        former = (checkout.home / LOCKS[0]).read_text()
        (checkout.home / LOCKS[0]).write_text(make_wheel(checkout.wheels, "part", "2.0"))
        (checkout.wheels / "part-2.0-py3-none-any.whl").unlink()
        assert checkout.run()[0] == 1
        (checkout.home / LOCKS[0]).write_text(former)
        assert checkout.run() == (0, "1.0\n", "")


class TestFailure:
    def test_without_network_says_the_ways_out_and_leaves_nothing(self, checkout: Checkout) -> None:
        shutil.rmtree(checkout.wheels)
        code, out, err = checkout.run("--json")
        assert (code, out) == (1, "")
        assert "PIP_FIND_LINKS" in err
        assert "HTTPS_PROXY" in err
        assert "Traceback" not in err
        assert not checkout.venv.exists()

    def test_a_wheel_with_another_hash_is_refused(self, checkout: Checkout) -> None:
        with (checkout.wheels / "part-1.0-py3-none-any.whl").open("ab") as wheel:
            wheel.write(b"\0")
        code, out, err = checkout.run()
        assert (code, out) == (1, "")
        assert "HASH" in err.upper()

    def test_a_changed_pip_is_refused(self, checkout: Checkout) -> None:
        with next((checkout.home / "tools/pip").iterdir()).open("ab") as wheel:
            wheel.write(b"\0")
        code, _, err = checkout.run()
        assert code == 1
        assert "git checkout" in err

    def test_a_folder_of_someone_else_is_left_alone(self, checkout: Checkout) -> None:
        checkout.venv.mkdir()
        (checkout.venv / "thesis.txt").write_text("mine")
        code, _, err = checkout.run()
        assert code == 1
        assert "was not made by ./run" in err
        assert (checkout.venv / "thesis.txt").read_text() == "mine"

    def test_no_fitting_python_is_explained(self, checkout: Checkout, tmp_path: Path) -> None:
        code, _, err = checkout.run(DETENTE_PYTHON="/bin/false")
        assert code == 1
        assert "/bin/false is not a Python" in err
        tools = tmp_path / "bin"
        tools.mkdir()
        for name in ("readlink", "dirname", "cat", "cmp"):
            (tools / name).symlink_to(shutil.which(name) or "")
        code, _, err = checkout.run(DETENTE_PYTHON="", PATH=str(tools))
        assert code == 1
        assert "apt install python3" in err

    def test_a_path_with_a_colon_is_explained(self, checkout: Checkout, tmp_path: Path) -> None:
        checkout.home = checkout.home.rename(tmp_path / "a:b")
        code, _, err = checkout.run()
        assert code == 1
        assert "move the folder" in err

    @pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGINT])
    def test_interrupted_start_is_made_good_by_the_next(
        self, checkout: Checkout, sign: signal.Signals
    ) -> None:
        for _ in range(20):  # a start may be ready before the signal comes: then once more from nothing
            process = checkout.start()
            while not (checkout.venv / "bin" / "python").exists():
                time.sleep(0.001)
            with contextlib.suppress(ProcessLookupError, IndexError):
                os.kill(child_of(process.pid), sign)
            process.communicate(timeout=60)
            if process.returncode != 0:
                break
            shutil.rmtree(checkout.venv)
        assert process.returncode != 0, "no start could be interrupted"
        assert checkout.run()[:2] == (0, "1.0\n")


def child_of(parent: int) -> int:
    """Return the process that `parent` started last."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return int(children[-1])


class TestUv:
    @pytest.fixture
    def path(self, tmp_path: Path) -> str:
        """A PATH with a uv that notes how it was called, then fails."""
        folder = tmp_path / "with uv"
        folder.mkdir()
        (folder / "uv").write_text(f"#!/bin/sh\necho \"$@\" >> '{tmp_path}/called'\nexit 2\n")
        (folder / "uv").chmod(0o755)
        return f"{folder}:/usr/bin:/bin"

    def test_is_preferred_and_pip_steps_in_when_it_fails(self, checkout: Checkout, path: str) -> None:
        code, out, err = checkout.run(PATH=path, DETENTE_INSTALLER="")
        assert (code, out) == (0, "1.0\n")
        assert "trying with pip" in err
        called = (checkout.home.parent / "called").read_text(encoding="utf-8")
        assert "--require-hashes --only-binary :all:" in called
