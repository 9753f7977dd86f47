"""The calculation: what each party carries and gains, what it comes to for society, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import fsum

from ..domain import Collaboration, Id, Quantity
from ..domain.words import Cost
from ..domain.words.actors import Level
from ..domain.words.economy import CostKind
from ..domain.words.thing import Sureness
from .accounts import HALF_KRONE, Flows, estimates, flows_of, net_of, parties
from .flows import QUARTERS, LayingOut, Layout, Line, Priced, high, low, quantities_of
from .frame import Frame, Settings, by_year
from .funding import funding_by_year, operation_gaps
from .payments import Payment, notes_on_payments, payments
from .result import (
    Basis,
    Case,
    EconomyResult,
    Estimated,
    Fund,
    Note,
    NoteCode,
    PartyKind,
    ScheduleOrigin,
    Sensitivity,
    Span,
    Totals,
    Year,
)
from .schedule import Schedule, committed_plan, schedule_of
from .unpriced import unpriced

PUBLIC = frozenset({Level.STATE, Level.COUNTY, Level.MUNICIPALITY})

# The usual test for optimism: costs 20 per cent up, benefits 20 per cent down, one year late; each alone, then all.
_OPTIMISM = ((Case.COSTS_UP, 1.2, 1.0, 0), (Case.BENEFITS_DOWN, 1.0, 0.8, 0), (Case.ONE_YEAR_LATER, 1.0, 1.0, 1))
_ALL_THREE = (Case.ALL_THREE, 1.2, 0.8, 1)


def economy(
    collaboration: Collaboration, *, schedule: Schedule | None = None, settings: Settings | None = None
) -> EconomyResult:
    """Present values per organisation and user group, and for society (no: samfunnsøkonomisk analyse).

    Works on what is in use. The schedule is the one given, else that of the committed plan; nothing is solved here.
    What cannot be placed in time or on a party is left out with its reason.
    """
    whole = collaboration.in_use
    frame = Frame.of(whole, settings or Settings())
    plan = committed_plan(whole)
    origin = ScheduleOrigin.GIVEN if schedule is not None else ScheduleOrigin.NONE
    if schedule is None and plan is not None:
        schedule, origin = schedule_of(plan.schedule), ScheduleOrigin.COMMITTED_PLAN
    return _Calculation(whole, frame, schedule).result(origin)


@dataclass(frozen=True)
class _Calculation:
    whole: Collaboration
    frame: Frame
    schedule: Schedule | None

    def result(self, origin: ScheduleOrigin) -> EconomyResult:
        likely = self._case()
        worst, best = self._case(of_cost=high, of_benefit=low), self._case(of_cost=low, of_benefit=high)
        lines, frame = likely.layout.lines, self.frame
        waiting = estimates(self.whole, likely.layout.left_out)
        accounts = parties(self.whole, frame, likely.layout, likely.flows, likely.spans(worst, best))
        return EconomyResult(
            edition=frame.edition,
            timing=frame.timing,
            price_year=self.whole.price_year,
            first_year=frame.first_year,
            years=frame.years,
            schedule_from=origin,
            estimated=waiting.get(None, Estimated(n=0, of=0)),
            basis=_basis(lines),
            totals=likely.totals(worst, best),
            organisations=tuple(party for party in accounts if party.kind is PartyKind.ORGANISATION),
            beneficiaries=tuple(party for party in accounts if party.kind is PartyKind.USER_GROUP),
            funds=likely.funds(),
            by_year=tuple(likely.years()),
            funding=funding_by_year(self.whole, self.schedule, lines, frame),
            operation_gaps=operation_gaps(self.whole, self.schedule, frame),
            unpriced=unpriced(self.whole.benefits),
            sensitivity=self._sensitivity(likely),
            left_out=likely.layout.left_out,
            notes=tuple(self._notes(likely)),
        )

    def _case(self, **picks: object) -> _Case:
        laying = LayingOut(
            collaboration=self.whole,
            schedule=self.schedule,
            window=self.frame.window,
            **picks,  # type: ignore[arg-type]
        )
        layout = laying.layout()
        paid = payments(self.whole, self.schedule, layout.lines, self.frame.window)
        return _Case(self.whole, self.frame, layout, paid, flows_of(layout, paid))

    def _sensitivity(self, likely: _Case) -> tuple[Sensitivity, ...]:
        if not likely.layout.lines:
            return ()
        return tuple(self._tested(*told) for told in (*_OPTIMISM, _ALL_THREE))

    def _tested(self, case: Case, cost_factor: float, benefit_factor: float, delay_years: int) -> Sensitivity:
        """The result with factors on likely amounts. Delay moves benefits only: costs come as planned all the same."""
        tested = self._case(
            of_cost=lambda quantity: quantity.likely * cost_factor,
            of_benefit=lambda quantity: quantity.likely * benefit_factor,
            benefit_delay=delay_years * QUARTERS,
        )
        totals = tested.totals(tested, tested)
        return Sensitivity(
            case=case,
            cost_factor=cost_factor,
            benefit_factor=benefit_factor,
            delay_years=delay_years,
            net=totals.net,
            npv=totals.npv,
            net_losers=tested.net_losers(),
        )

    def _notes(self, likely: _Case) -> Iterator[Note]:
        yield from self.frame.notes
        for line in likely.layout.lines:
            if any(_is_other_price_year(quantity, self.whole.price_year) for quantity in quantities_of(line.of)):
                yield Note(code=NoteCode.OTHER_PRICE_YEAR, id=line.of.id)
        for organisation in self.whole.organisations:
            if organisation.level is None and organisation.id in likely.flows:
                yield Note(code=NoteCode.LEVEL_UNKNOWN, id=organisation.id)
        yield from notes_on_payments(self.whole)


@dataclass(frozen=True)
class _Case:
    """One way things may go, laid out."""

    whole: Collaboration
    frame: Frame
    layout: Layout
    paid: tuple[Payment, ...]
    flows: Mapping[Id, Flows]

    def spans(self, worst: _Case, best: _Case) -> dict[Id, Span]:
        nothing = Flows(cost={}, benefit={}, transfers={})
        return {
            id: Span(
                low=net_of(worst.flows.get(id, nothing), self.frame),
                high=net_of(best.flows.get(id, nothing), self.frame),
            )
            for id in self.flows
        }

    def totals(self, worst: _Case, best: _Case) -> Totals:
        cost, benefit = self._present(is_cost=True), self._present(is_cost=False)
        public = fsum(net_of(held, self.frame) for id, held in self.flows.items() if self._is_public(id))
        tax_cost = 0.0 - self.frame.edition.tax_cost / 100 * public
        npv = benefit - cost - tax_cost
        invested = self.frame_present(line for line in self.layout.lines if _is_investment(line))
        return Totals(
            present_cost=cost,
            present_benefit=benefit,
            net=benefit - cost,
            net_span=Span(low=worst.net(), high=best.net()),
            public_net=public,
            tax_cost=tax_cost,
            npv=npv,
            npv_per_budget_krone=npv / -public if public < -HALF_KRONE else None,
            npv_per_invested_krone=npv / invested if invested > HALF_KRONE else None,
        )

    def net(self) -> float:
        return self._present(is_cost=False) - self._present(is_cost=True)

    def frame_present(self, lines: Iterable[Line]) -> float:
        return fsum(self.frame.present(line.amounts) for line in lines)

    def _present(self, *, is_cost: bool) -> float:
        return self.frame_present(line for line in self.layout.lines if line.is_cost is is_cost)

    def funds(self) -> tuple[Fund, ...]:
        givers = sorted({payment.giver for payment in self.paid if payment.from_fund})
        return tuple(Fund(id=id, present_transfers=self.frame.present(self.flows[id].transfers)) for id in givers)

    def net_losers(self) -> tuple[Id, ...]:
        known = {thing.id for thing in (*self.whole.organisations, *self.whole.user_groups)}
        losing = (id for id, held in self.flows.items() if id in known and net_of(held, self.frame) < -HALF_KRONE)
        return tuple(sorted(losing))

    def years(self) -> Iterator[Year]:
        cost, benefit, public = self._by_year(True), self._by_year(False), self._public_by_year()
        so_far = 0.0
        for year in self.frame.calendar:
            factor = self.frame.factor(year)
            net = benefit.get(year, 0.0) - cost.get(year, 0.0)
            so_far += net * factor
            yield Year(
                year=year,
                discount_factor=factor,
                cost=cost.get(year, 0.0),
                benefit=benefit.get(year, 0.0),
                net=net,
                public_net=public.get(year, 0.0),
                present_net=net * factor,
                present_net_so_far=so_far,
            )

    def _by_year(self, is_cost: bool) -> dict[int, float]:
        return _added(by_year(line.amounts) for line in self.layout.lines if line.is_cost is is_cost)

    def _public_by_year(self) -> dict[int, float]:
        return _added(held.net_by_year() for id, held in self.flows.items() if self._is_public(id))

    def _is_public(self, id: Id) -> bool:
        """State, county or municipality; a fund is public money unless a private or voluntary body gives it."""
        funding = next((f for f in self.whole.funding if f.id == id), None)
        who = id if funding is None else funding.giver
        organisation = next((o for o in self.whole.organisations if o.id == who), None)
        if organisation is None:
            return funding is not None
        return organisation.level in PUBLIC


def _is_investment(line: Line) -> bool:
    if not isinstance(line.of, Cost):
        return False
    if line.of.kind is None:
        return line.of.per_year is None
    return line.of.kind is not CostKind.OPERATION


def _is_other_price_year(quantity: Quantity, price_year: int | None) -> bool:
    return price_year is not None and quantity.price_year not in (None, price_year)


def _basis(lines: Iterable[Line]) -> Basis:
    """What each counted amount rests on: assumed to show the method, taken from a source, or neither."""
    found = [_rests_on(line.of, quantity) for line in lines for quantity in quantities_of(line.of)]
    return Basis(
        sourced=found.count("sourced"), illustrative=found.count("illustrative"), neither=found.count("neither")
    )


def _rests_on(thing: Priced, quantity: Quantity) -> str:
    if quantity.illustrative or thing.sureness is Sureness.ILLUSTRATIVE:
        return "illustrative"
    return "sourced" if quantity.source is not None or thing.sources else "neither"


def _added(each: Iterable[dict[int, float]]) -> dict[int, float]:
    total: dict[int, float] = {}
    for one in each:
        for year, amount in one.items():
            total[year] = total.get(year, 0.0) + amount
    return total
