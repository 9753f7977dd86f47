"""Numbers, money, dates and periods as people read them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Literal

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, get_minus_sign_symbol

from ..domain import Period, Quantity, Unit
from .catalog import Texts
from .labels import choice_label

MILLION = 1_000_000
MIB = 1024 * 1024


def number(texts: Texts, value: float, *, decimals: int | None = None) -> str:
    """A number, such as `1 234,5`; with `decimals`, exactly that many of them."""
    pattern = "#,##0.######" if decimals is None else "#,##0" + ("." + "0" * decimals if decimals else "")
    # Rounded first, and added to zero, so that nothing is written as minus zero.
    value = value if decimals is None else round(value, decimals) + 0.0
    written = format_decimal(value, format=pattern, locale=texts.locale)
    # A pattern of our own makes Babel write a hyphen where the language has a minus sign.
    return written.replace("-", get_minus_sign_symbol(texts.locale), 1) if written.startswith("-") else written


def money(texts: Texts, kroner: float) -> str:
    """An amount of kroner: millions with one decimal, such as `24,0 mill. kr`; below a million in whole kroner."""
    if abs(kroner) >= MILLION:
        return texts.gettext("NOK {amount} million", amount=number(texts, kroner / MILLION, decimals=1))
    return texts.gettext("NOK {amount}", amount=number(texts, kroner, decimals=0))


def date(texts: Texts, day: datetime.date) -> str:
    """A day written out, such as `1. januar 2027`."""
    return format_date(day, format="long", locale=texts.locale)


def period(texts: Texts, value: Period) -> str:
    """A year, or a quarter such as `1. kvartal 2027`."""
    if value.quarter is None:
        return str(value.year)
    return texts.gettext("Q{quarter} {year}", quarter=value.quarter, year=value.year)


def quantity(texts: Texts, value: Quantity) -> str:
    """The likely amount with its unit, and the span when it is known."""
    likely = _amount(texts, value.likely, value.unit)
    if value.low is None or value.high is None:
        return likely
    low, high = (_amount(texts, end, value.unit) for end in (value.low, value.high))
    return texts.gettext("{likely} (from {low} to {high})", likely=likely, low=low, high=high)


def _amount(texts: Texts, value: float, unit: Unit) -> str:
    if unit is Unit.NOK:
        return money(texts, value)
    if unit is Unit.NUMBER:
        return number(texts, value)
    if unit is Unit.PERCENT:
        return percent(texts, value)
    return texts.gettext("{amount} {unit}", amount=number(texts, value), unit=choice_label(texts, unit))


def percent(texts: Texts, value: float) -> str:
    """Per cent as `12,5 %`: the value 12.5 is twelve and a half per cent."""
    return texts.gettext("{amount}%", amount=number(texts, value))


def listed(texts: Texts, items: Iterable[str], *, style: Literal["standard", "or"] = "standard") -> str:
    """Several things in one sentence: `a, b og c`, or `a, b eller c`."""
    return format_list(list(items), style=style, locale=texts.locale)


def size(texts: Texts, count_of_bytes: int) -> str:
    """The size of a file, such as `32 MiB`."""
    return texts.gettext("{amount} MiB", amount=number(texts, round(count_of_bytes / MIB, 1)))
