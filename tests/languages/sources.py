"""What the source says, found by its syntax: messages, and sentences that stand outside catalogues."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "detente"
_ID = re.compile(r"[a-z][a-z0-9_]*(\\\.[a-z0-9_]+)+")
_MARKUP = re.compile(r"<w:instrText.*|<[^>]*>|^ *(#|grid\(|let |set ).*$", re.MULTILINE)  # HTML, typst
_OPEN = r"[a-z0-9_.]*"  # what an f-string leaves open of an id
_SENTENCE = re.compile(r"[A-Za-z’]{2,}[,;:]? [a-z]{2,}")


@dataclass(frozen=True)
class Use:
    """A message in the source: the pattern of its id, the names it gives (None: not to be seen), and the place."""

    pattern: re.Pattern[str]
    names: frozenset[str] | None
    place: str


@cache
def trees() -> dict[str, ast.Module]:
    """Path relative to the package -> syntax tree."""
    return {
        path.relative_to(SOURCE).as_posix(): ast.parse(path.read_text("utf-8"))
        for path in sorted(SOURCE.rglob("*.py"))
    }


def uses() -> Iterator[Use]:
    """Every message said anywhere in the source."""
    for file, tree in trees().items():
        if file == "messages/__init__.py":
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield from _use(node, f"{file}:{node.lineno}")


def _use(call: ast.Call, place: str) -> Iterator[Use]:
    called = call.func.id if isinstance(call.func, ast.Name) else ""
    if called in ("message", "Message") and call.args and (pattern := _pattern(call.args[0])):
        yield Use(pattern, _names(call, called), place)
    for keyword in call.keywords:
        # Help of a command or option is given as the id of a message.
        if (
            keyword.arg == "help"
            and (pattern := _pattern(keyword.value))
            and _ID.fullmatch(pattern.pattern.replace(_OPEN, "x"))
        ):
            yield Use(pattern, frozenset(), place)


def _pattern(id_: ast.expr) -> re.Pattern[str] | None:
    """The ids an expression may give: a literal, or an f-string with some parts left open."""
    match id_:
        case ast.Constant(value=str(text)):
            return re.compile(re.escape(text))
        case ast.JoinedStr(values=parts):
            return re.compile(
                "".join(re.escape(part.value) if isinstance(part, ast.Constant) else _OPEN for part in parts)
            )
        case _:
            return None


def _names(call: ast.Call, called: str) -> frozenset[str] | None:
    if called == "message":
        names = [keyword.arg for keyword in call.keywords]
        return None if None in names else frozenset(name for name in names if name)
    if len(call.args) < 2:
        return frozenset()
    given = call.args[1]
    if isinstance(given, ast.Tuple) and all(isinstance(pair, ast.Tuple) for pair in given.elts):
        return frozenset(str(pair.elts[0].value) for pair in given.elts)  # type: ignore[attr-defined]
    return None


def sentences(file: str) -> Iterator[str]:
    """Literals of a file that hold words in a row, with their lines; docstrings and errors left out."""
    yield from _sentences(trees()[file])


def _sentences(node: ast.AST) -> Iterator[str]:
    if _is_apart(node):
        return
    if isinstance(node, ast.JoinedStr):
        text = "".join(str(part.value) if isinstance(part, ast.Constant) else "0" for part in node.values)
        children = [part.value for part in node.values if isinstance(part, ast.FormattedValue)]
    else:
        text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
        children = list(ast.iter_child_nodes(node))
    if _SENTENCE.search(_MARKUP.sub("", text)):
        yield f"{node.lineno}: {text}"  # type: ignore[attr-defined]
    for child in children:
        yield from _sentences(child)


def _is_apart(node: ast.AST) -> bool:
    """Docstrings, and errors, which are still English (HOUSE §2)."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    if isinstance(node, ast.Raise | ast.Assert):
        return True
    if isinstance(node, ast.Call):
        called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        return called.endswith(("Error", "Fault", "BadParameter")) or called in ("compile", "fault")
    return False
