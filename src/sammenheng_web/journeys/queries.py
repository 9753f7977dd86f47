"""The journeys of a collaboration, from what the member may see."""

from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse

from sammenheng.domain import Id
from sammenheng.domain.words import Journey
from sammenheng.domain.words.journeys import JourneyKind
from sammenheng_web.collaborations.rooms import Room
from sammenheng_web.collaborations.your_part import Part
from sammenheng_web.journeys.feelings import GroupRow, by_group
from sammenheng_web.journeys.meetings import matrix
from sammenheng_web.journeys.walk import known_steps, numbers, steps_of, stretches
from sammenheng_web.ui.entries import Entry, choice, entry, links, told
from sammenheng_web.ui.said import Said
from sammenheng_web.ui.showing import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class StageListed:
    """A stage and its steps by name."""

    link: Link
    steps: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A journey with what one wants to know before opening it."""

    entry: Entry
    href: str
    is_today: bool
    kind: str
    description: Said | None
    groups: tuple[Link, ...]
    changes: Link | None
    stages: tuple[StageListed, ...]
    steps: int
    organisations: int
    handovers: int
    without_evidence: int
    lowest: tuple[GroupRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeEventListed:
    """A life event, in the user's words, and what it may lead to."""

    entry: Entry
    event: str
    situation: Said | None
    owner: Link | None
    leads_to: tuple[Link, ...]


def listed(room: Room, part: Part) -> tuple[Listed, ...]:
    """The journeys: those of today first, each with the steps that are shown."""
    found = sorted(
        part.of(room.collaboration.in_use.journeys), key=lambda one: (one.kind is not JourneyKind.AS_IS, one.id)
    )
    return tuple(_listed(room, journey, part) for journey in found)


def _listed(room: Room, journey: Journey, part: Part) -> Listed:
    found = stretches(room, journey, part)
    steps = steps_of(found)
    met = matrix(room, found, numbers(room, journey))
    known = known_steps(room.collaboration.in_use)
    groups = by_group(room, steps, ())
    return Listed(
        entry=entry(room.showing, journey),
        href=address(room, journey) + part.query,
        is_today=journey.kind is JourneyKind.AS_IS,
        kind=choice(journey.kind),
        description=told(journey, journey.description),
        groups=links(room.showing, journey.user_groups),
        changes=room.showing.link(journey.changes) if journey.changes else None,
        stages=tuple(
            StageListed(link=room.showing.link_to(one.stage), steps=tuple(map(room.showing.link_to, one.steps)))
            for one in found
        ),
        steps=len(steps),
        organisations=len(met.rows),
        handovers=met.handovers,
        without_evidence=sum(step.id not in known for step in steps),
        lowest=groups,
    )


def address(room: Room, journey: Journey) -> str:
    """The page of a journey in this room."""
    return reverse("journeys:journey", args=[room.key, journey.id])


def journey(room: Room, id: str) -> Journey:
    """The journey of the address; Http404 when there is none to be seen."""
    found = room.collaboration.in_use.get(Id(id))
    if not isinstance(found, Journey):
        raise Http404
    return found


def life_events(room: Room, part: Part) -> tuple[LifeEventListed, ...]:
    """The life events behind the journeys."""
    return tuple(
        LifeEventListed(
            entry=entry(room.showing, one),
            event=choice(one.event),
            situation=told(one, one.situation),
            owner=room.showing.link(one.owner_ministry) if one.owner_ministry else None,
            leads_to=links(room.showing, one.leads_to),
        )
        for one in room.collaboration.in_use.life_events
    )
