"""`sammenheng economy`: who carries the cost, who gains, and what it comes to for society."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from ..domain import Collaboration, Id
from ..economy import EconomyResult, Settings, Timing, economy
from ..economy.result import NoteCode, Party, ScheduleOrigin
from ..texts import Texts, formats, gettext_noop
from ..texts import economy as economy_texts
from ..texts.found import name_of
from .answers import content_of, planned
from .call import Call
from .parsing import Verbs
from .party_table import UNKNOWN, million, party_table

N_ = gettext_noop
VERSION: Final = 1

ORIGINS: Final = {
    ScheduleOrigin.COMMITTED_PLAN: N_("When things happen is taken from the plan in the file."),
    ScheduleOrigin.GIVEN: N_("When things happen is taken from the plan that was given."),
    ScheduleOrigin.NONE: N_("No plan says when deliverables run. Only what has periods of its own is counted."),
}


def add_parser(verbs: Verbs) -> None:
    """Tell the verb."""
    texts = verbs.texts
    parser = verbs.add("economy", texts.gettext("count what each party pays and gains, and what it comes to"), run)
    told = texts.gettext("when things happen: an answer of sammenheng plan --json, instead of the plan in the file")
    parser.add_argument("--plan", metavar="RESULT.json", help=told)
    told = texts.gettext("count all of a year at its middle")
    parser.add_argument("--mid-year", action="store_true", help=told)
    told = texts.gettext("discount the first year as year 1 instead of year 0")
    parser.add_argument("--first-year-discounted", action="store_true", help=told)


def run(call: Call) -> int:
    """Calculate, and show the accounts."""
    whole = call.collaboration()
    schedule = None if call.arguments.plan is None else planned(call, whole, call.arguments.plan)
    number = 1 if call.arguments.first_year_discounted else 0
    timing = Timing(first_year_number=number, mid_year=call.arguments.mid_year)
    result = economy(whole, schedule=schedule, settings=Settings(timing=timing))
    if call.wants_json:
        call.answer("economy", VERSION, {"collaboration": whole.id, **content_of(result)})
    else:
        _Shown(call, whole.in_use, result).all()
    return 0


class _Shown:
    """The accounts for people."""

    def __init__(self, call: Call, whole: Collaboration, result: EconomyResult) -> None:
        self.texts, self.screen = call.texts, call.screen
        self.whole, self.result = whole, result

    def all(self) -> None:
        """Everything about the calculation."""
        self.screen.line(self.texts.said(self.whole.name, source=self.whole.source_language), style="bold")
        self.screen.line(self.texts.gettext(ORIGINS[self.result.schedule_from]))
        self.society()
        self.parties()
        self.sensitivity()
        self.money()
        self.unpriced()
        self.left_out()
        self.notes()

    def society(self) -> None:
        texts, totals, result = self.texts, self.result.totals, self.result
        if result.first_year is None:
            return
        told = texts.ngettext(
            "Society, over {count} year from {year}, in NOK million, present value",
            "Society, over {count} years from {year}, in NOK million, present value",
            result.years,
            year=result.first_year,
        )
        self.screen.heading(told)
        span = texts.gettext(
            "from {low} to {high}",
            low=million(self.texts, totals.net_span.low),
            high=million(self.texts, totals.net_span.high),
        )
        rows = [
            (texts.gettext("Benefits"), million(self.texts, totals.present_benefit)),
            (texts.gettext("Costs"), million(self.texts, totals.present_cost)),
            (texts.gettext("Benefits less costs"), million(self.texts, totals.net)),
            (texts.gettext("If everything goes badly or well"), span),
            (texts.gettext("Of it for public bodies"), million(self.texts, totals.public_net)),
            (texts.gettext("Tax-funding cost"), million(self.texts, totals.tax_cost)),
            (texts.gettext("Net present value"), million(self.texts, totals.npv)),
        ]
        if totals.npv_per_budget_krone is not None:
            per_krone = formats.number(texts, totals.npv_per_budget_krone, decimals=2)
            rows.append((texts.gettext("Net present value for each budget krone"), per_krone))
        self.screen.columns(rows, right=(1,))

    def parties(self) -> None:
        texts, parties = self.texts, self.result.parties
        if not parties:
            return
        self.screen.heading(texts.gettext("What each party pays and gains, in NOK million, present value"))
        table = party_table(texts, [(self.name(party.id), party) for party in parties])
        more = ((texts.gettext("Paid back in"), texts.gettext("Estimated")), *(self.more(party) for party in parties))
        self.screen.columns([(*row, *added) for row, added in zip(table, more, strict=True)], right=range(1, 7))
        losers = [self.name(party.id) for party in self.result.net_losers]
        if losers:
            names = formats.listed(texts, losers)
            told = texts.ngettext(
                "{names} pays more than it gains.", "{names} pay more than they gain.", len(losers), names=names
            )
            self.screen.line(told, indent=2, style="warning")

    def more(self, party: Party) -> tuple[str, str]:
        """When it is paid back, and how much of it is estimated."""
        estimated = self.texts.gettext("{n} of {of}", n=party.estimated.n, of=party.estimated.of)
        return UNKNOWN if party.payback_year is None else str(party.payback_year), estimated

    def sensitivity(self) -> None:
        texts = self.texts
        if not self.result.sensitivity:
            return
        self.screen.heading(texts.gettext("If it goes worse than thought, in NOK million, present value"))
        head = ("", texts.gettext("Benefits less costs"), texts.gettext("Net present value"))
        rows = [
            (economy_texts.case(texts, told.case), million(self.texts, told.net), million(self.texts, told.npv))
            for told in self.result.sensitivity
        ]
        self.screen.columns([head, *rows], right=(1, 2))

    def money(self) -> None:
        texts = self.texts
        lacking = [year for year in self.result.funding if year.gap > 0]
        if lacking:
            self.screen.heading(texts.gettext("Years in which committed money does not cover the cost"))
            self.screen.columns(
                [row for who in dict.fromkeys(y.organisation for y in lacking) for row in self.gaps(who)]
            )
        if self.result.operation_gaps:
            self.screen.heading(texts.gettext("Finished deliverables without committed money for operation"))
            rows = [(self.name(gap.deliverable), _years(texts, gap.years)) for gap in self.result.operation_gaps]
            self.screen.columns(rows)

    def gaps(self, organisation: Id) -> Iterator[tuple[str, str, str]]:
        """What lacks in each year; years on end with the same amount together."""
        of_it = [year for year in self.result.funding if year.organisation == organisation and year.gap > 0]
        for (gap, _), years in groupby(enumerate(of_it), key=lambda told: (round(told[1].gap), told[1].year - told[0])):
            amount = self.texts.gettext("{amount} a year", amount=formats.money(self.texts, gap))
            yield self.name(organisation), _years(self.texts, [year.year for _, year in years]), amount

    def unpriced(self) -> None:
        texts = self.texts
        if not self.result.unpriced:
            return
        self.screen.heading(texts.gettext("Effects without a price"))
        unknown = texts.gettext("not weighed yet")
        rows = [(self.name(effect.benefit), economy_texts.signs(effect) or unknown) for effect in self.result.unpriced]
        self.screen.columns(rows)

    def left_out(self) -> None:
        if not self.result.left_out:
            return
        self.screen.heading(self.texts.gettext("Not counted"))
        rows = [(self.name(left.id), economy_texts.missing(self.texts, left.reason)) for left in self.result.left_out]
        self.screen.columns(rows)

    def notes(self) -> None:
        texts = self.texts
        self.screen.heading(texts.gettext("Good to know"))
        # That values are not checked is said with the values, last.
        notes = (note for note in self.result.notes if note.code is not NoteCode.EDITION_NOT_VERIFIED)
        told = [economy_texts.note(texts, self.whole, note) for note in notes]
        told += [economy_texts.basis(texts, self.result.basis), economy_texts.edition(texts, self.result.edition)]
        for line in told:
            self.screen.line(f"• {line}", indent=2, hang=2)

    def name(self, id: Id) -> str:
        return name_of(self.texts, self.whole, id)


def _years(texts: Texts, years: Sequence[int]) -> str:
    """Years in words: a stretch as from and to."""
    if len(years) > 1 and years[-1] - years[0] == len(years) - 1:
        return texts.gettext("{first} to {last}", first=years[0], last=years[-1])
    return formats.listed(texts, (str(year) for year in years))
