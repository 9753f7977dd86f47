"""Documents as HTML: one file with everything in it, without script, for screen, print, light and dark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from importlib.resources import files

from ...texts import Texts, gettext_noop
from ..svg import page_rules
from ..values import Block, Cell, Document, Figure, Line, List, Note, Paragraph, Section, Span, Table
from ..words import Words

N_ = gettext_noop
MOST_LEVELS = 6


def html(document: Document, texts: Texts) -> str:
    """The document as one HTML file."""
    return "\n".join(_Writing(document, texts).whole())


class _Writing:
    def __init__(self, document: Document, texts: Texts) -> None:
        self.document = document
        self.texts = texts
        self.places = {section.id for _, section in document.walk()}
        self.tables = 0

    def whole(self) -> Iterator[str]:
        document = self.document
        title = escape(document.title.text)
        yield "<!doctype html>"
        yield f'<html lang="{document.language}">'
        yield "<head>"
        yield '<meta charset="utf-8">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield '<meta name="color-scheme" content="light dark">'
        # Nothing is fetched, and no script runs even where somebody has managed to write one into a text.
        yield (
            '<meta http-equiv="Content-Security-Policy" '
            "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">"
        )
        yield f"<title>{title}</title>"
        yield f"<style>{_style()}{page_rules()}</style>"
        yield "</head>"
        yield "<body>"
        skip = self.own(N_("Skip to the content"))
        yield f'<a class="skip" href="#content">{skip}</a>'
        yield "<header>"
        yield f"<h1{self.lang(document.title)}>{title}</h1>"
        yield from (f'<p class="about"{self.lang(words)}>{escape(words.text)}</p>' for words in document.subtitle)
        if document.marks:
            yield f'<p class="marks"{self.lang(document.marks)}>{escape(document.marks.text)}</p>'
        yield "</header>"
        yield from self.contents()
        yield '<main id="content">'
        for section in document.sections:
            yield from self.section(section, 2)
        yield "</main>"
        yield f"<footer><p{self.lang(document.footer)}>{escape(document.footer.text)}</p></footer>"
        yield "</body>"
        yield "</html>"
        yield ""

    def contents(self) -> Iterator[str]:
        name = self.own(N_("Contents"))
        yield f'<nav aria-labelledby="contents"><h2 id="contents">{name}</h2><ol>'
        for section in self.document.sections:
            if section.title:
                named = f"<span{self.lang(section.title)}>{escape(section.title.text)}</span>"
                yield f'<li><a href="#{section.id}">{named}</a></li>'
        yield "</ol></nav>"

    def section(self, section: Section, level: int) -> Iterator[str]:
        named = bool(section.title)
        # Chapters only: a landmark for every page of the document would hide the ones that matter.
        label = f' aria-labelledby="{section.id}-title"' if named and level == 2 else ""
        page = ' class="page"' if section.new_page else ""
        tag = "section" if named else "div"
        yield f'<{tag} id="{section.id}"{label}{page}>'
        if named:
            size = min(level, MOST_LEVELS)
            title = escape(section.title.text)
            yield f'<h{size} id="{section.id}-title"{self.lang(section.title)}>{title}</h{size}>'
        for block in section.blocks:
            yield from self.block(block)
        for inner in section.sections:
            yield from self.section(inner, level + 1)
        yield f"</{tag}>"

    def block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph():
                yield f"<p>{self.line(block.line)}</p>"
            case List():
                tag = "ol" if block.numbered else "ul"
                yield f"<{tag}>"
                yield from (f"<li>{self.line(item)}</li>" for item in block.items)
                yield f"</{tag}>"
            case Table():
                yield from self.table(block)
            case Figure():
                yield from self.figure(block)
            case Note():
                yield from self.note(block)

    def table(self, table: Table) -> Iterator[str]:
        self.tables += 1
        name = f"table-{self.tables}"
        # A wide table scrolls by itself, so it must be reachable by keyboard and have a name.
        yield f'<div class="scroll" tabindex="0" role="group" aria-labelledby="{name}"><table>'
        yield f'<caption id="{name}"{self.lang(table.caption)}>{escape(table.caption.text)}</caption>'
        yield "<thead><tr>"
        yield from (f'<th scope="col"{self.side(cell)}>{self.cell(cell)}</th>' for cell in table.head)
        yield "</tr></thead><tbody>"
        for row in table.rows:
            yield "<tr>"
            yield f'<th scope="row">{self.cell(row[0])}</th>'
            yield from (f"<td{self.side(cell)}>{self.cell(cell)}</td>" for cell in row[1:])
            yield "</tr>"
        yield "</tbody></table></div>"

    def figure(self, figure: Figure) -> Iterator[str]:
        caption = escape(figure.caption.text)
        yield '<figure><div class="scroll" tabindex="0" role="group"'
        yield f' aria-label="{escape(figure.caption.text)}">{_inline(figure.svg)}</div>'
        yield f"<figcaption{self.lang(figure.caption)}>{caption}</figcaption></figure>"

    def note(self, note: Note) -> Iterator[str]:
        yield f'<div class="note {note.kind.value}">'
        yield f"<p><strong{self.lang(note.title)}>{escape(note.title.text)}</strong></p>"
        if len(note.lines) > 1:
            yield "<ul>"
            yield from (f"<li>{self.line(line)}</li>" for line in note.lines)
            yield "</ul>"
        else:
            yield from (f"<p>{self.line(line)}</p>" for line in note.lines)
        yield "</div>"

    def cell(self, cell: Cell) -> str:
        lines = [self.line(line) for line in cell.lines if line]
        return lines[0] if len(lines) == 1 else "".join(f"<p>{line}</p>" for line in lines)

    def side(self, cell: Cell) -> str:
        return ' class="number"' if cell.number else ""

    def line(self, line: Line) -> str:
        return "".join(self.span(span) for span in line)

    def span(self, span: Span) -> str:
        text = escape(span.text)
        if span.strong:
            text = f"<strong{self.lang_of(span.language)}>{text}</strong>"
        elif span.language != self.document.language:
            text = f"<span{self.lang_of(span.language)}>{text}</span>"
        return f'<a href="#{span.to}">{text}</a>' if span.to in self.places else text

    def lang(self, words: Words) -> str:
        return self.lang_of(words.language)

    def lang_of(self, language: str) -> str:
        return "" if language == self.document.language else f' lang="{language}"'

    def own(self, message: str) -> str:
        return escape(self.texts.gettext(message))


def _inline(svg: str) -> str:
    """A picture inside the page: the page's own rules give it its colours."""
    return re.sub(r"<style>.*?</style>\n?", "", svg, flags=re.DOTALL)


def _style() -> str:
    return files(__package__).joinpath("document.css").read_text("utf-8")
