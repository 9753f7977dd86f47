"""The journey map's places: every text in a box of its own, rows as high as their fullest cell, nothing cut off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final

from ..domain.words.services import FindingNature
from ..texts import Texts, gettext_noop
from .drawing import LINE, Drawing, Marker, Rect, Shape, Stroke, TextBox, text_box
from .journey_content import NO_INSIGHT, Cell, Curve, JourneyContent, Lane, LaneContent
from .measure import widest_word, width
from .words import ILLUSTRATIVE, NOT_VERIFIED, Words

N_ = gettext_noop

TITLE, ABOUT, BODY, STEP, STAGE, LABEL = 17.0, 9.0, 8.0, 9.0, 10.0, 9.0
PAD, BETWEEN = 4.0, 4.0
LABELS_WIDTH, AXIS_WIDTH = 104.0, 20.0
CURVE_HEIGHT = 96.0
MARK_ROOM = 11.0
NARROWEST, WIDEST_COLUMN = 74.0, 220.0
FORMS: Final = ("circle", "square", "triangle", "diamond", "down", "bar")
DASHES: Final = ((), (6.0, 3.0), (1.5, 2.5), (9.0, 3.0, 1.5, 3.0), (3.0, 3.0))

MARKS: Final = {
    FindingNature.OBSTACLE: ("triangle", "obstacle"),
    FindingNature.GAP: ("diamond", "gap"),
    FindingNature.WORKS_WELL: ("tick", "works-well"),
}

SCALE_TOLD = N_("Experience goes from −2 (very bad) to +2 (very good). Each group has its own line and figure.")
NO_INSIGHT_TOLD = N_("{mark} no insight is named behind the number")
ILLUSTRATIVE_TOLD = N_("{mark} illustrative: an assumption made to show the method, not a fact")
NOT_VERIFIED_TOLD = N_("{mark} general knowledge, not verified against a source")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around the map: the line at its foot, and which of several sheets it is."""

    footer: str = ""
    sheet: int = 1
    sheets: int = 1


def lay_out(content: JourneyContent, texts: Texts, *, column: float, room: float = 0.0, frame: Frame) -> Drawing:
    """The drawing of a map with columns of this width or what their longest word needs.

    Columns are widened together when that takes less than the whole `room`.
    """
    return _Laying(content, texts, _columns(content, column, room), frame).drawing()


def least_width(content: JourneyContent) -> float:
    """The width of the narrowest drawing of a map."""
    return LABELS_WIDTH + sum(_columns(content, NARROWEST, 0.0))


def _columns(content: JourneyContent, column: float, room: float) -> tuple[float, ...]:
    least = max(NARROWEST, column)
    wide = [least] * len(content.steps)
    for number in range(len(content.steps)):
        cells = [held.cells[number] for held in content.lanes]
        wide[number] = min(max(least, *(_least_width(cell) for cell in cells), 0.0), max(least, WIDEST_COLUMN))
    left = room - LABELS_WIDTH - sum(wide)
    if left > 0 and wide:
        wide = [one + left / len(wide) for one in wide]
    return tuple(wide)


def _least_width(cell: Cell) -> float:
    """The room that the longest words of a cell take, with what stands around them."""
    needed = 0.0
    for entry in cell:
        heads = widest_word(entry.head.text, STEP, bold=True) if entry.head else 0.0
        bodies = max((widest_word(words.text, BODY) for words in entry.body), default=0.0)
        needed = max(needed, heads, bodies) if not entry.mark else max(needed, heads + MARK_ROOM, bodies)
    return needed + 2 * PAD + 1


