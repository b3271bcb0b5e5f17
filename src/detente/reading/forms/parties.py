"""Whom a fixed form's words name: states and bodies, "all parties", "the two sides"."""

from __future__ import annotations

import re

from detente.reading.context import Context

Names = tuple[str, ...]

_GROUP = (
    r"(?:[Pp]arties|[Ss]ides|[Ss]tates|[Gg]overnments?|[Aa]uthorities|[Cc]ountries|[Mm]embers|[Gg]roups|"
    r"[Aa]ctors|"
    r"[Ff]orces|[Pp]artners|[Oo]rganizations|[Oo]rganisations|[Aa]gencies|[Ii]nstitutions|[Nn]eighbours|"
    r"[Nn]eighbors|"
    r"[Dd]onors|[Oo]ne|[Bb]elligerents|[Ss]ignatories)"
)
_CAPITAL = r"[A-Z][\w’'-]*"
_NAME = rf"{_CAPITAL}(?:(?: of(?: the)?| for(?: the)?)? {_CAPITAL}){{0,6}}"
_ONE = (
    rf"(?:(?:the|The|its|their|our) )?(?:(?:[Aa]ll|[Bb]oth|[Oo]ther|[Tt]wo|[Ee]very|[Ee]ach|[Aa]ny|"
    rf"concerned|relevant|"
    rf"armed|political|regional|neighbouring|neighboring|warring|Member) (?:the )?){{0,3}}(?:{_NAME}|"
    rf"{_GROUP}\b)(?: [Ss]ide\b)?"
)
_NAMED = re.compile(rf"({_ONE})((?:, (?!and\b){_ONE}){{0,6}},? and {_ONE})?(?![’'])")
_PARTS = re.compile(r",? and |, ")
_SIDE = re.compile(r" [Ss]ide")
_ARTICLE = re.compile(r"(?:the|its|their|our) ", re.IGNORECASE)


def named_in(context: Context, start: int, end: int) -> Names:
    """The names at the very start of a stretch, without articles; none where it opens otherwise."""
    return subject_of(context, start, end)[0]


def subject_of(context: Context, start: int, end: int) -> tuple[Names, int]:
    """The names at the very start of a stretch, and where they end."""
    found = _NAMED.match(context.text, start, min(end, start + 400))
    if found is None:
        return (), start
    names: list[str] = []
    place = found.start()
    for part in _PARTS.split(found.group()):
        place = context.text.index(part, place)
        article = _ARTICLE.match(part)
        first = place + (article.end() if article is not None else 0)
        place += len(part)
        names.append(_known(context, first, place))
    return tuple(dict.fromkeys(names)), found.end()


def _known(context: Context, start: int, end: int) -> str:
    """The cast's own name for whom words name: "the Kingdom of Cambodia" is Cambodia."""
    within = [mention for mention in context.cast.between(start, end) if mention.end <= end]
    if len(within) != 1:
        return context.text[start:end]
    mention = within[0]
    actor = context.cast.actors[mention.actor]
    whole = mention.start == start and mention.end == end
    of_state = actor.kind == "state" and mention.end == end and mention.form == "name"
    side = mention.start == start and _SIDE.fullmatch(context.text, mention.end, end) is not None
    return (
        actor.name if (whole and mention.form != "demonym") or of_state or side else context.text[start:end]
    )
