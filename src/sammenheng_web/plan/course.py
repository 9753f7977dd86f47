"""The plan that a page shows: its schedule, in words and in quarters."""

from dataclasses import dataclass

from django.http import Http404
from django.utils.translation import gettext as _

from sammenheng.domain import Id, Period
from sammenheng.domain.words import Deliverable, Plan
from sammenheng.domain.words.effects import DeliverableStatus
from sammenheng.economy import Run, committed_plan, schedule_of
from sammenheng.planning.setting import Setting, setting_of
from sammenheng.texts import formats
from sammenheng_web.collaborations.rooms import Room
from sammenheng_web.collaborations.your_part import Part
from sammenheng_web.ui.entries import Entry, choice, date, entry, links
from sammenheng_web.ui.showing import Link
from sammenheng_web.ui.terms import texts


@dataclass(frozen=True, kw_only=True)
class Course:
    """A plan of the file with what hangs on it."""

    plan: Plan
    setting: Setting
    runs: dict[Id, Run]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanListed:
    """A plan one can choose to see."""

    entry: Entry
    is_followed: bool
    is_shown: bool
    scheduled: int
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Something a deliverable waits for. `is_late`: it is not finished when the deliverable starts."""

    id: Id
    link: Link
    is_planned: bool
    is_late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """How far one organisation has come in using it."""

    organisation: Link
    status: str
    since: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A deliverable with its place in time."""

    id: Id
    entry: Entry
    kind: str
    status: str
    is_done: bool
    accountable: Link | None
    contributors: tuple[Link, ...]
    run: Run
    when: str
    waits_for: tuple[Waiting, ...]
    stage: Link | None
    stop_point: Link | None
    effects: tuple[Link, ...]


def chosen(room: Room, asked: str) -> Course | None:
    """The plan that the address asks for, else the one that is followed; None when no plan has a schedule.

    Http404 when the address asks for a plan that is not to be seen.
    """
    whole = room.collaboration.in_use
    if asked:
        plan = whole.get(Id(asked))
        if not isinstance(plan, Plan):
            raise Http404
    else:
        plan = committed_plan(whole) or next((one for one in whole.plans if one.committed), None)
        if plan is None:
            return None
    return Course(plan=plan, setting=setting_of(whole, plan=plan.id), runs=schedule_of(plan.schedule))


def plans(room: Room, shown: Course | None) -> tuple[PlanListed, ...]:
    """Every plan of the file, the followed one first."""
    followed = committed_plan(room.collaboration.in_use)
    found = [
        PlanListed(
            entry=entry(room.showing, one),
            is_followed=followed is not None and one.id == followed.id,
            is_shown=shown is not None and one.id == shown.plan.id,
            scheduled=len(schedule_of(one.schedule)),
            when=_covered(schedule_of(one.schedule)),
        )
        for one in room.collaboration.in_use.plans
    ]
    return tuple(sorted(found, key=lambda one: not one.is_followed))


def _covered(runs: dict[Id, Run]) -> str:
    if not runs:
        return ""
    return span(min(run.start for run in runs.values()), max(run.finish for run in runs.values()))


def span(start: int, finish: int) -> str:
    """From the first quarter to the last one in which it runs; `finish` is the first free one."""
    first, last = (formats.period(texts(), Period.of_quarter(quarter)) for quarter in (start, finish - 1))
    return first if finish - 1 <= start else _("%(first)s to %(last)s") % {"first": first, "last": last}


def rows(room: Room, course: Course, part: Part) -> tuple[Row, ...]:
    """The deliverables of the plan by start; those of one organisation when it is chosen."""
    whole = room.collaboration.in_use
    stages = {
        id: stage.id
        for stage in reversed(whole.plan_stages)
        if stage.id in course.plan.stages
        for id in stage.deliverables
    }
    found = [
        _row(room, course, deliverable, stages.get(deliverable.id))
        for deliverable in whole.deliverables
        if deliverable.id in course.runs and part.has(deliverable.id)
    ]
    return tuple(sorted(found, key=lambda row: (row.run.start, row.run.finish, row.id)))


def _row(room: Room, course: Course, deliverable: Deliverable, stage: Id | None) -> Row:
    run = course.runs[deliverable.id]
    return Row(
        id=deliverable.id,
        entry=entry(room.showing, deliverable),
        kind=choice(deliverable.kind),
        status=choice(deliverable.status),
        is_done=deliverable.status is DeliverableStatus.DONE,
        accountable=room.showing.link(deliverable.accountable) if deliverable.accountable else None,
        contributors=links(room.showing, deliverable.contributors),
        run=run,
        when=span(run.start, run.finish),
        waits_for=tuple(_waiting(room, course, run, id) for id in deliverable.depends_on),
        stage=room.showing.link(stage) if stage else None,
        stop_point=room.showing.link(deliverable.stop_point) if deliverable.stop_point else None,
        effects=links(room.showing, deliverable.effects),
    )


def _waiting(room: Room, course: Course, run: Run, id: Id) -> Waiting:
    """An alternative may stand in for what it waits for; that counts as planned."""
    deliverable = room.collaboration.in_use.objects[id]
    alternatives = deliverable.alternatives if isinstance(deliverable, Deliverable) else ()
    finishes = [course.runs[one].finish for one in (id, *alternatives) if one in course.runs]
    done = isinstance(deliverable, Deliverable) and deliverable.status is DeliverableStatus.DONE
    return Waiting(
        id=id,
        link=room.showing.link(id),
        is_planned=bool(finishes) or done,
        is_late=bool(finishes) and not done and min(finishes) > run.start,
    )


def adoption(room: Room, part: Part) -> tuple[tuple[Entry, tuple[Adopted, ...]], ...]:
    """Deliverables that somebody has been offered, has agreed to use, or uses."""
    return tuple(
        (
            entry(room.showing, deliverable),
            tuple(
                Adopted(
                    organisation=room.showing.link(one.organisation), status=choice(one.status), since=date(one.since)
                )
                for one in deliverable.adoption
            ),
        )
        for deliverable in part.of(room.collaboration.in_use.deliverables)
        if deliverable.adoption
    )
