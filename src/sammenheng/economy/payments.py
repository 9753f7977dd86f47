"""Payments between parties: who pays whom, and from which pots. Together they are zero."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..domain import Collaboration, Id
from ..domain.words import Funding
from ..domain.words.economy import FundingStatus, TransferStatus
from .flows import Amounts, Line, spread
from .result import Note, NoteCode
from .schedule import Readiness, Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """Kroner by quarter from a party or a fund to a party. `from_fund`: the giver is a funding, not a party."""

    giver: Id
    receiver: Id
    amounts: Amounts
    from_fund: bool = False


def payments(
    collaboration: Collaboration, schedule: Schedule | None, lines: Iterable[Line], window: range
) -> tuple[Payment, ...]:
    """All that changes hands: costs paid by others than where they arise, agreed transfers, granted funding."""
    ready = Readiness.of(collaboration, schedule or {})
    found = (*_paid_for_others(lines), *_transfers(collaboration), *_grants(collaboration, ready))
    return tuple(payment for payment in (_within(payment, window) for payment in found) if payment.amounts)


def is_own_frame(funding: Funding) -> bool:
    """Whether it is money the receiver has already, so that nothing changes hands."""
    one_party = funding.giver is None or funding.receiver is None or funding.giver == funding.receiver
    return funding.scheme is None and one_party


def is_granted(funding: Funding) -> bool:
    """Whether the money is certain."""
    return funding.status is FundingStatus.GRANTED


def pays_for_plan(funding: Funding, ready: Readiness) -> bool:
    """Whether any deliverable it is for is carried out; funding that names none is for the whole."""
    named = funding.deliverables
    return not named or any(ready.finish(deliverable) is not None for deliverable in named)


def notes_on_payments(collaboration: Collaboration) -> Iterator[Note]:
    """Payments and grants that are not counted because they are not settled."""
    for transfer in collaboration.transfers:
        if transfer.status is not TransferStatus.AGREED:
            yield Note(code=NoteCode.TRANSFER_NOT_AGREED, id=transfer.id)
    for funding in collaboration.funding:
        if not is_granted(funding):
            yield Note(code=NoteCode.FUNDING_NOT_GRANTED, id=funding.id)


def _paid_for_others(lines: Iterable[Line]) -> Iterator[Payment]:
    for line in lines:
        if line.payer != line.party:
            yield Payment(giver=line.payer, receiver=line.party, amounts=line.amounts)


def _transfers(collaboration: Collaboration) -> Iterator[Payment]:
    for transfer in collaboration.transfers:
        if transfer.status is TransferStatus.AGREED and transfer.giver != transfer.receiver:
            yield Payment(giver=transfer.giver, receiver=transfer.receiver, amounts=spread(transfer.amounts))


def _grants(collaboration: Collaboration, ready: Readiness) -> Iterator[Payment]:
    for funding in collaboration.funding:
        if is_own_frame(funding) or not is_granted(funding) or not pays_for_plan(funding, ready):
            continue
        if funding.receiver is None:
            continue
        amounts = spread(funding.amounts)
        # A scheme is a pot of its own; the organisation that runs it pays nothing out of its frame.
        if funding.scheme is not None or funding.giver is None:
            yield Payment(giver=funding.id, receiver=funding.receiver, amounts=amounts, from_fund=True)
        else:
            yield Payment(giver=funding.giver, receiver=funding.receiver, amounts=amounts)


def _within(payment: Payment, window: range) -> Payment:
    kept = {quarter: amount for quarter, amount in payment.amounts.items() if quarter in window}
    return Payment(giver=payment.giver, receiver=payment.receiver, amounts=kept, from_fund=payment.from_fund)
