"""Costs and benefits laid out: which party, which quarters, how many kroner."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..domain import Collaboration, Id, Quantity
from ..domain.words import Benefit, Cost, Deliverable
from ..domain.words.economy import CostKind, PeriodAmount
from ..domain.words.effects import DeliverableStatus
from .schedule import LONG_AGO, Readiness, Run, Schedule
from .unpriced import is_unpriced

Amounts = dict[int, float]
"""Kroner by quarter, quarters counted from the year 0."""

Pick = Callable[[Quantity], float]
"""Which of low, likely and high is counted."""

Priced = Cost | Benefit
"""What may have an amount in kroner."""

QUARTERS = 4


class Missing(StrEnum):
    """Why a cost or benefit is not counted."""

    NOT_ESTIMATED = "not_estimated"
    NO_PARTY = "no_party"
    NO_PERIOD = "no_period"
    NO_SCHEDULE = "no_schedule"
    NOT_IN_PLAN = "not_in_plan"
    STOPPED = "stopped"
    DONE_BEFORE = "done_before"
    OUTSIDE_YEARS = "outside_years"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One cost or benefit of one party, by quarter. `payer` pays when it is not the party where a cost arises."""

    of: Priced
    party: Id
    payer: Id
    amounts: Amounts

    @property
    def is_cost(self) -> bool:
        """Whether it is a cost; otherwise a benefit."""
        return isinstance(self.of, Cost)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A cost or benefit that is not counted, and why."""

    id: Id
    party: Id | None
    reason: Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Everything laid out within the years of the calculation, and what could not be."""

    lines: tuple[Line, ...]
    left_out: tuple[LeftOut, ...]


def likely(quantity: Quantity) -> float:
    """The likely amount."""
    return quantity.likely


def low(quantity: Quantity) -> float:
    """The low amount; the likely one when no span is known."""
    return quantity.likely if quantity.low is None else quantity.low


def high(quantity: Quantity) -> float:
    """The high amount; the likely one when no span is known."""
    return quantity.likely if quantity.high is None else quantity.high


def priced(collaboration: Collaboration) -> tuple[Priced, ...]:
    """All costs, then all benefits that are not weighed without a price."""
    return (*collaboration.costs, *(benefit for benefit in collaboration.benefits if not is_unpriced(benefit)))


def party_of(thing: Priced, collaboration: Collaboration) -> Id | None:
    """Where a cost arises or who gains a benefit; `None` when nobody is named."""
    if isinstance(thing, Cost):
        return cost_party(thing, collaboration)
    return thing.organisation or thing.user_group


def quantities_of(thing: Priced) -> Iterator[Quantity]:
    """Every amount in kroner of a cost or benefit that is counted."""
    if isinstance(thing, Cost):
        yield from (told for told in (thing.total, thing.per_year) if told is not None)
        yield from (told.amount for told in thing.amounts)
    elif thing.per_year is not None:
        yield thing.per_year


def is_estimated(thing: Priced) -> bool:
    """Whether it has any amount in kroner; zero is an amount."""
    if isinstance(thing, Cost):
        return thing.total is not None or thing.per_year is not None or bool(thing.amounts)
    return thing.per_year is not None


def cost_party(cost: Cost, collaboration: Collaboration) -> Id | None:
    """Where a cost arises: as told, else with its payer, else with who is accountable for its deliverable."""
    told = cost.organisation or cost.user_group or cost.payer
    deliverable = collaboration.get(cost.deliverable)
    return told or (deliverable.accountable if isinstance(deliverable, Deliverable) else None)


def cost_payer(cost: Cost, collaboration: Collaboration) -> Id | None:
    """Who pays a cost: as told, else who pays for the deliverable's operation, else where it arises."""
    deliverable = collaboration.get(cost.deliverable)
    operation = cost.kind is CostKind.OPERATION and isinstance(deliverable, Deliverable)
    runs = deliverable.operation_payer if operation and isinstance(deliverable, Deliverable) else None
    return cost.payer or runs or cost_party(cost, collaboration)


