"""What the room of benefits lists: benefits, costs, and the money that pays."""

from dataclasses import dataclass

from sammenheng.domain import Id, Quantity
from sammenheng.domain.words import Benefit, Cost
from sammenheng.economy import EconomyResult
from sammenheng.economy.unpriced import is_unpriced
from sammenheng.texts import formats
from sammenheng_web.benefits.accounts import Money
from sammenheng_web.benefits.accounts import money as in_words
from sammenheng_web.collaborations.rooms import Room
from sammenheng_web.collaborations.your_part import Part
from sammenheng_web.ui.entries import Entry, choice, date, entry, links
from sammenheng_web.ui.showing import Amount, Link
from sammenheng_web.ui.sorting import norwegian
from sammenheng_web.ui.terms import texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """One priced or measured benefit."""

    entry: Entry
    party: Link | None
    owner: Link | None
    per_year: Amount | None
    deliverables: tuple[Link, ...]
    baseline: Amount | None
    baseline_on: str
    target: Amount | None
    actual: Amount | None
    actual_on: str
    certainty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """One effect without a price, by the plus-minus method."""

    entry: Entry
    party: Link | None
    importance: str
    extent: str
    consequence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """One cost."""

    entry: Entry
    kind: str
    party: Link | None
    payer: Link | None
    deliverable: Link | None
    amounts: tuple[tuple[str, Amount], ...]
    certainty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Years in which somebody pays more than there is committed money for."""

    organisation: Link
    years: tuple[tuple[int, Money], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unrun:
    """A finished deliverable that nobody pays for running in some years."""

    deliverable: Link
    go_live: str
    payer: Link | None
    years: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paid:
    """Funding, a transfer or a budget, with its amounts by period."""

    entry: Entry
    giver: Link | None
    receiver: Link | None
    status: str
    amounts: tuple[tuple[str, Amount], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneySide:
    """Who pays: funding, transfers, budgets, and what lacks."""

    funding: tuple[Paid, ...]
    transfers: tuple[Paid, ...]
    budgets: tuple[Paid, ...]
    gaps: tuple[Gap, ...]
    unrun: tuple[Unrun, ...]


def benefits(room: Room, part: Part) -> tuple[Gain, ...]:
    """Benefits with a price or a measure."""
    found = [benefit for benefit in part.of(room.collaboration.in_use.benefits) if not is_unpriced(benefit)]
    return tuple(
        _gain(room, benefit) for benefit in sorted(found, key=lambda b: -(b.per_year.likely if b.per_year else 0))
    )


def _gain(room: Room, benefit: Benefit) -> Gain:
    latest = max(benefit.actuals, key=lambda actual: actual.measured_on, default=None)
    return Gain(
        entry=entry(room.showing, benefit),
        party=_link(room, benefit.organisation or benefit.user_group),
        owner=_link(room, benefit.owner_role),
        per_year=_amount(room, benefit.per_year),
        deliverables=links(room.showing, benefit.deliverables),
        baseline=_amount(room, benefit.baseline),
        baseline_on=date(benefit.baseline_on),
        target=_amount(room, benefit.target),
        actual=_amount(room, latest.value if latest else None),
        actual_on=date(latest.measured_on if latest else None),
        certainty=choice(benefit.certainty),
    )


def unpriced(room: Room, part: Part, result: EconomyResult) -> tuple[Weighed, ...]:
    """Effects without a price."""
    whole = room.collaboration.in_use
    return tuple(
        Weighed(
            entry=entry(room.showing, whole.objects[effect.benefit]),
            party=_link(room, effect.party),
            importance=choice(effect.importance),
            extent=choice(effect.extent),
            consequence=signs(effect.low, effect.high),
        )
        for effect in result.unpriced
        if part.has(effect.benefit)
    )


def signs(low: int | None, high: int | None) -> str:
    """A consequence in plus and minus signs, both readings when the matrix leaves two."""
    if low is None or high is None:
        return ""
    readings = [("+" if value > 0 else "−") * abs(value) or "0" for value in dict.fromkeys((low, high))]
    return " / ".join(readings)


def costs(room: Room, part: Part) -> tuple[Spent, ...]:
    """Costs, by who carries them."""
    found = [_spent(room, cost) for cost in part.of(room.collaboration.in_use.costs)]
    return tuple(sorted(found, key=lambda spent: norwegian(str(spent.party.title) if spent.party else "")))


def _spent(room: Room, cost: Cost) -> Spent:
    amounts = [(str(item.period), room.showing.amount(item.amount)) for item in cost.amounts]
    whole = [("total", cost.total), ("per_year", cost.per_year)]
    return Spent(
        entry=entry(room.showing, cost),
        kind=choice(cost.kind),
        party=_link(room, cost.organisation or cost.user_group),
        payer=_link(room, cost.payer),
        deliverable=_link(room, cost.deliverable),
        amounts=(*((key, room.showing.amount(value)) for key, value in whole if value), *amounts),
        certainty=choice(cost.certainty),
    )


def money(room: Room, part: Part, result: EconomyResult) -> MoneySide:
    """Who pays, and what nobody pays."""
    whole = room.collaboration.in_use
    return MoneySide(
        funding=tuple(_paid(room, item, item.giver, item.receiver, item.status) for item in part.of(whole.funding)),
        transfers=tuple(_paid(room, item, item.giver, item.receiver, item.status) for item in part.of(whole.transfers)),
        budgets=tuple(_paid(room, item, None, item.organisation, None) for item in part.of(whole.budgets)),
        gaps=_gaps(room, part, result),
        unrun=tuple(
            Unrun(
                deliverable=room.showing.link(gap.deliverable),
                go_live=formats.period(texts(), gap.go_live),
                payer=_link(room, gap.payer),
                years=", ".join(str(year) for year in gap.years),
            )
            for gap in result.operation_gaps
            if gap.years and part.has(gap.deliverable)
        ),
    )


def _paid(room: Room, item: object, giver: Id | None, receiver: Id | None, status: object) -> Paid:
    return Paid(
        entry=entry(room.showing, item),  # type: ignore[arg-type]
        giver=_link(room, giver),
        receiver=_link(room, receiver),
        status=choice(status),
        amounts=tuple((str(a.period), room.showing.amount(a.amount)) for a in item.amounts),  # type: ignore[attr-defined]
    )


def _gaps(room: Room, part: Part, result: EconomyResult) -> tuple[Gap, ...]:
    found: dict[Id, list[tuple[int, Money]]] = {}
    for year in result.funding:
        if round(year.gap) > 0 and part.organisation in (None, year.organisation):
            found.setdefault(year.organisation, []).append((year.year, in_words(year.gap)))
    return tuple(Gap(organisation=room.showing.link(id), years=tuple(years)) for id, years in found.items())


def _link(room: Room, id: Id | None) -> Link | None:
    return room.showing.link(id) if id else None


def _amount(room: Room, value: Quantity | None) -> Amount | None:
    return room.showing.amount(value) if value else None
