"""The package as people install it: a wheel with all its data, run from elsewhere than the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[1]
PIP = next((HOME / "tools" / "pip").glob("*.whl"))
needs_backend = pytest.mark.skipif(
    find_spec("uv_build") is None, reason="the build backend uv_build is absent"
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as pip builds it: by the backend's hook."""
    folder = tmp_path_factory.mktemp("wheel")
    code = "import sys, uv_build; uv_build.build_wheel(sys.argv[1])"
    path = os.pathsep.join([sysconfig.get_path("scripts"), os.environ.get("PATH", os.defpath)])
    subprocess.run(
        [sys.executable, "-c", code, folder],
        cwd=HOME,
        check=True,
        capture_output=True,
        env=os.environ | {"PATH": path},
    )
    return next(folder.glob("detente-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel installed in it; its dependencies are those of this Python."""
    folder = tmp_path_factory.mktemp("설치 site")
    options = ["--no-deps", "--no-index", "--no-compile", "--disable-pip-version-check", "--quiet"]
    command = [sys.executable, PIP / "pip", "install", *options, "--target", folder, wheel]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PIP_CONFIG_FILE": os.devnull})
    return folder


def start(command: list[str | Path], site: Path, at: Path, *, kernels: str = "plain") -> str:
    """Run a command of the installed package from the folder `at`; its standard output.

    kernels: "plain" runs them as Python, which is quicker for a few states than compiling them.
    """
    settings = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    settings |= {"PYTHONPATH": str(site), "PYTHONSAFEPATH": "1"}
    settings |= {"NUMBA_DISABLE_JIT": "1"} if kernels == "plain" else {}
    done = subprocess.run(command, cwd=at, env=settings, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@needs_backend
def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = {
            name for name in archive.namelist() if name.startswith("detente/") and not name.endswith("/")
        }
    source = HOME / "src"
    files = {path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file()}
    written = {name for name in files if not name.endswith((".pyc", ".nbi", ".nbc"))}
    assert inside == written
    assert {"detente/py.typed", "detente/cases/studies/korea-china-2026/situation.yaml"} <= inside


@needs_backend
def test_the_wheel_is_for_every_machine_and_small(wheel: Path) -> None:
    assert wheel.name.endswith("-py3-none-any.whl")
    assert wheel.stat().st_size < 2_000_000


@needs_backend
def test_a_brief_is_written_from_any_folder(installed: Path, tmp_path: Path) -> None:
    case = installed / "detente/cases/web/economics-wiki/chicken/chicken.yaml"
    said = start(
        [installed / "bin" / "detente", "brief", case, "-o", "회담 brief", "--pdf"], installed, tmp_path
    )
    assert "written: 회담 brief/brief.pdf" in said
    assert "<style" in (tmp_path / "회담 brief/brief.html").read_text(encoding="utf-8")


@needs_backend
@pytest.mark.long  # compiles every kernel for the place where it is installed: half a minute
def test_the_main_job_runs_from_any_folder(installed: Path, tmp_path: Path) -> None:
    said = start([installed / "bin" / "detente"], installed, tmp_path, kernels="compiled")
    assert "written: brief/" in said
    assert (tmp_path / "brief" / "brief.html").stat().st_size > 10_000


@needs_backend
def test_the_module_is_the_command(installed: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "detente"]
    study = installed / "detente/cases/studies/korea-china-2026"
    assert "no fault found" in start([*command, "check", study], installed, tmp_path)
    assert "cuban-missile-crisis" in start([*command, "cases"], installed, tmp_path)
    code = "import detente; print(detente.__file__)"
    assert start([sys.executable, "-c", code], installed, tmp_path).strip().startswith(str(installed))
