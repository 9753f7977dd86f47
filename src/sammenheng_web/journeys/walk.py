"""A journey step by step, with everything that hangs on each step."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sammenheng.documents import Lane, journey_content
from sammenheng.domain import Collaboration, Id, Thing
from sammenheng.domain.words import DataFlow, Finding, Journey, JourneyStage, Step, Touchpoint
from sammenheng.domain.words.journeys import JourneyKind, Stage
from sammenheng.domain.words.services import FindingNature
from sammenheng_web.collaborations.rooms import Room
from sammenheng_web.collaborations.your_part import Part
from sammenheng_web.journeys.feelings import Feeling, feeling
from sammenheng_web.ui.entries import Entry, choice, entry, links, told
from sammenheng_web.ui.said import Said
from sammenheng_web.ui.showing import Link
from sammenheng_web.ui.terms import texts

NATURES = {FindingNature.OBSTACLE: "danger", FindingNature.GAP: "warning", FindingNature.WORKS_WELL: "success"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stage with those of its steps that a page shows."""

    stage: JourneyStage
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Where a step meets an organisation."""

    entry: Entry
    organisation: Link
    is_seen: bool
    what: Said | None
    channel: Link | None
    information: Said | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An obstacle, a gap, or what works well."""

    entry: Entry
    nature: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Data that goes from one organisation to another here."""

    entry: Entry
    provider: Link | None
    consumer: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepShown:
    """A step with everything that hangs on it."""

    id: Id
    number: int
    entry: Entry
    description: Said | None
    thinks: Said | None
    feels: Said | None
    deadline: Said | None
    condition: Said | None
    next: tuple[Link, ...]
    opens: Link | None
    feelings: tuple[Feeling, ...]
    meetings: tuple[Meeting, ...]
    services: tuple[Link, ...]
    systems: tuple[Link, ...]
    regulations: tuple[Link, ...]
    flows: tuple[Flow, ...]
    findings: tuple[Found, ...]
    needs: tuple[Link, ...]
    effects: tuple[Link, ...]
    insights: tuple[Link, ...]
    is_known: bool
    is_wanted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchShown:
    """A stage and its steps, as a page shows them."""

    link: Link
    description: Said | None
    steps: tuple[StepShown, ...]


def stretches(room: Room, journey: Journey, part: Part) -> tuple[Stretch, ...]:
    """The stages with the steps that are shown: all, or those that the chosen organisation has a part in.

    The same steps as on the map, for the map is asked which.
    """
    whole = room.collaboration.in_use
    content = journey_content(
        whole, journey.id, texts=texts(), lanes=(Lane.STEP,), organisation=part.organisation or None
    )
    shown = frozenset(content.steps)
    found = (
        Stretch(
            stage=stage,
            steps=tuple(step for step in whole.each(*stage.steps) if isinstance(step, Step) and step.id in shown),
        )
        for stage in whole.each(*journey.stages)
        if isinstance(stage, JourneyStage)
    )
    return tuple(stretch for stretch in found if stretch.steps)


def steps_of(found: Iterable[Stretch]) -> tuple[Step, ...]:
    """Every step, in order."""
    return tuple(step for stretch in found for step in stretch.steps)


def numbers(room: Room, journey: Journey) -> dict[Id, int]:
    """The number of each step, counted through the whole journey, whichever part of it is shown."""
    whole = room.collaboration.in_use
    stages = (stage for stage in whole.each(*journey.stages) if isinstance(stage, JourneyStage))
    return {id: number for number, id in enumerate((id for stage in stages for id in stage.steps), start=1)}


def shown(room: Room, journey: Journey, found: Iterable[Stretch]) -> tuple[StretchShown, ...]:
    """The stages and steps with everything that hangs on them."""
    reading = _Reading(room, journey)
    return tuple(
        StretchShown(
            link=room.showing.link_to(stretch.stage),
            description=told(stretch.stage, stretch.stage.description),
            steps=tuple(reading.step(step) for step in stretch.steps),
        )
        for stretch in found
    )


def known_steps(whole: Collaboration) -> frozenset[Id]:
    """Steps that something is known about: insight, experience with insight, findings with insight, a rated test."""
    by_test = {rating.step for test in whole.test_rounds for rating in test.ratings}
    by_finding = {step for finding in whole.findings if finding.insights for step in finding.steps}
    told_of = {step.id for step in whole.steps if step.insights or any(one.insight for one in step.experience)}
    return frozenset(by_test | by_finding | told_of)


class _Reading:
    def __init__(self, room: Room, journey: Journey) -> None:
        self.room = room
        self.showing = room.showing
        self.whole = room.collaboration.in_use
        self.numbers = numbers(room, journey)
        self.known = known_steps(self.whole)
        self.is_wanted = journey.kind is JourneyKind.TO_BE

    def step(self, step: Step) -> StepShown:
        effects = (effect.id for effect in self.whole.effects if step.id in effect.steps)
        points = tuple(one for one in self.whole.each(*step.touchpoints) if isinstance(one, Touchpoint))
        return StepShown(
            id=step.id,
            number=self.numbers[step.id],
            entry=entry(self.showing, step),
            description=told(step, step.description),
            thinks=told(step, step.thinks),
            feels=told(step, step.feels),
            deadline=told(step, step.deadline),
            condition=told(step, step.condition),
            next=links(self.showing, step.next),
            opens=self.showing.link(step.opens) if step.opens else None,
            feelings=tuple(feeling(self.room, step, one) for one in step.experience),
            meetings=tuple(self.meeting(one) for one in points),
            services=self.links((*step.services, *(one.service for one in points))),
            systems=self.links((*step.systems, *(one.system for one in points))),
            regulations=links(self.showing, step.regulations),
            flows=tuple(self.flow(one) for one in self.things(step.data_flows) if isinstance(one, DataFlow)),
            findings=tuple(self.finding(one) for one in self.whole.findings if step.id in one.steps),
            needs=links(self.showing, step.needs),
            effects=links(self.showing, effects),
            insights=self.links((*step.insights, *(one.insight for one in step.experience))),
            is_known=step.id in self.known,
            is_wanted=self.is_wanted,
        )

    def things(self, ids: Iterable[Id]) -> Iterator[Thing]:
        return self.whole.each(*ids)

    def links(self, ids: Iterable[Id | None]) -> tuple[Link, ...]:
        return links(self.showing, dict.fromkeys(id for id in ids if id))

    def meeting(self, point: Touchpoint) -> Meeting:
        return Meeting(
            entry=entry(self.showing, point),
            organisation=self.showing.link(point.organisation),
            is_seen=point.stage is not Stage.BEHIND,
            what=told(point, point.name),
            channel=self.showing.link(point.channel) if point.channel else None,
            information=told(point, point.information),
        )

    def flow(self, flow: DataFlow) -> Flow:
        return Flow(
            entry=entry(self.showing, flow),
            provider=self.showing.link(flow.provider) if flow.provider else None,
            consumer=self.showing.link(flow.consumer) if flow.consumer else None,
        )

    def finding(self, finding: Finding) -> Found:
        tone = NATURES.get(finding.nature, "neutral") if finding.nature else "neutral"
        return Found(entry=entry(self.showing, finding), nature=choice(finding.nature), tone=tone)
