"""Deliverables that exclude each other, and the selections of them that can be made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product

from ..domain import Collaboration, Id
from ..domain.words import Deliverable, Effect
from ..domain.words.effects import DeliverableStatus

MOST_SELECTIONS = 20_000
"""More selections than this are not looked at; twelve pairs of alternatives for one effect stay well below."""

Selection = frozenset[Id]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selections:
    """Every largest selection of deliverables in which none excludes another; each with what it depends on.

    `complete` is False when there were more of them than anybody could look at.
    """

    each: tuple[Selection, ...]
    complete: bool


def serving(collaboration: Collaboration, effects: Iterable[Effect]) -> tuple[Deliverable, ...]:
    """The deliverables that serve these effects, directly or by a change they carry out; stopped ones left out."""
    wanted = {effect.id for effect in effects}
    changes = {change.id for change in collaboration.changes if wanted.intersection(change.effects)}
    return tuple(
        deliverable
        for deliverable in collaboration.deliverables
        if deliverable.status is not DeliverableStatus.STOPPED
        and (wanted.intersection(deliverable.effects) or changes.intersection(deliverable.changes))
    )


def prerequisites(collaboration: Collaboration, deliverables: Iterable[Id]) -> Selection:
    """These deliverables and all that they depend on."""
    found: set[Id] = set()
    waiting = list(deliverables)
    while waiting:
        id = waiting.pop()
        thing = collaboration.get(id)
        if id not in found and isinstance(thing, Deliverable):
            found.add(id)
            waiting.extend(thing.depends_on)
    return frozenset(found)


def selections(collaboration: Collaboration, among: Iterable[Deliverable]) -> Selections:
    """The selections that can be made among these deliverables; none when not one of them can be delivered.

    One that is done is always in. One that depends on something stopped, or excluded by what is done, is never in.
    """
    needs = {deliverable.id: prerequisites(collaboration, [deliverable.id]) for deliverable in among}
    if not needs:
        return Selections(each=(frozenset(),), complete=True)
    excluded = _exclusions(collaboration)
    status = {deliverable.id: deliverable.status for deliverable in collaboration.deliverables}
    done = frozenset(id for id in status if status[id] is DeliverableStatus.DONE)
    stopped = frozenset(id for id in status if status[id] is DeliverableStatus.STOPPED)
    possible = sorted(
        id for id in needs if not needs[id] & stopped and not _clash(needs[id], needs[id] | done, excluded)
    )
    clashing = {id: {other for other in possible if _clash(needs[id], needs[other], excluded)} for id in possible}
    of_each = [list(islice(_largest(group, clashing), MOST_SELECTIONS + 1)) for group in _groups(possible, clashing)]
    made = list(islice(product(*of_each), MOST_SELECTIONS + 1)) if possible else []
    chosen = (frozenset[Id]().union(*(needs[id] for part in parts for id in part)) for parts in made[:MOST_SELECTIONS])
    return Selections(each=tuple(dict.fromkeys(chosen)), complete=len(made) <= MOST_SELECTIONS)


def _exclusions(collaboration: Collaboration) -> Mapping[Id, set[Id]]:
    """For every deliverable, those it excludes or is excluded by."""
    excluded: dict[Id, set[Id]] = {deliverable.id: set() for deliverable in collaboration.deliverables}
    for deliverable in collaboration.deliverables:
        for other in deliverable.alternatives:
            if other != deliverable.id:
                excluded[deliverable.id].add(other)
                excluded[other].add(deliverable.id)
    return excluded


def _clash(some: Selection, others: Selection, excluded: Mapping[Id, set[Id]]) -> bool:
    return any(excluded[id] & others for id in some)


def _groups(ids: Iterable[Id], excluded: Mapping[Id, set[Id]]) -> Iterator[list[Id]]:
    """The ids in groups such that none excludes one of another group."""
    left = dict.fromkeys(ids)
    while left:
        group, waiting = [], [next(iter(left))]
        while waiting:
            id = waiting.pop()
            if id in left:
                del left[id]
                group.append(id)
                waiting.extend(sorted(excluded[id]))
        yield sorted(group)


def _largest(group: list[Id], excluded: Mapping[Id, set[Id]]) -> Iterator[tuple[Id, ...]]:
    """Every selection from the group to which nothing can be added (Bron and Kerbosch 1973, on what is compatible)."""
    compatible = {id: frozenset(group) - excluded[id] - {id} for id in group}
    # Chosen, may still be added, was tried before.
    stack: list[tuple[tuple[Id, ...], Selection, Selection]] = [((), frozenset(group), frozenset())]
    while stack:
        chosen, candidates, tried = stack.pop()
        if not candidates and not tried:
            yield chosen
        pivot = max((*candidates, *tried), key=lambda id: (len(compatible[id] & candidates), id), default=None)
        for id in sorted(candidates - compatible[pivot] if pivot is not None else ()):
            stack.append(((*chosen, id), candidates & compatible[id], tried & compatible[id]))
            candidates, tried = candidates - {id}, tried | {id}