@dataclass
class _Laying:
    content: JourneyContent
    texts: Texts
    columns: tuple[float, ...]
    frame: Frame
    shapes: list[Shape] = field(default_factory=list)
    boxes: list[TextBox] = field(default_factory=list)
    y: float = 0.0
    strips: list[tuple[float, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.edges = tuple(accumulate(self.columns, initial=LABELS_WIDTH))
        self.width = max(self.edges[-1], LABELS_WIDTH + 240.0)
        self.language = self.content.language

    def drawing(self) -> Drawing:
        self.head()
        self.stages()
        top = self.y
        for number, lane in enumerate(self.content.lanes):
            self.band(number, self.curve if lane.lane is Lane.EXPERIENCE else self.lane, lane)
        self.borders(top)
        self.legend()
        return Drawing(width=self.width, height=self.y, shapes=tuple(self.shapes), boxes=tuple(self.boxes))

    def put(
        self, words: Words, x: float, y: float, room: float, *, size: float, style: str, bold: bool = False
    ) -> float:
        """Place words; the height they take."""
        box = text_box(words, x, y, room, size=size, style=style, bold=bold)
        if box is None:
            return 0.0
        self.boxes.append(box)
        return box.height

    def own(self, text: str) -> Words:
        return Words(text, self.language)

    def head(self) -> None:
        """Title and what stands below it, over the whole width."""
        title = self.content.title
        if self.frame.sheets > 1:
            told = self.texts.gettext(
                "{title}: sheet {number} of {count}",
                title=title.text,
                number=self.frame.sheet,
                count=self.frame.sheets,
            )
            title = Words(told, title.language)
        self.y += self.put(title, 0, self.y, self.width, size=TITLE, style="text", bold=True) + 2
        for words in self.content.about:
            self.y += self.put(words, 0, self.y, self.width, size=ABOUT, style="soft") + 1
        self.y += 6

    def stages(self) -> None:
        """The stages above their steps."""
        height, first, spans = 0.0, 0, []
        for stage in self.content.stages:
            left, right = self.edges[first], self.edges[first + stage.steps]
            first += stage.steps
            name = stage.name
            if stage.continued:
                name = Words(self.texts.gettext("{stage} (continued)", stage=name.text), name.language)
            box = text_box(
                name, left + PAD, self.y + PAD, right - left - 2 * PAD - 2, size=STAGE, style="on-stage", bold=True
            )
            if box:
                self.boxes.append(box)
                height = max(height, box.height)
            spans.append((left, right))
        height += 2 * PAD
        for left, right in spans:
            self.shapes.append(
                Rect(x=left + 1, y=self.y, width=right - left - 2, height=height, style="stage", round=3)
            )
        self.y += height + 3

    def band(self, number: int, draw: object, lane: LaneContent) -> None:
        """One lane upon its ground."""
        top, ground = self.y, len(self.shapes)
        assert callable(draw)
        draw(lane)
        if number % 2 == 1:
            self.shapes.insert(ground, Rect(x=0, y=top, width=self.edges[-1], height=self.y - top, style="band"))
        self.shapes.append(Stroke(points=((0, self.y), (self.edges[-1], self.y)), style="line"))

    def lane(self, lane: LaneContent) -> None:
        """A lane of cells."""
        room = LABELS_WIDTH - 2 * PAD
        height = self.put(lane.label, PAD, self.y + PAD, room, size=LABEL, style="text", bold=True)
        ground = len(self.shapes)
        heights = [self.cell(lane.lane, cell, number) for number, cell in enumerate(lane.cells)]
        height = max(height, *heights, 0.0)
        if lane.lane is Lane.STEP:
            for number, wide in enumerate(self.columns):
                x = self.edges[number]
                box = Rect(x=x + 1.5, y=self.y + 1, width=wide - 3, height=height + 2 * PAD - 2, style="step", round=4)
                self.shapes.insert(ground, box)
        self.y += height + 2 * PAD

    def cell(self, lane: Lane, cell: Cell, number: int) -> float:
        """The entries of one cell below each other; the height they take."""
        x, room = self.edges[number] + PAD, self.columns[number] - 2 * PAD
        y = self.y + PAD
        for position, entry in enumerate(cell):
            y += BETWEEN if position else 0.0
            left = x
            if entry.mark:
                form, style = MARKS[entry.mark]
                self.shapes.append(Marker(x=x + 4, y=y + BODY * 0.68, form=form, style=style))
                left += MARK_ROOM
            if entry.head:
                size = STEP if lane is Lane.STEP else BODY
                y += self.put(entry.head, left, y, room - (left - x), size=size, style="text", bold=True)
                left = x
            for words in entry.body:
                y += self.put(words, left, y, room - (left - x), size=BODY, style="text")
                left = x
        return y - self.y - PAD

    def curve(self, lane: LaneContent) -> None:
        """The experience as lines, and below them the same as numbers."""
        room = LABELS_WIDTH - 2 * PAD - AXIS_WIDTH
        top = self.y
        label = self.put(lane.label, PAD, top + PAD, room, size=LABEL, style="text", bold=True)
        self.groups()
        middle, unit = self.y + CURVE_HEIGHT / 2, (CURVE_HEIGHT - 24) / 4
        for value in (2, 1, 0, -1, -2):
            level = middle - value * unit
            style = "strong" if value == 0 else "line"
            self.shapes.append(Stroke(points=((LABELS_WIDTH, level), (self.edges[-1], level)), style=style))
            shown = self.own(f"{'+' if value > 0 else '−' if value < 0 else ''}{abs(value)}")
            x = LABELS_WIDTH - PAD - width(shown.text, BODY)
            self.put(shown, x, level - BODY * LINE / 2, AXIS_WIDTH, size=BODY, style="soft")
        for place, (number, curve) in enumerate(self.curves):
            self.line(place, number, curve, middle, unit)
        self.y = max(self.y + CURVE_HEIGHT, top + label + 2 * PAD)
        heights = [self.feelings(step) for step in range(len(self.columns))]
        self.y += max(heights, default=0.0) + PAD

    def groups(self) -> None:
        """Which line and figure belongs to which group, over the whole width above the lines."""
        top, x, room = self.y, LABELS_WIDTH + PAD, self.edges[-1] - PAD
        tallest = 0.0
        for number, curve in self.curves:
            if x > LABELS_WIDTH + PAD and x + 26 + width(curve.group.text, BODY) > room:
                x, self.y, tallest = LABELS_WIDTH + PAD, self.y + tallest + 3, 0.0
            box = text_box(curve.group, x + 26, self.y + PAD, room - x - 26, size=BODY, style="text")
            if box:
                line = self.y + PAD + BODY * 0.64
                self.shapes.append(Stroke(points=((x, line), (x + 22, line)), style="curve", dash=_dash(number)))
                self.shapes.append(self.figure(number, x + 11, line))
                self.boxes.append(box)
                x, tallest = x + 26 + box.width + 14, max(tallest, box.height)
        self.y += tallest + PAD
        self.strips.append((top, self.y))

    @property
    def curves(self) -> list[tuple[int, Curve]]:
        """The groups that somebody has told of on this map, each with the number that gives it line and figure."""
        told = enumerate(self.content.curves)
        return [(n, curve) for n, curve in told if any(feeling.value is not None for feeling in curve.feelings)]

    def line(self, place: int, number: int, curve: Curve, middle: float, unit: float) -> None:
        """One group's line; it goes on over steps that nobody has told of."""
        aside = (place - (len(self.curves) - 1) / 2) * 5
        limit = min(self.columns) / 2 - 6
        aside = max(-limit, min(limit, aside))
        points = tuple(
            (self.edges[step] + self.columns[step] / 2 + aside, middle - feeling.value * unit)
            for step, feeling in enumerate(curve.feelings)
            if feeling.value is not None
        )
        if len(points) > 1:
            self.shapes.append(Stroke(points=points, style="curve", dash=_dash(number)))
        self.shapes += [self.figure(number, x, y) for x, y in points]

    def figure(self, number: int, x: float, y: float) -> Marker:
        """The figure of the group with this number; groups far down the list have theirs filled."""
        style = "curve-mark-full" if (number // len(FORMS)) % 2 else "curve-mark"
        return Marker(x=x, y=y, form=FORMS[number % len(FORMS)], style=style)

    def feelings(self, step: int) -> float:
        """The numbers of one step, each with the figure of its group and what was said of it; the height they take."""
        left, y = self.edges[step] + PAD, self.y
        for number, curve in self.curves:
            feeling = curve.feelings[step]
            if feeling.value is None:
                continue
            self.shapes.append(self.figure(number, left + 5, y + BODY * 0.66))
            x, room = left + 13, self.columns[step] - 2 * PAD - 13
            y += self.put(self.own(feeling.shown), x, y, room, size=BODY, style="text", bold=True)
            if feeling.comment:
                y += self.put(feeling.comment, x, y, room, size=BODY, style="text")
            y += 1
        return y - self.y

    def borders(self, top: float) -> None:
        """Lines between steps, stronger ones between stages."""
        starts = set(accumulate((stage.steps for stage in self.content.stages), initial=0))
        for number, x in enumerate(self.edges):
            style = "strong" if number in starts else "line"
            inner = 0 < number < len(self.columns)
            stops = [top, *(y for strip in self.strips for y in strip if inner), self.y]
            for start, end in zip(stops[::2], stops[1::2], strict=True):
                self.shapes.append(Stroke(points=((x, start), (x, end)), style=style))

    def legend(self) -> None:
        """What the figures and marks mean, then where and when the map is from."""
        self.y += 8
        for words, mark in self.explained():
            left = 0.0
            if mark:
                self.shapes.append(Marker(x=4, y=self.y + BODY * 0.68, form=mark[0], style=mark[1]))
                left = MARK_ROOM
            self.y += self.put(words, left, self.y, self.width - left, size=BODY, style="soft") + 1
        if self.frame.footer:
            self.y += 2 + self.put(self.own(self.frame.footer), 0, self.y + 2, self.width, size=BODY, style="soft")
        self.y += 2

    def explained(self) -> list[tuple[Words, tuple[str, str] | None]]:
        """Each mark that stands on the map, with what it means."""
        told: list[tuple[Words, tuple[str, str] | None]] = []
        if self.content.curves:
            told.append((self.own(self.texts.gettext(SCALE_TOLD)), None))
        shown = " ".join(box.text for box in self.boxes)
        natures = {entry.mark for held in self.content.lanes for cell in held.cells for entry in cell if entry.mark}
        told += [
            (self.own(self.texts.pgettext("choice", nature.label)), MARKS[nature])
            for nature in FindingNature
            if nature in natures
        ]
        marks = ((NO_INSIGHT, NO_INSIGHT_TOLD), (ILLUSTRATIVE, ILLUSTRATIVE_TOLD), (NOT_VERIFIED, NOT_VERIFIED_TOLD))
        for mark, sentence in marks:
            if any(words.endswith(mark) for words in shown.split()):
                told.append((self.own(self.texts.gettext(sentence, mark=mark)), None))
        return told


def _dash(number: int) -> tuple[float, ...]:
    return DASHES[number % len(DASHES)]


def overlapping(boxes: Sequence[TextBox]) -> list[tuple[TextBox, TextBox]]:
    """Pairs of texts whose boxes overlap."""
    found, ordered = [], sorted(boxes, key=lambda box: box.y)
    for number, box in enumerate(ordered):
        for other in ordered[number + 1 :]:
            if other.y >= box.y + box.height - 0.01:
                break
            if other.x < box.x + box.width - 0.01 and box.x < other.x + other.width - 0.01:
                found.append((box, other))
    return found
