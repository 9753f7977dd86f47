"""Why deliverables are not in the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .problem import PinKind, PlanProblem, Starts, Task
from .result import Reason


def reasons(problem: PlanProblem, starts: Starts, without_scarcity: Callable[[], Starts]) -> dict[str, Reason]:
    """For each task that is left out, why. `without_scarcity` is asked at most once, when nothing simpler explains.

    A task that would be started if money and people were no limit had no room; so had one that cannot be finished
    within the horizon however early all it needs is started. The rest is not worth what it costs.
    """
    found: dict[str, Reason] = {}
    unexplained = []
    for task in problem.tasks:
        if task.id in starts:
            continue
        reason = _simple(problem, starts, task)
        if reason is None:
            unexplained.append(task)
        else:
            found[task.id] = reason
    if unexplained:
        earliest = earliest_finishes(problem)
        wanted = without_scarcity()
        for task in unexplained:
            no_room = task.id in wanted or task.id not in earliest
            found[task.id] = Reason.NO_ROOM if no_room else Reason.NOT_WORTH_IT
    return found


def earliest_finishes(problem: PlanProblem) -> dict[str, int]:
    """When each task can be finished at the earliest if money and people are no limit; without those that cannot."""
    finishes: dict[str, int] = {}
    while True:
        ready = [(task, finish) for task in problem.tasks if (finish := _finish(problem, task, finishes)) is not None]
        better = {task.id: finish for task, finish in ready if finish < finishes.get(task.id, problem.end + 1)}
        if not better:
            return finishes
        finishes |= better


def _simple(problem: PlanProblem, starts: Starts, task: Task) -> Reason | None:
    if any(pin.task == task.id and pin.kind is PinKind.EXCLUDED for pin in problem.pins):
        return Reason.EXCLUDED
    if any(other in starts for group in problem.exclusive if task.id in group for other in group):
        return Reason.ALTERNATIVE_CHOSEN
    if any(not any(one in starts for one in group) for group in task.needs):
        return Reason.DEPENDENCY_LEFT_OUT
    return None


def _finish(problem: PlanProblem, task: Task, finishes: Starts) -> int | None:
    if task.started is not None:
        return task.started + task.duration
    begins = [problem.first, task.earliest, *_waits(problem, task, finishes)]
    if len(begins) < 2 + max(1, len(task.needs)):
        return None
    finish = max(begins) + task.duration
    return finish if finish <= problem.periods else None


def _waits(problem: PlanProblem, task: Task, finishes: Starts) -> Iterator[int]:
    """When each thing it needs is there, with the time it then waits; nothing for what never is."""
    if not task.needs:
        yield problem.first + task.lead_time
    for group in task.needs:
        found = min((finishes[one] for one in group if one in finishes), default=None)
        if found is not None:
            yield found + task.lead_time
