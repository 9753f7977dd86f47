"""The file: UTF-8 JSON in canonical form, the same content always the same bytes."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from .collaboration import Collaboration, collections
from .describe import PartsKind, describe, write_described
from .faults import CannotBeTrueError, Fault
from .kinds import Json, Kind, NumberKind, StringKind, expect, read_members
from .versions import FORMAT, FORMAT_VERSION, read_forward

LARGEST_FILE = 32 * 1024 * 1024
DEEPEST = 64
MOST_OBJECTS = 100_000
MOST_VALUES = 1_000_000
_NOT_BRACKETS = bytes(byte for byte in range(256) if byte not in b"[]{}")
_TO_SQUARE = bytes.maketrans(b"{}", b"[]")
_LONGEST_NUMBER = 40


class FileRefusedError(CannotBeTrueError):
    """A file that cannot be read as a collaboration, with every fault found: place, code, parameters."""


class Members(dict[str, Any]):
    """A JSON object that remembers which member names were repeated."""

    repeated: tuple[str, ...] = ()


def read(content: bytes) -> Collaboration:
    """The collaboration in these bytes; raises FileRefusedError and never returns half of one.

    Sizes over 32 MiB and nesting over 64 levels are refused before the content is parsed.
    """
    try:
        return _build(_parse(content))
    except FileRefusedError:
        raise
    except CannotBeTrueError as error:
        raise FileRefusedError(error.faults) from None
    except (MemoryError, RecursionError):
        raise FileRefusedError([Fault("too-much")]) from None


def write(collaboration: Collaboration) -> bytes:
    """The canonical bytes of a collaboration."""
    whole: dict[str, Json] = {"format": FORMAT, "format_version": FORMAT_VERSION}
    whole |= write_described(collaboration)
    for name in collections():
        if held := getattr(collaboration, name):
            whole[name] = [write_described(thing) for thing in held]
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def _parse(content: bytes) -> Json:
    if len(content) > LARGEST_FILE:
        raise _refused("too-large", most=LARGEST_FILE, found=len(content))
    content = content.removeprefix(b"\xef\xbb\xbf")
    if not content.strip():
        raise _refused("empty-file")
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _refused("wrong-encoding", line=line, byte=error.start) from None
    _check_structure(content)
    try:
        return json.loads(
            text, object_pairs_hook=_members, parse_int=_whole, parse_float=_float, parse_constant=_no_constant
        )
    except json.JSONDecodeError as error:
        raise _refused("not-json", line=error.lineno, column=error.colno) from None


def _refused(code: str, **params: str | int | float) -> FileRefusedError:
    return FileRefusedError([Fault(code, (), params)])


def _check_structure(content: bytes) -> None:
    """Refuse what would take too much memory or stack to parse, at little cost of its own."""
    without_escapes = content.replace(rb"\\", b"").replace(rb"\"", b"")
    # Every value may be a text and have a name; more quotation marks than that are not counted one by one.
    if without_escapes.count(b'"') > 4 * MOST_VALUES:
        raise _refused("too-many-values", most=MOST_VALUES)
    outside_texts = b"".join(without_escapes.split(b'"')[::2])
    brackets = outside_texts.translate(_TO_SQUARE, delete=_NOT_BRACKETS)
    if _is_deeper_than(brackets, DEEPEST):
        raise _refused("too-deep", most=DEEPEST)
    if outside_texts.count(b",") + brackets.count(b"[") > MOST_VALUES:
        raise _refused("too-many-values", most=MOST_VALUES)


def _is_deeper_than(brackets: bytes, levels: int) -> bool:
    """Whether brackets nest deeper than this, found by taking away the innermost level again and again."""
    for _ in range(levels):
        if b"[]" not in brackets:
            break
        brackets = brackets.replace(b"[]", b"")
    return b"[]" in brackets or brackets.count(b"[") > levels


def _members(pairs: list[tuple[str, Any]]) -> Members:
    members = Members(pairs)
    if len(members) < len(pairs):
        times = Counter(name for name, _ in pairs)
        members.repeated = tuple(name for name in members if times[name] > 1)
    return members


def _whole(digits: str) -> float:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else float("inf")


def _float(digits: str) -> float:
    return float(digits) if len(digits) <= 10 * _LONGEST_NUMBER else float("inf")


def _no_constant(name: str) -> float:
    return float("nan")


def _build(raw: Json) -> Collaboration:
    items = expect(raw, dict, "object")
    if items.get("format") != FORMAT:
        raise _refused("not-this-format", expected=FORMAT)
    members = read_members(read_forward(items), _kinds(), required=("id", "name"))
    del members["format"], members["format_version"]
    return Collaboration(**members)


def _kinds() -> dict[str, Kind]:
    """Every member of the file with its kind: the collaboration's own fields, then the collections."""
    own = {field.name: field.kind for field in describe(Collaboration).fields}
    held = {name: PartsKind(part=kind.python, most=MOST_OBJECTS) for name, kind in collections().items()}
    return {"format": StringKind(), "format_version": NumberKind(whole=True, least=1), **own, **held}
