"""YAML 1.2 files: a plain tree, the line and column of every part, and changes that keep comments.

Layers below speak of paths into the tree; `Source.locate` turns a path (and an offset inside an
expression) into the line and column an editor shows.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.errors import Fault, ParseError, PathStep, reason_of
from detente.store.other_formats import foreign_bytes, foreign_text
from detente.store.yaml_words import told

if TYPE_CHECKING:
    from ruamel.yaml import YAML
    from ruamel.yaml.constructor import RoundTripConstructor

# A file people write has thousands of parts; aliases that multiply into millions are an attack.
MAXIMUM_PARTS = 500_000
MAXIMUM_BYTES = 20_000_000
_MEANT = {"detente", "actors", "options", "issues"}


@dataclass(frozen=True, slots=True)
class Source:
    """A YAML file as read: `tree` is plain (dict, list, str, int, float, bool, None)."""

    path: Path
    text: str
    tree: object
    document: Any

    def locate(self, fault: Fault) -> Fault:
        """The fault with file, line and column filled in from its path and offset."""
        line, column = _place(self.document, self.text, fault.path, fault.offset)
        return replace(fault, file=str(self.path), line=line, column=column)

    def locate_all(self, faults: Iterable[Fault]) -> tuple[Fault, ...]:
        """The faults located, in the order of the file."""
        located = [self.locate(fault) for fault in faults]
        return tuple(sorted(located, key=lambda fault: (fault.line or 0, fault.column or 0)))


def read_yaml(path: Path) -> Source:
    """Read one YAML document. Raises ParseError with the place for whatever is not YAML 1.2 text."""
    text = read_text(path)
    try:
        document = _load(path, text)
    except ParseError:
        _refuse(path, foreign_text(path, text))
        raise
    tree = _plain(document, path, [0])
    if tree is not None and not (isinstance(tree, dict) and _MEANT & tree.keys()):
        _refuse(path, foreign_text(path, text))
    return Source(path, text, tree, document)


def _refuse(path: Path, what: str | None) -> None:
    if what is not None:
        raise ParseError([Fault(what, "file.foreign", file=str(path))])


def read_text(path: Path) -> str:
    """The text of a UTF-8 file, without byte-order mark. Raises ParseError naming the byte that is not."""
    try:
        if path.stat().st_size > MAXIMUM_BYTES:
            size = f"{path.stat().st_size:,} bytes; a file this tool reads has at most {MAXIMUM_BYTES:,}"
            raise ParseError([Fault(f"the file is too large: {size}", "file.size", file=str(path))])
        data = path.read_bytes()
        _refuse(path, foreign_bytes(path, data))
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"byte {error.start + 1} is not UTF-8; save the file as UTF-8"
        raise ParseError([Fault(message, "file.encoding", file=str(path))]) from None
    except FileNotFoundError:
        raise ParseError([Fault("there is no such file", "file.missing", file=str(path))]) from None
    except IsADirectoryError:
        raise ParseError([Fault("this is a folder, not a file", "file.folder", file=str(path))]) from None
    except OSError as error:
        reason = reason_of(error)
        raise ParseError([Fault(f"cannot be read: {reason}", "file.read", file=str(path))]) from None


def changed(source: Source, changes: Mapping[tuple[PathStep, ...], object]) -> str:
    """The file's text with the values at these paths replaced; comments and quotes elsewhere stay."""
    document = _load(source.path, source.text)
    for path, value in changes.items():
        node = document
        for step in path[:-1]:
            node = node[step]
        node[path[-1]] = value
    stream = io.StringIO()
    _yaml().dump(document, stream)
    return stream.getvalue()


def _yaml() -> YAML:
    from ruamel.yaml import YAML

    yaml = YAML(typ="rt")
    yaml.Constructor = _constructor()
    yaml.preserve_quotes = True
    yaml.width = 110
    return yaml


