"""Describing analyses costs nothing: the kernels and their compiler are loaded when something is solved."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import detente


def test_naming_the_analyses_does_not_load_numba() -> None:
    code = "import sys, detente.analysis as a; assert a.ANALYSES; sys.exit('numba' in sys.modules)"
    source = str(Path(detente.__file__).parents[1])
    done = subprocess.run([sys.executable, "-c", code], check=False, env={**os.environ, "PYTHONPATH": source})
    assert done.returncode == 0
