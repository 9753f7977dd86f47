"""What a krone in a later year is worth today: forward rates multiplied, year by year."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from .editions import Edition, Rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """When in a year its kroner count, and which number the first year has.

    `first_year_number` 0: the first year is not discounted; 1: it is discounted as year 1. With `mid_year` all of
    a year counts at its middle, seen from the beginning of the first year, and the number plays no part.
    """

    first_year_number: int = 0
    mid_year: bool = False

    def time_of(self, year: int) -> float:
        """The time at which year number `year`, counted from the first year as 0, is counted."""
        return year + (0.5 if self.mid_year else self.first_year_number)


def discount_factor(time: float, edition: Edition) -> float:
    """D(t): the present value of one krone at `time`, in years from the beginning of the calculation.

    D(t) = 1/(1+r(1)) · … · 1/(1+r(t)), with the rate of each year by itself, never one rate for the whole stretch.
    Within a year the rate of that year is used for the part of it that has gone. Source: circular R-109.
    """
    if time < 0:
        raise ValueError(f"Time before the beginning of the calculation: {time}")
    whole = math.floor(time)
    factor = _whole_years(edition.rates, whole)
    part = time - whole
    if part:
        factor /= (1 + _rate(edition.rates, whole + 1)) ** part
    return factor


@lru_cache(maxsize=4096)
def _whole_years(rates: tuple[Rate, ...], years: int) -> float:
    factor = 1.0
    for year in range(1, years + 1):
        factor /= 1 + _rate(rates, year)
    return factor


def _rate(rates: tuple[Rate, ...], year: int) -> float:
    return next(step.rate for step in reversed(rates) if step.from_year <= year) / 100
