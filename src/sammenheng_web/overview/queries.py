"""What the overview shows, from what the member may see."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from sammenheng.chain import concerns
from sammenheng.domain import Collaboration, Id, ObjectType, Text, collection_of, object_types
from sammenheng.domain.words import Story, Workstream
from sammenheng.domain.words.plan import Phase
from sammenheng.texts.labels import choice_label
from sammenheng_web.collaborations.rooms import Room
from sammenheng_web.ui.components import Step, steps
from sammenheng_web.ui.showing import Link
from sammenheng_web.ui.terms import texts
from sammenheng_web.ui.uses import Use, uses

OWN_WORK = {
    ("Change", "organisation"),
    ("Deliverable", "accountable"),
    ("Deliverable", "contributors"),
    ("Finding", "remover"),
    ("Regulation", "change_owner"),
    ("Commitment", "promised_by"),
    ("Cost", "organisation"),
    ("Benefit", "organisation"),
    ("Goal", "decided_by"),
}
"""The references that say what an organisation must do, pays, gains and decides; the others say where it is met."""

ALONG_THE_THREAD = ("Need", "Step", "Finding", "Effect", "Change", "Deliverable", "Benefit", "Goal")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A type, how many objects it has, and where they are listed."""

    kind: ObjectType
    number: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A workstream and how far it has come."""

    link: Link
    led_by: Link | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What concerns one's own organisation."""

    organisation: Link
    contribution: Text | None
    counts: tuple[Count, ...]
    work: tuple[Use, ...]
    mentions: tuple[Use, ...]


def counts(room: Room, part: frozenset[Id] | None = None) -> tuple[Count, ...]:
    """How much there is at each link of the red thread; with ``part``, how much of it is in that part."""
    return tuple(count(room, name, part) for name in ALONG_THE_THREAD)


def count(room: Room, name: str, part: frozenset[Id] | None) -> Count:
    """How many objects of one type there are, and where they are listed."""
    kind = object_types()[name]
    things = getattr(room.collaboration, collection_of(name))
    address = reverse("content:objects", args=[room.key, kind.key])
    if part is None:
        return Count(kind=kind, number=len(things), href=address)
    return Count(
        kind=kind,
        number=sum(thing.id in part for thing in things),
        href=f"{address}?part={room.membership.organisation}",
    )


def courses(room: Room) -> list[Course]:
    """The workstreams and their phases."""
    return [course(room, workstream) for workstream in room.collaboration.in_use.workstreams]


def course(room: Room, workstream: Workstream) -> Course:
    """One workstream."""
    phases = tuple(Phase)
    current = phases.index(workstream.phase) if workstream.phase else -1
    return Course(
        link=room.showing.link_to(workstream),
        led_by=room.showing.link(workstream.leads) if workstream.leads else None,
        steps=steps([choice_label(texts(), phase) for phase in phases], current=current),
    )


def story(collaboration: Collaboration) -> Story | None:
    """The shared story; the first when several are told."""
    return next(iter(collaboration.in_use.stories), None)


def part(room: Room) -> Part | None:
    """What concerns the organisation one acts for; None when the collaboration does not know it."""
    own = room.collaboration.in_use.get(Id(room.membership.organisation))
    if own is None:
        return None
    concerned = concerns(room.collaboration, own.id)
    told = story(room.collaboration)
    named = [use for use in uses(room.showing, own) if use.kind.name != "Story"]
    return Part(
        organisation=room.showing.link_to(own),
        contribution=next(contributions(told, own.id), None) if told else None,
        counts=tuple(one for one in counts(room, concerned) if one.number),
        work=tuple(use for use in named if is_work(use)),
        mentions=tuple(use for use in named if not is_work(use)),
    )


def is_work(use: Use) -> bool:
    """Whether a reference says what the organisation must do, pays, gains or decides."""
    return (use.kind.name, use.name) in OWN_WORK


def contributions(told: Story, organisation: Id) -> Iterator[Text]:
    """What an organisation brings to the story."""
    return (chapter.contribution for chapter in told.chapters if chapter.organisation == organisation)
