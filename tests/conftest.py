"""Fixtures every test may use."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# At a desk each run explores anew; under CI the same commit gives the same answer (CI is set by CI services).
settings.register_profile("house", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "house")

# What is drawn must not depend on who runs the tests: pytest-xdist's workers see a width, CI services a colour,
# and a command started under ./run its name.
for setting in (
    "COLUMNS",
    "LINES",
    "FORCE_COLOR",
    "NO_COLOR",
    "CLICOLOR_FORCE",
    "GITHUB_ACTIONS",
    "TTY_COMPATIBLE",
    "DETENTE_COMMAND",
    "DETENTE_LANGUAGE",
):
    os.environ.pop(setting, None)

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with given cases, data and articles beside the checkout; absent elsewhere."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("../shared (given cases, data, articles) is not beside this checkout")
    return folder
