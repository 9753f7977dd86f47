"""Small collaborations made by hand, and the few words to make and change them.

`a(Need, "need-help", insights=["ins-1"])` is a need with that id, named after it; `together(…)` is a collaboration
of such objects. `changed`, `plus` and `minus` give a collaboration that differs in one thing.
"""

import dataclasses
from collections.abc import Iterable
from typing import Any, TypeVar

from sammenheng.domain import Collaboration, Id, Quantity, Text, Thing, Unit, collection_of, collections, describe
from sammenheng.domain.kinds import TextKind

T = TypeVar("T", bound=Thing)


def a(kind: type[T], id: str, **fields: Any) -> T:
    """An object of this type. Lists become tuples, strings become texts where texts belong."""
    known = {field.name: field for field in describe(kind).fields}
    if known.get("name") and known["name"].required:
        fields.setdefault("name", id)
    content = {name: _fitting(known[name].kind, value) for name, value in fields.items()}
    return kind(id=Id(id), **content)


def _fitting(kind: Any, value: Any) -> Any:
    if isinstance(kind, TextKind) and isinstance(value, str):
        return Text(nb=value)
    return tuple(value) if isinstance(value, list) else value


def kroner(amount: float) -> Quantity:
    """An amount of money in the prices of 2026."""
    return Quantity(likely=amount, unit=Unit.NOK, price_year=2026)


def together(*things: Thing, id: str = "collaboration", name: str = "Collaboration", **own: Any) -> Collaboration:
    """A collaboration of these objects."""
    held: dict[str, list[Thing]] = {}
    for thing in things:
        held.setdefault(collection_of(type(thing).__name__), []).append(thing)
    return Collaboration(
        id=Id(id), name=Text(nb=name), **own, **{collection: tuple(some) for collection, some in held.items()}
    )


def changed(whole: Collaboration, *ids: str, **fields: Any) -> Collaboration:
    """The collaboration with other content in these fields of these objects; in its own when no object is named."""
    if not ids:
        return dataclasses.replace(whole, **fields)
    unknown = set(ids) - set(whole.objects)
    assert not unknown, f"No such object: {unknown}"
    things = [_with(thing, fields) if thing.id in ids else thing for thing in whole.objects.values()]
    return _of(whole, things)


def _with(thing: Thing, fields: dict[str, Any]) -> Thing:
    kinds = {field.name: field.kind for field in describe(type(thing)).fields}
    return dataclasses.replace(thing, **{name: _fitting(kinds[name], value) for name, value in fields.items()})


def plus(whole: Collaboration, *things: Thing) -> Collaboration:
    """The collaboration with these objects as well."""
    return _of(whole, [*whole.objects.values(), *things])


def minus(whole: Collaboration, *ids: str) -> Collaboration:
    """The collaboration without these objects and without what names them."""
    unknown = set(ids) - set(whole.objects)
    assert not unknown, f"No such object: {unknown}"
    return whole.without([Id(id) for id in ids])


def _of(whole: Collaboration, things: Iterable[Thing]) -> Collaboration:
    held: dict[str, list[Thing]] = {name: [] for name in collections()}
    for thing in things:
        held[collection_of(type(thing).__name__)].append(thing)
    return dataclasses.replace(whole, **{name: tuple(some) for name, some in held.items()})
