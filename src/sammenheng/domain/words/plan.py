"""What happens when: workstreams, plans, stages, stop points, commitments."""

from __future__ import annotations

from ..describe import Described, boolean, choice, integer, part, parts, period, ref, refs, text, word
from ..values import Code, Id, Period, Text
from .thing import Thing


class Phase(Code):
    """The three phases of working together."""

    START = "start", "Start together"
    SHAPE = "shape", "Shape together"
    DELIVER = "deliver", "Deliver together"


class Ambition(Code):
    """How new the solution is meant to be."""

    IMPROVE = "improve", "Quick improvement"
    RENEW = "renew", "Renewal of services"
    SYSTEM = "system-change", "Change of the whole system"


class View(Code):
    """Whether coherence starts from systems or from needs."""

    SYSTEM = "system", "System-driven"
    NEED = "need", "Need-driven"


class PeriodUnit(Code):
    """The length of one planning period."""

    QUARTER = "quarter", "Quarter"
    YEAR = "year", "Year"


class StopOutcome(Code):
    """What was decided at a stop point."""

    GO = "go", "Go on"
    ADJUST = "adjust", "Adjust"
    PAUSE = "pause", "Pause"
    STOP = "stop", "Stop"


class CommitmentKind(Code):
    """What is bound."""

    STARTS = "starts", "Starts in this period"
    FINISHED_BY = "finished-by", "Finished before this period"
    NOT_BEFORE = "not-before", "Not started before this period"
    INCLUDED = "included", "Must be in the plan"
    EXCLUDED = "excluded", "Must not be in the plan"


@word(label="Workstream", plural="Workstreams", norwegian="tiltak", room="plan")
class Workstream(Thing):
    """A measure inside the collaboration, in a phase of its own (no: tiltak)."""

    name: Text = text()
    description: Text | None = text(long=True, default=None)
    phase: Phase | None = choice(Phase, default=None)
    ambition: Ambition | None = choice(Ambition, label="Ambition for innovation", default=None)
    view: View | None = choice(View, label="System-driven or need-driven", default=None)
    leads: Id | None = ref("Organisation", label="Led by", default=None)
    goals: tuple[Id, ...] = refs("Goal")
    life_events: tuple[Id, ...] = refs("LifeEvent")
    strategy_links: Text | None = text(label="Measures in the national strategy", default=None)


@part(label="Scheduled deliverable", plural="Schedule")
class Scheduled(Described):
    """When a deliverable runs: from `start` until `finish`, the first free period."""

    deliverable: Id = ref("Deliverable")
    start: Period = period()
    finish: Period = period(help="The first period after it")


@word(label="Plan", plural="Plans", norwegian="plan", room="plan")
class Plan(Thing):
    """What starts when, in stages with stop points (no: plan)."""

    name: Text = text()
    committed: bool | None = boolean(label="This is the plan we follow", default=None)
    start: Period | None = period(label="Planned from", default=None)
    periods: int | None = integer(label="Number of periods", least=1, most=400, default=None)
    unit: PeriodUnit | None = choice(PeriodUnit, label="Length of a period", default=None)
    schedule: tuple[Scheduled, ...] = parts(Scheduled, basis=True)
    stages: tuple[Id, ...] = refs("PlanStage", label="Stages of the plan", exclusive=True)
    stop_points: tuple[Id, ...] = refs("StopPoint")
    commitments: tuple[Id, ...] = refs("Commitment", basis=True)


@word(label="Stage of the plan", plural="Stages of the plan", norwegian="trinn", room="plan")
class PlanStage(Thing):
    """A stretch of the plan that ends with something users notice (no: trinn)."""

    name: Text = text()
    start: Period | None = period(default=None)
    finish: Period | None = period(help="The first period after it", default=None)
    deliverables: tuple[Id, ...] = refs("Deliverable")
    gives: Text | None = text(label="What users notice afterwards", long=True, default=None)


@word(label="Stop point", plural="Stop points", norwegian="stoppunkt", room="plan")
class StopPoint(Thing):
    """Where the course can be adjusted or the work stopped (no: stoppunkt)."""

    name: Text = text()
    when: Period | None = period(default=None)
    question: Text | None = text(label="What must be answered", long=True, default=None)
    decided_by: Id | None = ref("Body", label="Decided by", default=None)
    outcome: StopOutcome | None = choice(StopOutcome, default=None)


@word(label="Commitment", plural="Commitments", norwegian="binding", room="plan")
class Commitment(Thing):
    """What is already promised, and the plan must keep (no: binding)."""

    name: Text = text()
    deliverable: Id = ref("Deliverable")
    kind: CommitmentKind = choice(CommitmentKind)
    when: Period | None = period(default=None)
    promised_by: Id | None = ref("Organisation", default=None)
    reason: Text | None = text(long=True, default=None)
