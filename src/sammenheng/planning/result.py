"""What a plan answers: what starts when and what it gives, or why there is no plan. Kroner as floats, unrounded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..domain import Id, Period
from ..economy.editions import Edition
from ..economy.result import Basis, Estimated, Fund
from .problem import CauseKind


class Status(StrEnum):
    """How the search for a plan ended."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    NOTHING_TO_PLAN = "nothing_to_plan"


class Reason(StrEnum):
    """Why a deliverable is not in the plan."""

    NOT_ESTIMATED = "not_estimated"
    ALTERNATIVE_CHOSEN = "alternative_chosen"
    EXCLUDED = "excluded"
    NOT_WORTH_IT = "not_worth_it"
    NO_ROOM = "no_room"
    DEPENDENCY_LEFT_OUT = "dependency_left_out"
    DONE = "done"
    STOPPED = "stopped"


class NoteCode(StrEnum):
    """Something the reader must know to read the plan rightly."""

    FIRST_YEAR_UNKNOWN = "first_year_unknown"
    FIRST_YEAR_ASSUMED = "first_year_assumed"
    YEARS_ASSUMED = "years_assumed"
    EDITION_NOT_VERIFIED = "edition_not_verified"
    PERIODS_ASSUMED = "periods_assumed"
    STARTS_WITH_FIRST_YEAR = "starts_with_first_year"
    DURATION_ASSUMED = "duration_assumed"
    COST_UNKNOWN = "cost_unknown"
    START_UNKNOWN = "start_unknown"
    BUDGET_USED_UP = "budget_used_up"
    COMMITMENT_WITHOUT_PERIOD = "commitment_without_period"
    COMMITMENT_ON_STOPPED = "commitment_on_stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note about the plan, about one object when `id` is told."""

    code: NoteCode
    id: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """One deliverable: when it runs, or why it does not. `finish` is the first period after it."""

    deliverable: Id
    start: Period | None = None
    finish: Period | None = None
    left_out: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectReached:
    """An effect for the user that something in a stage serves; `complete` when nothing it needs is left."""

    effect: Id
    complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A stretch of the plan and what it gives. `id` names the stage in the file; else it is the year of finish."""

    id: Id | None
    year: int | None
    start: Period
    finish: Period
    deliverables: tuple[Id, ...]
    effects: tuple[EffectReached, ...]
    benefits: tuple[Id, ...]
    organisations: tuple[Id, ...]
    beneficiaries: tuple[Id, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanParty:
    """What the plan is to one party: `net = present_benefit − present_cost + present_transfers`."""

    id: Id
    present_cost: float
    present_benefit: float
    present_transfers: float
    net: float
    first_gain: Period | None
    estimated: Estimated


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCause:
    """One of the things that cannot all hold. Take any of them away and there is a plan."""

    kind: CauseKind
    commitment: Id | None = None
    deliverable: Id | None = None
    others: tuple[Id, ...] = ()
    organisation: Id | None = None
    competence: str | None = None
    period: Period | None = None
    amount: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanResult:
    """The whole answer.

    `value` is discounted benefits less discounted costs of all that is counted, `bound` what no plan can pass;
    `gap = (bound − value) / max(|bound|, 1)`. They are `None` when the promises cannot all be kept; `causes` then
    tells which. `periods` are those of the horizon.
    """

    status: Status
    plan: Id | None
    first_year: int | None
    years: int
    edition: Edition
    engine: str | None
    periods: tuple[Period, ...]
    estimated: Estimated
    basis: Basis
    notes: tuple[Note, ...]
    value: float | None = None
    bound: float | None = None
    gap: float | None = None
    schedule: tuple[Placed, ...] = ()
    stages: tuple[Stage, ...] = ()
    organisations: tuple[PlanParty, ...] = ()
    beneficiaries: tuple[PlanParty, ...] = ()
    funds: tuple[Fund, ...] = ()
    causes: tuple[PlanCause, ...] = ()
