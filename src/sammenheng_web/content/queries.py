"""What the lists and pages read, from what the member may see."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import Http404

from sammenheng.domain import Collaboration, ObjectType, Thing, collection_of, collections
from sammenheng_web.ui.menu import ROOMS


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
