"""What is said, in English, for tests that read sentences."""

from detente.brief import brief
from detente.exhibits import Report
from detente.languages import speaker
from detente.present.spoken import spoken_report
from detente.study.model import Study

english = speaker("en")


def told(study: Study) -> Report[str]:
    """The brief of a study in English."""
    return spoken_report(brief(study), english)
