"""What stands in the way, and what must be clarified: obstacles, laws, data flows."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sammenheng.chain import standing, wants_change
from sammenheng.domain import Id, Period
from sammenheng.domain.words import DataFlow, Finding, Regulation
from sammenheng.domain.words.services import ChangeStatus, FindingNature, FlowStatus, Layer, LayerStatus, Severity
from sammenheng.texts import formats
from sammenheng_web.collaborations.rooms import Room
from sammenheng_web.collaborations.your_part import Part
from sammenheng_web.effects.chain import blocked_by
from sammenheng_web.effects.times import quarters
from sammenheng_web.ui.entries import Entry, choice, date, entry, links, told
from sammenheng_web.ui.said import Said
from sammenheng_web.ui.showing import Amount, Link
from sammenheng_web.ui.sorting import norwegian
from sammenheng_web.ui.terms import texts

GRAVEST = (Severity.HIGH, Severity.MEDIUM, Severity.LOW, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """A finding: what sort, how grave, who can remove it, at which level, how long that takes, what waits for it."""

    entry: Entry
    type: str
    nature: str
    severity: str
    is_grave: bool
    is_standing: bool
    removed_by: str
    remover: Link | None
    level: str
    lead_time: str
    deadline: str
    steps: tuple[Link, ...]
    rests_on: tuple[Link, ...]
    effects: tuple[Link, ...]
    action: Said | None
    workaround: Said | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many obstacles there are of a kind."""

    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneShown:
    """Something that happened or is expected on the way to a changed rule."""

    period: str
    at: Period
    what: Said | None
    is_done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A regulation, with the change that is wanted in it."""

    id: Id
    entry: Entry
    kind: str
    paragraph: str
    wanted_change: Said | None
    is_wanted: bool
    owner: Link | None
    change_owner: Link | None
    status: str
    is_in_force: bool
    expected: str
    expected_at: Period | None
    milestones: tuple[MilestoneShown, ...]
    effects: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerShown:
    """How far one layer of a data flow has come. `tone` is empty when nobody has judged it."""

    label: str
    status: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """A data flow."""

    entry: Entry
    provider: Link | None
    consumer: Link | None
    elements: Said | None
    purpose: Said | None
    category: str
    status: str
    is_live: bool
    layers: tuple[LayerShown, ...]
    ground_to_give: Said | None
    ground_to_get: Said | None
    regulations: tuple[Link, ...]
    volume: Amount | None
    assessment_needed: bool | None
    effects: tuple[Link, ...]


def obstacles(room: Room, part: Part) -> tuple[Obstacle, ...]:
    """Obstacles and gaps: those that stand first, the gravest and slowest of them at the top."""
    found = [f for f in part.of(room.collaboration.in_use.findings) if f.nature is not FindingNature.WORKS_WELL]
    still = standing(room.collaboration.in_use)
    ordered = sorted(found, key=lambda f: (f.id not in still, GRAVEST.index(f.severity), -(f.lead_time or 0), f.id))
    return tuple(_obstacle(room, finding, finding.id in still) for finding in ordered)


def works_well(room: Room, part: Part) -> tuple[Obstacle, ...]:
    """What works already and should be kept."""
    found = [f for f in part.of(room.collaboration.in_use.findings) if f.nature is FindingNature.WORKS_WELL]
    return tuple(_obstacle(room, finding, False) for finding in found)


def _obstacle(room: Room, finding: Finding, is_standing: bool) -> Obstacle:
    whole = room.collaboration.in_use
    return Obstacle(
        entry=entry(room.showing, finding),
        type=choice(finding.type),
        nature=choice(finding.nature),
        severity=choice(finding.severity),
        is_grave=finding.severity is Severity.HIGH,
        is_standing=is_standing,
        removed_by=choice(finding.removed_by),
        remover=room.showing.link(finding.remover) if finding.remover else None,
        level=choice(finding.level),
        lead_time=quarters(finding.lead_time),
        deadline=date(finding.deadline),
        steps=links(room.showing, finding.steps),
        rests_on=links(room.showing, (*finding.regulations, *finding.data_flows, *finding.systems)),
        effects=links(room.showing, blocked_by(whole, finding)),
        action=told(finding, finding.action),
        workaround=told(finding, finding.workaround),
    )


def tallies(obstacles: Iterable[Obstacle]) -> tuple[Tally, ...]:
    """How many of each type still stand, most first."""
    counted = Counter(obstacle.type for obstacle in obstacles if obstacle.is_standing and obstacle.type)
    return tuple(Tally(label=label, count=count) for label, count in counted.most_common())


def rules(room: Room, part: Part) -> tuple[Rule, ...]:
    """The regulations: those somebody wants changed first."""
    shown = [_rule(room, regulation) for regulation in part.of(room.collaboration.in_use.regulations)]
    return tuple(
        sorted(shown, key=lambda rule: (not rule.is_wanted, rule.is_in_force, norwegian(str(rule.entry.title))))
    )


def _rule(room: Room, regulation: Regulation) -> Rule:
    whole = room.collaboration.in_use
    expected = regulation.expected_in_force
    return Rule(
        id=regulation.id,
        entry=entry(room.showing, regulation),
        kind=choice(regulation.kind),
        paragraph=regulation.paragraph or "",
        wanted_change=told(regulation, regulation.wanted_change),
        is_wanted=wants_change(regulation),
        owner=room.showing.link(regulation.owner_ministry) if regulation.owner_ministry else None,
        change_owner=room.showing.link(regulation.change_owner) if regulation.change_owner else None,
        status=choice(regulation.change_status),
        is_in_force=regulation.change_status is ChangeStatus.IN_FORCE,
        expected=formats.period(texts(), expected) if expected else "",
        expected_at=expected,
        milestones=tuple(
            MilestoneShown(
                period=formats.period(texts(), milestone.when),
                at=milestone.when,
                what=told(regulation, milestone.what),
                is_done=bool(milestone.done),
            )
            for milestone in sorted(regulation.milestones, key=lambda milestone: milestone.when)
        ),
        effects=tuple(room.showing.link_to(e) for e in whole.effects if regulation.id in e.regulations),
    )


def flows(room: Room, part: Part) -> tuple[Flow, ...]:
    """The data flows, those not in use first."""
    shown = [_flow(room, flow) for flow in part.of(room.collaboration.in_use.data_flows)]
    return tuple(sorted(shown, key=lambda flow: (flow.is_live, norwegian(str(flow.entry.title)))))


TONES = {LayerStatus.OPEN: "danger", LayerStatus.UNDER_WAY: "warning", LayerStatus.CLARIFIED: "success"}


def _flow(room: Room, flow: DataFlow) -> Flow:
    whole = room.collaboration.in_use
    judged = {layer.layer: layer.status for layer in flow.layers}
    return Flow(
        entry=entry(room.showing, flow),
        provider=room.showing.link(flow.provider) if flow.provider else None,
        consumer=room.showing.link(flow.consumer) if flow.consumer else None,
        elements=told(flow, flow.elements),
        purpose=told(flow, flow.purpose),
        category=choice(flow.category),
        status=choice(flow.status),
        is_live=flow.status is FlowStatus.LIVE,
        layers=tuple(
            LayerShown(
                label=choice(layer),
                status=choice(judged.get(layer)),
                tone=TONES[judged[layer]] if layer in judged else "",
            )
            for layer in Layer
        ),
        ground_to_give=told(flow, flow.ground_to_give),
        ground_to_get=told(flow, flow.ground_to_get),
        regulations=links(room.showing, flow.regulations),
        volume=room.showing.amount(flow.volume) if flow.volume else None,
        assessment_needed=flow.impact_assessment_needed,
        effects=links(room.showing, blocked_by(whole, flow)),
    )


def layer_names() -> tuple[str, ...]:
    """The four layers in words."""
    return tuple(choice(layer) for layer in Layer)
