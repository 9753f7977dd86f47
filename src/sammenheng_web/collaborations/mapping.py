"""The bridge between rows and the value: the same number of queries however much there is."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model, Q

from sammenheng.domain import Collaboration, Field, Id, ObjectType, Thing, collections, describe, prune
from sammenheng.domain.describe import PartsKind
from sammenheng.domain.kinds import RefsKind

from .access import Member, visible
from .columns import pack, unpack
from .models import HEAD, PARTS, ROWS, TYPES, Identity, Link

Lists = dict[tuple[str, str], tuple[Any, ...]]
"""What stands in a list field of an object: references or parts, by object id and field."""

MOST_ROWS_AT_ONCE = 500


class NoSuchCollaborationError(LookupError):
    """The workspace holds no collaboration."""


def collaboration(member: Member) -> Collaboration:
    """All that the member can see, as one value without dangling references."""
    return load(member.workspace, visible(member))


def load(workspace: str, seen: Q) -> Collaboration:
    """The collaboration in a workspace with the objects that match `seen`.

    Raises NoSuchCollaborationError when nothing is stored there.
    """
    here = Q(workspace=workspace)
    head_row = ROWS[HEAD.key]._default_manager.filter(here).values().first()
    if head_row is None:
        raise NoSuchCollaborationError(workspace)
    found = {kind: list(ROWS[kind]._default_manager.filter(here & seen).values()) for kind in TYPES}
    idents = {row["ident"] for rows in found.values() for row in rows} | {head_row["ident"]}
    lists = _links(here, idents) | _parts(here, idents)
    things = [_thing(TYPES[kind], row, lists) for kind, rows in found.items() for row in rows]
    return prune(_content(HEAD, head_row, lists), {thing.id: thing for thing in things})


def store(workspace: str, value: Collaboration) -> None:
    """Write every row of a collaboration into an empty workspace. Call it inside a transaction."""
    types = {value.id: HEAD.key} | {id: describe(type(thing)).key for id, thing in value.objects.items()}
    _insert(Identity(workspace=workspace, ident=id, type=key) for id, key in types.items())
    held: dict[ObjectType, tuple[Any, ...]] = {HEAD: (value,)}
    held |= {kind: getattr(value, name) for name, kind in collections().items()}
    for kind, things in held.items():
        _insert(_row(workspace, kind, thing, types.__getitem__) for thing in things)
        for field in kind.fields:
            if isinstance(field.kind, PartsKind):
                _insert(row for thing in things for row in _part_rows(workspace, kind, field, thing, types.__getitem__))
    _insert(link for things in held.values() for thing in things for link in _link_rows(workspace, thing, types))


def _insert(rows: Iterable[Model]) -> None:
    ready = list(rows)
    if ready:
        type(ready[0])._default_manager.bulk_create(ready, batch_size=MOST_ROWS_AT_ONCE)


def _row(workspace: str, kind: ObjectType, thing: Any, type_of: Callable[[str], str]) -> Model:
    content: dict[str, Any] = {}
    for field in kind.fields:
        if field.name != "id":
            content |= pack(field, getattr(thing, field.name), type_of)
    return ROWS[kind.key](workspace=workspace, ident=thing.id, **content)


def _part_rows(
    workspace: str, kind: ObjectType, field: Field, thing: Any, type_of: Callable[[str], str]
) -> Iterable[Model]:
    for position, part in enumerate(getattr(thing, field.name)):
        content: dict[str, Any] = {}
        for inner in describe(type(part)).fields:
            content |= pack(inner, getattr(part, inner.name), type_of)
        yield PARTS[kind.key, field.name](workspace=workspace, parent=thing.id, position=position, **content)


def _link_rows(workspace: str, thing: Any, types: dict[Id, str]) -> Iterable[Link]:
    for field in describe(type(thing)).fields:
        if isinstance(field.kind, RefsKind):
            for position, child in enumerate(getattr(thing, field.name)):
                yield Link(
                    workspace=workspace,
                    parent=thing.id,
                    parent_type=types[thing.id],
                    field=field.name,
                    position=position,
                    child=child,
                    child_type=types[child],
                )


def _links(here: Q, idents: set[str]) -> Lists:
    """Every list of references between objects that are seen; others leave no gap."""
    found: dict[tuple[str, str], list[str]] = {}
    rows = Link.objects.filter(here).order_by("parent", "field", "position")
    for parent, field, child in rows.values_list("parent", "field", "child"):
        if parent in idents and child in idents:
            found.setdefault((parent, field), []).append(child)
    return {place: tuple(children) for place, children in found.items()}


def _parts(here: Q, idents: set[str]) -> Lists:
    found: dict[tuple[str, str], list[Any]] = {}
    for (kind, name), model in PARTS.items():
        part = describe(TYPES[kind].field(name).kind.part)  # type: ignore[attr-defined]
        for row in model._default_manager.filter(here).order_by("parent", "position").values():
            if row["parent"] in idents:
                content = {field.name: unpack(field, row) for field in part.fields}
                found.setdefault((row["parent"], name), []).append(part.python(**content))
    return {place: tuple(parts) for place, parts in found.items()}


def _thing(kind: ObjectType, row: dict[str, Any], lists: Lists) -> Thing:
    thing: Thing = kind.python(**_content(kind, row, lists))
    return thing


def _content(kind: ObjectType, row: dict[str, Any], lists: Lists) -> dict[str, Any]:
    content: dict[str, Any] = {"id": row["ident"]}
    for field in kind.fields:
        if isinstance(field.kind, RefsKind | PartsKind):
            content[field.name] = lists.get((row["ident"], field.name), ())
        elif field.name != "id":
            content[field.name] = unpack(field, row)
    return content
