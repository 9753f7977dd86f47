"""Making the linear model of a planning problem: columns for starting, rows for order, promises and gains."""

from __future__ import annotations

from hashlib import blake2b

from .limits import money_rows, people_rows
from .model import Model
from .problem import Cause, CauseKind, Pin, PinKind, PlanProblem, Task
from .sheet import Sheet
from .value import Needs, Valuer, possible_starts

OBJECTIVE_SIZE = 10**12
"""The absolute values of all terms of the objective come to about this: far below what 64 bits hold, and so fine
that rounding each term changes a plan's value by next to nothing."""

TIE_BASE = 2**36
TIE_SPAN = 2**20


def model_of(problem: PlanProblem) -> Model:
    """The linear model of a planning problem."""
    sheet, valuer = Sheet(problem), Valuer(problem)
    for task in problem.tasks:
        _start_columns(sheet, task, valuer)
    for task in problem.tasks:
        _order_rows(sheet, task)
    for group in problem.exclusive:
        cause = Cause(kind=CauseKind.ALTERNATIVES, about=group[0], others=group[1:])
        sheet.row([(sheet.at_all(one), 1) for one in group], high=1, cause=cause)
    for pin in problem.pins:
        _promise_rows(sheet, pin)
    _gains(sheet, valuer)
    people_rows(sheet)
    money_rows(sheet)
    return _finished(sheet)


def _start_columns(sheet: Sheet, task: Task, valuer: Valuer) -> None:
    """Periods it may start in, each with what starting then rather than one period later is worth."""
    possible = possible_starts(sheet.problem, task)
    periods = possible or range(sheet.problem.first, sheet.problem.first + 1)
    columns: dict[int, int] = {}
    for period in periods:
        later = valuer.cost(task, period + 1) if period + 1 in periods else 0.0
        columns[period] = sheet.column(worth=later - valuer.cost(task, period))
    sheet.started[task.id] = columns
    for period in periods[1:]:
        sheet.at_most(columns[period - 1], [columns[period]])
    if task.started is not None:
        sheet.row([(columns[task.started], 1)], low=1, cause=Cause(kind=CauseKind.UNDER_WAY, about=task.id))
    elif not possible:
        sheet.at_most(columns[periods.start], [], cause=Cause(kind=CauseKind.HORIZON, about=task.id))


def _order_rows(sheet: Sheet, task: Task) -> None:
    if task.started is not None:
        return
    _not_before(sheet, task.id, task.earliest, Cause(kind=CauseKind.EARLIEST, about=task.id))
    if not task.needs:
        _not_before(
            sheet, task.id, sheet.problem.first + task.lead_time, Cause(kind=CauseKind.LEAD_TIME, about=task.id)
        )
    for group in task.needs:
        cause = Cause(kind=CauseKind.DEPENDENCY, about=task.id, others=group)
        for period, column in sheet.started[task.id].items():
            sheet.at_most(column, sheet.finished_by(group, period - task.lead_time), cause=cause)


def _not_before(sheet: Sheet, task: str, period: int, cause: Cause) -> None:
    column = sheet.by(task, period - 1)
    if column is not None:
        sheet.at_most(column, [], cause=cause)


def _promise_rows(sheet: Sheet, pin: Pin) -> None:
    cause = Cause(kind=CauseKind.COMMITMENT, id=pin.id, about=pin.task)
    if pin.kind is PinKind.EXCLUDED:
        sheet.at_most(sheet.at_all(pin.task), [], cause=cause)
        return
    if pin.kind in (PinKind.STARTS, PinKind.NOT_BEFORE) and pin.start is not None:
        _not_before(sheet, pin.task, pin.start, cause)
    if pin.kind is not PinKind.NOT_BEFORE:
        column = _kept_by(sheet, pin)
        sheet.row([] if column is None else [(column, 1)], low=1, cause=cause)


def _kept_by(sheet: Sheet, pin: Pin) -> int | None:
    """The column that must be 1 for the promise to be kept; `None` when it cannot be."""
    if pin.kind is PinKind.STARTS and pin.finish is not None:
        return sheet.by(pin.task, pin.finish - 1)
    if pin.kind is PinKind.FINISHED_BY and pin.start is not None:
        return sheet.by(pin.task, pin.start - sheet.tasks[pin.task].duration)
    return sheet.at_all(pin.task)


def _gains(sheet: Sheet, valuer: Valuer) -> None:
    """One set of columns for each gate; gains behind the same gate are added up."""
    behind: dict[Needs, list[int]] = {}
    for place, gain in enumerate(sheet.problem.gains):
        behind.setdefault(tuple(sorted(gain.needs)), []).append(place)
    latest = max((max(sheet.started[task.id]) + task.duration for task in sheet.problem.tasks), default=0)
    for needs, places in behind.items():
        gains = [sheet.problem.gains[place] for place in places]
        worth = [sum(valuer.gain(gain, period) for gain in gains) for period in range(latest + 1)] + [0.0]
        for period in range(latest + 1):
            _gate(sheet, needs, period, worth[period] - worth[period + 1])


def _gate(sheet: Sheet, needs: Needs, period: int, worth: float) -> None:
    ready = [sheet.finished_by(group, period) for group in needs]
    if not worth or not all(ready):
        return
    gate = sheet.column(worth=worth)
    for columns in ready:
        sheet.at_most(gate, columns)
    if worth < 0:
        # A gate that costs must be forced open, since nothing else would open it.
        opened = [_any_of(sheet, columns) for columns in ready]
        sheet.row([(gate, -1), *((column, 1) for column in opened)], high=len(opened) - 1)


def _any_of(sheet: Sheet, columns: list[int]) -> int:
    if len(columns) == 1:
        return columns[0]
    either = sheet.column()
    for column in columns:
        sheet.at_most(column, [either])
    sheet.at_most(either, columns)
    return either


def _finished(sheet: Sheet) -> Model:
    size = sum(abs(value) for value in sheet.worth.values())
    scale = OBJECTIVE_SIZE / size if size else 1.0
    objective = [0] * len(sheet.upper)
    for column, value in sheet.worth.items():
        objective[column] = round(value * scale)
    return Model(
        upper=tuple(sheet.upper),
        objective=tuple(objective),
        tie_break=_tie_break(sheet),
        rows=tuple(sheet.rows),
        scale=scale,
        started=tuple((task, tuple(columns.items())) for task, columns in sheet.started.items()),
    )


def _tie_break(sheet: Sheet) -> tuple[int, ...]:
    """Among plans of equal value: as much and as early as possible in all.

    What then still is equal is decided by a number that follows from each id. As those numbers have no pattern, two
    different plans hardly ever come to the same sum, so that the choice does not depend on how a solver searches.
    """
    weights = [0] * len(sheet.upper)
    for task, columns in sheet.started.items():
        number = int.from_bytes(blake2b(task.encode(), digest_size=8).digest()) % TIE_SPAN
        for column in columns.values():
            weights[column] = TIE_BASE + number
    return tuple(weights)
