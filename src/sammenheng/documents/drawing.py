"""A drawing as a value: texts and shapes with their places, in points, from the upper left corner."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from .measure import width, wrap
from .words import Words

LINE: Final = 1.28
"""The height of a line of text, counted in its size."""

_ASCENT: Final = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBox:
    """A text in lines. Its box holds everything that may be drawn of it, whichever typeface is used."""

    x: float
    y: float
    width: float
    lines: tuple[str, ...]
    size: float
    language: str
    style: str
    bold: bool = False

    @property
    def height(self) -> float:
        """The room it takes downwards."""
        return len(self.lines) * self.size * LINE

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.lines)

    def baseline(self, number: int) -> float:
        """Where the line with this number, from 0, stands."""
        return self.y + self.size * (_ASCENT + LINE * number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rect:
    """A filled or outlined area."""

    x: float
    y: float
    width: float
    height: float
    style: str
    round: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    style: str
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """A small figure around a point, known by its form: see MARKERS."""

    x: float
    y: float
    form: str
    style: str
    size: float = 3.2


MARKERS: Final[Mapping[str, tuple[tuple[float, float], ...]]] = {
    "circle": (),
    "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "triangle": ((0, -1.25), (1.15, 0.9), (-1.15, 0.9)),
    "diamond": ((0, -1.35), (1.35, 0), (0, 1.35), (-1.35, 0)),
    "down": ((0, 1.25), (1.15, -0.9), (-1.15, -0.9)),
    "bar": ((-1.4, -0.55), (1.4, -0.55), (1.4, 0.55), (-1.4, 0.55)),
    "tick": ((-1.3, 0), (-0.6, -0.6), (-0.3, 0), (0.9, -1.3), (1.5, -0.7), (-0.3, 1.2)),
}
"""The forms of markers around the origin, about one unit from the middle to the edge; a circle has no corners."""

Shape = Rect | Stroke | Marker


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Shapes, then texts upon them."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    boxes: tuple[TextBox, ...]

    def moved(self, x: float, y: float) -> Drawing:
        """The same drawing with everything moved."""
        return replace(
            self,
            shapes=tuple(_moved(shape, x, y) for shape in self.shapes),
            boxes=tuple(replace(box, x=box.x + x, y=box.y + y) for box in self.boxes),
        )

    def scaled(self, scale: float) -> Drawing:
        """The same drawing with everything larger or smaller."""
        return Drawing(
            width=self.width * scale,
            height=self.height * scale,
            shapes=tuple(_scaled(shape, scale) for shape in self.shapes),
            boxes=tuple(
                replace(box, x=box.x * scale, y=box.y * scale, width=box.width * scale, size=box.size * scale)
                for box in self.boxes
            ),
        )

    def within(self, margin: float) -> Drawing:
        """The same drawing with room around it."""
        moved = self.moved(margin, margin)
        return replace(moved, width=self.width + 2 * margin, height=self.height + 2 * margin)


def below_each_other(drawings: Iterable[Drawing], *, gap: float = 24) -> Drawing:
    """Several drawings as one."""
    shapes: list[Shape] = []
    boxes: list[TextBox] = []
    widest, y = 0.0, 0.0
    for number, drawing in enumerate(drawings):
        y += gap if number else 0
        moved = drawing.moved(0, y)
        shapes += moved.shapes
        boxes += moved.boxes
        widest, y = max(widest, drawing.width), y + drawing.height
    return Drawing(width=widest, height=y, shapes=tuple(shapes), boxes=tuple(boxes))


def text_box(
    words: Words, x: float, y: float, room: float, *, size: float, style: str, bold: bool = False
) -> TextBox | None:
    """The words wrapped into this room; nothing when there are none."""
    lines = wrap(words.text, room, size, bold=bold)
    if not lines:
        return None
    widest = max(width(line.rstrip(), size, bold=bold) for line in lines)
    return TextBox(x=x, y=y, width=widest, lines=lines, size=size, language=words.language, style=style, bold=bold)


def _moved(shape: Shape, x: float, y: float) -> Shape:
    match shape:
        case Stroke():
            return replace(shape, points=tuple((px + x, py + y) for px, py in shape.points))
        case Rect():
            return replace(shape, x=shape.x + x, y=shape.y + y)
        case Marker():
            return replace(shape, x=shape.x + x, y=shape.y + y)


def _scaled(shape: Shape, scale: float) -> Shape:
    match shape:
        case Stroke():
            points = tuple((x * scale, y * scale) for x, y in shape.points)
            return replace(shape, points=points, dash=tuple(dash * scale for dash in shape.dash))
        case Rect():
            wider, higher = shape.width * scale, shape.height * scale
            return replace(shape, x=shape.x * scale, y=shape.y * scale, width=wider, height=higher)
        case Marker():
            return replace(shape, x=shape.x * scale, y=shape.y * scale, size=shape.size * scale)
