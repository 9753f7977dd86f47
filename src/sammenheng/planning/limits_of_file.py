"""The money and the people there are, as limits: budgets, agreed payments, capacity, granted funding."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass

from ..domain import Id, Period
from ..domain.words import Capacity, Cost
from ..domain.words.economy import TransferStatus
from ..economy.flows import Amounts, LayingOut, spread
from ..economy.payments import is_granted, is_own_frame
from .problem import Fund, MoneyLimit, PeopleLimit
from .result import Note, NoteCode
from .setting import Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Where a limit comes from: who, of what, in which period, how much."""

    organisation: Id
    period: Period
    amount: float
    competence: str | None = None


def competence_key(name: str) -> str:
    """A competence as it is compared: how it is written makes no difference."""
    return " ".join(name.casefold().split())


def money_limits(
    setting: Setting, planned: Set[str]
) -> tuple[tuple[MoneyLimit, ...], dict[str, Told], tuple[Note, ...]]:
    """One limit for each organisation and period with a budget; a year's budget may be spent at any time in it.

    Several budgets for the same period are added. Agreed payments in and out change what there is, and so does what
    the organisation pays whatever is planned. Periods that no budget names have no limit.
    """
    budgets: dict[tuple[Id, Period], float] = {}
    for budget in setting.whole.budgets:
        for told in budget.amounts:
            key = (budget.organisation, told.period)
            budgets[key] = budgets.get(key, 0.0) + told.amount.likely
    bound, limits, where, used_up = _bound(setting, planned), [], {}, []
    for (organisation, period), amount in sorted(budgets.items()):
        quarters = range(period.first_quarter, period.end_quarter)
        left = amount + _within(_settled_payments(setting, organisation), quarters)
        left -= _within(bound.get(organisation, {}), quarters)
        if left < 0:
            used_up.append(Note(code=NoteCode.BUDGET_USED_UP, id=organisation))
        start, finish = quarters.start - setting.origin, min(quarters.stop - setting.origin, setting.end)
        if finish <= 0 or start >= finish:
            continue
        id = f"money {organisation} {period}"
        limits.append(MoneyLimit(id=id, payer=organisation, start=start, finish=finish, amount=max(0.0, left)))
        where[id] = Told(organisation=organisation, period=period, amount=amount)
    return tuple(limits), where, tuple(dict.fromkeys(used_up))


def people_limits(setting: Setting) -> tuple[tuple[PeopleLimit, ...], dict[str, Told]]:
    """One limit for each organisation, competence and quarter with a capacity; several capacities are added."""
    free: dict[tuple[Id, str, int], float] = {}
    written: dict[tuple[Id, str], str] = {}
    for capacity in setting.whole.capacities:
        competence = competence_key(capacity.competence)
        written.setdefault((capacity.organisation, competence), capacity.competence)
        for quarter, people in _by_quarter(capacity).items():
            key = (capacity.organisation, competence, quarter - setting.origin)
            free[key] = free.get(key, 0.0) + people
    limits, where = [], {}
    for (organisation, competence, period), people in sorted(free.items()):
        if not 0 <= period < setting.end:
            continue
        id = f"people {organisation} {competence} {period}"
        limits.append(PeopleLimit(id=id, party=organisation, competence=competence, period=period, people=people))
        where[id] = Told(
            organisation=organisation,
            period=Period.of_quarter(setting.origin + period),
            amount=people,
            competence=written[organisation, competence],
        )
    return tuple(limits), where


def funds(setting: Setting, planned: Set[str]) -> tuple[Fund, ...]:
    """Granted money from others: pays its share of what the receiver spends on what it is for."""
    found = []
    for funding in setting.whole.funding:
        if not is_granted(funding) or is_own_frame(funding) or funding.receiver is None:
            continue
        pots = tuple(
            (told.period.first_quarter - setting.origin, told.period.end_quarter - setting.origin, told.amount.likely)
            for told in funding.amounts
        )
        tasks = frozenset(id for id in funding.deliverables if id in planned) if funding.deliverables else None
        share = 1.0 if funding.share is None else funding.share / 100
        receivers = frozenset({str(funding.receiver)})
        found.append(Fund(id=funding.id, share=share, pots=pots, receivers=receivers, tasks=tasks))
    return tuple(found)


def _by_quarter(capacity: Capacity) -> dict[int, float]:
    """People by quarter; what is told for a quarter goes before what is told for its year."""
    yearly_first = sorted(capacity.amounts, key=lambda told: told.period.quarter is not None)
    return {
        quarter: told.people
        for told in yearly_first
        for quarter in range(told.period.first_quarter, told.period.end_quarter)
    }


def _bound(setting: Setting, planned: Set[str]) -> dict[Id, Amounts]:
    """What each organisation pays whatever is planned: costs of no deliverable, and of those that are done."""
    laying = LayingOut(collaboration=setting.whole, schedule=setting.settled, window=setting.frame.window)
    paid: dict[Id, Amounts] = {}
    for line in laying.layout().lines:
        if isinstance(line.of, Cost) and line.of.deliverable not in planned:
            _add(paid.setdefault(line.payer, {}), line.amounts, 1)
    return paid


def _settled_payments(setting: Setting, organisation: Id) -> Amounts:
    """Agreed payments to an organisation, less those from it."""
    total: Amounts = {}
    for transfer in setting.whole.transfers:
        if transfer.status is TransferStatus.AGREED and transfer.giver != transfer.receiver:
            if transfer.receiver == organisation:
                _add(total, spread(transfer.amounts), 1)
            elif transfer.giver == organisation:
                _add(total, spread(transfer.amounts), -1)
    return total


def _within(amounts: Amounts, quarters: Iterable[int]) -> float:
    return sum(amounts.get(quarter, 0.0) for quarter in quarters)


def _add(total: Amounts, amounts: Amounts, sign: int) -> None:
    for quarter, amount in amounts.items():
        total[quarter] = total.get(quarter, 0.0) + sign * amount
