"""Who pays, who carries more than they gain, and what happens when the grant is used up."""

from __future__ import annotations

from collections.abc import Iterator

from ..domain.words import Benefit, Cost, Deliverable, Funding
from ..domain.words.economy import CostKind, FundingStatus
from ..domain.words.effects import DeliverableKind
from ..domain.words.plan import Phase
from ..guide import closed_scheme
from .basis import Basis
from .rule import Hit, ParamKind, Severity, rule

# What is decided or ended, not run.
NOTHING_TO_RUN = (DeliverableKind.REGULATION, DeliverableKind.ORGANISATION, DeliverableKind.DISCONTINUE)


@rule("cost-without-payer", Severity.ERROR, source=9, blocks=Phase.SHAPE, about=("Cost",))
def cost_without_payer(basis: Basis) -> Iterator[Hit]:
    """What user groups carry themselves has no payer among the organisations."""
    for cost in basis.whole.costs:
        if cost.payer is None and cost.user_group is None:
            yield Hit(cost.id)


@rule("deliverable-without-cost", Severity.WARNING, source=9, blocks=Phase.SHAPE, about=("Deliverable",))
def deliverable_without_cost(basis: Basis) -> Iterator[Hit]:
    costed = {cost.deliverable for cost in basis.whole.costs}
    yield from (Hit(d.id) for d in basis.deliverables if d.id not in costed)


@rule(
    "net-loser",
    Severity.WARNING,
    source=3,
    blocks=Phase.SHAPE,
    about=("Organisation",),
    params={"net": ParamKind.MONEY},
)
def net_loser(basis: Basis) -> Iterator[Hit]:
    """Payments between parties count when they are agreed."""
    for party in basis.economy.organisations:
        if party.is_net_loser:
            yield Hit(party.id, {"net": party.net})


@rule("no-operation-payer", Severity.ERROR, source=26, blocks=Phase.SHAPE, about=("Deliverable",))
def no_operation_payer(basis: Basis) -> Iterator[Hit]:
    running = [cost for cost in basis.whole.costs if cost.kind is CostKind.OPERATION]
    paid = {cost.deliverable for cost in running if cost.payer is not None}
    for deliverable in basis.deliverables:
        if _goes_live(deliverable) and deliverable.operation_payer is None and deliverable.id not in paid:
            yield Hit(deliverable.id)


def _goes_live(deliverable: Deliverable) -> bool:
    return deliverable.kind not in NOTHING_TO_RUN


@rule(
    "operation-not-funded",
    Severity.WARNING,
    source=26,
    blocks=Phase.SHAPE,
    about=("Deliverable",),
    params={"years": ParamKind.COUNT, "first": ParamKind.PERIOD, "of": ParamKind.COUNT},
)
def operation_not_funded(basis: Basis) -> Iterator[Hit]:
    for gap in basis.economy.operation_gaps:
        yield Hit(gap.deliverable, {"years": len(gap.years), "first": str(gap.years[0]), "of": gap.of})


@rule(
    "closed-scheme",
    Severity.ERROR,
    source=77,
    blocks=Phase.SHAPE,
    about=("Funding",),
    params={"scheme": ParamKind.WORD, "last_year": ParamKind.PERIOD},
)
def uses_closed_scheme(basis: Basis) -> Iterator[Hit]:
    for funding in basis.whole.funding:
        scheme = closed_scheme(funding.scheme or "")
        if scheme and _is_hoped_for(funding, scheme.last_year):
            yield Hit(funding.id, {"scheme": scheme.name, "last_year": str(scheme.last_year)})


def _is_hoped_for(funding: Funding, last_year: int) -> bool:
    """Whether money is still waited for; what was granted and paid in its time is history."""
    if funding.status is FundingStatus.REFUSED:
        return False
    later = any(amount.period.year > last_year for amount in funding.amounts)
    return later or funding.status is not FundingStatus.GRANTED


@rule("estimate-without-certainty", Severity.WARNING, source=20, blocks=Phase.SHAPE, about=("Cost", "Benefit"))
def estimate_without_certainty(basis: Basis) -> Iterator[Hit]:
    costs: list[Cost | Benefit] = [c for c in basis.whole.costs if c.total or c.per_year or c.amounts]
    benefits = [b for b in basis.whole.benefits if b.per_year]
    for thing in (*costs, *benefits):
        if thing.certainty is None or thing.estimated_on is None:
            yield Hit(thing.id)


@rule(
    "priority-follows-funding",
    Severity.WARNING,
    source=26,
    blocks=Phase.SHAPE,
    about=("Need",),
    params={"need": ParamKind.OBJECT},
)
def priority_follows_funding(basis: Basis) -> Iterator[Hit]:
    """A need has no money though one that matters less to users has."""
    granted = {id for f in basis.whole.funding if f.status is FundingStatus.GRANTED for id in f.deliverables}
    paid = {effect for effect, deliverables in basis.delivered_by.items() if granted.intersection(deliverables)}
    funded = {need for effect in basis.whole.effects if effect.id in paid for need in effect.needs}
    ranked = [(need.priority, need.id) for need in basis.whole.needs if need.priority is not None]
    for priority, id in ranked:
        lesser = [other for other in ranked if other[1] in funded and other[0] > priority]
        if id not in funded and lesser:
            yield Hit(id, {"need": max(lesser)[1]})