@dataclass(frozen=True, slots=True, kw_only=True)
class LayingOut:
    """How a collaboration is laid out: its schedule, the quarters that count, which amounts, and any delay."""

    collaboration: Collaboration
    schedule: Schedule | None
    window: range
    of_cost: Pick = likely
    of_benefit: Pick = likely
    benefit_delay: int = 0

    def layout(self) -> Layout:
        """All costs and benefits of the collaboration."""
        ready = Readiness.of(self.collaboration, self.schedule or {})
        lines: list[Line] = []
        left_out: list[LeftOut] = []
        for thing in priced(self.collaboration):
            laid = self._cost(thing) if isinstance(thing, Cost) else self._benefit(thing, ready)
            if isinstance(laid, Line):
                lines.append(laid)
            else:
                left_out.append(LeftOut(id=thing.id, party=party_of(thing, self.collaboration), reason=laid))
        return Layout(lines=tuple(lines), left_out=tuple(left_out))

    def _cost(self, cost: Cost) -> Line | Missing:
        if not is_estimated(cost):
            return Missing.NOT_ESTIMATED
        party, payer = cost_party(cost, self.collaboration), cost_payer(cost, self.collaboration)
        if party is None or payer is None:
            return Missing.NO_PARTY
        run = self._run(cost.deliverable)
        if isinstance(run, Missing):
            return run
        parts = tuple(self._parts(cost, run))
        if not parts:
            return Missing.DONE_BEFORE if run is not None and cost.total else Missing.NO_PERIOD
        return self._line(cost, party, payer, _together(parts))

    def _run(self, deliverable: Id | None) -> Run | Missing | None:
        """When the deliverable of a cost runs; `None` when the cost belongs to no deliverable."""
        if deliverable is None:
            return None
        found = self.collaboration.get(deliverable)
        status = found.status if isinstance(found, Deliverable) else None
        if status is DeliverableStatus.STOPPED:
            return Missing.STOPPED
        if self.schedule is not None and deliverable in self.schedule:
            return self.schedule[deliverable]
        if status is DeliverableStatus.DONE:
            return Run(LONG_AGO, LONG_AGO)
        return Missing.NO_SCHEDULE if self.schedule is None else Missing.NOT_IN_PLAN

    def _parts(self, cost: Cost, run: Run | None) -> Iterator[Amounts]:
        if cost.total is not None:
            during = _span(cost) if run is None else range(run.start, run.finish)
            if during:
                yield dict.fromkeys(during, self.of_cost(cost.total) / len(during))
        if cost.per_year is not None:
            yearly = self._yearly(cost, run)
            if yearly is not None:
                yield dict.fromkeys(yearly, self.of_cost(cost.per_year) / QUARTERS)
        if cost.amounts:
            yield spread(cost.amounts, self.of_cost)

    def _yearly(self, cost: Cost, run: Run | None) -> range | None:
        """Each quarter from the period told, else from the finish of the deliverable; `None` when neither is known."""
        if cost.from_period is not None:
            return self._counted(cost.from_period.first_quarter, cost)
        return None if run is None else self._counted(run.finish, cost)

    def _benefit(self, benefit: Benefit, ready: Readiness) -> Line | Missing:
        if benefit.per_year is None:
            return Missing.NOT_ESTIMATED
        party = party_of(benefit, self.collaboration)
        if party is None:
            return Missing.NO_PARTY
        begin = self._gain_begins(benefit, ready)
        if isinstance(begin, Missing):
            return begin
        begin += self.benefit_delay
        amount = self.of_benefit(benefit.per_year) / QUARTERS
        amounts = {quarter: amount * ramp_share(benefit, quarter - begin) for quarter in self._counted(begin, benefit)}
        return self._line(benefit, party, party, amounts)

    def _gain_begins(self, benefit: Benefit, ready: Readiness) -> int | Missing:
        told = None if benefit.from_period is None else benefit.from_period.first_quarter
        if not benefit.deliverables:
            return Missing.NO_PERIOD if told is None else told
        finished = ready.all_finished(benefit.deliverables)
        if finished is None:
            return Missing.NO_SCHEDULE if self.schedule is None else Missing.NOT_IN_PLAN
        if finished == LONG_AGO:
            return self.window.start if told is None else told
        return finished if told is None else max(told, finished)

    def _counted(self, begin: int, thing: Priced) -> range:
        end = self.window.stop if thing.to_period is None else min(thing.to_period.first_quarter, self.window.stop)
        return range(max(begin, self.window.start), end)

    def _line(self, of: Priced, party: Id, payer: Id, amounts: Amounts) -> Line | Missing:
        within = {quarter: amount for quarter, amount in sorted(amounts.items()) if quarter in self.window}
        if not within:
            return Missing.OUTSIDE_YEARS
        return Line(of=of, party=party, payer=payer, amounts=within)


def ramp_share(benefit: Benefit, quarters: int) -> float:
    """The share of the full benefit, 0 to 1, a number of quarters after it begins.

    The share told for a year holds until the next one told; nothing is reached before the first; without a ramp
    all is reached at once.
    """
    if not benefit.ramp:
        return 1.0
    year = quarters // QUARTERS
    reached = [point for point in benefit.ramp if point.year <= year]
    return max(reached, key=lambda point: point.year).share / 100 if reached else 0.0


def spread(amounts: tuple[PeriodAmount, ...], pick: Pick = likely) -> Amounts:
    """Amounts by period as amounts by quarter; a year is spread evenly over its quarters."""
    return _together(
        dict.fromkeys(quarters, pick(told.amount) / len(quarters))
        for told in amounts
        for quarters in (range(told.period.first_quarter, told.period.end_quarter),)
    )


def _span(cost: Cost) -> range:
    if cost.from_period is None or cost.to_period is None:
        return range(0)
    return range(cost.from_period.first_quarter, cost.to_period.first_quarter)


def _together(parts: Iterator[Amounts] | tuple[Amounts, ...]) -> Amounts:
    total: Amounts = {}
    for part in parts:
        for quarter, amount in part.items():
            total[quarter] = total.get(quarter, 0.0) + amount
    return total
