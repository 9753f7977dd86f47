"""The model while it is being written: columns and rows, and where each task's columns are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from .model import Row
from .problem import Cause, PlanProblem

Term = tuple[int, int]


@dataclass
class Sheet:
    """Columns with their worth, rows, and for each task its "started by" columns by period."""

    problem: PlanProblem
    upper: list[int] = field(default_factory=list)
    worth: dict[int, float] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    started: dict[str, dict[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find tasks by id once."""
        self.tasks = self.problem.by_id

    def column(self, *, upper: int = 1, worth: float = 0.0) -> int:
        """A new column from 0 to `upper`, each unit worth so much money."""
        self.upper.append(upper)
        column = len(self.upper) - 1
        if worth:
            self.worth[column] = worth
        return column

    def row(
        self, terms: Iterable[Term], *, low: int | None = None, high: int | None = None, cause: Cause | None = None
    ) -> None:
        """A new row; terms of the same column are put together."""
        together: dict[int, int] = {}
        for column, coefficient in terms:
            together[column] = together.get(column, 0) + coefficient
        kept = tuple((column, coefficient) for column, coefficient in together.items() if coefficient)
        self.rows.append(Row(terms=kept, low=low, high=high, cause=cause))

    def at_most(self, column: int, others: Iterable[int], *, cause: Cause | None = None) -> None:
        """The column is not above the sum of the others."""
        self.row([(column, 1), *((other, -1) for other in others)], high=0, cause=cause)

    def by(self, task: str, period: int) -> int | None:
        """The column of "started by this period"; `None` when it cannot have."""
        columns = self.started[task]
        first, last = next(iter(columns)), next(reversed(columns))
        return None if period < first else columns[min(period, last)]

    def at_all(self, task: str) -> int:
        """The column of "started at all"."""
        return next(reversed(self.started[task].values()))

    def finished_by(self, group: Iterable[str], period: int) -> list[int]:
        """The columns that say that one of the group is finished by this period; what is no task never is."""
        found = (self.by(one, period - self.tasks[one].duration) for one in group if one in self.tasks)
        return [column for column in found if column is not None]

    def spread(self, task: str, by_start: Mapping[int, int]) -> Iterator[Term]:
        """A use told by start, as terms in "started by" columns."""
        for period, column in self.started[task].items():
            yield column, by_start[period] - by_start.get(period + 1, 0)
