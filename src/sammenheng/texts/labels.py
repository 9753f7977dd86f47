"""What types, fields and choices are called, and what they mean, as the domain describes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..domain import Collaboration, Field, ObjectType, Text, Thing, Unit, describe, object_types
from ..domain.describe import PartsKind
from ..domain.kinds import ChoiceKind
from ..domain.values import Code
from .catalog import Texts


def type_label(texts: Texts, kind: ObjectType) -> str:
    """What one object of the type is called."""
    return texts.pgettext("type", kind.label)


def types_label(texts: Texts, kind: ObjectType) -> str:
    """What several objects of the type are called."""
    return texts.pgettext("types", kind.plural)


def definition(texts: Texts, kind: ObjectType) -> str:
    """What the type means, in one sentence without full stop."""
    return texts.pgettext("definition", kind.definition)


def field_label(texts: Texts, field: Field) -> str:
    """What the field is called."""
    return texts.pgettext("field", field.label)


def field_help(texts: Texts, field: Field) -> str:
    """More about the field, or an empty text."""
    return texts.pgettext("help", field.help) if field.help else ""


def choice_label(texts: Texts, code: Code) -> str:
    """What the code is called."""
    return texts.pgettext("choice", code.label)


def label_of_type_named(texts: Texts, name: str) -> str:
    """What objects of the type with this name in code are called; the name itself when there is no such type."""
    kind = object_types().get(name)
    return name if kind is None else type_label(texts, kind)


def object_name(texts: Texts, thing: Thing | Collaboration, *, source: str = "nb") -> str:
    """What people call the object: its name, or its type and id when it has none."""
    name = getattr(thing, "name", None)
    if isinstance(name, Text):
        return texts.said(name, source=thing.source_language or source)
    label = type_label(texts, describe(type(thing)))
    return texts.gettext("{type} {id}", type=label, id=thing.id)


class Message(NamedTuple):
    """A text of the description that is to be translated: context, English, and the module it stands in."""

    context: str
    text: str
    module: str


def messages() -> Iterator[Message]:
    """Every text of the description, for the catalogs."""
    for kind in described():
        yield from messages_of(kind)
    for codes in sorted(choices(), key=lambda codes: (codes.__module__, codes.__name__)):
        for code in codes:
            yield Message("choice", code.label, codes.__module__)


def messages_of(kind: ObjectType) -> Iterator[Message]:
    """Every text of one described class."""
    module = kind.python.__module__
    yield Message("type", kind.label, module)
    yield Message("types", kind.plural, module)
    yield Message("definition", kind.definition, module)
    for field in kind.fields:
        yield Message("field", field.label, module)
        if field.help:
            yield Message("help", field.help, module)


def described() -> Iterator[ObjectType]:
    """The collaboration, every type, and every part that lives inside an object; each once."""
    seen: set[str] = set()
    waiting = [describe(Collaboration), *object_types().values()]
    while waiting:
        kind = waiting.pop(0)
        if kind.name not in seen:
            seen.add(kind.name)
            yield kind
            waiting.extend(describe(f.kind.part) for f in kind.fields if isinstance(f.kind, PartsKind))


def choices() -> set[type[Code]]:
    """Every list of codes in use."""
    fields = (field for kind in described() for field in kind.fields)
    return {Unit, *(field.kind.codes for field in fields if isinstance(field.kind, ChoiceKind))}
