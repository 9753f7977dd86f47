"""A journey as tables, one for each stage: the same content as the map, for reading line by line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..texts import Texts, gettext_noop
from .journey_content import Entry, JourneyContent, Lane
from .values import Cell, Line, Span, Table, said
from .words import Words

N_ = gettext_noop

BEHIND_IT: Final = (Lane.SERVICES, Lane.SYSTEMS, Lane.REGULATIONS, Lane.DATA_FLOWS)
COLUMNS: Final[tuple[tuple[str, tuple[Lane, ...], float], ...]] = (
    (N_("Step"), (Lane.STEP,), 1.2),
    (N_("Experience"), (Lane.MIND, Lane.EXPERIENCE), 1.1),
    (N_("Meetings with organisations"), (Lane.FRONT, Lane.BEHIND), 1.3),
    (
        N_("Services, systems, regulations and data"),
        (Lane.SERVICES, Lane.SYSTEMS, Lane.REGULATIONS, Lane.DATA_FLOWS),
        1.3,
    ),
    (N_("Findings"), (Lane.FINDINGS,), 1.2),
    (N_("Needs and effects"), (Lane.NEEDS, Lane.EFFECTS, Lane.DIFFERENCE), 1.2),
)
"""The columns: their heading, the lanes in them, their width."""


def journey_tables(content: JourneyContent, texts: Texts) -> tuple[Table, ...]:
    """A table for each stage, with a row for each step; columns that are empty throughout are left out."""
    shown = frozenset(lane.lane for lane in content.lanes)
    columns = [column for column in COLUMNS if shown.intersection(column[1])]
    tables, first = [], 0
    for stage in content.stages:
        rows = tuple(
            tuple(Cell(lines=tuple(_lines(content, lanes, step))) for _, lanes, _ in columns)
            for step in range(first, first + stage.steps)
        )
        first += stage.steps
        head = tuple(Cell(lines=(said(Words(texts.gettext(label), content.language)),)) for label, _, _ in columns)
        tables.append(Table(caption=stage.name, head=head, rows=rows, weights=tuple(c[2] for c in columns)))
    return tuple(tables)


def _lines(content: JourneyContent, lanes: tuple[Lane, ...], step: int) -> Iterator[Line]:
    """The lines of one cell; where a column has several lanes each begins with its name."""
    for held in content.lanes:
        if held.lane not in lanes:
            continue
        lines = list(_feelings(content, step)) if held.lane is Lane.EXPERIENCE else _of(held.cells[step])
        if lines and len(lanes) > 1:
            yield said(held.label, strong=True)
        yield from lines


def _of(cell: tuple[Entry, ...]) -> list[Line]:
    return [_joined(entry) for entry in cell]


def _joined(entry: Entry) -> Line:
    """An entry as one line: its head, a colon, then what it says, parts divided by semicolons."""
    spans: list[Span] = []
    if entry.head:
        spans.append(Span.of(entry.head, strong=not spans))
    for number, words in enumerate(entry.body):
        gap = ("; " if number else ": ") if spans else ""
        if gap:
            spans.append(Span(text=gap, language=words.language))
        spans.append(Span.of(words))
    return tuple(spans)


def _feelings(content: JourneyContent, step: int) -> Iterator[Line]:
    for curve in content.curves:
        feeling = curve.feelings[step]
        if feeling.value is None:
            continue
        line: Line = (Span.of(curve.group), Span(text=f" {feeling.shown}", language=content.language, strong=True))
        if feeling.comment:
            line += (Span(text=": ", language=content.language), Span.of(feeling.comment))
        yield line
