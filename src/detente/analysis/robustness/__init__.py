"""What the answers hang on."""

from detente.analysis.robustness.omission import Omission, OmissionResult, omissions

__all__ = ["Omission", "OmissionResult", "omissions"]
