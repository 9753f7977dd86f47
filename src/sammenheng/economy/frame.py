"""The frame of a calculation: which years, which rule values, how a year is discounted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import fsum

from ..domain import Collaboration, Period
from .discount import Timing, discount_factor
from .editions import Edition, edition_of
from .flows import QUARTERS, Amounts, priced, quantities_of
from .result import Note, NoteCode
from .schedule import committed_plan

USUAL_YEARS = 10
"""Years a calculation covers when the collaboration does not say: usual for co-financed digital projects."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Choices of a calculation that are not in the collaboration, or instead of what is there."""

    first_year: int | None = None
    years: int | None = None
    edition: Edition | None = None
    timing: Timing = field(default_factory=Timing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Years, rule values and timing, settled. Without a first year nothing can be placed in time."""

    first_year: int | None
    years: int
    edition: Edition
    timing: Timing
    notes: tuple[Note, ...]

    @classmethod
    def of(cls, collaboration: Collaboration, settings: Settings) -> Frame:
        """The frame a collaboration and the settings give, with notes on what had to be assumed."""
        edition = settings.edition or edition_of(collaboration)
        notes = [] if edition.is_verified else [Note(code=NoteCode.EDITION_NOT_VERIFIED)]
        first_year = settings.first_year or collaboration.first_year
        if first_year is None:
            first_year = _likely_first_year(collaboration)
            code = NoteCode.FIRST_YEAR_UNKNOWN if first_year is None else NoteCode.FIRST_YEAR_ASSUMED
            notes.append(Note(code=code))
        years = settings.years or collaboration.years
        if years is None:
            years = USUAL_YEARS
            notes.append(Note(code=NoteCode.YEARS_ASSUMED))
        return cls(
            first_year=first_year,
            years=0 if first_year is None else years,
            edition=edition,
            timing=settings.timing,
            notes=tuple(notes),
        )

    @property
    def window(self) -> range:
        """The quarters that count, numbered from the year 0."""
        first = self.first_year or 0
        return range(first * QUARTERS, (first + self.years) * QUARTERS)

    @property
    def calendar(self) -> range:
        """The years that count."""
        first = self.first_year or 0
        return range(first, first + self.years)

    def factor(self, year: int) -> float:
        """What a krone in a calendar year is worth in the calculation."""
        return discount_factor(self.timing.time_of(year - (self.first_year or 0)), self.edition)

    def factor_of_quarter(self, quarter: int) -> float:
        """The factor of the quarter's year: one krone counts the same all through a year."""
        return self.factor(quarter // QUARTERS)

    def present(self, amounts: Amounts) -> float:
        """The present value of amounts by quarter."""
        return fsum(total * self.factor(year) for year, total in by_year(amounts).items())


def by_year(amounts: Amounts) -> dict[int, float]:
    """Amounts by quarter added up by calendar year."""
    years: dict[int, float] = {}
    for quarter, amount in amounts.items():
        year = quarter // QUARTERS
        years[year] = years.get(year, 0.0) + amount
    return years


def _likely_first_year(collaboration: Collaboration) -> int | None:
    """The first year named in plan, costs, benefits and money; else the latest price year."""
    named = [period.year for period in _periods(collaboration)]
    if named:
        return min(named)
    told = (quantity.price_year for thing in priced(collaboration) for quantity in quantities_of(thing))
    return collaboration.price_year or max((year for year in told if year is not None), default=None)


def _periods(collaboration: Collaboration) -> Iterator[Period]:
    plan = committed_plan(collaboration)
    if plan is not None:
        yield from (entry.start for entry in plan.schedule)
    yield from (thing.from_period for thing in priced(collaboration) if thing.from_period is not None)
    for held in (collaboration.costs, collaboration.budgets, collaboration.funding, collaboration.transfers):
        yield from (told.period for thing in held for told in thing.amounts)
    yield from (found.start for found in collaboration.plans if found.start is not None)
