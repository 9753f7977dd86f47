"""What the planner asks of a solver, whichever it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from .model import Model
from .problem import Cause


class Outcome(StrEnum):
    """What a solver found out within its time."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """A solver's answer: values of all columns, and the best objective that may still be possible."""

    outcome: Outcome
    values: tuple[int, ...] = ()
    bound: float = 0.0


class EngineFailedError(Exception):
    """The solver gave no answer: `code` is missing, out-of-time, out-of-memory or died."""

    def __init__(self, code: str, detail: str = "") -> None:
        self.code = code
        self.detail = detail
        super().__init__(f"{code}: {detail}" if detail else code)


class Engine(Protocol):
    """A solver of linear models in whole numbers. The same call gives the same answer when it has time enough."""

    @property
    def name(self) -> str:
        """Which solver, with version."""

    def solve(self, model: Model, *, seconds: float) -> Solved:
        """The best values, ties broken by the model's second objective. Raises EngineFailedError."""

    def conflict(self, model: Model, causes: Sequence[Cause], *, seconds: float) -> tuple[Cause, ...]:
        """Of the causes, in the order to drop them, an irreducible set that leaves no plan.

        Raises EngineFailedError.
        """
