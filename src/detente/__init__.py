"""Détente: from documents to a checkable model of a dispute, and from the model to a cited brief.

    import detente as dt
    s = dt.load("situation.yaml")
    r = dt.stability(s)
    r.equilibria("seq")

Names are imported when first used, so that `import detente` costs nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detente.analysis.agreements.answer import agreements
    from detente.analysis.agreements.result import AgreementResult
    from detente.analysis.paths.paths import paths
    from detente.analysis.paths.result import PathsResult
    from detente.analysis.stability.concept import Judgement
    from detente.analysis.stability.concepts.registry import CONCEPTS
    from detente.analysis.stability.result import StabilityResult
    from detente.analysis.stability.run import stability
    from detente.brief import brief
    from detente.errors import DetenteError, InputError, LimitError
    from detente.evidence.claims import Claim
    from detente.evidence.documents import Document
    from detente.evidence.dossier import Dossier
    from detente.situation.model import Situation
    from detente.situation.states import State
    from detente.store.study_folder import check_file as check
    from detente.store.study_folder import load_situation as load
    from detente.store.study_folder import load_study
    from detente.study.model import Study
    from detente.version import VERSION as __version__  # noqa: N811

_WHERE = {
    "CONCEPTS": "detente.analysis.stability.concepts.registry",
    "Claim": "detente.evidence.claims",
    "DetenteError": "detente.errors",
    "Document": "detente.evidence.documents",
    "Dossier": "detente.evidence.dossier",
    "InputError": "detente.errors",
    "Judgement": "detente.analysis.stability.concept",
    "LimitError": "detente.errors",
    "PathsResult": "detente.analysis.paths.result",
    "Situation": "detente.situation.model",
    "StabilityResult": "detente.analysis.stability.result",
    "State": "detente.situation.states",
    "Study": "detente.study.model",
    "__version__": ("detente.version", "VERSION"),
    "AgreementResult": "detente.analysis.agreements.result",
    "agreements": "detente.analysis.agreements.answer",
    "brief": "detente.brief",
    "check": ("detente.store.study_folder", "check_file"),
    "load": ("detente.store.study_folder", "load_situation"),
    "load_study": "detente.store.study_folder",
    "paths": "detente.analysis.paths.paths",
    "stability": "detente.analysis.stability.run",
}

__all__ = [
    "CONCEPTS",
    "AgreementResult",
    "Claim",
    "DetenteError",
    "Document",
    "Dossier",
    "InputError",
    "Judgement",
    "LimitError",
    "PathsResult",
    "Situation",
    "StabilityResult",
    "State",
    "Study",
    "__version__",
    "agreements",
    "brief",
    "check",
    "load",
    "load_study",
    "paths",
    "stability",
]


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module 'detente' has no attribute {name!r}")
    found = _WHERE[name]
    module, attribute = (found, name) if isinstance(found, str) else found
    value = getattr(import_module(module), attribute)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


if "IPython" in sys.modules:
    import_module("detente.notebook").register()
