"""What a plan is worth, and what each task and gain is worth by when it comes."""

from __future__ import annotations

from itertools import accumulate

from .problem import Gain, Outlay, PlanProblem, Starts, Task

Needs = tuple[tuple[str, ...], ...]


class Valuer:
    """Present values of one problem, with its discount factors added up beforehand."""

    def __init__(self, problem: PlanProblem) -> None:
        self.problem = problem
        self._added_up = tuple(accumulate(problem.discount, initial=0.0))

    def value(self, starts: Starts) -> float:
        """Discounted benefits less discounted costs of a plan, and what comes whatever is planned."""
        problem = self.problem
        cost = sum(self.cost(task, starts[task.id]) for task in problem.tasks if task.id in starts)
        finishes = {task.id: starts[task.id] + task.duration for task in problem.tasks if task.id in starts}
        gained = 0.0
        for gain in problem.gains:
            ready = ready_at(gain.needs, finishes)
            if ready is not None:
                gained += self.gain(gain, ready)
        return problem.constant + gained - cost

    def cost(self, task: Task, start: int) -> float:
        """The present cost of a task that starts in a period."""
        finish = start + task.duration
        return sum(self._outlay(outlay, start, finish) for outlay in task.outlays)

    def gain(self, gain: Gain, ready: int) -> float:
        """The present benefit of a gain whose needs are finished in a period."""
        return self._of_ramp(gain, max(ready, gain.earliest, 0)) * sum(amount for _, amount in gain.per_period)

    def _outlay(self, outlay: Outlay, start: int, finish: int) -> float:
        discount = self.problem.discount
        cost = outlay.running * self._factor_sum(start, finish) + outlay.after * self._factor_sum(finish, outlay.until)
        return cost + sum(amount * discount[period] for period, amount in outlay.dated if 0 <= period < len(discount))

    def _of_ramp(self, gain: Gain, start: int) -> float:
        stop = min(gain.until, self.problem.end)
        rising = range(start, min(start + len(gain.ramp) - 1, stop))
        total = sum(gain.ramp[period - start] * self.problem.discount[period] for period in rising)
        return total + gain.ramp[-1] * self._factor_sum(start + len(gain.ramp) - 1, stop)

    def _factor_sum(self, start: int, stop: int) -> float:
        start, stop = max(start, 0), min(stop, self.problem.end)
        return self._added_up[stop] - self._added_up[start] if start < stop else 0.0


def ready_at(needs: Needs, finishes: Starts) -> int | None:
    """The period from which one of each set is finished; `None` when never."""
    latest = 0
    for group in needs:
        first = min((finishes[one] for one in group if one in finishes), default=None)
        if first is None:
            return None
        latest = max(latest, first)
    return latest


def spending(task: Task, start: int, payer: str, periods: range) -> float:
    """What a payer spends on a task that starts in a period, over a span of periods."""
    finish = start + task.duration
    total = 0.0
    for outlay in task.outlays:
        if outlay.payer == payer:
            total += outlay.running * _overlap(periods, start, finish)
            total += outlay.after * _overlap(periods, finish, outlay.until)
            total += sum(amount for period, amount in outlay.dated if period in periods)
    return total


def people_needed(task: Task, start: int, party: str, competence: str, period: int) -> float:
    """How many people with a competence a task that starts in a period takes from a party in another."""
    if not start <= period < start + task.duration:
        return 0.0
    return sum(crew.people for crew in task.crew if (crew.party, crew.competence) == (party, competence))


def possible_starts(problem: PlanProblem, task: Task) -> range:
    """The periods in which it may start so that it is finished in time; empty when it takes longer than there is."""
    if task.started is not None:
        return range(task.started, task.started + 1)
    return range(problem.first, problem.periods - task.duration + 1)


def _overlap(periods: range, start: int, finish: int) -> int:
    return max(0, min(periods.stop, finish) - max(periods.start, start))
