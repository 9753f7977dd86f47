"""Money and people: costs, benefits, funding, transfers, budgets and capacity."""

from __future__ import annotations

import datetime

from ..describe import (
    Described,
    boolean,
    choice,
    date,
    integer,
    number,
    part,
    parts,
    period,
    quantity,
    ref,
    refs,
    string,
    text,
    word,
)
from ..values import Code, Id, Period, Quantity, Text, Unit
from .services import Severity
from .thing import Thing

NOK = (Unit.NOK,)


class CostKind(Code):
    """What a cost is for."""

    INVESTMENT = "investment", "Investment"
    CHANGE = "change", "Change and training"
    OPERATION = "operation", "Operation and management"


class Certainty(Code):
    """How certain an estimate is."""

    CERTAIN = "relatively-certain", "Relatively certain"
    SOMEWHAT = "somewhat-uncertain", "Somewhat uncertain"
    UNCERTAIN = "very-uncertain", "Very uncertain"


class BenefitType(Code):
    """The three main types of benefit."""

    EFFICIENCY = "efficiency", "Efficiency for the state"
    QUALITY = "quality", "Quality for the state"
    OTHERS = "others", "For other actors"


class BudgetTreatment(Code):
    """What becomes of a benefit in budgets."""

    BUDGET = "a", "A: budget effect in own organisation"
    ALTERNATIVE = "b", "B: alternative use in own organisation"
    OTHER_PUBLIC = "c", "C: priced effect in other public sector"
    UNPRICED = "d", "D: unpriced effect"


class Extent(Code):
    """How far an unpriced effect reaches."""

    LARGE_NEGATIVE = "large-negative", "Large negative"
    MEDIUM_NEGATIVE = "medium-negative", "Medium negative"
    SMALL_NEGATIVE = "small-negative", "Small negative"
    NONE = "none", "None"
    SMALL_POSITIVE = "small-positive", "Small positive"
    MEDIUM_POSITIVE = "medium-positive", "Medium positive"
    LARGE_POSITIVE = "large-positive", "Large positive"


class Importance(Code):
    """How much an unpriced effect matters to society."""

    SMALL = "small", "Small"
    MEDIUM = "medium", "Medium"
    LARGE = "large", "Large"


class FundingStatus(Code):
    """How far funding has come."""

    IDEA = "idea", "Idea"
    APPLIED = "applied", "Applied for"
    GRANTED = "granted", "Granted"
    REFUSED = "refused", "Refused"


class TransferStatus(Code):
    """How far a payment between parties has come."""

    PROPOSED = "proposed", "Proposed"
    AGREED = "agreed", "Agreed"
    REJECTED = "rejected", "Rejected"


@part(label="Amount in a period", plural="Amounts in periods")
class PeriodAmount(Described):
    """Money in one year or quarter."""

    period: Period = period()
    amount: Quantity = quantity(units=NOK)


@part(label="Share of full benefit", plural="Ramp")
class RampPoint(Described):
    """How much of the full benefit is reached in a year, counted from the first year as 0."""

    year: int = integer(label="Year after start", least=0, most=100)
    share: float = number(label="Per cent of full benefit", least=0, most=100)


@part(label="Measured value", plural="Measured values")
class Actual(Described):
    """What a benefit turned out to be."""

    measured_on: datetime.date = date()
    value: Quantity = quantity()
    explanation: Text | None = text(label="Why it differs", long=True, default=None)


@part(label="People in a period", plural="People in periods")
class PeriodPeople(Described):
    """How many key people are free in one year or quarter."""

    period: Period = period()
    people: float = number(least=0, most=1_000_000)


@word(label="Cost", plural="Costs", norwegian="kostnad", room="benefits")
class Cost(Thing):
    """What something costs one organisation or user group (no: kostnad)."""

    name: Text = text()
    kind: CostKind | None = choice(CostKind, default=None)
    deliverable: Id | None = ref("Deliverable", default=None)
    organisation: Id | None = ref("Organisation", label="Arises in", default=None)
    user_group: Id | None = ref("UserGroup", label="Carried by user group", default=None)
    payer: Id | None = ref("Organisation", label="Paid by", default=None)
    total: Quantity | None = quantity(
        units=NOK, least=0, default=None, help="Spread evenly over the quarters the deliverable runs"
    )
    per_year: Quantity | None = quantity(
        units=NOK,
        least=0,
        default=None,
        help="Each year once the deliverable is finished, or between the periods below",
    )
    amounts: tuple[PeriodAmount, ...] = parts(PeriodAmount, label="Amounts by period")
    from_period: Period | None = period(label="From", default=None)
    to_period: Period | None = period(label="Until", default=None, help="The first period not covered")
    certainty: Certainty | None = choice(Certainty, default=None)
    estimated_on: datetime.date | None = date(default=None)


