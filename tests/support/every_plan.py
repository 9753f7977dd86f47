"""Every plan of a small collaboration, tried one by one: what it is worth and what it breaks.

Written straight from the meaning of the words, without any of the planner's own parts, so that the two can be held
against each other. Covers what `tiny_collaborations` makes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from sammenheng.domain import Collaboration, Period
from sammenheng.domain.words import Commitment, Cost, Deliverable
from sammenheng.domain.words.effects import DeliverableStatus
from sammenheng.domain.words.plan import CommitmentKind

Key = tuple[str, ...]
Runs = dict[str, tuple[int, int]]
ALMOST = 0.01
SETTLED = (DeliverableStatus.UNDER_WAY, DeliverableStatus.DONE)
ALWAYS = -10_000
"""A finish long ago, of what is done."""


@dataclass(frozen=True)
class Tried:
    """One way to plan: the runs, the value, and the rules it breaks."""

    runs: Runs
    value: float
    breaks: frozenset[Key]


def every_plan(whole: Collaboration) -> list[Tried]:
    """All plans, those that break rules among them."""
    return list(_Trying(whole).all())


def best(plans: list[Tried]) -> Tried | None:
    """The most valuable plan that breaks nothing."""
    return max((tried for tried in plans if not tried.breaks), key=lambda tried: tried.value, default=None)


class _Trying:
    def __init__(self, whole: Collaboration) -> None:
        self.whole = whole
        plan = whole.plans[0]
        self.start = 2026 * 4
        self.stop = self.start + 4 * (whole.years or 0)
        self.first = plan.start.first_quarter if plan.start else self.start
        self.last = min(self.first + (plan.periods or 0), self.stop)
        self.told = {
            run.deliverable: (run.start.first_quarter, run.finish.first_quarter)
            for run in plan.schedule
            if plan.committed
        }
        self.all_done = {d.id for d in whole.deliverables if d.status is DeliverableStatus.DONE}
        self.done = self.all_done - self.told.keys()
        self.groups = [{d.id, *d.alternatives} for d in whole.deliverables if d.alternatives]
        self.tasks = [d for d in whole.deliverables if self.may_run(d)]
        self.always = self.worth({})

    def may_run(self, deliverable: Deliverable) -> bool:
        if deliverable.status is DeliverableStatus.STOPPED or deliverable.id in self.done:
            return False
        if (
            deliverable.id in self.all_done
            or deliverable.status is DeliverableStatus.UNDER_WAY
            or self.is_promised(deliverable)
        ):
            return True
        if any(deliverable.id in group and group & self.all_done for group in self.groups):
            return False
        costs = [cost for cost in self.whole.costs if cost.deliverable == deliverable.id]
        return deliverable.duration is not None and bool(costs)

    def is_promised(self, deliverable: Deliverable) -> bool:
        kinds = (CommitmentKind.STARTS, CommitmentKind.FINISHED_BY, CommitmentKind.INCLUDED)
        return any(c.deliverable == deliverable.id and c.kind in kinds for c in self.whole.commitments)

    def all(self) -> Iterator[Tried]:
        for chosen in product(*(self.options(task) for task in self.tasks)):
            runs = {task.id: run for task, run in zip(self.tasks, chosen, strict=True) if run is not None}
            yield Tried(runs, self.worth(runs), frozenset(self.broken(runs)))

    def options(self, task: Deliverable) -> list[tuple[int, int] | None]:
        if task.status in SETTLED:
            return [None, self.told.get(task.id, (self.first, self.first + (task.duration or 1)))]
        length = task.duration or 1
        if self.first + length > self.last:
            return [None, (self.first, self.first + length)]
        return [None, *((start, start + length) for start in range(self.first, self.last - length + 1))]

    # What it is worth

    def factor(self, quarter: int) -> float:
        return 1.04 ** -(quarter // 4 - 2026) if self.start <= quarter < self.stop else 0.0

    def worth(self, runs: Runs) -> float:
        spent = sum(amount * self.factor(q) for cost in self.whole.costs for q, amount in self.spent(cost, runs))
        gained = 0.0
        for benefit in self.whole.benefits:
            begins = self.all_finished(benefit.deliverables, runs)
            if begins is None or benefit.per_year is None:
                continue
            if begins == ALWAYS:
                begins = self.start if benefit.from_period is None else benefit.from_period.first_quarter
            elif benefit.from_period is not None:
                begins = max(begins, benefit.from_period.first_quarter)
            ends = benefit.to_period.first_quarter if benefit.to_period else self.stop
            for quarter in range(begins, ends):
                reached = 100.0
                for point in benefit.ramp:
                    if point.year <= (quarter - begins) // 4:
                        reached = point.share
                gained += benefit.per_year.likely / 4 * reached / 100 * self.factor(quarter)
        return gained - spent

    def spent(self, cost: Cost, runs: Runs) -> Iterator[tuple[int, float]]:
        run = runs.get(cost.deliverable) if cost.deliverable else None
        done = cost.deliverable in self.done
        if cost.deliverable and run is None and not done:
            return
        if cost.total and run:
            for quarter in range(*run):
                yield quarter, cost.total.likely / (run[1] - run[0])
        if cost.per_year:
            begins = self.start if run is None else run[1]
            if cost.from_period:
                begins = cost.from_period.first_quarter
            ends = cost.to_period.first_quarter if cost.to_period else self.stop
            for quarter in range(max(begins, self.start), ends):
                yield quarter, cost.per_year.likely / 4
        for told in cost.amounts:
            quarters = range(told.period.first_quarter, told.period.end_quarter)
            for quarter in quarters:
                yield quarter, told.amount.likely / len(quarters)

    def finished(self, deliverable: str, runs: Runs) -> int | None:
        instead = {deliverable}.union(*(group for group in self.groups if deliverable in group))
        if instead & self.done:
            return ALWAYS
        return min((runs[id][1] for id in instead if id in runs), default=None)

    def all_finished(self, deliverables: tuple[str, ...], runs: Runs) -> int | None:
        found = [self.finished(deliverable, runs) for deliverable in deliverables]
        return None if None in found else max(finish for finish in found if finish is not None)

    # What it breaks

    def broken(self, runs: Runs) -> Iterator[Key]:
        for task in self.tasks:
            if task.status in SETTLED:
                if task.id not in runs:
                    yield ("under_way", task.id)
            elif task.id in runs:
                yield from self.order(task, runs)
        for group in self.groups:
            if len((group & runs.keys()) - self.all_done) > 1:
                yield ("alternatives", *sorted((group & {task.id for task in self.tasks}) - self.all_done))
        for commitment in self.whole.commitments:
            if any(task.id == commitment.deliverable for task in self.tasks) and not self.keeps(commitment, runs):
                yield ("commitment", commitment.id)
        yield from self.too_dear(runs)
        yield from self.too_many(runs)

    def order(self, task: Deliverable, runs: Runs) -> Iterator[Key]:
        start, finish = runs[task.id]
        if finish > self.last:
            yield ("horizon", task.id)
        if task.earliest and start < task.earliest.first_quarter:
            yield ("earliest", task.id)
        waits = [(before, self.finished(before, runs)) for before in task.depends_on]
        open_still = [(before, finish) for before, finish in waits if finish != ALWAYS]
        if not open_still and start < self.first + (task.lead_time or 0):
            yield ("lead_time", task.id)
        for before, ready in open_still:
            if ready is None or start < ready + (task.lead_time or 0):
                yield ("dependency", task.id, before)

    def keeps(self, commitment: Commitment, runs: Runs) -> bool:
        run, when, kind = runs.get(commitment.deliverable), commitment.when, commitment.kind
        if kind is CommitmentKind.EXCLUDED:
            return run is None
        if kind is CommitmentKind.NOT_BEFORE:
            return run is None or when is None or run[0] >= when.first_quarter
        if run is None:
            return False
        if kind is CommitmentKind.STARTS and when is not None:
            return when.first_quarter <= run[0] < when.end_quarter
        return not (kind is CommitmentKind.FINISHED_BY and when is not None) or run[1] <= when.first_quarter

    def too_dear(self, runs: Runs) -> Iterator[Key]:
        tasks = {task.id for task in self.tasks}
        for budget in self.whole.budgets:
            for told in budget.amounts:
                quarters = range(told.period.first_quarter, told.period.end_quarter)
                paid = [cost for cost in self.whole.costs if self.payer(cost) == budget.organisation]
                always = sum(self.over(cost, {}, quarters) for cost in paid if cost.deliverable not in tasks)
                left = max(0.0, told.amount.likely - always)
                use = sum(self.over(cost, runs, quarters) for cost in paid if cost.deliverable in tasks)
                if use - self.helped(budget.organisation, told.period, runs, left) > left + ALMOST:
                    yield ("money", budget.organisation, str(told.period))

    def over(self, cost: Cost, runs: Runs, quarters: range) -> float:
        return sum(amount for quarter, amount in self.spent(cost, runs) if quarter in quarters)

    def payer(self, cost: Cost) -> str | None:
        return cost.payer or cost.organisation

    def helped(self, organisation: str, told: Period, runs: Runs, left: float) -> float:
        """What a grant adds in a budget period; a quarter may use what other quarters of its year do not need."""
        total = 0.0
        for funding in self.whole.funding:
            if funding.receiver != organisation:
                continue
            pot = next((p.amount.likely for p in funding.amounts if p.period.year == told.year), 0.0)
            if told.quarter is not None:
                # What earlier and later quarters of the same year need beyond their budgets is taken first.
                pot -= sum(
                    self.lacks(organisation, quarter, runs)
                    for quarter in _others(told)
                    if self.has(organisation, quarter)
                )
            use = sum(
                self.over(cost, runs, range(told.first_quarter, told.end_quarter))
                for cost in self.whole.costs
                if self.payer(cost) == organisation
                and any(task.id == cost.deliverable for task in self.tasks)
                and (not funding.deliverables or cost.deliverable in funding.deliverables)
            )
            share = 1.0 if funding.share is None else funding.share / 100
            total += max(0.0, min(pot, share * use))
        return total

    def has(self, organisation: str, quarter: int) -> bool:
        label = Period.of_quarter(quarter)
        return any(
            told.period == label
            for budget in self.whole.budgets
            if budget.organisation == organisation
            for told in budget.amounts
        )

    def lacks(self, organisation: str, quarter: int, runs: Runs) -> float:
        tasks = {task.id for task in self.tasks}
        span = range(quarter, quarter + 1)
        paid = [cost for cost in self.whole.costs if self.payer(cost) == organisation]
        always = sum(self.over(cost, {}, span) for cost in paid if cost.deliverable not in tasks)
        use = sum(self.over(cost, runs, span) for cost in paid if cost.deliverable in tasks)
        amount = next(
            told.amount.likely
            for budget in self.whole.budgets
            if budget.organisation == organisation
            for told in budget.amounts
            if told.period == Period.of_quarter(quarter)
        )
        return max(0.0, use - max(0.0, amount - always))

    def too_many(self, runs: Runs) -> Iterator[Key]:
        for capacity in self.whole.capacities:
            for told in capacity.amounts:
                for quarter in range(told.period.first_quarter, told.period.end_quarter):
                    use = sum(
                        need.people
                        for task in self.tasks
                        if task.id in runs and runs[task.id][0] <= quarter < runs[task.id][1]
                        for need in task.staff
                        if need.organisation == capacity.organisation
                    )
                    if use > told.people + ALMOST:
                        yield ("people", capacity.organisation, str(Period.of_quarter(quarter)))


def _others(told: Period) -> list[int]:
    return [told.year * 4 + place for place in range(4) if place + 1 != told.quarter]
