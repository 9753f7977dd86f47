"""The calculation as the room shows it: amounts in words, and the bars beside them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from sammenheng.domain import Id
from sammenheng.economy import EconomyResult, Party
from sammenheng.economy.result import Case, NoteCode, ScheduleOrigin
from sammenheng.texts import formats
from sammenheng_web.collaborations.rooms import Room
from sammenheng_web.collaborations.your_part import Part
from sammenheng_web.ui.showing import Link
from sammenheng_web.ui.terms import texts

BAR = 500
"""How far a bar reaches to each side of the middle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """An amount in words, and whether it is below zero: never told by colour alone, the sign is in the words."""

    text: str
    is_negative: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What it comes to for society."""

    cost: Money
    benefit: Money
    public_net: Money
    tax_cost: Money
    npv: Money
    losers: int
    first_year: int | None
    last_year: int | None
    price_year: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One party's account. The bar begins at `bar_from` and is `bar_width` wide, of twice BAR in all."""

    link: Link
    is_user_group: bool
    cost: Money
    benefit: Money
    transfers: Money
    net: Money
    share_of_cost: str
    share_of_benefit: str
    asymmetry: str
    first_gain: str
    payback: str
    is_net_loser: bool
    estimated: tuple[int, int]
    bar_from: int
    bar_width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRow:
    """One party over the years: what each year leaves, not discounted."""

    link: Link
    cells: tuple[Money, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """All parties over the years, with the sum of those shown."""

    labels: tuple[int, ...]
    rows: tuple[YearRow, ...]
    sums: tuple[Money, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Worse:
    """What is left when things go worse than thought."""

    case: str
    npv: Money
    losers: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What the calculation rests on, in sentences."""

    sentences: tuple[str, ...]
    left_out: tuple[Link, ...]
    illustrative: int
    sourced: int
    neither: int

    @property
    def total(self) -> int:
        """How many amounts are counted."""
        return self.sourced + self.illustrative + self.neither


def money(kroner: float) -> Money:
    """An amount in words."""
    return Money(text=formats.money(texts(), kroner), is_negative=round(kroner) < 0)


def figures(result: EconomyResult) -> Figures:
    """The key figures."""
    totals = result.totals
    return Figures(
        cost=money(totals.present_cost),
        benefit=money(totals.present_benefit),
        public_net=money(totals.public_net),
        tax_cost=money(totals.tax_cost),
        npv=money(totals.npv),
        losers=len(result.net_losers),
        first_year=result.first_year,
        last_year=result.by_year[-1].year if result.by_year else None,
        price_year=result.price_year,
    )


def accounts(room: Room, part: Part, result: EconomyResult) -> tuple[Account, ...]:
    """The accounts to be shown, the largest net first; with a part, that organisation's and the user groups'."""
    widest = max((abs(party.net) for party in result.parties), default=0) or 1
    shown = [party for party in result.parties if _is_shown(part, result, party)]
    return tuple(_account(room, party, result, widest) for party in sorted(shown, key=lambda party: -party.net))


def _is_shown(part: Part, result: EconomyResult, party: Party) -> bool:
    return part.organisation in (None, party.id) or party in result.beneficiaries


def _account(room: Room, party: Party, result: EconomyResult, widest: float) -> Account:
    width = round(BAR * abs(party.net) / widest)
    return Account(
        link=room.showing.link(party.id),
        is_user_group=party in result.beneficiaries,
        cost=money(party.present_cost),
        benefit=money(party.present_benefit),
        transfers=money(party.present_transfers),
        net=money(party.net),
        share_of_cost=_share(party.share_of_cost),
        share_of_benefit=_share(party.share_of_benefit),
        asymmetry=_share(party.asymmetry),
        first_gain=formats.period(texts(), party.first_gain) if party.first_gain else "",
        payback=str(party.payback_year) if party.payback_year is not None else "",
        is_net_loser=party.is_net_loser,
        estimated=(party.estimated.n, party.estimated.of),
        bar_from=BAR - width if party.net < 0 else BAR,
        bar_width=width,
    )


def _share(share: float | None) -> str:
    return "" if share is None else formats.percent(texts(), round(share * 100))


def years(room: Room, part: Part, result: EconomyResult) -> Years:
    """What each year leaves each party, not discounted."""
    shown = [party for party in result.parties if _is_shown(part, result, party)]
    left = [[year.benefit - year.cost + year.transfers for year in party.years] for party in shown]
    return Years(
        labels=tuple(year.year for year in result.by_year),
        rows=tuple(
            YearRow(link=room.showing.link(party.id), cells=tuple(map(money, amounts)))
            for party, amounts in zip(shown, left, strict=True)
        ),
        sums=tuple(money(sum(column)) for column in zip(*left, strict=True)),
    )


def worse(room: Room, result: EconomyResult) -> tuple[Worse, ...]:
    """The optimism test."""
    words = {
        Case.COSTS_UP: _("Costs are 20 per cent higher"),
        Case.BENEFITS_DOWN: _("Benefits are 20 per cent lower"),
        Case.ONE_YEAR_LATER: _("Benefits come a year later"),
        Case.ALL_THREE: _("All three at once"),
    }
    return tuple(
        Worse(case=words[test.case], npv=money(test.npv), losers=tuple(map(room.showing.link, test.net_losers)))
        for test in result.sensitivity
    )


def basis(room: Room, result: EconomyResult) -> Basis:
    """What the reader must know to read the figures rightly."""
    return Basis(
        sentences=tuple(_sentences(room, result)),
        left_out=tuple(room.showing.link(id) for id in dict.fromkeys(left.id for left in result.left_out)),
        illustrative=result.basis.illustrative,
        sourced=result.basis.sourced,
        neither=result.basis.neither,
    )


def _sentences(room: Room, result: EconomyResult) -> list[str]:
    rates = ", ".join(
        _("%(rate)s from year %(year)s") % {"rate": formats.percent(texts(), rate.rate), "year": rate.from_year}
        for rate in result.edition.rates
    )
    said = [
        _("Rule values: %(edition)s. Discount rate: %(rates)s.") % {"edition": result.edition.edition, "rates": rates}
    ]
    said.append(_SCHEDULES[result.schedule_from]())
    said += [_NOTES[code](room, [note.id for note in result.notes if note.code is code]) for code in _codes(result)]
    return said


def _codes(result: EconomyResult) -> list[NoteCode]:
    return list(dict.fromkeys(note.code for note in result.notes))


def _named(room: Room, ids: list[Id | None]) -> str:
    return formats.listed(texts(), [str(room.showing.link(id).title) for id in ids if id])


_SCHEDULES = {
    ScheduleOrigin.COMMITTED_PLAN: lambda: _("Years follow the plan that the collaboration has committed itself to."),
    ScheduleOrigin.GIVEN: lambda: _("Years follow a plan that was given."),
    ScheduleOrigin.NONE: lambda: _("There is no committed plan, so only amounts with years of their own are counted."),
}
_NOTES = {
    NoteCode.FIRST_YEAR_UNKNOWN: lambda room, ids: _("No first year is set, and none could be found."),
    NoteCode.FIRST_YEAR_ASSUMED: lambda room, ids: _("No first year is set; the first year with an amount is used."),
    NoteCode.YEARS_ASSUMED: lambda room, ids: _("The number of years is not set; ten are used."),
    NoteCode.OTHER_PRICE_YEAR: lambda room, ids: (
        _("These have another price year and are not adjusted: %(names)s.") % {"names": _named(room, ids)}
    ),
    NoteCode.TRANSFER_NOT_AGREED: lambda room, ids: (
        _("Not counted because it is not agreed: %(names)s.") % {"names": _named(room, ids)}
    ),
    NoteCode.FUNDING_NOT_GRANTED: lambda room, ids: (
        _("Not counted because it is not granted: %(names)s.") % {"names": _named(room, ids)}
    ),
    NoteCode.LEVEL_UNKNOWN: lambda room, ids: (
        _("It is not known whether these are public: %(names)s.") % {"names": _named(room, ids)}
    ),
    NoteCode.EDITION_NOT_VERIFIED: lambda room, ids: _("The rule values are not all verified against their source."),
}
