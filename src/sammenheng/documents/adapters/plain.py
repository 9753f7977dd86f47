"""A document as plain data: what a template can read."""

from __future__ import annotations

from typing import Any

from ..values import Block, Cell, Document, Figure, Line, List, Note, Paragraph, Section, Span, Table
from ..words import Words


def as_plain(document: Document) -> dict[str, Any]:
    """The document as lists, texts and numbers; sections one after another, each with its level."""
    sections = list(document.walk())
    return {
        "title": _words(document.title),
        "description": document.marks.text,
        "subtitle": [_words(words) for words in document.subtitle],
        "language": document.language,
        "marks": _words(document.marks),
        "footer": _words(document.footer),
        "lying": document.lying,
        "cover": document.cover,
        "places": [section.id for _, section in sections],
        "sections": [_section(level, section) for level, section in sections],
    }


def _section(level: int, section: Section) -> dict[str, Any]:
    return {
        "id": section.id,
        "level": level,
        "title": _words(section.title),
        "new_page": section.new_page,
        "blocks": [_block(block) for block in section.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph():
            return {"type": "paragraph", "line": _line(block.line)}
        case List():
            return {"type": "list", "numbered": block.numbered, "items": [_line(item) for item in block.items]}
        case Table():
            rows = [[_cell(cell) for cell in row] for row in block.rows]
            head = [_cell(cell) for cell in block.head]
            return {"type": "table", "caption": _words(block.caption), "head": head, "rows": rows} | {
                "weights": list(block.weights)
            }
        case Figure():
            return {
                "type": "figure",
                "svg": block.svg,
                "width": block.width,
                "height": block.height,
                "alternative": _words(block.alternative),
                "caption": _words(block.caption),
                "sheet": list(block.sheet) if block.sheet else None,
            }
        case Note():
            lines = [_line(line) for line in block.lines]
            return {"type": "note", "kind": str(block.kind), "title": _words(block.title), "lines": lines}


def _cell(cell: Cell) -> dict[str, Any]:
    return {"number": cell.number, "lines": [_line(line) for line in cell.lines]}


def _line(line: Line) -> list[dict[str, Any]]:
    return [_span(span) for span in line]


def _span(span: Span) -> dict[str, Any]:
    return {"text": span.text, "language": span.language, "strong": span.strong, "to": span.to}


def _words(words: Words) -> dict[str, str]:
    return {"text": words.text, "language": words.language}
