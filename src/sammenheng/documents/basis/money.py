"""Chapters on money: costs and benefits per organisation and user group, and how sure the numbers are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...domain.words import Benefit
from ...economy.result import Case, NoteCode, Party
from ...texts import formats, gettext_noop
from ...texts.labels import choice_label
from ..values import Block, Cell, Line, List, Note, NoteKind, Section, Table, said
from .telling import Telling

N_ = gettext_noop

CASES: Final = {
    Case.COSTS_UP: N_("Costs become 20% higher"),
    Case.BENEFITS_DOWN: N_("Benefits become 20% lower"),
    Case.ONE_YEAR_LATER: N_("Everything comes one year later"),
    Case.ALL_THREE: N_("All three at once"),
}
NOTES: Final = {
    NoteCode.FIRST_YEAR_UNKNOWN: N_("The first year of the calculation is not known."),
    NoteCode.FIRST_YEAR_ASSUMED: N_("The first year of the calculation is assumed from the plan."),
    NoteCode.YEARS_ASSUMED: N_("The length of the calculation is assumed."),
    NoteCode.OTHER_PRICE_YEAR: N_("Some amounts are in the prices of another year, and are used as they stand."),
    NoteCode.TRANSFER_NOT_AGREED: N_("A payment between parties is not agreed and not counted."),
    NoteCode.FUNDING_NOT_GRANTED: N_("Some funding is not granted and not counted."),
    NoteCode.LEVEL_UNKNOWN: N_("For some organisations it is not known whether they are public."),
    NoteCode.EDITION_NOT_VERIFIED: N_("The rule values of the calculation are not verified against their source."),
}


def money(telling: Telling) -> Section:
    """Who carries the cost and who gets the benefit, and what it comes to."""
    result = telling.basis.economy
    blocks: list[Block] = []
    if telling.basis.plan is None:
        blocks.append(
            telling.missing("money", N_("Without a plan nothing can be placed in time, so little can be counted."))
        )
    totals, estimated = result.totals, result.estimated
    blocks.append(
        telling.paragraph(
            N_(
                "Present values over {years} years from {first}, prices of {price}, by {edition}. {n} of {of} costs "
                "and benefits have an amount that could be counted."
            ),
            years=result.years,
            first=result.first_year or "–",
            price=result.price_year or "–",
            edition=result.edition.edition,
            n=estimated.n,
            of=estimated.of,
        )
    )
    if result.organisations:
        blocks.append(
            parties_table(telling, result.organisations, N_("Costs and benefits per organisation"), transfers=True)
        )
    if result.beneficiaries:
        blocks.append(
            parties_table(telling, result.beneficiaries, N_("Costs and benefits per user group"), transfers=False)
        )
    blocks.append(
        List(
            items=tuple(
                (telling.span(f"{telling.texts.gettext(label)}: "), telling.span(telling.money(value), strong=True))
                for label, value in (
                    (N_("Benefits in all"), totals.present_benefit),
                    (N_("Costs in all"), totals.present_cost),
                    (N_("Net for society before the cost of taxes"), totals.net),
                    (N_("Cost of funding by taxes"), totals.tax_cost),
                    (N_("Net present value"), totals.npv),
                )
            )
        )
    )
    losers = [party for party in result.net_losers if telling.whole.get(party.id)]
    if losers:
        names = formats.listed(telling.texts, (telling.speech.named(party.id).text for party in losers))
        blocks.append(telling.paragraph(N_("These carry more than they gain: {names}."), names=names))
    unpriced = tuple(_unpriced(telling))
    if unpriced:
        blocks += [telling.paragraph(N_("Benefits without a price, never added to the money:")), List(items=unpriced)]
    gaps = tuple(_operation(telling))
    if gaps:
        blocks += [telling.paragraph(N_("Operation without committed money:")), List(items=gaps)]
    return Section(id="money", title=telling.own(N_("Costs and benefits")), blocks=tuple(blocks), new_page=True)


def parties_table(telling: Telling, parties: tuple[Party, ...], caption: str, *, transfers: bool) -> Table:
    """The account of each party, a row each."""
    gettext = telling.texts.gettext
    paid = (gettext("Payments"),) if transfers else ()
    rows = tuple(
        (
            Cell(lines=(said(telling.speech.named(party.id)),)),
            telling.money_cell(party.present_cost),
            telling.money_cell(party.present_benefit),
            *((telling.money_cell(party.present_transfers),) if transfers else ()),
            telling.money_cell(party.net),
            telling.text_cell(telling.period(party.first_gain)),
            telling.text_cell(gettext("{n} of {of}", n=party.estimated.n, of=party.estimated.of), number=True),
        )
        for party in parties
    )
    head = (
        gettext("Party"),
        gettext("Cost"),
        gettext("Benefit"),
        *paid,
        gettext("Net"),
        gettext("First gain"),
        gettext("Estimated"),
    )
    return Table(
        caption=telling.own(caption),
        head=telling.head(*head),
        rows=rows,
        weights=(1.7, 1.2, 1.2, *((1.3,) if transfers else ()), 1.2, 1, 0.9),
    )


def _unpriced(telling: Telling) -> Iterator[Line]:
    for effect in telling.basis.economy.unpriced:
        benefit = telling.whole.get(effect.benefit)
        if isinstance(benefit, Benefit):
            known = [choice_label(telling.texts, code) for code in (benefit.importance, benefit.extent) if code]
            yield (*telling.told(benefit), telling.span(f" – {', '.join(known)}" if known else ""))


def _operation(telling: Telling) -> Iterator[Line]:
    for gap in telling.basis.economy.operation_gaps:
        years = formats.listed(telling.texts, map(str, gap.years))
        deliverable = telling.whole.get(gap.deliverable)
        if deliverable is not None:
            yield (*telling.told(deliverable), telling.span(f": {years}"))


def uncertainty(telling: Telling) -> Section:
    """What the numbers rest on, and what is left when things go worse than thought."""
    result, gettext = telling.basis.economy, telling.texts.gettext
    resting, span = result.basis, result.totals.net_span
    blocks: list[Block] = []
    if resting.illustrative:
        warning = telling.own(
            N_(
                "{count} of the counted amounts are assumptions made to show the method. "
                "The results are then examples, not estimates."
            ),
            count=resting.illustrative,
        )
        blocks.append(
            Note(kind=NoteKind.ILLUSTRATIVE, title=telling.own(N_("Illustrative numbers")), lines=(said(warning),))
        )
    blocks.append(
        telling.paragraph(
            N_(
                "Of the counted amounts {sourced} have a source, {illustrative} are illustrative and "
                "{neither} have neither."
            ),
            sourced=resting.sourced,
            illustrative=resting.illustrative,
            neither=resting.neither,
        )
    )
    blocks.append(
        telling.paragraph(
            N_(
                "If all costs are high and all benefits low the net is {low}; the other way round it is {high}. "
                "These are ends, not probabilities."
            ),
            low=telling.money(span.low),
            high=telling.money(span.high),
        )
    )
    if result.sensitivity:
        rows = tuple(
            (
                telling.text_cell(gettext(CASES[case.case])),
                telling.money_cell(case.net),
                telling.money_cell(case.npv),
                Cell(lines=tuple(said(telling.speech.briefly(id)) for id in case.net_losers if telling.whole.get(id))),
            )
            for case in result.sensitivity
        )
        head = telling.head(
            gettext("If"), gettext("Net"), gettext("Net present value"), gettext("Who then carries more than they gain")
        )
        caption = telling.own(N_("When things go worse than thought"))
        blocks.append(Table(caption=caption, head=head, rows=rows, weights=(1.6, 1, 1, 1.8)))
    notes = dict.fromkeys(note.code for note in result.notes)
    if notes:
        blocks.append(List(items=tuple((telling.span(gettext(NOTES[code])),) for code in notes)))
    return Section(id="uncertainty", title=telling.own(N_("How sure this is")), blocks=tuple(blocks))
