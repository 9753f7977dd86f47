"""What steers the plan: its stages and what they give, stop points, promises kept and broken, what is left out."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sammenheng.domain import Id
from sammenheng.domain.words import Commitment, Deliverable, PlanStage, Regulation, StopPoint
from sammenheng.domain.words.effects import DeliverableStatus
from sammenheng.domain.words.plan import CommitmentKind
from sammenheng.economy import Run
from sammenheng.planning.result import Reason, Stage
from sammenheng.planning.sorting import sort_deliverables
from sammenheng.planning.stages import stages
from sammenheng.texts import formats
from sammenheng.texts.planning import reason
from sammenheng_web.collaborations.rooms import Room
from sammenheng_web.collaborations.your_part import Part
from sammenheng_web.plan.course import Course, span
from sammenheng_web.ui.entries import Entry, choice, entry, links, told
from sammenheng_web.ui.said import Said
from sammenheng_web.ui.showing import Link
from sammenheng_web.ui.terms import texts


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectShown:
    """An effect that a stage serves, and whether all it needs is then delivered."""

    link: Link
    is_complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StageShown:
    """A stage: when, what, and what users and parties then have. `year` names one that the file does not."""

    entry: Entry | None
    year: int | None
    when: str
    gives: Said | None
    deliverables: tuple[Link, ...]
    effects: tuple[EffectShown, ...]
    gainers: tuple[Link, ...]
    is_placed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class StopShown:
    """Where the course can be adjusted."""

    entry: Entry
    quarter: int | None
    when: str
    question: Said | None
    decided_by: Link | None
    outcome: str
    deliverables: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseShown:
    """A commitment against the schedule: kept, broken, or not to be told."""

    entry: Entry
    deliverable: Link
    kind: str
    when: str
    promised_by: Link | None
    reason: Said | None
    is_kept: bool | None
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A deliverable that is not in the plan, and why."""

    entry: Entry
    accountable: Link | None
    is_settled: bool
    """Done or stopped: nothing is to be planned."""
    why: str | Promise


def stages_of(room: Room, course: Course, part: Part) -> tuple[StageShown, ...]:
    """The stages of the plan, a year for each in which anything else is finished, then stages that wait for a place."""
    found = stages(course.setting, course.runs)
    placed = [_stage(room, one, part) for one in found if any(part.has(id) for id in one.deliverables)]
    known = {one.id for one in found}
    waiting = [
        _waiting_stage(room, one, part)
        for one in room.collaboration.in_use.each(*course.plan.stages)
        if isinstance(one, PlanStage) and one.id not in known and part.has(one.id)
    ]
    return (*placed, *waiting)


def _waiting_stage(room: Room, stage: PlanStage, part: Part) -> StageShown:
    """A stage of the file of which nothing has a place in time."""
    return StageShown(
        entry=entry(room.showing, stage),
        year=None,
        when="",
        gives=told(stage, stage.gives),
        deliverables=links(room.showing, (id for id in stage.deliverables if part.has(id))),
        effects=(),
        gainers=(),
        is_placed=False,
    )


def _stage(room: Room, stage: Stage, part: Part) -> StageShown:
    thing = room.collaboration.in_use.get(stage.id)
    named = thing if isinstance(thing, PlanStage) else None
    return StageShown(
        entry=entry(room.showing, named) if named else None,
        year=stage.year,
        when=span(stage.start.first_quarter, stage.finish.first_quarter),
        gives=told(named, named.gives) if named else None,
        deliverables=links(room.showing, (id for id in stage.deliverables if part.has(id))),
        effects=tuple(
            EffectShown(link=room.showing.link(one.effect), is_complete=one.complete) for one in stage.effects
        ),
        gainers=links(room.showing, (*stage.organisations, *stage.beneficiaries)),
    )


def stops(room: Room, course: Course, part: Part) -> tuple[StopShown, ...]:
    """The stop points of the plan by time, and those that its deliverables name."""
    whole = room.collaboration.in_use
    led_to = {d.stop_point: d.id for d in whole.deliverables if d.id in course.runs}
    wanted = [
        stop
        for stop in whole.stop_points
        if (stop.id in course.plan.stop_points or stop.id in led_to)
        and (part.organisation is None or part.has(stop.id))
    ]
    return tuple(_stop(room, course, stop) for stop in sorted(wanted, key=_time_of))


def _time_of(stop: StopPoint) -> tuple[int, str]:
    return stop.when.first_quarter if stop.when else 10**9, stop.id


def _stop(room: Room, course: Course, stop: StopPoint) -> StopShown:
    before = (d.id for d in room.collaboration.in_use.deliverables if d.stop_point == stop.id and d.id in course.runs)
    return StopShown(
        entry=entry(room.showing, stop),
        quarter=stop.when.first_quarter if stop.when else None,
        when=formats.period(texts(), stop.when) if stop.when else "",
        question=told(stop, stop.question),
        decided_by=room.showing.link(stop.decided_by) if stop.decided_by else None,
        outcome=choice(stop.outcome),
        deliverables=links(room.showing, before),
    )


