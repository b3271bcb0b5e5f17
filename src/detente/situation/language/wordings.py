"""What something is called, in a situation file: plain text, or a text per language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from detente.errors import Fault, PathStep
from detente.messages import Label, label

# ISO 639-1; a test holds them against Unicode's own list.
_CODES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de "
    "dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia "
    "id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo "
    "lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl "
    "ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti "
    "tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
_ENGLISH = "en"


def read_wordings(value: object) -> str | Label:
    """Text as it stands; of a mapping the English text (else the first) with all wordings."""
    if isinstance(value, Mapping):
        texts = {str(tag): _text(text) for tag, text in value.items()}
        if texts:
            return label(texts.get(_ENGLISH, next(iter(texts.values()))), texts)
        raise PydanticCustomError("wordings", "a mapping of languages needs at least one (en: …)")
    return value if isinstance(value, Label) else _text(value)


def plain_text(value: object) -> str:
    """What a tree says something is called, in one language: as `read_wordings` chooses."""
    texts = value if isinstance(value, Mapping) else {}
    return str(texts.get(_ENGLISH, next(iter(texts.values()), "")) if texts else value)


def _text(value: object) -> str:
    """Numbers are fine as text (a level 200); true and false are not: YAML 1.2 has no yes/no."""
    if isinstance(value, bool):
        raise PydanticCustomError("boolean", "write yes or no, or put the word in quotes")
    if isinstance(value, str | int | float):
        return str(value)
    raise PydanticCustomError("wordings", "must be text, or a text per language (en: …, ko: …)")


_TEXT = {"type": ["string", "number"]}
Wordings = Annotated[
    str | Label,
    BeforeValidator(read_wordings),
    WithJsonSchema(
        {
            "anyOf": [
                _TEXT,
                {
                    "type": "object",
                    "additionalProperties": _TEXT,
                    "minProperties": 1,
                    "description": "language tag (en, ko, zh-Hans) -> text",
                },
            ]
        }
    ),
]


def unknown_tags(entry: object, path: Sequence[PathStep] = ()) -> Iterator[Fault]:
    """A warning for every wording under a tag that names no language, wherever in a file's entries it is."""
    for tag, place in _tags(entry, tuple(path)):
        if tag.casefold().partition("-")[0] not in _CODES.split():
            message = f"{tag!r} names no language; use a tag such as en, ko, zh-Hans or ja"
            yield Fault(message, "lint.language", place, warning=True)


def _tags(value: object, path: tuple[PathStep, ...]) -> Iterator[tuple[str, tuple[PathStep, ...]]]:
    match value:
        case Label():
            yield from ((tag, (*path, tag)) for tag, _ in value.wordings)
        case BaseModel():
            for name, field in type(value).model_fields.items():
                step = field.alias or name
                yield from _tags(getattr(value, name), (*path, step))
        case Mapping():
            named = path[-1:] == ("names",)
            for key, item in value.items():
                yield from [(str(key), (*path, key))] if named else _tags(item, (*path, key))
        case list():
            for index, item in enumerate(value):
                yield from _tags(item, (*path, index))
        case _:
            pass
