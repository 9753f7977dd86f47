"""What the room of actors shows, from what the member may see."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from sammenheng.domain import Id
from sammenheng.domain.hashes import endorsed_hash
from sammenheng.domain.words import Actor, Endorsement, Journey, Organisation, Touchpoint
from sammenheng.domain.words.actors import ActorStatus, Level
from sammenheng.domain.words.governance import EndorsementLevel
from sammenheng.domain.words.journeys import JourneyKind, Stage
from sammenheng_web.collaborations.rooms import Room
from sammenheng_web.collaborations.your_part import Part
from sammenheng_web.ui.entries import Entry, choice, date, entry, links, told
from sammenheng_web.ui.said import Said
from sammenheng_web.ui.showing import Link
from sammenheng_web.ui.sorting import norwegian

STATES: dict[str, tuple[str, str | Promise]] = {
    "holds": ("success", pgettext_lazy("endorsement", "Holds")),
    "stale": ("warning", pgettext_lazy("endorsement", "Changed since")),
    "expired": ("danger", pgettext_lazy("endorsement", "Expired")),
    "unknown": ("neutral", pgettext_lazy("endorsement", "Cannot be checked")),
}
"""Whether an endorsement still holds: the tone of its mark, and the words."""

AT_THE_TABLE = (ActorStatus.LEADS, ActorStatus.TAKES_PART)


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """An organisation around the user: how often they meet, where, and whether it is at the table."""

    organisation: Id
    link: Link
    short_name: str
    level: str
    status: str
    is_at_table: bool
    seen: int
    behind: int
    steps: tuple[Link, ...]

    @property
    def touchpoints(self) -> int:
        """How often users meet it, seen or behind the scenes."""
        return self.seen + self.behind


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An actor with what it gains and may lose."""

    entry: Entry
    organisation: Link | None
    status: str
    is_at_table: bool
    role: Said | None
    gains: Said | None
    may_lose: Said | None
    mandate: Said | None
    culture: Said | None
    near: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One endorsement: what it stands behind, until when, and whether it still holds."""

    entry: Entry
    organisation: Link | None
    level: str
    of: tuple[Link, ...]
    state: str
    until: str
    given_on: str
    document: Said | None
    in_allocation_letter: bool | None
    in_plan: bool | None
    resources: Said | None

    @property
    def tone(self) -> str:
        """The tone of its mark."""
        return STATES[self.state][0]

    @property
    def state_name(self) -> str | Promise:
        """Whether it holds, in words."""
        return STATES[self.state][1]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """An organisation, and its endorsements at each level."""

    link: Link
    cells: tuple[tuple[Standing, ...], ...]
    has_any: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Who stands behind it: organisations by levels."""

    levels: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    each: tuple[Standing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """The organisations of one ministry's area."""

    name: Said | None
    organisations: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AtLevel:
    """The organisations at one level of society, by ministry area."""

    level: str
    count: int
    areas: tuple[Area, ...]


def neighbours(room: Room) -> tuple[Neighbour, ...]:
    """The organisations users meet today, the nearest first, then those at the table whom they never meet."""
    whole = room.collaboration.in_use
    met = _met(room)
    at_table = table(room)
    statuses = _statuses(room)
    found = [
        _neighbour(room, party, met.get(party.id, ()), statuses.get(party.id), party.id in at_table)
        for party in whole.organisations
        if party.id in met or party.id in statuses
    ]
    return tuple(sorted(found, key=lambda one: (-one.touchpoints, norwegian(str(one.link.title)))))


Met = tuple[tuple[Touchpoint, Id], ...]
"""Touchpoints with the step each is in."""


def _met(room: Room) -> Mapping[Id, Met]:
    """Where users meet each organisation: on today's journeys, or on all when none is of today."""
    whole = room.collaboration.in_use
    of_today = [journey for journey in whole.journeys if journey.kind is JourneyKind.AS_IS]
    steps = _steps_of(room, of_today) if of_today else {step.id for step in whole.steps}
    touchpoints = {touchpoint.id: touchpoint for touchpoint in whole.touchpoints}
    found: dict[Id, list[tuple[Touchpoint, Id]]] = {}
    for step in whole.steps:
        if step.id in steps:
            for id in step.touchpoints:
                found.setdefault(touchpoints[id].organisation, []).append((touchpoints[id], step.id))
    return {organisation: tuple(those) for organisation, those in found.items()}


def _steps_of(room: Room, journeys: Iterable[Journey]) -> set[Id]:
    stages = {stage.id: stage.steps for stage in room.collaboration.in_use.journey_stages}
    return {step for journey in journeys for stage in journey.stages for step in stages[stage]}


def _statuses(room: Room) -> Mapping[Id, ActorStatus | None]:
    return {actor.organisation: actor.status for actor in room.collaboration.in_use.actors if actor.organisation}


def table(room: Room) -> frozenset[Id]:
    """Organisations that lead or take part."""
    whole = room.collaboration.in_use
    taking_part = {actor.organisation for actor in whole.actors if actor.status in AT_THE_TABLE}
    leading = {whole.leads, *(workstream.leads for workstream in whole.workstreams)}
    return frozenset(id for id in taking_part | leading if id is not None)


def _neighbour(room: Room, party: Organisation, met: Met, status: ActorStatus | None, at_table: bool) -> Neighbour:
    behind = sum(touchpoint.stage is Stage.BEHIND for touchpoint, _ in met)
    return Neighbour(
        organisation=party.id,
        link=room.showing.link_to(party),
        short_name=party.short_name or str(room.showing.link_to(party).title),
        level=choice(party.level),
        status=choice(status),
        is_at_table=at_table,
        seen=len(met) - behind,
        behind=behind,
        steps=links(room.showing, dict.fromkeys(step for _, step in met)),
    )


def absent(neighbours: Iterable[Neighbour]) -> tuple[Neighbour, ...]:
    """Those whom users meet, but who neither lead nor take part."""
    return tuple(one for one in neighbours if one.touchpoints and not one.is_at_table)


STATUS_ORDER = (*ActorStatus, None)


def actors(room: Room, part: Part) -> tuple[Party, ...]:
    """The actors: those who lead first, then those who take part, are invited, not asked, have declined."""
    found = part.of(room.collaboration.in_use.actors)
    parties = [(STATUS_ORDER.index(actor.status), _party(room, actor)) for actor in found]
    ordered = sorted(parties, key=lambda one: (one[0], norwegian(str(one[1].entry.title))))
    return tuple(party for _, party in ordered)


def _party(room: Room, actor: Actor) -> Party:
    return Party(
        entry=entry(room.showing, actor),
        organisation=room.showing.link(actor.organisation) if actor.organisation else None,
        status=choice(actor.status),
        is_at_table=actor.status in AT_THE_TABLE,
        role=told(actor, actor.role),
        gains=told(actor, actor.gains),
        may_lose=told(actor, actor.may_lose),
        mandate=told(actor, actor.mandate),
        culture=told(actor, actor.culture),
        near=links(room.showing, actor.near),
    )


def endorsements(room: Room, part: Part, today: datetime.date) -> Matrix:
    """Who stands behind it, and who at the table does not yet; the levels that are used, and top leaders always."""
    whole = room.collaboration.in_use
    given = part.of(whole.endorsements)
    levels = [
        level for level in EndorsementLevel if level is EndorsementLevel.TOP or any(e.level is level for e in given)
    ]
    unplaced = [e for e in given if e.level is None]
    columns = [*levels, None] if unplaced else levels
    organisations = {id for id in table(room) if part.has(id)} | {e.organisation for e in given if e.organisation}
    if not given:
        return Matrix(levels=(), rows=(), each=())
    rows = []
    for id in organisations:
        own = [e for e in given if e.organisation == id]
        cells = tuple(tuple(_standing(room, e, today) for e in own if e.level is level) for level in columns)
        rows.append(MatrixRow(link=room.showing.link(id), cells=cells, has_any=bool(own)))
    return Matrix(
        levels=tuple(choice(level) for level in columns),
        rows=tuple(sorted(rows, key=lambda row: (not row.has_any, norwegian(str(row.link.title))))),
        each=tuple(_standing(room, e, today) for e in given),
    )


def _standing(room: Room, endorsement: Endorsement, today: datetime.date) -> Standing:
    return Standing(
        entry=entry(room.showing, endorsement),
        organisation=room.showing.link(endorsement.organisation) if endorsement.organisation else None,
        level=choice(endorsement.level),
        of=links(room.showing, endorsement.of),
        state=_state(room, endorsement, today),
        until=date(endorsement.until),
        given_on=date(endorsement.given_on),
        document=told(endorsement, endorsement.document),
        in_allocation_letter=endorsement.in_allocation_letter,
        in_plan=endorsement.in_plan,
        resources=told(endorsement, endorsement.resources),
    )


def _state(room: Room, endorsement: Endorsement, today: datetime.date) -> str:
    """Whether an endorsement is over, given to older content, still holds, or cannot be held against the content."""
    if endorsement.until is not None and endorsement.until < today:
        return "expired"
    if endorsement.content_hash is None or not endorsement.of:
        return "unknown"
    now = endorsed_hash(room.collaboration.in_use, endorsement.of)
    return "holds" if endorsement.content_hash == now else "stale"


def by_level(room: Room, part: Part) -> tuple[AtLevel, ...]:
    """Every organisation, by level and ministry area."""
    found = part.of(room.collaboration.in_use.organisations)
    each = ((level, [party for party in found if party.level is level]) for level in (*Level, None))
    return tuple(
        AtLevel(level=choice(level), count=len(those), areas=_areas(room, those)) for level, those in each if those
    )


def _areas(room: Room, parties: Iterable[Organisation]) -> tuple[Area, ...]:
    areas: dict[str, list[Organisation]] = {}
    for party in parties:
        areas.setdefault(str(told(party, party.ministry_area) or ""), []).append(party)
    return tuple(
        Area(
            name=told(those[0], those[0].ministry_area),
            organisations=tuple(sorted(map(room.showing.link_to, those), key=lambda link: norwegian(str(link.title)))),
        )
        for _, those in sorted(areas.items(), key=lambda item: (not item[0], norwegian(item[0])))
    )
