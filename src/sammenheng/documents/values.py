"""A document as a value: what is said, in which order and language, before it becomes a page, a file or a print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from .words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of text in one language; `to` is the id of a place in the same document that it leads to."""

    text: str
    language: str
    strong: bool = False
    to: str | None = None

    @classmethod
    def of(cls, words: Words, *, strong: bool = False) -> Span:
        """The words as a span."""
        return cls(text=words.text, language=words.language, strong=strong)


Line = tuple[Span, ...]
"""One paragraph's content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph."""

    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """Several things, below each other."""

    items: tuple[Line, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a table: one or more lines; numbers stand to the right."""

    lines: tuple[Line, ...] = ()
    number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a row of headings; the first cell of each row is the heading of that row."""

    caption: Words
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    weights: tuple[float, ...]
    """How wide the columns are, against each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture: its SVG, its size in points, what it shows in words; the same content stands in a table after it."""

    svg: str
    width: float
    height: float
    alternative: Words
    caption: Words
    sheet: tuple[float, float] | None = None
    """The page it wants for itself, width and height in points; none: it stands in the text."""


class NoteKind(StrEnum):
    """What a note warns of."""

    ILLUSTRATIVE = "illustrative"
    MISSING = "missing"
    ASK = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something the reader must see before reading on."""

    kind: NoteKind
    title: Words
    lines: tuple[Line, ...]


Block = Paragraph | List | Table | Figure | Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands below it. `id` is unique in the document."""

    id: str
    title: Words
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    new_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document. `marks` stand on every page: what it is, and that it shows illustrative numbers if it does."""

    title: Words
    subtitle: tuple[Words, ...]
    language: str
    marks: Words
    footer: Words
    sections: tuple[Section, ...]
    lying: bool = False
    """Whether its pages lie rather than stand."""
    cover: bool = True
    """Whether it begins with its title; else with the first picture, which has one."""

    def walk(self) -> Iterator[tuple[int, Section]]:
        """Every section with its level, from 1, in order of reading."""
        yield from _walk(self.sections, 1)

    def figures(self) -> tuple[Figure, ...]:
        """Every picture, in order of reading."""
        return tuple(block for _, section in self.walk() for block in section.blocks if isinstance(block, Figure))


def _walk(sections: tuple[Section, ...], level: int) -> Iterator[tuple[int, Section]]:
    for section in sections:
        yield level, section
        yield from _walk(section.sections, level + 1)


def said(words: Words, *, strong: bool = False) -> Line:
    """Words as a whole line."""
    return (Span.of(words, strong=strong),) if words else ()


def cell(*words: Words, number: bool = False) -> Cell:
    """A cell with these words, a line each; empty ones are left out."""
    return Cell(lines=tuple(said(one) for one in words if one), number=number)
