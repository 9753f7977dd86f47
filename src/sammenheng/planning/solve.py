"""From a problem to the best plan, or to the smallest set of reasons that there is none."""

from __future__ import annotations

from dataclasses import dataclass

from .build import model_of
from .engine import Engine, EngineFailedError, Outcome, Solved
from .model import Model
from .problem import Cause, CauseKind, PlanProblem, Starts
from .value import Valuer

# What is dropped first is least likely to be left in the explanation, so what people promised comes last.
_DROPPED_IN_ORDER = (
    CauseKind.DEPENDENCY,
    CauseKind.LEAD_TIME,
    CauseKind.EARLIEST,
    CauseKind.PEOPLE,
    CauseKind.MONEY,
    CauseKind.ALTERNATIVES,
    CauseKind.HORIZON,
    CauseKind.UNDER_WAY,
    CauseKind.COMMITMENT,
)
_SCARCE = frozenset({CauseKind.MONEY, CauseKind.PEOPLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The best plan found with the best value any plan can have; or, without a plan, the causes."""

    outcome: Outcome
    starts: Starts
    value: float
    bound: float
    causes: tuple[Cause, ...] = ()

    @property
    def gap(self) -> float:
        """How far the plan may be from the best, as a share of the bound."""
        return (self.bound - self.value) / max(abs(self.bound), 1.0)


def solve(problem: PlanProblem, engine: Engine, *, seconds: float) -> Answer:
    """The best plan within the time; of equally good ones the earliest. Raises EngineFailedError.

    When the time is up the best plan found so far is given with its bound, at worst the plan to start nothing.
    """
    model = model_of(problem)
    solved = engine.solve(model, seconds=seconds)
    if solved.outcome is Outcome.INFEASIBLE:
        causes = engine.conflict(model, _causes(model), seconds=seconds)
        return Answer(outcome=Outcome.INFEASIBLE, starts={}, value=0.0, bound=0.0, causes=causes)
    if solved.outcome is Outcome.UNKNOWN and not _can_rest(model):
        raise EngineFailedError("out-of-time")
    starts = model.starts(solved.values) if solved.values else {}
    value = Valuer(problem).value(starts)
    return Answer(outcome=_told(solved), starts=starts, value=value, bound=_bound(problem, model, solved, value))


def starts_without_scarcity(problem: PlanProblem, engine: Engine, *, seconds: float) -> Starts:
    """What would be started if money and people were no limit: what is not there either is not worth it."""
    model = model_of(problem).without(_SCARCE)
    solved = engine.solve(model, seconds=seconds)
    return model.starts(solved.values) if solved.values else {}


def _causes(model: Model) -> tuple[Cause, ...]:
    found = {row.cause for row in model.rows if row.cause is not None}
    return tuple(sorted(found, key=lambda cause: (_DROPPED_IN_ORDER.index(cause.kind), cause)))


def _can_rest(model: Model) -> bool:
    """Whether starting nothing breaks no row."""
    return all((row.low or 0) <= 0 and (row.high is None or row.high >= 0) for row in model.rows)


def _told(solved: Solved) -> Outcome:
    return Outcome.OPTIMAL if solved.outcome is Outcome.OPTIMAL else Outcome.FEASIBLE


def _bound(problem: PlanProblem, model: Model, solved: Solved, value: float) -> float:
    """The engine's bound in money. It counted in whole numbers, so an open bound gets what rounding may have hidden."""
    if solved.outcome is Outcome.OPTIMAL:
        return value
    everything = float(sum(worth for worth in model.objective if worth > 0))
    proven = min(solved.bound, everything) if solved.outcome is Outcome.FEASIBLE else everything
    hidden = len(model.upper) / 2
    return max(value, problem.constant + (proven + hidden) / model.scale)
