"""Whether benefits have an owner, a beginning to be measured against, and something that gives them."""

from __future__ import annotations

from collections.abc import Iterator

from ..domain.words import Benefit
from ..domain.words.plan import Phase
from .basis import Basis, first_day
from .rule import Hit, Severity, rule


@rule("benefit-without-owner", Severity.ERROR, source=31, blocks=Phase.DELIVER, about=("Benefit",))
def benefit_without_owner(basis: Basis) -> Iterator[Hit]:
    held = {role.id for role in basis.whole.roles if role.organisation is not None}
    yield from (Hit(benefit.id) for benefit in basis.whole.benefits if benefit.owner_role not in held)


@rule("benefit-without-baseline", Severity.WARNING, source=33, blocks=Phase.DELIVER, about=("Benefit",))
def benefit_without_baseline(basis: Basis) -> Iterator[Hit]:
    for benefit in basis.whole.benefits:
        if benefit.baseline is None or _measured_too_late(basis, benefit):
            yield Hit(benefit.id)


def _measured_too_late(basis: Basis, benefit: Benefit) -> bool:
    """Whether the baseline was measured when the first of what gives the benefit was in use already."""
    there = [basis.go_live[id] for id in benefit.deliverables if id in basis.go_live]
    if benefit.baseline_on is None or not there:
        return False
    return benefit.baseline_on >= first_day(min(there))


@rule("benefit-without-indicator", Severity.WARNING, source=55, blocks=Phase.DELIVER, about=("Benefit",))
def benefit_without_indicator(basis: Basis) -> Iterator[Hit]:
    yield from (Hit(benefit.id) for benefit in basis.whole.benefits if benefit.indicator is None)


@rule("benefit-without-date", Severity.WARNING, source=0, blocks=Phase.DELIVER, about=("Benefit",))
def benefit_without_date(basis: Basis) -> Iterator[Hit]:
    """A benefit without a year of its own begins when all its deliverables are there, if that is planned."""
    for benefit in basis.whole.benefits:
        planned = benefit.deliverables and all(id in basis.go_live for id in benefit.deliverables)
        if benefit.from_period is None and not planned:
            yield Hit(benefit.id)


@rule("benefit-without-deliverable", Severity.WARNING, source=32, blocks=Phase.SHAPE, about=("Benefit",))
def benefit_without_deliverable(basis: Basis) -> Iterator[Hit]:
    for benefit in basis.whole.benefits:
        if not benefit.deliverables and not any(effect in basis.delivered_by for effect in benefit.effects):
            yield Hit(benefit.id)
