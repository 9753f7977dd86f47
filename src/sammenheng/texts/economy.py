"""What a calculation says in codes, in words: notes, what is left out and why, the cases of the optimism test."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..domain import Collaboration
from ..economy.editions import Edition
from ..economy.flows import Missing
from ..economy.result import Basis, Case, Note, NoteCode
from ..economy.unpriced import Unpriced
from . import formats
from .catalog import Texts, gettext_noop
from .found import name_of

N_ = gettext_noop
MINUS: Final = "−"
NOTHING: Final = "0"

MISSING: Final[Mapping[Missing, str]] = {
    Missing.NOT_ESTIMATED: N_("has no amount yet"),
    Missing.NO_PARTY: N_("does not say whom it concerns"),
    Missing.NO_PERIOD: N_("does not say when"),
    Missing.NO_SCHEDULE: N_("depends on when a deliverable runs, and no plan says that"),
    Missing.NOT_IN_PLAN: N_("belongs to something that is not in the plan"),
    Missing.STOPPED: N_("belongs to a deliverable that has been stopped"),
    Missing.DONE_BEFORE: N_("was paid before the plan, for something that is done"),
    Missing.OUTSIDE_YEARS: N_("falls outside the years that are counted"),
}

CASES: Final[Mapping[Case, str]] = {
    Case.COSTS_UP: N_("Costs 20 per cent higher"),
    Case.BENEFITS_DOWN: N_("Benefits 20 per cent lower"),
    Case.ONE_YEAR_LATER: N_("Benefits one year later"),
    Case.ALL_THREE: N_("All three at once"),
}

NOTES: Final[Mapping[NoteCode, str]] = {
    NoteCode.FIRST_YEAR_UNKNOWN: N_("The file names no year, so nothing could be placed in time. Set the first year."),
    NoteCode.FIRST_YEAR_ASSUMED: N_(
        "The file does not say which year is the first; the earliest one it names is used."
    ),
    NoteCode.YEARS_ASSUMED: N_("The file does not say how many years to count; ten are counted, as is usual."),
    NoteCode.OTHER_PRICE_YEAR: N_("“{name}” is in the prices of another year, and is counted as it stands."),
    NoteCode.TRANSFER_NOT_AGREED: N_("The payment “{name}” is not agreed, and is not counted."),
    NoteCode.FUNDING_NOT_GRANTED: N_("The funding “{name}” is not granted, and is not counted."),
    NoteCode.LEVEL_UNKNOWN: N_("{name} has no level, and is not counted as public."),
    NoteCode.EDITION_NOT_VERIFIED: N_("Not all rule values have been checked against their source."),
}


def missing(texts: Texts, reason: Missing) -> str:
    """Why a cost or benefit is not counted, to stand beside its name."""
    return texts.gettext(MISSING[reason])


def case(texts: Texts, code: Case) -> str:
    """What is tried in a case of the optimism test."""
    return texts.gettext(CASES[code])


def note(texts: Texts, whole: Collaboration, told: Note) -> str:
    """A note about a result."""
    name = "" if told.id is None else name_of(texts, whole, told.id)
    return texts.gettext(NOTES[told.code], name=name)


def basis(texts: Texts, rests_on: Basis) -> str:
    """What the amounts rest on: how many are assumed, and how many have a source."""
    count = rests_on.sourced + rests_on.illustrative + rests_on.neither
    if not count:
        return texts.gettext("No amounts are counted.")
    if rests_on.illustrative == count:
        return texts.gettext("All amounts are assumed to show the method. They are not facts.")
    return texts.gettext(
        "Of {count} amounts, {illustrative} are assumed to show the method, {sourced} have a source, and {neither} "
        "are estimates without a source.",
        count=formats.number(texts, count),
        illustrative=formats.number(texts, rests_on.illustrative),
        sourced=formats.number(texts, rests_on.sourced),
        neither=formats.number(texts, rests_on.neither),
    )


def edition(texts: Texts, used: Edition) -> str:
    """Which rule values were used, and whether they were checked."""
    if used.is_verified:
        return texts.gettext("Rule values: {edition}, checked against the source.", edition=used.edition)
    if used.rates_verified:
        told = N_("Rule values: {edition}. The tax-funding cost of {tax_cost} per cent has not been checked.")
        return texts.gettext(told, edition=used.edition, tax_cost=formats.number(texts, used.tax_cost))
    return texts.gettext("Rule values: {edition}, not checked against the source.", edition=used.edition)


def signs(effect: Unpriced) -> str:
    """The consequence of an unpriced effect as plus and minus signs; empty when it cannot be read."""
    if effect.low is None or effect.high is None:
        return ""
    low, high = _signs(effect.low), _signs(effect.high)
    return low if low == high else f"{low} / {high}"


def _signs(number: int) -> str:
    return ("+" if number > 0 else MINUS) * abs(number) or NOTHING
