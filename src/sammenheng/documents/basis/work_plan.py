"""What starts when, whichever way it was found: the plan that is followed, or the answer of the planner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ...domain import Collaboration, Id, Period
from ...domain.words import Plan, PlanStage
from ...economy import Run, Schedule, committed_plan
from ...planning.result import Placed, PlanResult, Reason, Stage, Status


class NotAPlanError(Exception):
    """What was given does not hold the answer of the planner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkStage:
    """A stage: the one of the file, or what finishes in one year."""

    id: Id | None
    year: int | None
    start: Period | None
    finish: Period | None
    deliverables: tuple[Id, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPlan:
    """What starts when. Status, value and bound are known for an answer of the planner only."""

    plan: Id | None
    placed: tuple[Placed, ...]
    stages: tuple[WorkStage, ...]
    status: Status | None = None
    value: float | None = None
    bound: float | None = None

    @property
    def running(self) -> tuple[Placed, ...]:
        """What has a place in time, by start."""
        found = [one for one in self.placed if one.start is not None and one.finish is not None]
        return tuple(sorted(found, key=lambda one: (_quarter(one.start), _quarter(one.finish), one.deliverable)))

    @property
    def left_out(self) -> tuple[Placed, ...]:
        """What has none."""
        return tuple(one for one in self.placed if one.start is None)

    @property
    def schedule(self) -> Schedule:
        """The runs, for the economy."""
        return {
            one.deliverable: Run(one.start.first_quarter, one.finish.first_quarter)
            for one in self.placed
            if one.start is not None and one.finish is not None
        }


def plan_of_file(whole: Collaboration) -> WorkPlan | None:
    """The plan that is followed, when the file has one."""
    plan = committed_plan(whole)
    if plan is None:
        return None
    placed = {
        one.deliverable: Placed(deliverable=one.deliverable, start=one.start, finish=one.finish)
        for one in plan.schedule
    }
    return WorkPlan(plan=plan.id, placed=tuple(placed.values()), stages=tuple(_stages(whole, plan)))


def _stages(whole: Collaboration, plan: Plan) -> Iterator[WorkStage]:
    for stage in whole.each(*plan.stages):
        if isinstance(stage, PlanStage):
            yield WorkStage(
                id=stage.id, year=None, start=stage.start, finish=stage.finish, deliverables=stage.deliverables
            )


def plan_of_result(result: PlanResult) -> WorkPlan:
    """The answer of the planner."""
    return WorkPlan(
        plan=result.plan,
        placed=result.schedule,
        stages=tuple(_stage(stage) for stage in result.stages),
        status=result.status,
        value=result.value,
        bound=result.bound,
    )


def _stage(stage: Stage) -> WorkStage:
    return WorkStage(
        id=stage.id, year=stage.year, start=stage.start, finish=stage.finish, deliverables=stage.deliverables
    )


def plan_of_json(answer: Any, whole: Collaboration) -> WorkPlan:
    """The answer of `sammenheng plan --json`; raises NotAPlanError when it is something else or of another file."""
    try:
        placed = tuple(_placed(entry) for entry in answer["schedule"])
        stages = tuple(_told_stage(entry) for entry in answer.get("stages", ()))
        plan = WorkPlan(
            plan=answer.get("plan"),
            placed=placed,
            stages=stages,
            status=Status(answer["status"]),
            value=_number(answer.get("value")),
            bound=_number(answer.get("bound")),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NotAPlanError from error
    known = {deliverable.id for deliverable in whole.deliverables}
    if not all(one.deliverable in known for one in placed):
        raise NotAPlanError
    return plan


def _placed(entry: Mapping[str, Any]) -> Placed:
    reason = entry.get("left_out")
    return Placed(
        deliverable=Id(entry["deliverable"]),
        start=_period(entry.get("start")),
        finish=_period(entry.get("finish")),
        left_out=Reason(reason) if reason else None,
    )


def _told_stage(entry: Mapping[str, Any]) -> WorkStage:
    return WorkStage(
        id=entry.get("id"),
        year=entry.get("year"),
        start=_period(entry.get("start")),
        finish=_period(entry.get("finish")),
        deliverables=tuple(Id(id) for id in entry["deliverables"]),
    )


def _period(label: Any) -> Period | None:
    return None if label is None else Period.parse(label)


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _quarter(period: Period | None) -> int:
    return period.first_quarter if period else 0
