"""The account of each party, added up from costs, benefits and payments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..domain import Collaboration, Id, Period
from .flows import Amounts, Layout, LeftOut, Missing, is_estimated, party_of, priced
from .frame import Frame, by_year
from .payments import Payment
from .result import Estimated, Party, PartyKind, PartyYear, Span

HALF_KRONE = 0.5
"""Less than this is nothing: what is left when equal amounts are taken from each other."""

# Whatever is not in the plan or not in the years is no part of the answer, so it is not waited for either.
_NO_PART = frozenset({Missing.NOT_IN_PLAN, Missing.STOPPED, Missing.DONE_BEFORE, Missing.OUTSIDE_YEARS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Flows:
    """What one party pays, gains and receives, by quarter."""

    cost: Amounts
    benefit: Amounts
    transfers: Amounts

    def net_by_year(self) -> dict[int, float]:
        """Benefit less cost, with transfers, by calendar year and not discounted."""
        net = by_year(self.benefit)
        for year, amount in by_year(self.cost).items():
            net[year] = net.get(year, 0.0) - amount
        for year, amount in by_year(self.transfers).items():
            net[year] = net.get(year, 0.0) + amount
        return net


def flows_of(layout: Layout, paid: Iterable[Payment]) -> dict[Id, Flows]:
    """The flows of every party and every fund."""
    flows: dict[Id, Flows] = {}
    for line in layout.lines:
        held = _held(flows, line.party)
        _add(held.cost if line.is_cost else held.benefit, line.amounts, 1)
    for payment in paid:
        _add(_held(flows, payment.giver).transfers, payment.amounts, -1)
        _add(_held(flows, payment.receiver).transfers, payment.amounts, 1)
    return flows


def parties(
    collaboration: Collaboration, frame: Frame, layout: Layout, flows: Mapping[Id, Flows], spans: Mapping[Id, Span]
) -> tuple[Party, ...]:
    """The account of every organisation and user group that a cost, benefit or payment concerns, by id."""
    total_cost = sum(frame.present(held.cost) for held in flows.values())
    total_benefit = sum(frame.present(held.benefit) for held in flows.values())
    concerned = set(flows) | {left.party for left in layout.left_out if left.party is not None}
    kinds = {thing.id: PartyKind.ORGANISATION for thing in collaboration.organisations}
    kinds |= {thing.id: PartyKind.USER_GROUP for thing in collaboration.user_groups}
    waiting = estimates(collaboration, layout.left_out)
    return tuple(
        _party(id, kinds[id], frame, flows.get(id, _nothing()), (total_cost, total_benefit), waiting, spans)
        for id in sorted(concerned)
        if id in kinds
    )


def estimates(collaboration: Collaboration, left_out: Iterable[LeftOut]) -> dict[Id | None, Estimated]:
    """How many costs and benefits of each party have an amount; under `None`: of all."""
    no_part = {left.id for left in left_out if left.reason in _NO_PART}
    counted: dict[Id | None, tuple[int, int]] = {None: (0, 0)}
    for thing in priced(collaboration):
        if thing.id in no_part:
            continue
        for who in {party_of(thing, collaboration), None}:
            n, of = counted.get(who, (0, 0))
            counted[who] = (n + is_estimated(thing), of + 1)
    return {who: Estimated(n=n, of=of) for who, (n, of) in counted.items()}


def net_of(flows: Flows, frame: Frame) -> float:
    """The present net of one party, transfers counted."""
    return frame.present(flows.benefit) - frame.present(flows.cost) + frame.present(flows.transfers)


def _party(
    id: Id,
    kind: PartyKind,
    frame: Frame,
    held: Flows,
    totals: tuple[float, float],
    waiting: Mapping[Id | None, Estimated],
    spans: Mapping[Id, Span],
) -> Party:
    cost, benefit = frame.present(held.cost), frame.present(held.benefit)
    transfers = frame.present(held.transfers)
    net = benefit - cost + transfers
    share_of_cost, share_of_benefit = _share(cost, totals[0]), _share(benefit, totals[1])
    known = share_of_cost is not None and share_of_benefit is not None
    so_far = _added_up(held, frame)
    gains = [quarter for quarter, amount in held.benefit.items() if amount > 0]
    return Party(
        id=id,
        kind=kind,
        present_cost=cost,
        present_benefit=benefit,
        present_transfers=transfers,
        net=net,
        net_before_transfers=benefit - cost,
        net_span=spans.get(id, Span(low=net, high=net)),
        share_of_cost=share_of_cost,
        share_of_benefit=share_of_benefit,
        asymmetry=share_of_cost - share_of_benefit if known else None,  # type: ignore[operator]
        is_net_loser=net < -HALF_KRONE,
        payback_year=_payback_year(so_far) if held.cost or held.benefit or held.transfers else None,
        longest_negative=_longest_negative(so_far),
        first_gain=Period.of_quarter(min(gains)) if gains else None,
        estimated=waiting.get(id, Estimated(n=0, of=0)),
        years=_years(held, frame),
    )


def _years(held: Flows, frame: Frame) -> tuple[PartyYear, ...]:
    cost, benefit, transfers = by_year(held.cost), by_year(held.benefit), by_year(held.transfers)
    return tuple(
        PartyYear(
            year=year, cost=cost.get(year, 0.0), benefit=benefit.get(year, 0.0), transfers=transfers.get(year, 0.0)
        )
        for year in frame.calendar
    )


def _added_up(held: Flows, frame: Frame) -> dict[int, float]:
    net, total = held.net_by_year(), 0.0
    so_far = {}
    for year in frame.calendar:
        total += net.get(year, 0.0) * frame.factor(year)
        so_far[year] = total
    return so_far


def _payback_year(so_far: Mapping[int, float]) -> int | None:
    """The year from which the account stays at zero or above; `None` when it ends below."""
    payback = None
    for year, total in so_far.items():
        if total < -HALF_KRONE:
            payback = None
        elif payback is None:
            payback = year
    return payback


def _longest_negative(so_far: Mapping[int, float]) -> int:
    longest = current = 0
    for total in so_far.values():
        current = current + 1 if total < -HALF_KRONE else 0
        longest = max(longest, current)
    return longest


def _share(amount: float, total: float) -> float | None:
    return amount / total if abs(total) > HALF_KRONE else None


def _held(flows: dict[Id, Flows], id: Id) -> Flows:
    return flows.setdefault(id, _nothing())


def _nothing() -> Flows:
    return Flows(cost={}, benefit={}, transfers={})


def _add(total: Amounts, amounts: Amounts, sign: int) -> None:
    for quarter, amount in amounts.items():
        total[quarter] = total.get(quarter, 0.0) + sign * amount
