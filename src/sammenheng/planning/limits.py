"""What payers can spend and parties can set free, as rows; and what funds add to it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from .problem import Cause, CauseKind, Fund, MoneyLimit, PlanProblem, Task
from .sheet import Sheet
from .value import people_needed, spending

MOST_DECIMALS = 6

UseByStart = dict[str, dict[int, float]]
"""For each task that uses anything: how much, by the period it starts in."""

Paid = dict[tuple[str, str, int], int]
"""The column of what a fund pays a payer in a period."""


def people_rows(sheet: Sheet) -> None:
    """In every period a limit names: no more people than there are."""
    for limit in sheet.problem.people:
        uses: UseByStart = {}
        for task in sheet.problem.tasks:
            needed = {
                start: people_needed(task, start, limit.party, limit.competence, limit.period)
                for start in sheet.started[task.id]
            }
            if any(needed.values()):
                uses[task.id] = needed
        if uses:
            scale = scale_for((limit.people, *_amounts(uses)))
            cause = Cause(kind=CauseKind.PEOPLE, id=limit.id)
            sheet.row(_terms(sheet, uses, scale), high=whole(limit.people, scale), cause=cause)


def money_rows(sheet: Sheet) -> None:
    """Over every span a limit names: no more spent than there is, what funds pay taken off."""
    problem = sheet.problem
    uses = {limit.id: _spent(sheet, limit.payer, range(limit.start, limit.finish)) for limit in problem.money}
    limits = [limit for limit in problem.money if uses[limit.id]]
    amounts = [amount for use in uses.values() for amount in _amounts(use)]
    shares = [fund.share * amount for fund in problem.funds for amount in amounts]
    scale = scale_for((*amounts, *shares, *(limit.amount for limit in limits)))
    paid: Paid = {}
    for fund in problem.funds:
        paid |= _fund_columns(sheet, fund, limits, scale)
    for limit in limits:
        terms = [*_terms(sheet, uses[limit.id], scale)]
        terms += [
            (column, -1) for (_, who, period), column in paid.items() if who == limit.payer and _in(limit, period)
        ]
        sheet.row(terms, high=whole(limit.amount, scale), cause=Cause(kind=CauseKind.MONEY, id=limit.id))


def scale_for(amounts: Iterable[float]) -> int:
    """The power of ten that makes all amounts whole; when none does, one so fine that nothing is lost."""
    told = [abs(amount) for amount in amounts]
    for decimals in range(MOST_DECIMALS + 1):
        if all(_is_whole(amount * 10**decimals) for amount in told):
            return int(10**decimals)
    return int(10 ** max(0, 10 - math.ceil(math.log10(max(told)))))


def whole(amount: float, scale: int) -> int:
    """An amount in whole numbers, rounded down, so that what fits exactly still fits."""
    return math.floor(amount * scale + 1e-6)


def _is_whole(amount: float) -> bool:
    return abs(amount - round(amount)) < 1e-6


def _fund_columns(sheet: Sheet, fund: Fund, limits: Iterable[MoneyLimit], scale: int) -> Paid:
    """What a fund pays each payer in each period that a limit covers, held by its share and its pots."""
    paid: Paid = {}
    for payer, period in _helped(limits, fund):
        uses = {
            task: {start: fund.share * amount for start, amount in use.items()}
            for task, use in _spent(sheet, payer, range(period, period + 1)).items()
            if fund.tasks is None or task in fund.tasks
        }
        most = sum(whole(max(use.values()), scale) for use in uses.values())
        if most > 0:
            column = sheet.column(upper=most)
            paid[fund.id, payer, period] = column
            shared = ((other, -amount) for other, amount in _terms(sheet, uses, scale))
            sheet.row([(column, 1), *shared], high=0)
    for start, finish, amount in fund.pots:
        drawn = [column for (_, _, period), column in paid.items() if start <= period < finish]
        if drawn:
            sheet.row([(column, 1) for column in drawn], high=whole(amount, scale))
    return paid


def _helped(limits: Iterable[MoneyLimit], fund: Fund) -> list[tuple[str, int]]:
    """The payers and periods that a limit covers and a pot of the fund may help."""
    pairs = (
        (limit.payer, period)
        for limit in limits
        if fund.receivers is None or limit.payer in fund.receivers
        for period in range(limit.start, limit.finish)
        if any(start <= period < finish for start, finish, _ in fund.pots)
    )
    return sorted(set(pairs))


def _spent(sheet: Sheet, payer: str, periods: range) -> UseByStart:
    """What a payer spends over a span of periods, for each task it pays for."""
    found: UseByStart = {}
    for task in _paid_by(sheet.problem, payer):
        use = {start: spending(task, start, payer, periods) for start in sheet.started[task.id]}
        if any(use.values()):
            found[task.id] = use
    return found


def _paid_by(problem: PlanProblem, payer: str) -> Iterator[Task]:
    return (task for task in problem.tasks if any(outlay.payer == payer for outlay in task.outlays))


def _terms(sheet: Sheet, uses: UseByStart, scale: int) -> Iterator[tuple[int, int]]:
    for task, use in uses.items():
        yield from sheet.spread(task, {start: whole(amount, scale) for start, amount in use.items()})


def _amounts(uses: UseByStart) -> list[float]:
    return [amount for use in uses.values() for amount in use.values()]


def _in(limit: MoneyLimit, period: int) -> bool:
    return limit.start <= period < limit.finish