def promises(room: Room, course: Course, part: Part) -> tuple[PromiseShown, ...]:
    """What is promised, held against the schedule: the broken first."""
    found = [_promise(room, course, one) for one in course.setting.commitments if part.has(one.id)]
    return tuple(sorted(found, key=lambda one: (one.is_kept is not False, one.entry.id)))


def _promise(room: Room, course: Course, promise: Commitment) -> PromiseShown:
    run = course.runs.get(promise.deliverable)
    return PromiseShown(
        entry=entry(room.showing, promise),
        deliverable=room.showing.link(promise.deliverable),
        kind=choice(promise.kind),
        when=formats.period(texts(), promise.when) if promise.when else "",
        promised_by=room.showing.link(promise.promised_by) if promise.promised_by else None,
        reason=told(promise, promise.reason),
        is_kept=is_kept(promise, run),
        found=span(run.start, run.finish) if run else "",
    )


def is_kept(promise: Commitment, run: Run | None) -> bool | None:
    """Whether the schedule keeps a promise; None when the promise names no period and so cannot be held against it."""
    if promise.kind is CommitmentKind.EXCLUDED:
        return run is None
    if promise.kind is CommitmentKind.INCLUDED:
        return run is not None
    if promise.when is None:
        return None
    if run is None:
        # Not to start before a period is kept by never starting; the others are not.
        return promise.kind is CommitmentKind.NOT_BEFORE
    if promise.kind is CommitmentKind.FINISHED_BY:
        return run.finish <= promise.when.first_quarter
    if promise.kind is CommitmentKind.NOT_BEFORE:
        return run.start >= promise.when.first_quarter
    return promise.when.first_quarter <= run.start < promise.when.end_quarter


def left_out(room: Room, course: Course, part: Part) -> tuple[LeftOut, ...]:
    """Deliverables without a place in the plan, and why, as far as the file tells; what is open first."""
    known = sort_deliverables(course.setting).left_out
    found = [
        LeftOut(
            entry=entry(room.showing, one),
            accountable=room.showing.link(one.accountable) if one.accountable else None,
            is_settled=one.status in (DeliverableStatus.DONE, DeliverableStatus.STOPPED),
            why=_why(course, one, known),
        )
        for one in part.of(room.collaboration.in_use.deliverables)
        if one.id not in course.runs
    ]
    return tuple(sorted(found, key=lambda one: (one.is_settled, one.entry.id)))


def _why(course: Course, deliverable: Deliverable, known: dict[Id, Reason]) -> str | Promise:
    code = known.get(deliverable.id) or _from_the_rest(course, deliverable)
    return reason(texts(), code) if code else _("the plan does not say why")


def _from_the_rest(course: Course, deliverable: Deliverable) -> Reason | None:
    if any(p.deliverable == deliverable.id and p.kind is CommitmentKind.EXCLUDED for p in course.setting.commitments):
        return Reason.EXCLUDED
    if _is_carried_out(course, deliverable.alternatives):
        return Reason.ALTERNATIVE_CHOSEN
    done = {one.id for one in course.setting.whole.deliverables if one.status is DeliverableStatus.DONE}
    if any(id not in course.runs and id not in done for id in deliverable.depends_on):
        return Reason.DEPENDENCY_LEFT_OUT
    return None


def _is_carried_out(course: Course, deliverables: Iterable[Id]) -> bool:
    return any(id in course.runs for id in deliverables)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Deliverables of which only one is to be carried out, and which of them the plan takes."""

    options: tuple[tuple[Link, bool], ...]


def alternatives(room: Room, course: Course, part: Part) -> tuple[Choice, ...]:
    """Sets of deliverables of which at most one is carried out."""
    sets = dict.fromkeys(
        frozenset((one.id, *one.alternatives)) for one in course.setting.whole.deliverables if one.alternatives
    )
    return tuple(
        Choice(options=tuple((room.showing.link(id), id in course.runs) for id in sorted(found)))
        for found in sets
        if any(part.has(id) for id in found)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LawShown:
    """A wanted change of a rule with its own time."""

    entry: Entry
    change_owner: Link | None
    status: str
    expected: str
    milestones: tuple[tuple[str, Said | None, bool], ...]


def laws(room: Room, wanted: Iterable[Regulation]) -> tuple[LawShown, ...]:
    """Wanted changes of rules that have a time of their own."""
    return tuple(
        LawShown(
            entry=entry(room.showing, law),
            change_owner=room.showing.link(law.change_owner) if law.change_owner else None,
            status=choice(law.change_status),
            expected=formats.period(texts(), law.expected_in_force) if law.expected_in_force else "",
            milestones=tuple(
                (formats.period(texts(), one.when), told(law, one.what), bool(one.done)) for one in law.milestones
            ),
        )
        for law in wanted
        if law.milestones or law.expected_in_force
    )
