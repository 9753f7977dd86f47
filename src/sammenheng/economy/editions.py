"""Dated rule values: discount rates and the cost of tax funding, each with its edition and source."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from ..domain import Collaboration
from ..domain.words import ParameterEdition


class Origin(StrEnum):
    """Where the rule values of a result came from."""

    FILE = "file"
    PACKAGE = "package"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """The real discount rate, in per cent a year, from a year number on."""

    from_year: int
    rate: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition of the rule values (no: parameterutgave).

    `rates` are ordered by year number and begin at year 0; `tax_cost` is in per cent of the net need for public
    money. A result keeps the edition it used, with what is verified and what is not.
    """

    edition: str
    valid_from: str
    source: str
    rates: tuple[Rate, ...]
    rates_verified: bool
    tax_cost: float
    tax_cost_verified: bool
    origin: Origin

    @property
    def is_verified(self) -> bool:
        """Whether every value was checked against its source."""
        return self.rates_verified and self.tax_cost_verified


@cache
def editions() -> Mapping[str, Edition]:
    """The editions that come with Sammenheng, by name, newest first."""
    return {raw["edition"]: _read(raw) for raw in _packaged()["edition"]}


def default_edition() -> Edition:
    """The edition that holds when a collaboration names none."""
    return editions()[_packaged()["default"]]


def edition_of(collaboration: Collaboration) -> Edition:
    """The edition the collaboration says it uses, else the default; what its own edition leaves open is filled in."""
    chosen = collaboration.get(collaboration.parameters)
    if not isinstance(chosen, ParameterEdition):
        return default_edition()
    rest = editions().get(chosen.edition, default_edition())
    rates = tuple(Rate(from_year=step.from_year, rate=step.rate) for step in chosen.rates)
    verified = chosen.verified is True
    return Edition(
        edition=chosen.edition,
        valid_from=str(chosen.valid_from or rest.valid_from),
        source="" if rates else rest.source,
        rates=_ordered(rates) if rates else rest.rates,
        rates_verified=verified if rates else rest.rates_verified,
        tax_cost=rest.tax_cost if chosen.tax_cost is None else chosen.tax_cost,
        tax_cost_verified=rest.tax_cost_verified if chosen.tax_cost is None else verified,
        origin=Origin.FILE,
    )


@cache
def _packaged() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("editions.toml").read_text("utf-8"))


def _read(raw: dict[str, Any]) -> Edition:
    return Edition(
        edition=raw["edition"],
        valid_from=raw["valid_from"],
        source=raw["source"],
        rates=_ordered(tuple(Rate(**step) for step in raw["rates"])),
        rates_verified=raw["rates_verified"],
        tax_cost=raw["tax_cost"],
        tax_cost_verified=raw["tax_cost_verified"],
        origin=Origin.PACKAGE,
    )


def _ordered(rates: tuple[Rate, ...]) -> tuple[Rate, ...]:
    """By year number; the earliest rate also holds for the years before it, so that year 1 always has one."""
    by_year = {step.from_year: step.rate for step in rates}
    earliest = min(by_year)
    by_year[0] = by_year.get(0, by_year[earliest])
    return tuple(Rate(from_year=year, rate=by_year[year]) for year in sorted(by_year))
