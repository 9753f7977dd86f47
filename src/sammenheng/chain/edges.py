"""The references of a collaboration as steps one can take, each with what it means to take it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from ..domain import Collaboration, Id, Thing, references_of
from .directions import Direction, direction_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One reference: the object that holds it, by which field, and the object it names.

    A field of a part is written `list.field`.
    """

    holder: Id
    field: str
    target: Id


class Move(IntEnum):
    """What one does by following a reference, in either direction."""

    UP = 0
    """Along the thread, towards the situation."""
    DOWN = 1
    """Along the thread, towards the goal."""
    TO_OBSTACLE = 2
    """Up the thread, from what waits to what it waits for."""
    FROM_OBSTACLE = 3
    """Down the thread, from an obstacle to what waits for its end."""
    TO_NEEDED = 4
    """From a deliverable to one that must be there first."""
    TO_NEEDING = 5
    """From a deliverable to one that needs it."""
    IN = 6
    """From what carries to what rests on it."""
    OUT = 7
    """From what rests to what carries it."""
    TO_PLACE = 8
    """From what is met to where it is met."""
    TO_MET = 9
    """From a place to what is met there."""
    ASIDE = 10
    """To a neighbour, where the walk ends."""


_MOVES: Mapping[Direction, tuple[Move, Move]] = {
    Direction.UP: (Move.UP, Move.DOWN),
    Direction.DOWN: (Move.DOWN, Move.UP),
    Direction.WAITS_FOR: (Move.TO_OBSTACLE, Move.FROM_OBSTACLE),
    Direction.NEEDS: (Move.TO_NEEDED, Move.TO_NEEDING),
    Direction.RESTS_ON: (Move.OUT, Move.IN),
    Direction.CARRIES: (Move.IN, Move.OUT),
    Direction.MEETS: (Move.TO_MET, Move.TO_PLACE),
    Direction.BESIDE: (Move.ASIDE, Move.ASIDE),
}
"""The move from the holder to the target, and the move back."""

Steps = Mapping[Id, tuple[tuple[Move, Id, Edge], ...]]
"""For every object, where one can go from it: the move, the object reached, the reference followed."""


def edges_of(thing: Thing) -> Iterator[tuple[Edge, Direction]]:
    """Every reference of one object, with what it means."""
    for _, place, target, _ in references_of(thing):
        field = ".".join(part for part in place if isinstance(part, str))
        yield Edge(holder=thing.id, field=field, target=target), direction_of(type(thing).__name__, field)


def steps_of(collaboration: Collaboration) -> Steps:
    """All steps that can be taken in a collaboration, in an order that does not depend on how it was put together."""
    found: dict[Id, list[tuple[Move, Id, Edge]]] = {id: [] for id in collaboration.objects}
    for thing in collaboration.objects.values():
        for edge, direction in edges_of(thing):
            # A decision may be about the collaboration as a whole, which is no object of it.
            if direction is Direction.NONE or edge.target not in found:
                continue
            there, back = _MOVES[direction]
            found[edge.holder].append((there, edge.target, edge))
            found[edge.target].append((back, edge.holder, edge))
    return {id: tuple(sorted(steps, key=_order)) for id, steps in found.items()}


def _order(step: tuple[Move, Id, Edge]) -> tuple[int, Id, str, Id]:
    move, reached, edge = step
    return move, reached, edge.field, edge.holder
