"""Wanted changes of rules along time, as a picture made by the server."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sammenheng.domain import Period
from sammenheng_web.effects.registers import Rule

LEFT, WIDTH, TOP, ROW = 24, 900, 34, 58


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A milestone in the picture."""

    x: int
    is_done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One rule in the picture."""

    rule: Rule
    y: int
    name_y: int
    start: int
    end: int
    dots: tuple[Dot, ...]
    in_force: int | None
    in_force_points: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A year on the axis."""

    x: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The whole picture."""

    years: tuple[Year, ...]
    lines: tuple[Line, ...]
    width: int
    height: int


def timeline(rules: Iterable[Rule]) -> Timeline | None:
    """The picture of those that have any time; None when none has."""
    timed = [rule for rule in rules if rule.milestones or rule.expected_at]
    every = [period for rule in timed for period in _periods(rule)]
    if not every:
        return None
    first, last = min(period.year for period in every), max((period.end_quarter - 1) // 4 for period in every) + 1
    scale = (WIDTH - 2 * LEFT) / ((last - first) * 4)

    def x(period: Period) -> int:
        return round(LEFT + (period.first_quarter - first * 4) * scale)

    lines = tuple(_line(rule, TOP + number * ROW, x) for number, rule in enumerate(timed))
    years = tuple(Year(x=x(Period(year)), label=str(year)) for year in range(first, last + 1))
    return Timeline(years=years, lines=lines, width=WIDTH, height=TOP + len(timed) * ROW + 6)


def _periods(rule: Rule) -> list[Period]:
    expected = [rule.expected_at] if rule.expected_at else []
    return [milestone.at for milestone in rule.milestones] + expected


def _line(rule: Rule, top: int, x: Callable[[Period], int]) -> Line:
    places = [x(period) for period in _periods(rule)]
    y = top + 36
    in_force = x(rule.expected_at) if rule.expected_at else None
    return Line(
        rule=rule,
        y=y,
        name_y=top + 18,
        start=min(places),
        end=max(places),
        dots=tuple(Dot(x=x(milestone.at), is_done=milestone.is_done) for milestone in rule.milestones),
        in_force=in_force,
        in_force_points=_diamond(in_force, y) if in_force is not None else "",
    )


def _diamond(x: int, y: int) -> str:
    return f"{x},{y - 10} {x + 10},{y} {x},{y + 10} {x - 10},{y}"
