"""From a study to a Report: run the analyses once, then let each section speak of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from detente.analysis.paths import JointStep, PathsResult, joint_steps, paths
from detente.analysis.relations import WishRelations, wish_relations
from detente.analysis.robustness import OmissionResult, omissions
from detente.analysis.stability import StabilityResult, stability
from detente.exhibits import Report, Section
from detente.situation.compile import Compiled, compile_situation
from detente.study.brief import bottom, facts, grounds, notes, outcomes, wishes
from detente.study.brief.selection import Family, Selection, select, strongest
from detente.study.model import Study
from detente.version import VERSION

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Findings:
    """What the analyses found, and the outcomes the brief speaks of.

    joint: joint moves from today; joint_later: those from the first outcome of a family.
    """

    study: Study
    compiled: Compiled
    stability: StabilityResult
    paths: PathsResult | None
    joint: tuple[JointStep, ...]
    joint_later: tuple[tuple[Family, JointStep], ...]
    wishes: WishRelations
    selection: Selection
    omissions: OmissionResult


def findings(study: Study, *, progress: Progress | None = None) -> Findings:
    """Run what the brief needs. progress(what, done, total) is called as the work advances."""

    def told(what: str) -> Callable[[int, int], None]:
        return lambda done, total: progress(what, done, total) if progress else None

    compiled = compile_situation(study.situation)
    held = stability(compiled, progress=told("deciding which outcomes hold"))
    concept = strongest(held)
    routes = paths(compiled, concept=concept) if study.situation.status_quo is not None else None
    chosen = select(compiled, held, routes, study.group_by)
    joint = () if chosen.today is None else joint_steps(compiled, chosen.today, concept=concept)
    later = tuple(
        (family, step)
        for family in chosen.families
        for step in joint_steps(compiled, family.first.position, concept=concept)
        if step.agreed
    )
    watched = [family.first.position for family in chosen.families]
    if chosen.today is not None:
        watched.insert(0, chosen.today)
    left_out = omissions(
        compiled, watched, concept=concept, progress=told("leaving out one assumption at a time")
    )
    return Findings(study, compiled, held, routes, joint, later, wish_relations(compiled), chosen, left_out)


def brief(study: Study, *, progress: Progress | None = None) -> Report:
    """The brief of a study."""
    found = findings(study, progress=progress)
    sections = [
        *facts.sections(found),
        wishes.section(found),
        outcomes.section(found),
        grounds.section(found),
    ]
    return Report(
        title=study.title,
        subtitle=study.question,
        as_of=study.as_of,
        bottom_line=bottom.line(found),
        sections=tuple(section for section in sections if section.blocks),
        notes=notes.notes(study.dossier),
        colophon=_colophon(found),
    )


def _colophon(found: Findings) -> tuple[str, ...]:
    digest = found.study.situation.digest[:12]
    return (
        f"Made by Détente {VERSION} from situation {digest}; the other side may move by legal sequences, "
        "nobody twice in a row.",
        "A model says what follows from wishes and moves as written down. It does not predict.",
    )


__all__ = ["Findings", "Section", "brief", "findings"]
