"""The plan along time, as a picture made by the server: lanes, bars, what waits for what, stop points, laws."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sammenheng.domain import Id, Period
from sammenheng.domain.words import Regulation
from sammenheng_web.plan.course import Row
from sammenheng_web.plan.steering import StopShown
from sammenheng_web.ui.said import Said, title_of

LEFT, RIGHT, WIDTH = 300, 20, 1080
TOP, ROW, HEAD, BAR = 64, 26, 30, 14
MOST_LETTERS = 44


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A deliverable in the picture. Places are points, whatever language the page has."""

    name: str
    lang: str
    x: str
    y: str
    width: str
    name_y: str
    is_done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A lane: whose bars are below it."""

    name: str
    lang: str
    y: str
    name_y: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A year, or a stop point with its number."""

    x: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """A regulation whose change has a time of its own."""

    name: str
    lang: str
    name_y: str
    y: str
    start: str
    end: str
    dots: tuple[tuple[str, bool], ...]
    in_force: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """A line from what must be finished to what waits for it, with a dot where it ends."""

    path: str
    x: str
    y: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The whole picture."""

    years: tuple[Tick, ...]
    stops: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    bars: tuple[Bar, ...]
    waits: tuple[Wait, ...]
    laws: tuple[Law, ...]
    law_lane: Lane | None
    width: int
    height: int
    bottom: int


Group = tuple[Said | str, Sequence[Row]]


def timeline(groups: Iterable[Group], stops: Iterable[StopShown], laws: Iterable[Regulation]) -> Timeline | None:
    """The picture of these lanes; None when nothing has a place in time."""
    groups, stops = list(groups), list(stops)
    rows = [row for _, those in groups for row in those]
    if not rows:
        return None
    # What happened to laws before the plan would only make the rest narrow; the table tells of it.
    begins = min(row.run.start for row in rows) // 4 * 4
    return _Drawing(rows, stops, [law for law in laws if any(at >= begins for at in _times(law))]).whole(groups)


class _Drawing:
    def __init__(self, rows: Sequence[Row], stops: Sequence[StopShown], laws: Sequence[Regulation]) -> None:
        self.rows, self.stops, self.laws = rows, stops, laws
        told = [row.run.start for row in rows] + [row.run.finish for row in rows]
        told += [stop.quarter for stop in stops if stop.quarter is not None]
        begins = min(told) // 4 * 4
        told += [quarter for law in laws for quarter in _times(law) if quarter >= begins]
        self.first, self.after = min(told) // 4, max(max(told) - 1, min(told)) // 4 + 1
        self.scale = (WIDTH - LEFT - RIGHT) / ((self.after - self.first) * 4)
        self.places: dict[Id, tuple[float, float, float]] = {}

    def x(self, quarter: int) -> float:
        return LEFT + (quarter - self.first * 4) * self.scale

    def is_shown(self, quarter: int) -> bool:
        return quarter >= self.first * 4

    def whole(self, groups: Sequence[Group]) -> Timeline:
        lanes, bars, laws, y = [], [], [], float(TOP)
        law_lane = None
        if self.laws:
            law_lane = _lane("", y)
            y += HEAD
            for law in self.laws:
                laws.append(self.law(law, y))
                y += ROW
        for name, rows in groups:
            if rows:
                lanes.append(_lane(name, y))
                y += HEAD
            for row in rows:
                bars.append(self.bar(row, y))
                y += ROW
        numbered = [stop for stop in self.stops if stop.quarter is not None]
        return Timeline(
            years=tuple(Tick(x=_n(self.x(year * 4)), label=str(year)) for year in range(self.first, self.after + 1)),
            stops=tuple(
                Tick(x=_n(self.x(stop.quarter or 0)), label=str(number))
                for number, stop in enumerate(numbered, start=1)
            ),
            lanes=tuple(lanes),
            bars=tuple(bars),
            waits=tuple(self.waits()),
            laws=tuple(laws),
            law_lane=law_lane,
            width=WIDTH,
            height=round(y) + 12,
            bottom=round(y),
        )

    def bar(self, row: Row, y: float) -> Bar:
        x, end, middle = self.x(row.run.start), self.x(row.run.finish), y + ROW / 2
        self.places[row.id] = x, end, middle
        return Bar(
            name=_short(row.entry.title.text),
            lang=row.entry.title.lang,
            x=_n(x),
            y=_n(middle - BAR / 2),
            width=_n(max(end - x, 3)),
            name_y=_n(middle + 4),
            is_done=row.is_done,
        )

    def law(self, law: Regulation, y: float) -> Law:
        name, places = title_of(law), [self.x(quarter) for quarter in _times(law) if self.is_shown(quarter)]
        in_force = law.expected_in_force.first_quarter if law.expected_in_force else None
        middle = y + ROW / 2
        return Law(
            name=_short(name.text),
            lang=name.lang,
            name_y=_n(middle + 4),
            y=_n(middle),
            start=_n(min(places)),
            end=_n(max(places)),
            dots=tuple(
                (_n(self.x(one.when.first_quarter)), bool(one.done))
                for one in law.milestones
                if self.is_shown(one.when.first_quarter)
            ),
            in_force=_diamond(self.x(in_force), middle) if in_force is not None and self.is_shown(in_force) else "",
        )

    def waits(self) -> Iterable[Wait]:
        """A line from the end of each bar to the start of those that wait for it."""
        for row in self.rows:
            for waiting in row.waits_for:
                if waiting.id in self.places:
                    _, x1, y1 = self.places[waiting.id]
                    x2, _, y2 = self.places[row.id]
                    bend = max(12.0, abs(x2 - x1) / 2)
                    curve = f"C{_n(x1 + bend)} {_n(y1)} {_n(x2 - bend)} {_n(y2)} {_n(x2)} {_n(y2)}"
                    yield Wait(path=f"M{_n(x1)} {_n(y1)}{curve}", x=_n(x2), y=_n(y2))


def _times(law: Regulation) -> list[int]:
    expected = [law.expected_in_force] if law.expected_in_force else []
    periods: list[Period] = [one.when for one in law.milestones] + expected
    return [period.first_quarter for period in periods]


def _lane(name: Said | str, y: float) -> Lane:
    lang = name.lang if isinstance(name, Said) else ""
    return Lane(name=_short(str(name), 60), lang=lang, y=_n(y), name_y=_n(y + HEAD / 2 + 5))


def _short(name: str, most: int = MOST_LETTERS) -> str:
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"


def _diamond(x: float, y: float) -> str:
    return f"{_n(x)},{_n(y - 8)} {_n(x + 8)},{_n(y)} {_n(x)},{_n(y + 8)} {_n(x - 8)},{_n(y)}"


def _n(value: float) -> str:
    return f"{value:.1f}"