@word(label="Benefit", plural="Benefits", norwegian="gevinst", room="benefits")
class Benefit(Thing):
    """An effect that at least one party sees as positive, priced or not (no: gevinst)."""

    name: Text = text()
    type: BenefitType | None = choice(BenefitType, default=None)
    organisation: Id | None = ref("Organisation", label="Gained by", default=None)
    user_group: Id | None = ref("UserGroup", label="Gained by user group", default=None)
    owner_role: Id | None = ref("Role", label="Benefit owner", default=None)
    deliverables: tuple[Id, ...] = refs("Deliverable", label="Needs all these deliverables")
    effects: tuple[Id, ...] = refs("Effect", label="Comes through these effects")
    goals: tuple[Id, ...] = refs("Goal", label="Goals served")
    per_year: Quantity | None = quantity(label="Full value a year", units=NOK, default=None)
    ramp: tuple[RampPoint, ...] = parts(RampPoint, label="Ramp up")
    from_period: Period | None = period(label="From", default=None)
    to_period: Period | None = period(label="Until", default=None, help="The first period not covered")
    importance: Importance | None = choice(Importance, label="Importance of unpriced effect", default=None)
    extent: Extent | None = choice(Extent, label="Extent of unpriced effect", default=None)
    indicator: Text | None = text(default=None)
    baseline: Quantity | None = quantity(default=None)
    baseline_on: datetime.date | None = date(label="Baseline measured on", default=None)
    target: Quantity | None = quantity(default=None)
    actuals: tuple[Actual, ...] = parts(Actual, label="Measured values")
    budget_treatment: BudgetTreatment | None = choice(BudgetTreatment, default=None)
    uncertainty: Severity | None = choice(Severity, default=None)
    certainty: Certainty | None = choice(Certainty, default=None)
    estimated_on: datetime.date | None = date(default=None)


@word(label="Funding", plural="Funding", norwegian="finansiering", room="benefits")
class Funding(Thing):
    """Money for the work: own frame, scheme, fee (no: finansiering)."""

    name: Text = text()
    scheme: str | None = string(
        label="Funding scheme", limit=64, default=None, help="The id of the scheme and edition in the guidance"
    )
    status: FundingStatus | None = choice(FundingStatus, default=None)
    giver: Id | None = ref("Organisation", label="Given by", default=None)
    receiver: Id | None = ref("Organisation", label="Received by", default=None)
    deliverables: tuple[Id, ...] = refs("Deliverable")
    amounts: tuple[PeriodAmount, ...] = parts(PeriodAmount, label="Amounts by period")
    share: float | None = number(label="Most per cent of the cost", least=0, most=100, default=None)
    covers_operation: bool | None = boolean(label="Covers operation", default=None)


@word(label="Transfer", plural="Transfers", norwegian="overføring", room="benefits")
class Transfer(Thing):
    """Payment between parties; no cost to society (no: overføring)."""

    name: Text = text()
    giver: Id = ref("Organisation", label="From")
    receiver: Id = ref("Organisation", label="To")
    amounts: tuple[PeriodAmount, ...] = parts(PeriodAmount, label="Amounts by period")
    rule: Text | None = text(label="Why this much", long=True, default=None)
    status: TransferStatus | None = choice(TransferStatus, default=None)


@word(label="Budget", plural="Budgets", norwegian="budsjett", room="benefits")
class Budget(Thing):
    """Money an organisation can spend on the work in each period (no: budsjett)."""

    name: Text = text()
    organisation: Id = ref("Organisation")
    amounts: tuple[PeriodAmount, ...] = parts(PeriodAmount, label="Amounts by period")


@word(label="Capacity", plural="Capacity", norwegian="kapasitet", room="benefits")
class Capacity(Thing):
    """Key people an organisation can set free in each period (no: kapasitet)."""

    name: Text = text()
    organisation: Id = ref("Organisation")
    competence: str = string(limit=60)
    amounts: tuple[PeriodPeople, ...] = parts(PeriodPeople, label="People by period")
