"""From the status quo: what can be reached, by which legal sequence, and who has to move first."""

from __future__ import annotations

from detente.analysis.paths.joint import JointStep, joint_steps, joint_table, joint_ways
from detente.analysis.paths.paths import paths, status_quo_position, tree
from detente.analysis.paths.result import BY, By, PathsResult, Route, Tree
from detente.analysis.run import Analysis

PATHS = Analysis("paths", "What can be reached from the status quo, and who has to move first?", paths)

__all__ = [
    "BY",
    "PATHS",
    "By",
    "JointStep",
    "PathsResult",
    "Route",
    "Tree",
    "joint_steps",
    "joint_table",
    "joint_ways",
    "paths",
    "status_quo_position",
    "tree",
]
