"""What differs between two states of a collaboration, field by field: the change log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from .collaboration import Collaboration
from .describe import Field, describe
from .kinds import Json, TextKind
from .values import LANGUAGES, Id


class What(Enum):
    """What happened to an object."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldDifference:
    """One field that differs, each translation of a text on its own; values as the file writes them."""

    field: str
    language: str | None
    before: Json
    after: Json


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectDifference:
    """What happened to one object, with every field that differs when it was changed."""

    what: What
    id: Id
    type: str
    differences: tuple[FieldDifference, ...] = ()


def compare(before: Collaboration, after: Collaboration) -> tuple[ObjectDifference, ...]:
    """Everything that differs, in the order of ids; the collaboration's own fields first."""
    own = tuple(differences(before, after))
    found = [ObjectDifference(what=What.CHANGED, id=after.id, type="Collaboration", differences=own)] if own else []
    for id in sorted(before.objects.keys() | after.objects.keys()):
        found_here = _compare(id, before.objects.get(id), after.objects.get(id))
        if found_here is not None:
            found.append(found_here)
    return tuple(found)


def _compare(id: Id, old: Any, new: Any) -> ObjectDifference | None:
    if old is None or new is None:
        what, there = (What.ADDED, new) if old is None else (What.REMOVED, old)
        return ObjectDifference(what=what, id=id, type=type(there).__name__)
    if type(old) is not type(new):  # ids are never reused, but files may be written by hand
        return ObjectDifference(what=What.CHANGED, id=id, type=type(new).__name__)
    found = tuple(differences(old, new))
    return ObjectDifference(what=What.CHANGED, id=id, type=type(new).__name__, differences=found) if found else None


def differences(old: Any, new: Any) -> Iterator[FieldDifference]:
    """Every field that differs between two objects of one type."""
    for field in describe(type(new)).fields:
        then, now = _written(field, old), _written(field, new)
        if isinstance(field.kind, TextKind):
            for language in LANGUAGES:
                pair = (then or {}).get(language), (now or {}).get(language)
                if pair[0] != pair[1]:
                    yield FieldDifference(field=field.name, language=language, before=pair[0], after=pair[1])
        elif then != now:
            yield FieldDifference(field=field.name, language=None, before=then, after=now)


def _written(field: Field, thing: Any) -> Json:
    value = getattr(thing, field.name)
    return field.kind.write(value) if field.is_written(value) else None
