"""The choices about what is signed."""

from __future__ import annotations

from detente.analysis.agreements.params import AgreementsParams
from detente.analysis.outcomes.params import OutcomesParams


class ComplianceParams(AgreementsParams, OutcomesParams):
    """The packages are those of `agreements`; "walk away" is meant as `outcomes` means it."""

    def agreements(self) -> AgreementsParams:
        """The choices about packages."""
        return AgreementsParams(**{name: getattr(self, name) for name in AgreementsParams.model_fields})

    def outcomes(self) -> OutcomesParams:
        """The choices about outcomes."""
        return OutcomesParams(group_by=self.group_by)
