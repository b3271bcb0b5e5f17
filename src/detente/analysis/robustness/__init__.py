"""What the answers hang on."""

from detente.analysis.robustness.omission import Omission, OmissionResult, omissions
from detente.analysis.robustness.shocks import ShockEffect, ShocksResult, shocks

__all__ = ["Omission", "OmissionResult", "ShockEffect", "ShocksResult", "omissions", "shocks"]
