"""One page per family of analyses, from its registration: question, choices, answer (HOUSE §6)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from detente.analysis import ANALYSES
from detente.analysis.inquiry import Inquiry
from detente.analysis.protocol import Analysis, answer
from detente.languages import speaker
from detente.messages import Message
from detente.store.study_folder import bundled_study, load_study
from documentation.abridged import abridged
from documentation.formats import kind
from documentation.markdown import Page, block, code, page, table

ENGLISH = speaker("en")
ASKED = {"why": {"actor": "DPRK"}}  # what a family must be told, in the example
CHOICES = ("name", "option", "type", "default", "what it is")
NEEDS = {
    "model": "options or states, and who wants what",
    "issues": "issues and parties",
    "both": "options and who wants what, and issues and parties",
}


def pages(families: Iterable[Analysis[Any, Any]] = ANALYSES) -> Iterator[Page]:
    """A page per family, and the page that lists them."""
    families = tuple(families)
    inquiry = Inquiry(load_study(bundled_study()).situation)
    listed = table(
        ("family", "the question it answers"),
        ((f"[{one.id}]({one.id}.md)", question(one)) for one in families),
    )
    names = "\n".join(one.id for one in families)
    yield (
        "reference/analyses/index.md",
        page("# Analyses", listed, f"```{{toctree}}\n:hidden:\n\n{names}\n```"),
    )
    for family in families:
        yield f"reference/analyses/{family.id}.md", family_page(family, inquiry)


def question(family: Analysis[Any, Any]) -> str:
    """What the family answers, as ``--help`` says it."""
    return ENGLISH(Message(f"analysis.{family.id}.question"))


def family_page(family: Analysis[Any, Any], inquiry: Inquiry) -> str:
    """Everything that the registration of a family says."""
    types = family.params.model_json_schema(mode="serialization").get("properties", {})
    rows = [
        (
            code(name),
            code(family.params.flag(name)),
            ", ".join([kind(types[name]), *limits(field)]),
            default(field),
            ENGLISH(Message(f"params.{family.id}.{name}")),
        )
        for name, field in family.params.model_fields.items()
    ]
    annex = (
        f"In a brief it stands in the annex “{family.annex}”."
        if family.annex
        else "It has no annex in a brief."
    )
    return page(
        f"# {family.id}",
        question(family),
        f"The file must hold {NEEDS[family.needs]}. {annex}",
        f"## Choices\n\n{table(CHOICES, rows) or 'There are none.'}",
        f"## From Python\n\n{block(_in_python(family), 'python')}",
        _answer(family, inquiry),
    )


def limits(field: FieldInfo) -> list[str]:
    """What a number must not exceed."""
    return [text for one in field.metadata if (text := _limit(one))]


def _limit(rule: object) -> str:
    signs = {"gt": ">", "ge": "≥", "lt": "<", "le": "≤"}
    return " ".join(f"{sign} {getattr(rule, name)}" for name, sign in signs.items() if hasattr(rule, name))


def default(field: FieldInfo) -> str:
    """The default of a choice; "needed" where the question has none."""
    if field.default is PydanticUndefined:
        return "needed"
    return code(json.dumps(field.default, ensure_ascii=False)) if field.default is not None else "–"


def _in_python(family: Analysis[Any, Any]) -> str:
    given = ", ".join(f"{name}={value!r}" for name, value in ASKED.get(family.id, {}).items())
    return (
        "import detente as dt\n"
        "from detente.analysis import ANALYSES\n"
        "from detente.analysis.inquiry import Inquiry\n"
        "from detente.analysis.protocol import answer\n\n"
        f'family = next(one for one in ANALYSES if one.id == "{family.id}")\n'
        f'result = answer(Inquiry(dt.load("situation.yaml")), family, family.params.of({given}))\n'
        "result.records(), result.exhibits(), result.judgements(), result.as_json()"
    )


def _answer(family: Analysis[Any, Any], inquiry: Inquiry) -> str:
    """What ``--json`` prints for the bundled study, shortened."""
    asked = ASKED.get(family.id, {})
    unknown = [n for n, field in family.params.model_fields.items() if field.is_required() and n not in asked]
    if unknown or not family.applies(inquiry.situation):
        return ""
    result = answer(inquiry, family, family.params.of(**asked))
    options = " ".join(f"{family.params.flag(name)} {value}" for name, value in asked.items())
    told = f"`detente {family.id} STUDY {options}".rstrip() + " --json`"
    words = f"{told} for the bundled study; `…` stands for more of the same."
    return f"## As JSON\n\n{words}\n\n{block(abridged(result.as_json()))}"
