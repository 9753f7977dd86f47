"""How the domain describes itself: each field once, as a dataclass field with its kind, label and meaning.

File, JSON Schema, forms, columns, change log and glossary are derived from these descriptions. A class made
with `word` is an object of the collaboration, one made with `part` lives inside an object.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeVar, dataclass_transform

from .faults import CannotBeTrueError, Fault
from .kinds import (
    MOST_ITEMS,
    BooleanKind,
    ChoiceKind,
    DateKind,
    IdKind,
    Json,
    Kind,
    NumberKind,
    PeriodKind,
    QuantityKind,
    RefKind,
    RefsKind,
    StringKind,
    TextKind,
    expect,
    read_each,
    read_members,
)
from .values import Code, Id, Unit

T = TypeVar("T")
_REQUIRED: Final[Any] = dataclasses.MISSING


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One described field: what it is called, what it holds, what it means."""

    name: str
    kind: Kind
    label: str
    help: str
    required: bool
    common: bool
    basis: bool
    always_there: bool

    def is_written(self, value: Any) -> bool:
        """Whether the value is known; unknown is absent from the file."""
        return value is not None and value != ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectType:
    """One described class: its name in code and in addresses, its labels and meaning, and where it lives."""

    name: str
    key: str
    python: type[Any]
    label: str
    plural: str
    definition: str
    norwegian: str
    room: str
    fields: tuple[Field, ...]

    def field(self, name: str) -> Field:
        """The field with this name; raises KeyError when there is none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)


def _described(kind: Kind, label: str | None, help: str, default: Any, *, basis: bool = False) -> Any:
    metadata = {"kind": kind, "label": label, "help": help, "basis": basis}
    return dataclasses.field(default=default, metadata=metadata)


def text(label: str | None = None, *, long: bool = False, help: str = "", default: Any = _REQUIRED) -> Any:
    """A text in one or more languages."""
    return _described(TextKind(long=long), label, help, default)


def string(
    label: str | None = None, *, form: str = "plain", limit: int = 300, help: str = "", default: Any = _REQUIRED
) -> Any:
    """A text without language; `form` is plain, url, organisation-number or hash."""
    return _described(StringKind(form=form, limit=limit), label, help, default)


def choice(codes: type[Code], label: str | None = None, *, help: str = "", default: Any = _REQUIRED) -> Any:
    """One of a few codes."""
    return _described(ChoiceKind(codes=codes), label, help, default)


def boolean(label: str | None = None, *, help: str = "", default: Any = _REQUIRED) -> Any:
    """Yes, no, or absent when unknown."""
    return _described(BooleanKind(), label, help, default)


def integer(
    label: str | None = None, *, least: int, most: int = 10**12, help: str = "", default: Any = _REQUIRED
) -> Any:
    """A whole number within bounds."""
    return _described(NumberKind(whole=True, least=least, most=most), label, help, default)


def number(
    label: str | None = None, *, least: float, most: float = 1e15, help: str = "", default: Any = _REQUIRED
) -> Any:
    """A number within bounds."""
    return _described(NumberKind(least=least, most=most), label, help, default)


def date(label: str | None = None, *, help: str = "", default: Any = _REQUIRED) -> Any:
    """A day."""
    return _described(DateKind(), label, help, default)


def period(label: str | None = None, *, help: str = "", default: Any = _REQUIRED) -> Any:
    """A year or a quarter."""
    return _described(PeriodKind(), label, help, default)


def quantity(
    label: str | None = None,
    *,
    units: tuple[Unit, ...] = (),
    least: float = -1e15,
    help: str = "",
    default: Any = _REQUIRED,
) -> Any:
    """An estimated amount with low, likely and high."""
    return _described(QuantityKind(units=units, least=least), label, help, default)


def ref(
    *targets: str,
    label: str | None = None,
    acyclic: bool = False,
    or_felles: bool = False,
    help: str = "",
    default: Any = _REQUIRED,
    basis: bool = False,
) -> Any:
    """A reference to one object; without targets, to an object of any type. `basis`: what it names is part of what
    the object rests on, so that a change there makes endorsements of this object stale. `or_felles`: it may also
    name all together."""
    kind = RefKind(targets=targets, acyclic=acyclic, or_felles=or_felles)
    return _described(kind, label, help, default, basis=basis)


def refs(
    *targets: str,
    label: str | None = None,
    acyclic: bool = False,
    exclusive: bool = False,
    help: str = "",
    default: Any = (),
    basis: bool = False,
) -> Any:
    """References in chosen order. `exclusive`: an object has at most one such parent, and is part of
    what that parent rests on."""
    kind = RefsKind(targets=targets, acyclic=acyclic, exclusive=exclusive)
    return _described(kind, label, help, default, basis=basis or exclusive)


def parts(of: type[Any], label: str | None = None, *, help: str = "", default: Any = (), basis: bool = False) -> Any:
    """A list of values that live inside the object, in chosen order."""
    return _described(PartsKind(part=of), label, help, default, basis=basis)


def identity() -> Any:
    """The object's own id."""
    return _described(IdKind(), "Id", "", _REQUIRED)


