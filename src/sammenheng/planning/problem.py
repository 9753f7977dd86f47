"""What a planner is asked: which deliverables to start when, so that discounted benefits less costs are greatest.

Periods are counted from 0; spans are half-open. Whatever is started, is started in period `first` or later and is
finished within the horizon, which ends at `periods`. Benefits and operation go on, and are counted, until `end`.
Money is in any one unit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class PinKind(StrEnum):
    """What a promise binds."""

    STARTS = "starts"
    FINISHED_BY = "finished_by"
    NOT_BEFORE = "not_before"
    INCLUDED = "included"
    EXCLUDED = "excluded"


class CauseKind(StrEnum):
    """What can stand in the way of any plan at all."""

    COMMITMENT = "commitment"
    UNDER_WAY = "under_way"
    MONEY = "money"
    PEOPLE = "people"
    ALTERNATIVES = "alternatives"
    DEPENDENCY = "dependency"
    EARLIEST = "earliest"
    LEAD_TIME = "lead_time"
    HORIZON = "horizon"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Cause:
    """One reason among several that no plan exists. `id` is a commitment or a limit; `about` a deliverable."""

    kind: CauseKind
    id: str = ""
    about: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlay:
    """What a task costs one party: in every period it runs, after it, and in periods told beforehand.

    `after` falls in every period from the finish until `until`; `dated` falls in its own periods whenever the task
    runs. `payer` pays.
    """

    party: str
    payer: str
    running: float = 0.0
    after: float = 0.0
    until: int = 0
    dated: tuple[tuple[int, float], ...] = ()

    def __post_init__(self) -> None:
        """Spending in one period stands in one place."""
        assert len({period for period, _ in self.dated}) == len(self.dated)


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """Key people a task takes in every period it runs."""

    party: str
    competence: str
    people: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A deliverable as the planner sees it.

    Each of `needs` is a set of which one must be finished, `lead_time` periods before it may start; a task without
    needs waits `lead_time` from the first period. What `needs` name that is no task is never finished. `started` is
    told for a task under way or done: it runs from there, also before period 0, and cannot be left out.
    """

    id: str
    duration: int
    earliest: int = 0
    lead_time: int = 0
    needs: tuple[tuple[str, ...], ...] = ()
    outlays: tuple[Outlay, ...] = ()
    crew: tuple[Crew, ...] = ()
    started: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """A benefit: from when one of each of `needs` is finished, but not before `earliest`, until `until`.

    In its k-th period it gives `per_period` × `ramp[k]`; the last share of the ramp goes on.
    """

    id: str
    needs: tuple[tuple[str, ...], ...]
    per_period: tuple[tuple[str, float], ...]
    ramp: tuple[float, ...]
    until: int
    earliest: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyLimit:
    """The most a payer can spend from `start` until `finish`, taken together."""

    id: str
    payer: str
    start: int
    finish: int
    amount: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleLimit:
    """The most people with a competence that a party can set free in one period."""

    id: str
    party: str
    competence: str
    period: int
    people: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Fund:
    """Money that pays at most `share` of what payers spend, so that their limits hold.

    `receivers` and `tasks`: `None` for all. `pots` are spans of periods with the most that is paid in each.
    """

    id: str
    share: float
    pots: tuple[tuple[int, int, float], ...]
    receivers: frozenset[str] | None = None
    tasks: frozenset[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A promise the plan must keep: what is bound, and the periods it names, when it names any."""

    id: str
    task: str
    kind: PinKind
    start: int | None = None
    finish: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanProblem:
    """A whole planning problem. `discount[t]` is what one unit of money in period t is worth, for t before `end`."""

    periods: int
    end: int
    first: int = 0
    discount: tuple[float, ...]
    tasks: tuple[Task, ...]
    gains: tuple[Gain, ...] = ()
    exclusive: tuple[tuple[str, ...], ...] = ()
    money: tuple[MoneyLimit, ...] = ()
    people: tuple[PeopleLimit, ...] = ()
    funds: tuple[Fund, ...] = ()
    pins: tuple[Pin, ...] = ()
    constant: float = 0.0

    def __post_init__(self) -> None:
        """A problem whose parts do not fit is a mistake of whoever made it."""
        known = {task.id for task in self.tasks}
        assert 0 <= self.first <= self.periods <= self.end == len(self.discount)
        assert len(known) == len(self.tasks)
        assert all(one in known for group in self.exclusive for one in group)
        assert all(pin.task in known for pin in self.pins)

    @property
    def by_id(self) -> Mapping[str, Task]:
        """Tasks by their id."""
        return {task.id: task for task in self.tasks}


Starts = Mapping[str, int]
"""A plan: the period in which each task that is carried out starts."""
