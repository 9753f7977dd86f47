"""The journey map as a picture with its twin in tables: one whole picture, or sheets that fit a paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ..domain import Collaboration, Id
from ..texts import Texts
from .drawing import Drawing, below_each_other
from .journey_content import ALL_LANES, JourneyContent, Lane, journey_content
from .journey_layout import NARROWEST, Frame, lay_out, least_width
from .journey_tables import journey_tables
from .svg import svg
from .values import Figure, Table
from .words import Words


class Paper(StrEnum):
    """Sizes of paper; maps lie."""

    A4 = "a4"
    A3 = "a3"
    A1 = "a1"
    A0 = "a0"


SIZES: Final = {Paper.A4: (842, 595), Paper.A3: (1191, 842), Paper.A1: (2384, 1684), Paper.A0: (3370, 2384)}
"""Width and height in points, lying."""

MARGIN: Final = 30.0
SCALES: Final = (1.7, 1.5, 1.35, 1.2, 1.1, 1.0, 0.93, 0.87, 0.82)
"""How much a sheet may be enlarged or reduced: the smallest text is never below 6.5 points on the paper."""

COLUMN: Final = 104.0
"""The width of a step when nothing asks for less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyPicture:
    """A map of one journey, or one sheet of it. Width and height are in points, `scale` times those of the drawing."""

    title: Words
    description: Words
    svg: str
    width: float
    height: float
    drawing: Drawing
    scale: float
    tables: tuple[Table, ...]

    def figure(self, sheet: tuple[float, float] | None = None) -> Figure:
        """The picture as part of a document."""
        return Figure(
            svg=self.svg,
            width=self.width,
            height=self.height,
            alternative=self.description,
            caption=self.title,
            sheet=sheet,
        )


def journey_map(
    collaboration: Collaboration,
    journey_id: Id,
    *,
    language: str,
    lanes: Iterable[Lane] = ALL_LANES,
    organisation: Id | None = None,
    footer: str = "",
    standalone: bool = False,
) -> JourneyPicture:
    """The whole map in one picture; with an organisation, the steps that it has a part in.

    For a page its colours are classes that the page's style decides; `standalone` makes a file of its own.
    Raises NotAJourneyError when there is no such journey in use.
    """
    texts = Texts(language)
    content = journey_content(collaboration, journey_id, texts=texts, lanes=lanes, organisation=organisation)
    return whole_map(content, texts, footer=footer, standalone=standalone)


def whole_map(content: JourneyContent, texts: Texts, *, footer: str = "", standalone: bool = True) -> JourneyPicture:
    """The whole of this content in one picture, as wide as it needs."""
    drawing = lay_out(content, texts, column=COLUMN, frame=Frame(footer=footer))
    return _picture(content, texts, drawing, name=f"map-{content.journey}", standalone=standalone)


def journey_sheets(
    content: JourneyContent, texts: Texts, paper: Paper, *, footer: str = ""
) -> tuple[JourneyPicture, ...]:
    """The map on as few sheets of this paper as keep it readable, divided between stages where that can be done."""
    wide, high = SIZES[paper]
    room = wide - 2 * MARGIN, high - 2 * MARGIN
    parts = _divided(content, texts, room, footer)
    scale = _largest_scale(parts, texts, room, footer)
    return tuple(
        _picture(part, texts, drawing, name=f"map-{content.journey}-{number}", standalone=True, scale=scale)
        for number, (part, drawing) in enumerate(_drawn(parts, texts, room[0] / scale, footer), start=1)
    )


def one_picture(content: JourneyContent, texts: Texts, pictures: Iterable[JourneyPicture]) -> JourneyPicture:
    """Several pictures below each other as one, told of as the first."""
    drawing = below_each_other(picture.drawing.scaled(picture.scale) for picture in pictures)
    return _picture(content, texts, drawing.within(MARGIN), name=f"map-{content.journey}", standalone=True)


def _drawn(
    parts: tuple[JourneyContent, ...], texts: Texts, room: float, footer: str
) -> Iterator[tuple[JourneyContent, Drawing]]:
    for number, part in enumerate(parts, start=1):
        frame = Frame(footer=footer, sheet=number, sheets=len(parts))
        yield part, lay_out(part, texts, column=NARROWEST, room=room, frame=frame)


def _fits(drawing: Drawing, room: tuple[float, float], scale: float) -> bool:
    return drawing.width * scale <= room[0] + 0.5 and drawing.height * scale <= room[1] + 0.5


