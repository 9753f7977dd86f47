"""Where committed money is missing: for the work, year by year, and for operation after go-live."""

from __future__ import annotations

from collections.abc import Iterable

from ..domain import Collaboration, Id, Period
from ..domain.words import Deliverable, Funding
from ..domain.words.economy import CostKind, FundingStatus, TransferStatus
from .flows import QUARTERS, Amounts, Line, spread
from .frame import Frame, by_year
from .payments import is_granted, is_own_frame, pays_for_plan
from .result import FundingYear, OperationGap
from .schedule import Readiness, Schedule

ByOrganisation = dict[Id, dict[int, float]]


def funding_by_year(
    collaboration: Collaboration, schedule: Schedule | None, lines: Iterable[Line], frame: Frame
) -> tuple[FundingYear, ...]:
    """For each organisation and year with a cost to pay: what it pays, what is there, what lacks.

    Own money is the larger of budget and own frame, since the same kroner are often told as both.
    """
    ready = Readiness.of(collaboration, schedule or {})
    cost = _costs_paid(lines)
    budget = _added((budget.organisation, spread(budget.amounts)) for budget in collaboration.budgets)
    frames = _funded(collaboration, ready, own=True, status=FundingStatus.GRANTED)
    granted = _funded(collaboration, ready, own=False, status=FundingStatus.GRANTED)
    applied = _funded(collaboration, ready, own=False, status=FundingStatus.APPLIED)
    agreed = _agreed(collaboration)
    found = []
    for organisation in sorted(cost.keys() & {thing.id for thing in collaboration.organisations}):
        for year in frame.calendar:
            if not cost[organisation].get(year):
                continue
            paid = cost[organisation][year]
            own = max(_at(budget, organisation, year), _at(frames, organisation, year))
            grant, transfers = _at(granted, organisation, year), _at(agreed, organisation, year)
            found.append(
                FundingYear(
                    year=year,
                    organisation=organisation,
                    cost=paid,
                    own=own,
                    granted=grant,
                    agreed_transfers=transfers,
                    applied_for=_at(applied, organisation, year),
                    gap=max(0.0, paid - own - grant - transfers),
                )
            )
    return tuple(found)


def operation_gaps(collaboration: Collaboration, schedule: Schedule | None, frame: Frame) -> tuple[OperationGap, ...]:
    """Finished deliverables with operation to pay for, and the years without committed money for it."""
    ready = Readiness.of(collaboration, schedule or {})
    found = []
    for deliverable in collaboration.deliverables:
        run = (schedule or {}).get(deliverable.id)
        if run is None or not _has_operation(collaboration, deliverable):
            continue
        years = range(max(-(-run.finish // QUARTERS), frame.calendar.start), frame.calendar.stop)
        payer = deliverable.operation_payer or _operation_payer(collaboration, deliverable)
        covered = _covered_years(collaboration, deliverable, payer, ready)
        lacking = tuple(year for year in years if year not in covered)
        if lacking:
            go_live = Period.of_quarter(run.finish)
            gap = OperationGap(deliverable=deliverable.id, go_live=go_live, payer=payer, years=lacking, of=len(years))
            found.append(gap)
    return tuple(found)


def _has_operation(collaboration: Collaboration, deliverable: Deliverable) -> bool:
    """Whether something runs afterwards: a payer for it is named, or a yearly cost."""
    costs = (cost for cost in collaboration.costs if cost.deliverable == deliverable.id)
    yearly = any(cost.kind is CostKind.OPERATION or cost.per_year is not None for cost in costs)
    return yearly or deliverable.operation_payer is not None


def _operation_payer(collaboration: Collaboration, deliverable: Deliverable) -> Id | None:
    costs = (c for c in collaboration.costs if c.deliverable == deliverable.id and c.per_year is not None)
    return next((cost.payer or cost.organisation for cost in costs), None)


def _covered_years(
    collaboration: Collaboration, deliverable: Deliverable, payer: Id | None, ready: Readiness
) -> set[int]:
    """Years with granted money that covers its operation, or with a budget of who pays for it."""
    covered: set[int] = set()
    for funding in collaboration.funding:
        names_it = not funding.deliverables or deliverable.id in funding.deliverables
        if is_granted(funding) and funding.covers_operation and names_it and pays_for_plan(funding, ready):
            covered |= _years_with_money(spread(funding.amounts))
    for budget in collaboration.budgets:
        if payer is not None and budget.organisation == payer:
            covered |= _years_with_money(spread(budget.amounts))
    return covered


def _years_with_money(amounts: Amounts) -> set[int]:
    return {year for year, amount in by_year(amounts).items() if amount > 0}


def _costs_paid(lines: Iterable[Line]) -> ByOrganisation:
    return _added((line.payer, line.amounts) for line in lines if line.is_cost)


def _funded(collaboration: Collaboration, ready: Readiness, *, own: bool, status: FundingStatus) -> ByOrganisation:
    wanted = (
        funding
        for funding in collaboration.funding
        if is_own_frame(funding) is own and funding.status is status and pays_for_plan(funding, ready)
    )
    return _added((receiver, spread(f.amounts)) for f in wanted if (receiver := _receiver(f)) is not None)


def _receiver(funding: Funding) -> Id | None:
    return funding.receiver or (funding.giver if is_own_frame(funding) else None)


def _agreed(collaboration: Collaboration) -> ByOrganisation:
    """Agreed payments in, less agreed payments out."""
    agreed = [transfer for transfer in collaboration.transfers if transfer.status is TransferStatus.AGREED]
    received = ((transfer.receiver, spread(transfer.amounts)) for transfer in agreed)
    given = ((t.giver, {quarter: -amount for quarter, amount in spread(t.amounts).items()}) for t in agreed)
    return _added((*received, *given))


def _added(pairs: Iterable[tuple[Id, Amounts]]) -> ByOrganisation:
    total: ByOrganisation = {}
    for organisation, amounts in pairs:
        years = total.setdefault(organisation, {})
        for year, amount in by_year(amounts).items():
            years[year] = years.get(year, 0.0) + amount
    return total


def _at(held: ByOrganisation, organisation: Id, year: int) -> float:
    return held.get(organisation, {}).get(year, 0.0)
