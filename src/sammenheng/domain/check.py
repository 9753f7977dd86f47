"""What must hold between the objects of a collaboration."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .describe import describe, references_of
from .faults import Fault, Place
from .kinds import RefKind, RefsKind
from .values import Id
from .words.thing import Thing

if TYPE_CHECKING:
    from .collaboration import Collaboration

MOST_COMPARED = 2_000
LONGEST_CIRCLE_SHOWN = 12

Placed = dict[Id, tuple[Place, Thing]]
"""Every object with its place in the file."""


def check_between(whole: Collaboration) -> Iterator[Fault]:
    """Everything that is wrong between objects; each object is already right in itself."""
    placed, repeated = _place(whole)
    yield from repeated
    yield from _dangling((), whole, whole.id, placed)
    for place, thing in placed.values():
        yield from _dangling(place, thing, whole.id, placed)
        yield from _seen_too_widely(place, thing, placed)
    yield from _two_parents(placed)
    yield from _cycles(placed)


def _place(whole: Collaboration) -> tuple[Placed, list[Fault]]:
    from .collaboration import collections

    placed: Placed = {}
    repeated: list[Fault] = []
    for name in collections():
        for position, thing in enumerate(getattr(whole, name)):
            place = (name, position)
            if thing.id in placed or thing.id == whole.id:
                other = placed[thing.id][0] if thing.id in placed else ("id",)
                repeated.append(Fault("repeated-id", (*place, "id"), {"id": thing.id, "other": Fault("", other).path}))
            else:
                placed[thing.id] = (place, thing)
    return placed, repeated


def _dangling(place: Place, value: Any, whole_id: Id, placed: Placed) -> Iterator[Fault]:
    for _, inner, target, types in references_of(value):
        where = (*place, *inner)
        if target not in placed:
            if target == whole_id and not types:
                continue
            near = _near(target, placed)
            code = "dangling-near" if near else "dangling"
            yield Fault(code, where, {"id": target} | ({"near": near[0]} if near else {}))
        elif types and (found := type(placed[target][1]).__name__) not in types:
            yield Fault("wrong-target", where, {"id": target, "found": found, "expected": ", ".join(types)})


def _near(target: Id, placed: Placed) -> list[str]:
    """An id that may have been meant. Among very many one is always near by chance, and looking takes long."""
    return difflib.get_close_matches(target, placed, n=1) if len(placed) <= MOST_COMPARED else []


def _seen_too_widely(place: Place, thing: Thing, placed: Placed) -> Iterator[Fault]:
    """Whoever sees an object must see what it cannot be without: its owner and its required references."""
    for field, inner, target, _ in references_of(thing):
        needed = field.name == "owner" or (field.required and isinstance(field.kind, RefKind))
        if not needed or target not in placed or target == thing.id:
            continue
        if not _at_least_as_open(placed[target][1], thing):
            yield Fault("seen-too-widely", (*place, *inner), {"id": thing.id, "target": target})


def _at_least_as_open(target: Thing, thing: Thing) -> bool:
    if target.sensitivity > thing.sensitivity:
        return False
    return target.is_open or (not thing.is_open and target.owner == thing.owner)


def _two_parents(placed: Placed) -> Iterator[Fault]:
    parents: dict[tuple[str, Id], Id] = {}
    for place, thing in placed.values():
        for field in describe(type(thing)).fields:
            if isinstance(field.kind, RefsKind) and field.kind.exclusive:
                for position, child in enumerate(getattr(thing, field.name)):
                    first = parents.setdefault((field.name, child), thing.id)
                    if first != thing.id:
                        where = (*place, field.name, position)
                        yield Fault("two-parents", where, {"id": child, "first": first, "second": thing.id})


def _cycles(placed: Placed) -> Iterator[Fault]:
    edges: dict[str, dict[Id, list[Id]]] = {}
    for _, thing in placed.values():
        for field, _, target, _ in references_of(thing):
            if isinstance(field.kind, RefKind) and field.kind.acyclic:
                key = f"{type(thing).__name__}.{field.name}"
                edges.setdefault(key, {}).setdefault(thing.id, []).append(target)
    for key, graph in edges.items():
        cycle = _find_cycle(graph)
        if cycle:
            place = placed[cycle[0]][0]
            shown = cycle if len(cycle) <= LONGEST_CIRCLE_SHOWN else (*cycle[: LONGEST_CIRCLE_SHOWN - 1], "…")
            yield Fault("cycle", (*place, key.split(".")[1]), {"ids": " → ".join((*shown, cycle[0]))})


def _find_cycle(graph: dict[Id, list[Id]]) -> tuple[Id, ...]:
    """The first cycle met in a walk without recursion; empty when there is none."""
    done: set[Id] = set()
    for start in graph:
        path: list[Id] = []
        on_path: set[Id] = set()
        stack: list[tuple[Id, Iterator[Id]]] = [] if start in done else [(start, iter(graph[start]))]
        if stack:
            path.append(start)
            on_path.add(start)
        while stack:
            node, following = stack[-1]
            target = next(following, None)
            if target is None:
                stack.pop()
                done.add(path.pop())
                on_path.discard(node)
            elif target in on_path:
                return tuple(path[path.index(target) :])
            elif target not in done:
                stack.append((target, iter(graph.get(target, ()))))
                path.append(target)
                on_path.add(target)
    return ()
