"""The chain as the room shows it: journey step, effect, change, deliverable; and the thread of one effect."""

from collections.abc import Iterable
from dataclasses import dataclass

from sammenheng.chain import ToSolve, UnlockingSet, parties, standing, unlock
from sammenheng.domain import Collaboration, Id
from sammenheng.domain.words import DataFlow, Effect, Finding
from sammenheng.texts import formats
from sammenheng_web.collaborations.rooms import Room
from sammenheng_web.collaborations.your_part import Part
from sammenheng_web.effects.times import quarters
from sammenheng_web.ui.entries import Entry, choice, entry, links, told
from sammenheng_web.ui.said import Said
from sammenheng_web.ui.showing import Link
from sammenheng_web.ui.sorting import norwegian
from sammenheng_web.ui.terms import texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A change or a deliverable, and whose it is."""

    link: Link
    organisation: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One effect in the chain: where it is noticed, what must change for it, who delivers what."""

    id: Id
    entry: Entry
    is_chosen: bool
    scope: str
    found_scope: str
    organisations: tuple[Link, ...]
    steps: tuple[Link, ...]
    changes: tuple[Work, ...]
    deliverables: tuple[Work, ...]
    in_the_way: int
    sets: int
    to_solve: int
    slowest: str
    without_time: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocker:
    """Something that must be solved: what it is, who can, how long it takes, which obstacles end with it."""

    link: Link
    who: tuple[Link, ...]
    time: str
    takes_away: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOpen:
    """A smallest set of things that unlocks an effect."""

    blockers: tuple[Blocker, ...]
    slowest: str
    without_time: int
    deliverables: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """One effect with all that hangs on it."""

    entry: Entry
    description: Said | None
    measure: Said | None
    needs: tuple[Link, ...]
    steps: tuple[Link, ...]
    obstacles: tuple[Link, ...]
    changes: tuple[Work, ...]
    deliverables: tuple[Work, ...]
    benefits: tuple[Link, ...]
    goals: tuple[Link, ...]
    scope: str
    found_scope: str
    organisations: tuple[Link, ...]
    ways: tuple[WayOpen, ...]
    is_complete: bool


def rows(room: Room, part: Part, chosen: Id | None) -> tuple[Row, ...]:
    """Every effect as a row of the chain."""
    found = part.of(room.collaboration.in_use.effects)
    standing_still = standing(room.collaboration.in_use)
    shown = (_row(room, effect, standing_still, is_chosen=effect.id == chosen) for effect in found)
    return tuple(sorted(shown, key=lambda row: norwegian(str(row.entry.title))))


def _row(room: Room, effect: Effect, standing_still: frozenset[Id], *, is_chosen: bool) -> Row:
    whole = room.collaboration.in_use
    judged = parties(whole, effect.id)
    ways = unlock(whole, effect.id).sets
    nearest = ways[0] if ways else None
    return Row(
        id=effect.id,
        entry=entry(room.showing, effect),
        is_chosen=is_chosen,
        scope=choice(effect.scope),
        found_scope=choice(judged.found) if judged.found is not effect.scope else "",
        organisations=links(room.showing, (party.organisation for party in judged.parties)),
        steps=links(room.showing, effect.steps),
        changes=_changes(room, effect),
        deliverables=_deliverables(room, effect),
        in_the_way=len(standing_still.intersection((*effect.findings, *effect.data_flows, *effect.regulations))),
        sets=len(ways),
        to_solve=len(nearest.to_solve) if nearest else 0,
        slowest=quarters(nearest.lead_time) if nearest else "",
        without_time=nearest.without_lead_time if nearest else 0,
    )


def _changes(room: Room, effect: Effect) -> tuple[Work, ...]:
    return tuple(
        _work(room, change.id, change.organisation)
        for change in room.collaboration.in_use.changes
        if effect.id in change.effects
    )


def _deliverables(room: Room, effect: Effect) -> tuple[Work, ...]:
    return tuple(_work(room, id, accountable) for id, accountable in _serving(room.collaboration.in_use, effect))


def _serving(whole: Collaboration, effect: Effect) -> Iterable[tuple[Id, Id | None]]:
    """Deliverables that serve an effect, themselves or by a change they carry out, with who is accountable."""
    changes = {change.id for change in whole.changes if effect.id in change.effects}
    for deliverable in whole.deliverables:
        if effect.id in deliverable.effects or changes.intersection(deliverable.changes):
            yield deliverable.id, deliverable.accountable


def _work(room: Room, id: Id, organisation: Id | None) -> Work:
    return Work(link=room.showing.link(id), organisation=room.showing.link(organisation) if organisation else None)


def thread(room: Room, effect: Effect) -> Thread:
    """One effect: what it is for, what stands in the way, who delivers it, what comes of it."""
    whole = room.collaboration.in_use
    judged, opening = parties(whole, effect.id), unlock(whole, effect.id)
    delivering = [id for id, _ in _serving(whole, effect)]
    return Thread(
        entry=entry(room.showing, effect),
        description=told(effect, effect.description),
        measure=told(effect, effect.measure),
        needs=links(room.showing, effect.needs),
        steps=links(room.showing, effect.steps),
        obstacles=links(room.showing, (*effect.findings, *effect.regulations, *effect.data_flows)),
        changes=_changes(room, effect),
        deliverables=_deliverables(room, effect),
        benefits=tuple(
            room.showing.link_to(benefit)
            for benefit in whole.benefits
            if effect.id in benefit.effects or set(delivering).intersection(benefit.deliverables)
        ),
        goals=links(room.showing, effect.goals),
        scope=choice(effect.scope),
        found_scope=choice(judged.found) if judged.found is not effect.scope else "",
        organisations=links(room.showing, (party.organisation for party in judged.parties)),
        ways=tuple(_way(room, way) for way in opening.sets),
        is_complete=opening.complete,
    )


def _way(room: Room, way: UnlockingSet) -> WayOpen:
    slowest_first = sorted(way.to_solve, key=lambda item: (-(item.lead_time or 0), item.id))
    return WayOpen(
        blockers=tuple(_blocker(room, item) for item in slowest_first),
        slowest=quarters(way.lead_time),
        without_time=way.without_lead_time,
        deliverables=links(room.showing, way.deliverables),
    )


def _blocker(room: Room, item: ToSolve) -> Blocker:
    expected = formats.period(texts(), item.expected) if item.expected else ""
    return Blocker(
        link=room.showing.link(item.id),
        who=links(room.showing, item.organisations),
        time=quarters(item.lead_time) or expected,
        takes_away=links(room.showing, item.takes_away),
    )


def blocked_by(whole: Collaboration, thing: Finding | DataFlow) -> tuple[Id, ...]:
    """The effects that wait for this."""
    return tuple(effect.id for effect in whole.effects if thing.id in (*effect.findings, *effect.data_flows))
