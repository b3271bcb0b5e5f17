"""From a study to a Report: run the analyses once, then let each section speak of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from detente.analysis.agreements.answer import agreements
from detente.analysis.agreements.result import AgreementResult
from detente.analysis.paths import JointStep, PathsResult, joint_steps, joint_ways, paths
from detente.analysis.relations import WishRelations, wish_relations
from detente.analysis.robustness import OmissionResult, ShocksResult, omissions, shocks
from detente.analysis.stability import StabilityResult, stability
from detente.brief import agreement as accord
from detente.brief import bottom_line as bottom
from detente.brief import doubt as grounds
from detente.brief import facts, notes, outcomes, wishes
from detente.brief import shocks as shaken
from detente.brief.selection import Family, Selection, select, strongest
from detente.exhibits import Report, Section, Text
from detente.situation.compile import Compiled, compile_situation
from detente.study.counting_grounds import sifted
from detente.study.model import Study
from detente.study.signed import Signed, signed
from detente.version import VERSION

Progress = Callable[[str, int, int], None]

_FACTS_ONLY = (
    "This brief holds facts only: what the documents say. Which outcomes would hold is not asked yet, "
    "because no situation (who can do what, who wants what) is written down."
)


@dataclass(frozen=True, slots=True)
class Findings:
    """What the graph model's analyses found, and the outcomes the brief speaks of.

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
    shocks: ShocksResult


def findings(study: Study, *, progress: Progress | None = None) -> Findings:
    """Run what the brief needs of the graph model. progress(what, done, total) tells how far it is."""
    compiled = compile_situation(study.situation)
    held = stability(compiled, progress=_told(progress, "deciding which outcomes hold"))
    concept = strongest(held)
    known = study.situation.status_quo is not None
    routes = paths(compiled, concept=concept, by=("improvements",)) if known else None
    chosen = select(compiled, held, routes, study.group_by)
    joint = () if routes is None else joint_ways(routes)
    later = tuple(_later(compiled, routes, concept, chosen)) if study.situation.joint else ()
    firsts = [family.first.position for family in chosen.families]
    left_out = omissions(
        compiled,
        firsts if chosen.today is None else [chosen.today, *firsts],
        concept=concept,
        progress=_told(progress, "leaving out one assumption at a time"),
    )
    relations = wish_relations(compiled)
    broken = shocks(compiled, firsts, concept=concept)
    return Findings(study, compiled, held, routes, joint, later, relations, chosen, left_out, broken)


def _later(
    compiled: Compiled, routes: PathsResult | None, concept: str, chosen: Selection
) -> Iterator[tuple[Family, JointStep]]:
    """The joint moves that all their members gain by, from the first outcome of each family."""
    ways = routes if routes is not None else paths(compiled, concept=concept, start=0, by=())
    for family in chosen.families:
        for step in joint_steps(ways, family.first.position):
            if step.agreed:
                yield family, step


def _told(progress: Progress | None, what: str) -> Callable[[int, int], None]:
    return lambda done, total: progress(what, done, total) if progress else None


def brief(study: Study, *, progress: Progress | None = None) -> Report:
    """The brief of a study: of its facts, its graph model and its issues, as far as the files have them."""
    digest = study.situation.digest
    study = replace(study, situation=sifted(study.situation, study.dossier))
    situation = study.situation
    modelled = bool(situation.options) or situation.graph is not None
    found = findings(study, progress=progress) if modelled else None
    negotiated = situation.terms is not None and study.wants("agreements")
    accords = agreements(situation, progress=progress) if negotiated else None
    after = None if found is None or accords is None else _once_signed(found, accords)
    sections = _sections(study, found, accords, after)
    return Report(
        title=study.title,
        subtitle=study.question,
        as_of=study.as_of,
        bottom_line=_bottom(found, accords, after) if study.modelled else (Text(_FACTS_ONLY),),
        sections=tuple(section for section in sections if section.blocks),
        notes=notes.notes(study),
        colophon=_colophon(study, digest),
    )


def _sections(
    study: Study, found: Findings | None, accords: AgreementResult | None, after: Signed | None
) -> Iterator[Section]:
    if study.wants("facts"):
        yield from facts.sections(study)
    if found is not None and study.wants("wishes"):
        yield wishes.section(found)
    if accords is not None:
        yield accord.section(accords, after)
    if found is not None and study.wants("stability"):
        yield outcomes.section(found)
    if found is not None and study.wants("shocks"):
        yield shaken.section(found)
    if found is not None and study.wants("robustness"):
        yield grounds.section(found)


def _once_signed(found: Findings, accords: AgreementResult) -> Signed:
    return signed(accords, found.stability, concept=found.selection.concept)


def _bottom(
    found: Findings | None, accords: AgreementResult | None, after: Signed | None
) -> tuple[Text, ...]:
    model = () if found is None else bottom.line(found)
    if accords is None:
        return model
    # Agreement first in a file of issues only; beside a model it is a sentence or two among the others.
    said = accords.sentences()
    return (*model, *(said[:2] if model else said), *(after.sentences()[:1] if after else ()))


def _colophon(study: Study, digest: str) -> tuple[str, ...]:
    if not study.modelled:
        return (f"Made by Détente {VERSION} from the dossier alone.",)
    return (
        f"Made by Détente {VERSION} from situation {digest[:12]}; the other side may move by legal "
        "sequences, nobody twice in a row.",
        "A model says what follows from wishes and moves as written down. It does not predict.",
    )
