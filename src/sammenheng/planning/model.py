"""A planning problem as a linear model in whole numbers, which any exact engine can take.

The columns say "started by": y[i, t] is 1 when task i has started in period t or before, w[g, t] when everything in
the gate g is finished by t. Then order, waiting and gating are rows of the kind "x at most y", and discounted value is
a sum over columns (telescoped: coming one period later costs what that period is worth). Fund money has one column
for each fund, payer and period that a limit covers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .problem import Cause, CauseKind, Starts

Terms = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`low` ≤ sum of coefficient × column ≤ `high`; rows with a cause are left out when the cause is."""

    terms: Terms
    low: int | None = None
    high: int | None = None
    cause: Cause | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Columns from 0 to `upper`, the objective to make greatest, the rows, and what breaks ties between plans.

    `scale` objective units are one unit of money; `started` finds the "started by" column of a task and period.
    """

    upper: tuple[int, ...]
    objective: tuple[int, ...]
    tie_break: tuple[int, ...]
    rows: tuple[Row, ...]
    scale: float
    started: tuple[tuple[str, tuple[tuple[int, int], ...]], ...]

    def starts(self, values: Iterable[int]) -> dict[str, int]:
        """The plan that the values of the columns tell."""
        told = tuple(values)
        found = {}
        for task, columns in self.started:
            start = next((period for period, column in columns if told[column]), None)
            if start is not None:
                found[task] = start
        return found

    def values(self, starts: Starts) -> tuple[int | None, ...]:
        """The values of the "started by" columns of a plan; the others are `None`."""
        told: list[int | None] = [None] * len(self.upper)
        for task, columns in self.started:
            for period, column in columns:
                told[column] = int(task in starts and starts[task] <= period)
        return tuple(told)

    def without(self, kinds: frozenset[CauseKind]) -> Model:
        """The model without the rows that come from such causes."""
        rows = tuple(row for row in self.rows if row.cause is None or row.cause.kind not in kinds)
        return replace(self, rows=rows)
