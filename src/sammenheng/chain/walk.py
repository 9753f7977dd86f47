"""Walking the red thread from any object, upstream towards the situation and downstream towards the goal.

A path along the thread has three parts. It may begin outside the thread, with something that carries (a law, an
organisation) or something that is said (a source, a decision); it follows the thread one way; and it may end outside
again. It never passes through what is outside: two deliverables are not linked by the organisation they share.
"""

from __future__ import annotations

import difflib
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from ..domain import Collaboration, Id
from .edges import Edge, Move, Steps, steps_of
from .links import LINKS, Link


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


class _Place(IntEnum):
    """How far a path has come in its three parts."""

    START = 0
    CARRYING = 1
    SUBJECT = 2
    THREAD = 3
    CARRIED = 4
    END = 5


_ON = -1
"""Stands for the one move along the thread that the walk makes: up or down."""

_NEXT: Mapping[_Place, Mapping[int, _Place]] = {
    _Place.START: {
        Move.IN: _Place.CARRYING,
        Move.TO_SUBJECT: _Place.SUBJECT,
        _ON: _Place.THREAD,
        Move.OUT: _Place.CARRIED,
        Move.TO_SAYING: _Place.END,
        Move.ASIDE: _Place.END,
    },
    _Place.CARRYING: {
        Move.IN: _Place.CARRYING,
        _ON: _Place.THREAD,
        Move.OUT: _Place.CARRIED,
        Move.TO_SAYING: _Place.END,
    },
    # What is said of an object tells of its thread, but not of all that would hang on it: a source for the number of
    # an organisation is no source for its deliverables.
    _Place.SUBJECT: {_ON: _Place.THREAD, Move.OUT: _Place.CARRIED},
    _Place.THREAD: {_ON: _Place.THREAD, Move.OUT: _Place.CARRIED, Move.TO_SAYING: _Place.END},
    _Place.CARRIED: {Move.OUT: _Place.CARRIED},
    _Place.END: {},
}
"""From each part of a path, where each move leads. Read backwards it is the same table: walking is symmetric."""


def walk(collaboration: Collaboration, id: Id) -> Chain:
    """The chain of one object, both ways; raises NotInUseError when there is no such object in use."""
    in_use = collaboration.in_use
    start = in_use.get(id)
    if start is None:
        near = difflib.get_close_matches(id, in_use.objects, n=3)
        raise NotInUseError(id, tuple(Id(name) for name in near), put_away=collaboration.get(id) is not None)
    steps = steps_of(in_use)
    up, down = _paths(steps, id, Move.UP), _paths(steps, id, Move.DOWN)
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


def _paths(steps: Steps, start: Id, way: Move) -> dict[Id, tuple[Edge, ...]]:
    """The shortest path to every object that can be reached along the thread in one way."""
    found: dict[Id, tuple[Edge, ...]] = {}
    seen = {(start, _Place.START)}
    queue: deque[tuple[Id, _Place, tuple[Edge, ...]]] = deque([(start, _Place.START, ())])
    while queue:
        here, place, path = queue.popleft()
        following = _NEXT[place]
        for move, there, edge in steps[here]:
            then = following.get(_ON if move is way else move)
            if then is None or there == start or (there, then) in seen:
                continue
            seen.add((there, then))
            found.setdefault(there, (*path, edge))
            queue.append((there, then, (*path, edge)))
    return found
