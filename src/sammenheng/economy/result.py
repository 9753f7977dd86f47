"""What a calculation answers: accounts for each party, totals, years, money that lacks. Kroner as floats, unrounded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..domain import Id, Period
from .discount import Timing
from .editions import Edition
from .flows import LeftOut
from .unpriced import Unpriced


class ScheduleOrigin(StrEnum):
    """Where the schedule of the calculation came from."""

    COMMITTED_PLAN = "committed_plan"
    GIVEN = "given"
    NONE = "none"


class PartyKind(StrEnum):
    """What sort of party an account belongs to."""

    ORGANISATION = "organisation"
    USER_GROUP = "user_group"


class Case(StrEnum):
    """A case of the optimism test."""

    COSTS_UP = "costs_up"
    BENEFITS_DOWN = "benefits_down"
    ONE_YEAR_LATER = "one_year_later"
    ALL_THREE = "all_three"


class NoteCode(StrEnum):
    """Something the reader must know to read the result rightly."""

    FIRST_YEAR_UNKNOWN = "first_year_unknown"
    FIRST_YEAR_ASSUMED = "first_year_assumed"
    YEARS_ASSUMED = "years_assumed"
    OTHER_PRICE_YEAR = "other_price_year"
    TRANSFER_NOT_AGREED = "transfer_not_agreed"
    FUNDING_NOT_GRANTED = "funding_not_granted"
    LEVEL_UNKNOWN = "level_unknown"
    EDITION_NOT_VERIFIED = "edition_not_verified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note about the result, about one object when `id` is told."""

    code: NoteCode
    id: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimated:
    """How many of the costs and benefits have an amount."""

    n: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What the counted amounts rest on."""

    sourced: int
    illustrative: int
    neither: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From everything going badly (high costs, low benefits) to everything going well; no probabilities."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyYear:
    """One year of one party, not discounted."""

    year: int
    cost: float
    benefit: float
    transfers: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """The account of one organisation or user group. `net = present_benefit − present_cost + present_transfers`.

    `asymmetry` is its share of all costs minus its share of all benefits. `payback_year` is the year from which its
    account, added up from the first year, stays at zero or above; `None` when it ends below. `longest_negative` is
    the largest number of years on end in which the account, added up so far, is below zero. `first_gain` is the first
    quarter with a benefit.
    """

    id: Id
    kind: PartyKind
    present_cost: float
    present_benefit: float
    present_transfers: float
    net: float
    net_before_transfers: float
    net_span: Span
    share_of_cost: float | None
    share_of_benefit: float | None
    asymmetry: float | None
    is_net_loser: bool
    payback_year: int | None
    longest_negative: int
    first_gain: Period | None
    estimated: Estimated
    years: tuple[PartyYear, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fund:
    """A pot that pays to parties and is none of them; what it gives is what they get."""

    id: Id
    present_transfers: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The whole society. `npv = net − tax_cost`; tax cost is for the net need for public money, a gain when below 0."""

    present_cost: float
    present_benefit: float
    net: float
    net_span: Span
    public_net: float
    tax_cost: float
    npv: float
    npv_per_budget_krone: float | None
    npv_per_invested_krone: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """One year of all parties. Amounts are not discounted, except those that say so."""

    year: int
    discount_factor: float
    cost: float
    benefit: float
    net: float
    public_net: float
    present_net: float
    present_net_so_far: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingYear:
    """What organisations pay in a year against the money that is there. `gap` is what no committed money covers."""

    year: int
    organisation: Id
    cost: float
    own: float
    granted: float
    agreed_transfers: float
    applied_for: float
    gap: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationGap:
    """The years in which a finished deliverable has no committed money for operation."""

    deliverable: Id
    go_live: Period
    payer: Id | None
    years: tuple[int, ...]
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensitivity:
    """What is left when things go worse than thought."""

    case: Case
    cost_factor: float
    benefit_factor: float
    delay_years: int
    net: float
    npv: float
    net_losers: tuple[Id, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EconomyResult:
    """The whole answer, with the rule values and the schedule it rests on."""

    edition: Edition
    timing: Timing
    price_year: int | None
    first_year: int | None
    years: int
    schedule_from: ScheduleOrigin
    estimated: Estimated
    basis: Basis
    totals: Totals
    organisations: tuple[Party, ...]
    beneficiaries: tuple[Party, ...]
    funds: tuple[Fund, ...]
    by_year: tuple[Year, ...]
    funding: tuple[FundingYear, ...]
    operation_gaps: tuple[OperationGap, ...]
    unpriced: tuple[Unpriced, ...]
    sensitivity: tuple[Sensitivity, ...]
    left_out: tuple[LeftOut, ...]
    notes: tuple[Note, ...]

    @property
    def parties(self) -> tuple[Party, ...]:
        """Organisations, then user groups."""
        return self.organisations + self.beneficiaries

    @property
    def net_losers(self) -> tuple[Party, ...]:
        """Parties that carry more than they gain, transfers counted."""
        return tuple(party for party in self.parties if party.is_net_loser)