def _divided(
    content: JourneyContent, texts: Texts, room: tuple[float, float], footer: str
) -> tuple[JourneyContent, ...]:
    """The fewest parts that each fit the room at the smallest scale; of as few, the most even ones."""
    best: tuple[JourneyContent, ...] = ()
    tried: set[tuple[int, ...]] = set()
    for capacity in range(max(1, len(content.steps)), 0, -1):
        ends = _ends(content, capacity)
        if ends in tried or (best and len(ends) > len(best)):
            continue
        tried.add(ends)
        parts = [content.part(first, after) for first, after in zip((0, *ends[:-1]), ends, strict=True)]
        if any(len(part.steps) > 1 and least_width(part) > room[0] / SCALES[-1] for part in parts):
            continue
        pieces = tuple(piece for part in parts for piece in _pieces(part, texts, room, footer))
        if not best or len(pieces) <= len(best):
            best = pieces
    return best


def _pieces(part: JourneyContent, texts: Texts, room: tuple[float, float], footer: str) -> tuple[JourneyContent, ...]:
    """The part as it is when it fits; else its lanes on several sheets."""
    ((_, drawing),) = _drawn((part,), texts, room[0] / SCALES[-1], footer)
    return (part,) if _fits(drawing, room, SCALES[-1]) else tuple(_lanes_divided(part, texts, room, footer))


def _ends(content: JourneyContent, capacity: int) -> tuple[int, ...]:
    """Where sheets end that hold whole stages and at most so many steps; a longer stage is cut in even pieces."""
    ends: list[int] = []
    start, at = 0, 0
    for stage in content.stages:
        if at > start and at + stage.steps - start > capacity:
            ends.append(at)
            start = at
        pieces = -(-stage.steps // capacity)
        for piece in range(1, pieces):
            start = at + stage.steps * piece // pieces
            ends.append(start)
        at += stage.steps
    return (*ends, at) if at else (0,)


def _lanes_divided(
    part: JourneyContent, texts: Texts, room: tuple[float, float], footer: str
) -> Iterator[JourneyContent]:
    """The same steps on several sheets, each with some of the lanes."""
    smallest, held = SCALES[-1], [Lane.STEP]
    for lane in (lane.lane for lane in part.lanes if lane.lane is not Lane.STEP):
        tried = part.with_lanes((*held, lane))
        ((_, drawing),) = _drawn((tried,), texts, room[0] / smallest, footer)
        if len(held) > 1 and not _fits(drawing, room, smallest):
            yield part.with_lanes(held)
            held = [Lane.STEP]
        held.append(lane)
    yield part.with_lanes(held)


def _largest_scale(parts: tuple[JourneyContent, ...], texts: Texts, room: tuple[float, float], footer: str) -> float:
    """The largest scale at which every part fits; the smallest when a single cell is higher than the paper."""
    for scale in SCALES:
        if all(_fits(drawing, room, scale) for _, drawing in _drawn(parts, texts, room[0] / scale, footer)):
            return scale
    return SCALES[-1]


def _picture(
    content: JourneyContent, texts: Texts, drawing: Drawing, *, name: str, standalone: bool, scale: float = 1.0
) -> JourneyPicture:
    description = Words(_described(content, texts), content.language)
    drawn = svg(
        drawing,
        title=content.title.text,
        description=description.text,
        language=content.language,
        name=name,
        standalone=standalone,
        scale=scale,
    )
    return JourneyPicture(
        title=content.title,
        description=description,
        svg=drawn,
        width=drawing.width * scale,
        height=drawing.height * scale,
        drawing=drawing,
        scale=scale,
        tables=journey_tables(content, texts),
    )


def _described(content: JourneyContent, texts: Texts) -> str:
    """What the picture shows, for those who do not see it."""
    stages = texts.ngettext("one stage", "{count} stages", len(content.stages))
    steps = texts.ngettext("one step", "{count} steps", len(content.steps))
    told = texts.gettext(
        "Journey map of “{journey}” with {stages} and {steps}, and below the steps these lanes: {lanes}. "
        "A table has the same content.",
        journey=content.title.text,
        stages=stages,
        steps=steps,
        lanes=", ".join(lane.label.text for lane in content.lanes),
    )
    lowest = _lowest(content)
    if lowest is None:
        return told
    low = texts.gettext("The experience is lowest at “{step}”: {value} for {group}.", **lowest)
    return f"{told} {low}"


def _lowest(content: JourneyContent) -> dict[str, str] | None:
    told = [
        (feeling.value, number, feeling.shown, curve.group.text)
        for curve in content.curves
        for number, feeling in enumerate(curve.feelings)
        if feeling.value is not None
    ]
    steps = next((lane for lane in content.lanes if lane.lane is Lane.STEP), None)
    if not told or steps is None:
        return None
    _, number, shown, group = min(told, key=lambda each: (each[0], each[1]))
    head = steps.cells[number][0].head
    return {"step": head.text if head else "", "value": shown, "group": group}
