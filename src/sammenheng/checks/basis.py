"""What rules look at: the collaboration in use, the day, and what several rules ask for."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..chain import standing
from ..domain import Collaboration, Id, Period
from ..domain.words import Deliverable, Finding, Organisation
from ..domain.words.actors import ActorStatus
from ..domain.words.effects import DeliverableStatus
from ..domain.words.journeys import JourneyKind
from ..domain.words.plan import Phase
from ..economy import EconomyResult, committed_plan, economy, schedule_of

PHASES = tuple(Phase)
AT_THE_TABLE = (ActorStatus.LEADS, ActorStatus.TAKES_PART)


@dataclass(frozen=True)
class Basis:
    """The collaboration in use on a day. What is worked out is worked out once."""

    whole: Collaboration
    today: datetime.date

    def has_reached(self, phase: Phase) -> bool:
        """Whether any workstream is in this phase or past it; phases belong to workstreams."""
        told = [workstream.phase for workstream in self.whole.workstreams if workstream.phase is not None]
        return any(PHASES.index(reached) >= PHASES.index(phase) for reached in told)

    def is_past(self, day: datetime.date | None) -> bool:
        """Whether a day is known and over."""
        return day is not None and day < self.today

    @cached_property
    def heard_groups(self) -> frozenset[Id]:
        """User groups that some insight or test comes from."""
        by_insight = {group for insight in self.whole.insights for group in insight.user_groups}
        by_test = {group for test in self.whole.test_rounds for group in test.user_groups}
        return frozenset(by_insight | by_test)

    @cached_property
    def met_organisations(self) -> Mapping[Id, tuple[Id, ...]]:
        """The organisations users meet, each with the steps where they do, in the order of the steps' ids."""
        touchpoints = {touchpoint.id: touchpoint.organisation for touchpoint in self.whole.touchpoints}
        met: dict[Id, list[Id]] = {}
        for step in self.whole.steps:
            for organisation in dict.fromkeys(touchpoints[id] for id in step.touchpoints):
                met.setdefault(organisation, []).append(step.id)
        return {organisation: tuple(steps) for organisation, steps in met.items()}

    @cached_property
    def organisations(self) -> Mapping[Id, Organisation]:
        """Every organisation by its id."""
        return {organisation.id: organisation for organisation in self.whole.organisations}

    @cached_property
    def at_the_table(self) -> frozenset[Id]:
        """Organisations that lead or take part."""
        actors = {a.organisation for a in self.whole.actors if a.status in AT_THE_TABLE}
        leading = {self.whole.leads, *(workstream.leads for workstream in self.whole.workstreams)}
        return frozenset(id for id in actors | leading if id is not None)

    @cached_property
    def deliverables(self) -> tuple[Deliverable, ...]:
        """Deliverables that were not stopped."""
        return tuple(d for d in self.whole.deliverables if d.status is not DeliverableStatus.STOPPED)

    @cached_property
    def served(self) -> Mapping[Id, tuple[Id, ...]]:
        """For each deliverable that was not stopped, the effects it serves, itself or by a change it carries out."""
        by_change = {change.id: change.effects for change in self.whole.changes}
        return {
            d.id: tuple(dict.fromkeys((*d.effects, *(effect for id in d.changes for effect in by_change[id]))))
            for d in self.deliverables
        }

    @cached_property
    def delivered_by(self) -> Mapping[Id, tuple[Id, ...]]:
        """For each effect somebody delivers, the deliverables that serve it."""
        found: dict[Id, list[Id]] = {}
        for deliverable, effects in self.served.items():
            for effect in effects:
                found.setdefault(effect, []).append(deliverable)
        return {effect: tuple(deliverables) for effect, deliverables in found.items()}

    @cached_property
    def affected_organisations(self) -> tuple[Id, ...]:
        """Organisations that must change or deliver something, by id."""
        named = (
            *(change.organisation for change in self.whole.changes),
            *(organisation for effect in self.whole.effects for organisation in effect.organisations),
            *(who for d in self.deliverables for who in (d.accountable, *d.contributors)),
        )
        return tuple(sorted({id for id in named if id is not None}))

    @cached_property
    def standing(self) -> frozenset[Id]:
        """Findings, regulations and data flows that are not solved."""
        return standing(self.whole)

    def standing_findings(self) -> Iterable[Finding]:
        """Obstacles and gaps that are not solved."""
        return (finding for finding in self.whole.findings if finding.id in self.standing)

    @cached_property
    def go_live(self) -> Mapping[Id, Period]:
        """When each deliverable of the committed plan is finished: the first period in which it is there."""
        plan = committed_plan(self.whole)
        schedule = schedule_of(plan.schedule) if plan else {}
        return {deliverable: Period.of_quarter(run.finish) for deliverable, run in schedule.items()}

    @cached_property
    def economy(self) -> EconomyResult:
        """Who carries what, on the committed plan."""
        return economy(self.whole)

    @cached_property
    def steps_of_tomorrow(self) -> frozenset[Id]:
        """Steps that stand in a wanted journey."""
        stages = {stage.id: stage.steps for stage in self.whole.journey_stages}
        wanted = (journey for journey in self.whole.journeys if journey.kind is JourneyKind.TO_BE)
        return frozenset(step for journey in wanted for stage in journey.stages for step in stages[stage])


def first_day(period: Period) -> datetime.date:
    """The first day of a period."""
    return datetime.date(period.year, 3 * ((period.quarter or 1) - 1) + 1, 1)