@dataclass_transform(
    frozen_default=True,
    kw_only_default=True,
    field_specifiers=(
        text,
        string,
        choice,
        boolean,
        integer,
        number,
        date,
        period,
        quantity,
        ref,
        refs,
        parts,
        identity,
    ),
)
def word(*, label: str, plural: str, norwegian: str, room: str, slots: bool = True) -> Callable[[type[T]], type[T]]:
    """Make a class an object of the collaboration. Its docstring's first sentence is the definition."""
    return lambda cls: _make(cls, slots, label=label, plural=plural, norwegian=norwegian, room=room)


@dataclass_transform(
    frozen_default=True,
    kw_only_default=True,
    field_specifiers=(
        text,
        string,
        choice,
        boolean,
        integer,
        number,
        date,
        period,
        quantity,
        ref,
        refs,
        parts,
        identity,
    ),
)
def base(cls: type[T]) -> type[T]:
    """Make a class the common beginning of described classes."""
    return dataclasses.dataclass(frozen=True, kw_only=True, slots=True)(cls)


@dataclass_transform(
    frozen_default=True,
    kw_only_default=True,
    field_specifiers=(
        text,
        string,
        choice,
        boolean,
        integer,
        number,
        date,
        period,
        quantity,
        ref,
        refs,
        parts,
        identity,
    ),
)
def part(*, label: str, plural: str) -> Callable[[type[T]], type[T]]:
    """Make a class a value that lives inside an object."""
    return lambda cls: _make(cls, True, label=label, plural=plural, norwegian="", room="")


_TOLD: dict[type[Any], dict[str, str]] = {}
_DESCRIBED: dict[type[Any], ObjectType] = {}
_REFERRING: dict[type[Any], tuple[Field, ...]] = {}


def _make(cls: type[T], slots: bool, **told: str) -> type[T]:
    made = dataclasses.dataclass(frozen=True, kw_only=True, slots=slots)(cls)
    _TOLD[made] = told
    return made


def describe(python: type[Any]) -> ObjectType:
    """The description of a class made with `word` or `part`."""
    if python not in _DESCRIBED:
        _DESCRIBED[python] = _describe(python, _TOLD[python])
    return _DESCRIBED[python]


def _describe(python: type[Any], told: dict[str, str]) -> ObjectType:
    summary = " ".join((python.__doc__ or "").split())
    definition = summary.split(" (no:")[0].split(". ")[0].rstrip(".")
    return ObjectType(
        name=python.__name__,
        key="".join(f"-{c.lower()}" if c.isupper() else c for c in python.__name__).removeprefix("-"),
        python=python,
        label=told["label"],
        plural=told["plural"],
        definition=definition,
        norwegian=told["norwegian"],
        room=told["room"],
        fields=tuple(_fields(python)),
    )


def _fields(python: type[Any]) -> Iterator[Field]:
    common: frozenset[str] = getattr(python, "COMMON", frozenset())
    found = [field for field in dataclasses.fields(python) if "kind" in field.metadata]
    last: frozenset[str] = getattr(python, "LAST", frozenset())
    for field in sorted(found, key=lambda f: f.name in last):
        yield Field(
            name=field.name,
            kind=field.metadata["kind"],
            label=field.metadata["label"] or field.name.replace("_", " ").capitalize(),
            help=field.metadata["help"],
            required=field.default is dataclasses.MISSING,
            common=field.name in common,
            basis=field.metadata["basis"],
            always_there=field.default is not None and field.default != (),
        )


