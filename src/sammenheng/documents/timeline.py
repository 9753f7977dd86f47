"""The plan as a picture: a bar for each deliverable from its start to the first period after it, stages above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ..domain import Period
from .drawing import LINE, Drawing, Rect, Shape, Stroke, TextBox, text_box
from .words import Words

NAMES, ROOM = 190.0, 480.0
SIZE, PAD = 8.0, 4.0
BAR: Final = 9.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One thing in time, as quarters counted from the year 0; `finish` is the first free one."""

    name: Words
    start: int
    finish: int
    told: Words
    strong: bool = False


def timeline(bars: Sequence[Bar]) -> Drawing:
    """The bars below each other, with the years across. Names and periods stand as text, so no colour is needed."""
    first = min(bar.start for bar in bars) // 4 * 4
    after = -(-max(bar.finish for bar in bars) // 4) * 4
    quarter = ROOM / (after - first)
    boxes: list[TextBox] = []
    shapes: list[Shape] = []
    top = SIZE * LINE + 2 * PAD
    years = range(first, after, 4)
    every = max(1, -(-len(years) // 14))
    for number, start in enumerate(years):
        if number % every == 0:
            x = NAMES + (start - first) * quarter
            _put(
                boxes,
                Words(str(Period.of_quarter(start).year), bars[0].told.language),
                x + 2,
                PAD,
                4 * quarter * every,
                True,
            )
    y = top
    for bar in bars:
        height = _bar(bar, y, first, quarter, shapes, boxes)
        y += height
        shapes.append(Stroke(points=((0, y), (NAMES + ROOM, y)), style="line"))
    for start in (*years, after):
        x = NAMES + (start - first) * quarter
        shapes.insert(0, Stroke(points=((x, top - PAD), (x, y)), style="line"))
    return Drawing(width=NAMES + ROOM, height=y + 1, shapes=tuple(shapes), boxes=tuple(boxes))


def _bar(bar: Bar, y: float, first: int, quarter: float, shapes: list[Shape], boxes: list[TextBox]) -> float:
    """One row: the name, below it from when to when in words, and the bar; the height it takes."""
    named = _put(boxes, bar.name, PAD, y + PAD, NAMES - 3 * PAD, bar.strong)
    told = _put(boxes, bar.told, PAD, y + PAD + named, NAMES - 3 * PAD, False)
    height = named + told
    x = NAMES + (bar.start - first) * quarter
    style = "bar-strong" if bar.strong else "bar"
    shapes.append(
        Rect(
            x=x,
            y=y + PAD + 1,
            width=max((bar.finish - bar.start) * quarter, 2),
            height=max(height - 2, BAR),
            style=style,
            round=2,
        )
    )
    return height + 2 * PAD


def _put(boxes: list[TextBox], words: Words, x: float, y: float, room: float, bold: bool) -> float:
    box = text_box(words, x, y, room, size=SIZE, style="text", bold=bold)
    if box is None:
        return 0.0
    boxes.append(box)
    return box.height
