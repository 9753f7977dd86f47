"""Walking the red thread from any object, upstream towards the situation and downstream towards the goal."""

from __future__ import annotations

import difflib
from collections import deque
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from ..domain import Collaboration, Id
from .edges import Edge, Steps, steps_of
from .links import LINKS, Link
from .trail import Trail

_At = tuple[Id, Trail]


class Side(StrEnum):
    """On which side of the object it started from something was reached."""

    UPSTREAM = "upstream"
    DOWNSTREAM = "downstream"
    BESIDE = "beside"
    """On both: it is tied to the object itself, or to what comes before as well as to what comes after."""


class NotInUseError(LookupError):
    """There is no object in use with this id; `near` names those that are spelled almost like it."""

    def __init__(self, id: str, near: tuple[Id, ...], *, put_away: bool) -> None:
        self.id = id
        self.near = near
        self.put_away = put_away
        super().__init__(id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """An object that was reached, and the references that led there from the object the walk began at."""

    id: Id
    type: str
    link: Link
    side: Side
    path: tuple[Edge, ...]

    @property
    def distance(self) -> int:
        """How many references lie between."""
        return len(self.path)

    @property
    def through(self) -> Id:
        """The object from which this one was reached."""
        last = self.path[-1]
        return last.holder if last.target == self.id else last.target

    @property
    def field(self) -> str:
        """The field by which this one was reached."""
        return self.path[-1].field


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Everything that one object is tied to along the red thread, in the order of its links; nearest first."""

    id: Id
    type: str
    reached: tuple[Reached, ...]

    def on(self, side: Side) -> tuple[Reached, ...]:
        """What was reached on one side."""
        return tuple(found for found in self.reached if found.side is side)

    def by_link(self) -> Mapping[Link, tuple[Reached, ...]]:
        """What was reached, under the links of the thread and what stands beside it; links without any left out."""
        groups: dict[Link, list[Reached]] = {}
        for found in self.reached:
            groups.setdefault(found.link, []).append(found)
        return {link: tuple(group) for link, group in groups.items()}


_PARTIES = (Link.ORGANISATION, Link.USER_GROUP)


def walk(collaboration: Collaboration, id: Id) -> Chain:
    """The chain of one object, both ways; raises NotInUseError when there is no such object in use."""
    in_use = collaboration.in_use
    start = in_use.get(id)
    if start is None:
        near = difflib.get_close_matches(id, in_use.objects, n=3)
        raise NotInUseError(id, tuple(Id(name) for name in near), put_away=collaboration.get(id) is not None)
    steps = steps_of(in_use)
    parties = {other for other, thing in in_use.objects.items() if LINKS[type(thing).__name__] in _PARTIES}
    up, down = (
        _paths(steps, Trail(upstream=upstream, from_party=id in parties), id, parties) for upstream in (True, False)
    )
    reached = [_reached(in_use, found, up.get(found), down.get(found)) for found in {**up, **down}]
    return Chain(id=id, type=type(start).__name__, reached=tuple(sorted(reached, key=_shown_order)))


def _reached(
    collaboration: Collaboration, id: Id, up: tuple[Edge, ...] | None, down: tuple[Edge, ...] | None
) -> Reached:
    type_name = type(collaboration.objects[id]).__name__
    side = Side.DOWNSTREAM if up is None else Side.UPSTREAM if down is None else Side.BESIDE
    path = min((path for path in (up, down) if path is not None), key=len)
    return Reached(id=id, type=type_name, link=LINKS[type_name], side=side, path=path)


_LINK_ORDER = {link: position for position, link in enumerate(Link)}


def _shown_order(found: Reached) -> tuple[int, int, Id]:
    return _LINK_ORDER[found.link], found.distance, found.id


def _paths(steps: Steps, beginning: Trail, start: Id, parties: AbstractSet[Id]) -> dict[Id, tuple[Edge, ...]]:
    """The shortest path to everything one way along the thread tells of."""
    came_by: dict[_At, tuple[_At, Edge] | None] = {(start, beginning): None}
    found: dict[Id, _At] = {}
    queue = deque(came_by)
    while queue:
        here = queue.popleft()
        for move, there, edge in steps[here[0]]:
            trail = here[1].after(move)
            if trail is None or there == start or (there, trail) in came_by:
                continue
            came_by[there, trail] = (here, edge)
            queue.append((there, trail))
            if trail.tells_of(party=there in parties):
                found.setdefault(there, (there, trail))
    return {id: tuple(_way_to(at, came_by)) for id, at in found.items()}


def _way_to(at: _At, came_by: Mapping[_At, tuple[_At, Edge] | None]) -> list[Edge]:
    edges = []
    while (came := came_by[at]) is not None:
        at, edge = came
        edges.append(edge)
    return edges[::-1]