class Described:
    """Base of all described values: refuses to exist when a field cannot be true."""

    __slots__ = ()

    def __post_init__(self) -> None:
        """Check every field; raises CannotBeTrueError with all problems and their places."""
        faults = tuple(check_fields(self))
        if faults:
            raise CannotBeTrueError(faults)


def check_fields(value: Any) -> Iterator[Fault]:
    """What is wrong inside the fields of one described value."""
    for field in describe(type(value)).fields:
        content = getattr(value, field.name)
        if content is None:
            if field.required:
                yield Fault("missing", (field.name,))
            continue
        yield from (p.under(field.name) for p in field.kind.check(content))
    yield from getattr(value, "check_together", lambda: ())()


def read_described(python: type[T], raw: Json) -> T:
    """A described value from its JSON; raises CannotBeTrueError with every problem found."""
    description = describe(python)
    items = expect(raw, dict, "object")
    kinds = {field.name: field.kind for field in description.fields}
    required = tuple(field.name for field in description.fields if field.required)
    return python(**read_members(items, kinds, required=required))


def write_described(value: Any) -> dict[str, Json]:
    """The JSON of a described value: fields in described order, unknown left out."""
    written: dict[str, Json] = {}
    for field in describe(type(value)).fields:
        content = getattr(value, field.name)
        if field.is_written(content):
            written[field.name] = field.kind.write(content)
    return written


def references_of(value: Any) -> Iterator[tuple[Field, tuple[str | int, ...], Id, tuple[str, ...]]]:
    """Every reference of a described value: field, place, id, types it may name."""
    for field in _fields_that_refer(type(value)):
        content = getattr(value, field.name)
        if content:
            for place, target, types in field.kind.references(content):
                yield field, (field.name, *place), target, types


def _fields_that_refer(python: type[Any]) -> tuple[Field, ...]:
    # Most fields never refer to anything; a large file is read faster when they are not asked.
    if python not in _REFERRING:
        fields = describe(python).fields
        _REFERRING[python] = tuple(f for f in fields if type(f.kind).references is not Kind.references)
    return _REFERRING[python]


def lost_references(value: Any, gone: frozenset[Id]) -> dict[str, Any] | None:
    """The fields that change when references to `gone` are left out; `None` when a required one is lost."""
    changed: dict[str, Any] = {}
    for field in describe(type(value)).fields:
        content = getattr(value, field.name)
        if content is None:
            continue
        left = field.kind.without(content, gone)
        if left is None and field.required:
            return None
        if left is not content:
            changed[field.name] = left
    return changed


def without_references(value: T, gone: frozenset[Id]) -> T | None:
    """The value without references to `gone`; `None` when it cannot stand without them."""
    changed = lost_references(value, gone)
    if changed is None:
        return None
    return dataclasses.replace(value, **changed) if changed else value  # type: ignore[type-var]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsKind(Kind):
    """A list of described values that live inside an object."""

    part: type[Any]
    most: int = MOST_ITEMS

    def read(self, raw: Json) -> tuple[Any, ...]:
        return tuple(read_each(raw, lambda item: read_described(self.part, item), most=self.most))

    def write(self, value: tuple[Any, ...]) -> Json:
        return [write_described(item) for item in value]

    def check(self, value: tuple[Any, ...]) -> Iterator[Fault]:
        for position, item in enumerate(value):
            if not isinstance(item, self.part):
                yield Fault("wrong-type", (position,), {"expected": self.part.__name__, "found": type(item).__name__})

    def references(self, value: tuple[Any, ...]) -> Iterator[tuple[tuple[str | int, ...], Id, tuple[str, ...]]]:
        for position, item in enumerate(value):
            for _, place, target, types in references_of(item):
                yield (position, *place), target, types

    def without(self, value: tuple[Any, ...], gone: frozenset[Id]) -> tuple[Any, ...]:
        left = (without_references(item, gone) for item in value)
        kept = tuple(item for item in left if item is not None)
        return value if kept == value else kept

    def schema(self) -> dict[str, Json]:
        items = {"$ref": f"#/$defs/{self.part.__name__}"}
        return {"type": "array", "items": items, "maxItems": self.most}
