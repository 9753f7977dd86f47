"""What the plan takes: money and key people against what there is, and when each organisation first gains."""

from collections import defaultdict
from dataclasses import dataclass

from sammenheng.domain import Id, Period
from sammenheng.domain.words import Deliverable
from sammenheng.economy import EconomyResult, economy
from sammenheng.economy.result import PartyKind
from sammenheng.planning.limits_of_file import competence_key
from sammenheng.texts import formats
from sammenheng_web.collaborations.rooms import Room
from sammenheng_web.collaborations.your_part import Part
from sammenheng_web.plan.course import Course
from sammenheng_web.ui.showing import Link
from sammenheng_web.ui.sorting import norwegian
from sammenheng_web.ui.terms import texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Use against what there is, in one period. `free` is empty when nobody has said how much there is."""

    used: str
    free: str
    is_over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UseRow:
    """One organisation, or one competence of it, over the periods."""

    link: Link
    competence: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """Use over the periods."""

    periods: tuple[str, ...]
    rows: tuple[UseRow, ...]
    over: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """When a party first gains, and what it comes to."""

    link: Link
    is_user_group: bool
    first_gain: str
    first_quarter: int | None
    net: str
    is_net_loser: bool
    estimated: tuple[int, int]


def calculation(course: Course) -> EconomyResult:
    """The economy of this plan; nothing is solved."""
    return economy(course.setting.whole, schedule=course.runs)


def gains(room: Room, result: EconomyResult, part: Part) -> tuple[Gain, ...]:
    """Every party by when it first gains; those that never do, last."""
    found = [
        Gain(
            link=room.showing.link(party.id),
            is_user_group=party.kind is PartyKind.USER_GROUP,
            first_gain=formats.period(texts(), party.first_gain) if party.first_gain else "",
            first_quarter=party.first_gain.first_quarter if party.first_gain else None,
            net=formats.money(texts(), party.net),
            is_net_loser=party.is_net_loser,
            estimated=(party.estimated.n, party.estimated.of),
        )
        for party in result.parties
        if part.has(party.id)
    ]
    last = 10**9
    return tuple(
        sorted(found, key=lambda one: (one.is_user_group, one.first_quarter or last, norwegian(str(one.link.title))))
    )


def money(room: Room, course: Course, result: EconomyResult, part: Part) -> Use | None:
    """What organisations with a budget pay each year of the plan, against the budget; None when there is none."""
    budgets: dict[tuple[Id, int], float] = defaultdict(float)
    for budget in course.setting.whole.budgets:
        for told in budget.amounts:
            budgets[budget.organisation, told.period.year] += told.amount.likely
    parties = sorted({party for party, _ in budgets if part.has(party)})
    if not parties or not course.runs:
        return None
    paid = {(one.organisation, one.year): one.cost for one in result.funding}
    years = _years(course)
    rows = []
    for party in parties:
        cells = tuple(_cell(paid.get((party, year), 0.0), budgets.get((party, year)), money=True) for year in years)
        rows.append(UseRow(link=room.showing.link(party), competence="", cells=cells))
    return _use(tuple(str(year) for year in years), rows)


def _years(course: Course) -> range:
    first = min(run.start for run in course.runs.values()) // 4
    return range(first, (max(run.finish for run in course.runs.values()) - 1) // 4 + 1)


def people(room: Room, course: Course, part: Part) -> Use | None:
    """Key people that running deliverables take each quarter, against how many are free; None when nothing is told."""
    used, written = _needed(course)
    free: dict[tuple[Id, str, int], float] = defaultdict(float)
    for capacity in course.setting.whole.capacities:
        key = competence_key(capacity.competence)
        written.setdefault((capacity.organisation, key), capacity.competence)
        # What is told for a quarter goes before what is told for its year.
        by_quarter = {
            quarter: told.people
            for told in sorted(capacity.amounts, key=lambda told: told.period.quarter is not None)
            for quarter in range(told.period.first_quarter, told.period.end_quarter)
        }
        for quarter, count in by_quarter.items():
            free[capacity.organisation, key, quarter] += count
    if not course.runs or not written:
        return None
    quarters = range(min(r.start for r in course.runs.values()), max(r.finish for r in course.runs.values()))
    rows = [
        UseRow(
            link=room.showing.link(party),
            competence=competence,
            cells=tuple(
                _cell(used.get((party, key, quarter), 0.0), free.get((party, key, quarter))) for quarter in quarters
            ),
        )
        for (party, key), competence in sorted(written.items())
        if part.has(party)
    ]
    return _use(tuple(formats.period(texts(), Period.of_quarter(quarter)) for quarter in quarters), rows)


Needed = dict[tuple[Id, str, int], float]


def _needed(course: Course) -> tuple[Needed, dict[tuple[Id, str], str]]:
    """People by organisation, competence and quarter; and how each competence is written."""
    used: Needed = defaultdict(float)
    written: dict[tuple[Id, str], str] = {}
    for id, run in course.runs.items():
        deliverable = course.setting.whole.get(id)
        for need in deliverable.staff if isinstance(deliverable, Deliverable) else ():
            key = competence_key(need.competence)
            written.setdefault((need.organisation, key), need.competence)
            for quarter in range(run.start, run.finish):
                used[need.organisation, key, quarter] += need.people
    return used, written


def _cell(used: float, free: float | None, *, money: bool = False) -> Cell:
    def shown(amount: float) -> str:
        return formats.money(texts(), amount) if money else formats.number(texts(), round(amount, 2))

    # A little less than a krone or a hundredth of a person is rounding.
    return Cell(
        used=shown(used), free="" if free is None else shown(free), is_over=free is not None and used > free + 0.01
    )


def _use(periods: tuple[str, ...], rows: list[UseRow]) -> Use | None:
    if not rows:
        return None
    over = sum(cell.is_over for row in rows for cell in row.cells)
    return Use(periods=periods, rows=tuple(rows), over=over)
