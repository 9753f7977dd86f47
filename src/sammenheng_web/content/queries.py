"""What the lists and pages read, from what the member may see."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse

from sammenheng.domain import Collaboration, ObjectType, Thing, collection_of, collections, describe
from sammenheng.texts.labels import field_label
from sammenheng_web.collaborations.rooms import Room
from sammenheng_web.ui.menu import ROOMS
from sammenheng_web.ui.showing import Link, Showing
from sammenheng_web.ui.sorting import norwegian
from sammenheng_web.ui.terms import texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A type with the number of its objects."""

    kind: ObjectType
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The types that belong to one room."""

    label: str
    counts: tuple[Count, ...]

    @property
    def has_any(self) -> bool:
        """Whether any type of the group has an object."""
        return any(count.number for count in self.counts)


def kind_by_key(key: str) -> ObjectType:
    """The type with this name in addresses; Http404 when there is none."""
    for kind in collections().values():
        if kind.key == key:
            return kind
    raise Http404


def groups(collaboration: Collaboration) -> Iterator[Group]:
    """Every type, gathered under the room it belongs to, in the order of the menu."""
    for room, label in ROOMS.items():
        counts = tuple(
            Count(kind=kind, number=len(getattr(collaboration, name)))
            for name, kind in collections().items()
            if kind.room == room
        )
        if counts:
            yield Group(label=str(label), counts=counts)


def objects(collaboration: Collaboration, kind: ObjectType) -> tuple[Thing, ...]:
    """All objects of a type."""
    return getattr(collaboration, collection_of(kind.name))


def showing(room: Room) -> Showing:
    """Shows what this member may see, with links into this room."""

    def address_of(thing: Thing) -> str:
        return reverse("content:object", args=[room.key, describe(type(thing)).key, thing.id])

    return Showing(room.collaboration, address_of)


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """The objects of one type that refer to an object by one field."""

    kind: ObjectType
    field: str
    links: tuple[Link, ...]


def uses(showing: Showing, thing: Thing) -> Iterator[Use]:
    """Who refers to an object, gathered by type and by field, in the order of the file."""
    found: dict[tuple[str, str], list[Thing]] = {}
    for id, name in showing.collaboration.referrers.get(thing.id, ()):
        user = showing.collaboration.objects[id]
        found.setdefault((type(user).__name__, name), []).append(user)
    for kind in collections().values():
        for field in kind.fields:
            users = found.get((kind.name, field.name), ())
            if users:
                links = sorted(map(showing.link_to, users), key=lambda link: norwegian(str(link.title)))
                yield Use(kind=kind, field=field_label(texts(), field), links=tuple(links))