@cache
def _constructor() -> type[RoundTripConstructor]:
    """The constructor of the reader, but that a day no calendar has stays text, to be told with its place."""
    from ruamel.yaml.constructor import RoundTripConstructor

    class Constructor(RoundTripConstructor):
        def date_or_text(self, node: Any) -> Any:
            try:
                return self.construct_yaml_timestamp(node)
            except ValueError:
                return self.construct_scalar(node)

    Constructor.add_constructor("tag:yaml.org,2002:timestamp", Constructor.date_or_text)
    return Constructor


def _load(path: Path, text: str) -> Any:
    from ruamel.yaml.error import MarkedYAMLError, YAMLError
    from ruamel.yaml.reader import ReaderError

    try:
        return _yaml().load(text)
    except MarkedYAMLError as error:
        words, line, column = told(error, text)
        fault = Fault(words, "yaml", file=str(path), line=line, column=column)
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        column = error.position - text.rfind("\n", 0, error.position)
        fault = Fault("a control character stands here; remove it", "yaml", (), None, str(path), line, column)
    except (YAMLError, RecursionError, ValueError) as error:
        fault = Fault(f"not readable as YAML: {str(error).splitlines()[0]}", "yaml", file=str(path))
    raise ParseError([fault])


def _plain(node: Any, path: Path, count: list[int]) -> object:
    """The node as plain Python values. `count` runs over the whole document."""
    count[0] += 1
    if count[0] > MAXIMUM_PARTS:
        message = f"the file expands to more than {MAXIMUM_PARTS:,} parts (aliases?); write it out smaller"
        raise ParseError([Fault(message, "file.size", file=str(path))])
    if isinstance(node, Mapping):
        return {_key(key): _plain(value, path, count) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(value, path, count) for value in node]
    return _scalar(node)


def _key(key: Any) -> object:
    scalar = _scalar(key) if not isinstance(key, list | tuple | Mapping) else str(key)
    return scalar if isinstance(scalar, str) else str(scalar)


def _scalar(node: Any) -> object:
    if node is None or isinstance(node, bool):
        return node
    if type(node).__name__ == "ScalarBoolean":
        return bool(node)
    if isinstance(node, int):
        return int(node)
    if isinstance(node, float):
        return float(node)
    if isinstance(node, datetime.datetime):
        return node.isoformat()
    if isinstance(node, datetime.date):
        return node.isoformat()
    return str(node)


def _place(
    node: Any, text: str, path: tuple[PathStep, ...], offset: int | None
) -> tuple[int | None, int | None]:
    line, column, exact = 0, 0, not path
    for step in path:
        found = _step(node, step)
        if found is None:
            exact = False
            break
        node, line, column = found
        exact = True
    if offset is not None and isinstance(node, Mapping) and "say" in node:
        marks: Any = node
        line, column = marks.lc.value("say")
        node = node["say"]
    if offset is not None and exact:
        line, column = _inside(text, line, column, offset, isinstance(node, str))
    return line + 1, column + 1


def _step(node: Any, step: PathStep) -> tuple[Any, int, int] | None:
    """One step down: the node there and where it stands (keys for mappings with a missing value)."""
    if isinstance(node, Mapping):
        key = next((key for key in node if _key(key) == str(step)), None)
        if key is None:
            return None
        value = node[key]
        nested = isinstance(value, list | Mapping) or value is None
        marks: Any = node
        line, column = marks.lc.key(key) if nested else marks.lc.value(key)
        return value, line, column
    if isinstance(node, list) and isinstance(step, int) and step < len(node):
        marks = node
        line, column = marks.lc.item(step)
        return node[step], line, column
    return None


def _inside(text: str, line: int, column: int, offset: int, scalar: bool) -> tuple[int, int]:
    """The place of an offset inside a scalar that starts at (line, column), as far as the writing shows."""
    lines = text.splitlines()
    if not scalar or line >= len(lines):
        return line, column
    rest = lines[line][column:]
    if rest[:1] in {"|", ">"}:
        return line + 1, 0
    start = column + (1 if rest[:1] in {"'", '"'} else 0)
    return (line, start + offset) if start + offset <= len(lines[line]) else (line, column)
