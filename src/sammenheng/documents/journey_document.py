"""A journey as a document: its map on sheets of paper, then the same as tables."""

from __future__ import annotations

from collections.abc import Iterable

from ..texts import Texts
from .journey_content import JourneyContent
from .journey_map import MARGIN, SIZES, Paper, journey_sheets
from .journey_tables import journey_tables
from .values import Document, Section
from .words import Words


def journey_document(
    contents: Iterable[JourneyContent], texts: Texts, paper: Paper, *, title: Words, marks: str, footer: str
) -> Document:
    """Maps and tables of these journeys."""
    maps, tables = [], []
    for content in contents:
        sheets = journey_sheets(content, texts, paper, footer=footer)
        figures = tuple(sheet.figure(_page(sheet.width, sheet.height, paper)) for sheet in sheets)
        maps.append(Section(id=f"map-{content.journey}", title=content.title, blocks=figures))
        tables.append(
            Section(
                id=f"table-{content.journey}",
                title=Words(texts.gettext("{journey} as a table", journey=content.title.text), content.title.language),
                blocks=journey_tables(content, texts),
                new_page=True,
            )
        )
    return Document(
        title=title,
        subtitle=(),
        language=texts.language,
        marks=Words(marks, texts.language),
        footer=Words(footer, texts.language),
        sections=(*maps, *tables),
        lying=True,
        cover=False,
    )


def _page(width: float, height: float, paper: Paper) -> tuple[float, float]:
    """The paper; larger when a single cell is higher than it, for nothing is ever cut off."""
    wide, high = SIZES[paper]
    return max(wide, width + 2 * MARGIN), max(high, height + 2 * MARGIN)
