"""From a study to a Report: every family is asked once, and what it found put where a reader looks for it.

No family is named here. What a family says in the bottom line and where its exhibits stand follow from the
kind of its judgements and from its annex.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.analysis import ANALYSES
from detente.analysis.inquiry import Inquiry
from detente.analysis.protocol import Annex, Kind, Progress, Result, answer, unheard
from detente.brief import facts, notes
from detente.brief.dissent import dissent
from detente.exhibits import Exhibit, Paragraph, Report, Section, Text
from detente.messages import Words, message
from detente.study.counting_grounds import sifted
from detente.study.model import Study
from detente.version import VERSION

# The order in which a reader needs to know.
_BOTTOM_LINE: tuple[Kind, ...] = ("today", "reach", "opened", "never", "doubt", "agreed", "kept")
_ANNEXES: dict[Annex, Words] = {
    "facts": message("brief.annex.facts"),
    "wishes": message("brief.annex.wishes"),
    "package": message("brief.annex.package"),
    "outcomes": message("brief.annex.outcomes"),
    "mediation": message("brief.annex.mediation"),
    "roadmap": message("brief.annex.roadmap"),
    "relations": message("brief.annex.relations"),
    "doubt": message("brief.annex.doubt"),
}

Answers = dict[Annex, list[Result]]


def brief(study: Study, *, progress: Progress = unheard) -> Report:
    """The brief of a study: of its facts, its graph model and its issues, as far as the files have them."""
    digest = study.situation.digest
    study = replace(study, situation=sifted(study.situation, study.dossier))
    found = _asked(study, progress)
    return Report(
        title=study.title,
        subtitle=study.question,
        as_of=study.as_of,
        bottom_line=_bottom_line(found) if study.modelled else (Text(message("brief.facts_only")),),
        sections=tuple(section for section in _sections(study, found) if section.blocks),
        notes=notes.notes(study),
        colophon=_colophon(study, digest),
    )


def _asked(study: Study, progress: Progress) -> Answers:
    """The answer of every family that has an annex, fits what the files hold, and is wanted."""
    inquiry, found = Inquiry(study.situation), Answers()
    for analysis in ANALYSES:
        if analysis.annex is not None and analysis.applies(study.situation) and study.wants(analysis.id):
            params = study.params(analysis.params)
            found.setdefault(analysis.annex, []).append(answer(inquiry, analysis, params, progress))
    return found


def _bottom_line(found: Answers) -> tuple[Text, ...]:
    """The judgements in a reader's order; where there is no model, all that is said of the packages."""
    told = [one for results in found.values() for result in results for one in result.judgements()]
    kinds: tuple[Kind, ...] = _BOTTOM_LINE if "outcomes" in found else ("agreed", "offered")
    return tuple(one.says for kind in kinds for one in told if one.kind == kind)


def _sections(study: Study, found: Answers) -> Iterator[Section]:
    for annex, title in _ANNEXES.items():
        blocks = [*(_facts(study) if annex == "facts" else ()), *_annex(found.get(annex, ()))]
        if annex == "doubt" and study.dossier.claims and found:
            blocks += dissent(study)
        yield Section(title, tuple(blocks))


def _facts(study: Study) -> Iterator[Exhibit]:
    return facts.blocks(study) if study.wants("facts") else iter(())


def _annex(results: Sequence[Result]) -> Iterator[Exhibit]:
    """What several families say under one title: their sentences first, in one list, then their exhibits."""
    shown = [block for result in results for block in result.annex()]
    lists = [block for block in shown if isinstance(block, Paragraph) and block.bullets]
    if len(results) < 2 or not lists:
        yield from shown
        return
    yield Paragraph(tuple(text for block in lists for text in block.sentences), bullets=True)
    yield from (block for block in shown if block not in lists)


def _colophon(study: Study, digest: str) -> tuple[Words, ...]:
    if not study.modelled:
        return (message("brief.colophon.facts", version=VERSION),)
    return (
        message("brief.colophon.model", version=VERSION, digest=digest[:12]),
        message("brief.colophon.no_prediction"),
    )
