"""Small frozen values that fields are made of: texts, quantities, periods, codes, identifiers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import total_ordering
from typing import NewType, Self

Id = NewType("Id", str)
"""Name of one object, unique in its collaboration; opaque to code."""

FELLES = Id("felles")
"""The owner of what belongs to the collaboration as a whole (no: felles)."""

LANGUAGES = ("nb", "nn", "en", "se")
"""Languages a text may be written in: bokmål, nynorsk, English, Northern Sámi."""


class Code(StrEnum):
    """A choice among codes, each with an English label that is translated on screen."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    def __str__(self) -> str:
        return str(self.value)


class Unit(Code):
    """What a quantity counts."""

    NOK = "NOK", "kroner"
    NUMBER = "number", "number"
    PERCENT = "percent", "per cent"
    MINUTES = "minutes", "minutes"
    HOURS = "hours", "hours"
    DAYS = "days", "days"
    WEEKS = "weeks", "weeks"
    MONTHS = "months", "months"
    YEARS = "years", "years"
    PERSON_YEARS = "person-years", "person-years"
    PEOPLE = "people", "people"
    CASES = "cases", "cases"
    POINTS = "points", "points"


@dataclass(frozen=True, slots=True)
class Text:
    """One text in up to four languages; a language that is not written is `None`, never empty."""

    nb: str | None = None
    nn: str | None = None
    en: str | None = None
    se: str | None = None

    def items(self) -> Iterator[tuple[str, str]]:
        """The languages that are written, with their text, in fixed order."""
        for language in LANGUAGES:
            value = getattr(self, language)
            if value is not None:
                yield language, value

    def in_language(self, wanted: str, *, source: str = "nb") -> tuple[str, str]:
        """The text and the language it is in: the wanted one, else a near one, else the source language.

        Norwegian readers get the other Norwegian before English. A text always has at least one language,
        so an answer always exists.
        """
        near = {"nb": ("nn",), "nn": ("nb",), "se": ("nb", "nn"), "en": ()}.get(wanted, ())
        for language in (wanted, *near, source, *LANGUAGES):
            value = getattr(self, language, None)
            if value is not None:
                return value, language
        return "", wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """An estimated amount: likely value, and low and high when the span is known.

    Money (`unit` NOK) is whole kroner of `price_year`. `source` names a Source of the same collaboration.
    `illustrative` marks an assumption made to show the method, never a fact.
    """

    likely: float
    low: float | None = None
    high: float | None = None
    unit: Unit = Unit.NUMBER
    price_year: int | None = None
    source: Id | None = None
    illustrative: bool = False


_PERIOD = re.compile(r"([12][0-9]{3})(?:Q([1-4]))?")


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """A year (`2027`) or a quarter of it (`2027Q1`). Spans are half-open: the end is the first period not covered."""

    year: int
    quarter: int | None = None

    @classmethod
    def parse(cls, label: str) -> Period:
        """Read a label such as `2027` or `2027Q1`; raises ValueError for anything else."""
        match = _PERIOD.fullmatch(label)
        if match is None:
            raise ValueError(label)
        year, quarter = match.groups()
        return cls(int(year), int(quarter) if quarter else None)

    def __str__(self) -> str:
        return f"{self.year}" if self.quarter is None else f"{self.year}Q{self.quarter}"

    def __lt__(self, other: Period) -> bool:
        return self._key() < other._key()

    def _key(self) -> tuple[int, int]:
        return self.first_quarter, self.quarter or 0

    @property
    def first_quarter(self) -> int:
        """The first quarter covered, counted from the year 0."""
        return self.year * 4 + (self.quarter or 1) - 1

    @property
    def end_quarter(self) -> int:
        """The first quarter after the period, counted from the year 0."""
        return self.first_quarter + (4 if self.quarter is None else 1)

    @classmethod
    def of_quarter(cls, number: int) -> Period:
        """The quarter with this number, counted from the year 0."""
        return cls(number // 4, number % 4 + 1)
