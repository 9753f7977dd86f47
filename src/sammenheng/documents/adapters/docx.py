"""Documents as Word files, through python-docx: real styles that can be edited, languages told, pictures described."""

from __future__ import annotations

import datetime
import io
from typing import Any, Final

import docx as word
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from ...texts import Texts
from ..svg import clean_text
from ..values import Block, Cell, Document, Figure, Line, List, Note, NoteKind, Paragraph, Section, Span, Table
from ..words import Words
from .png import png

TAGS: Final = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB", "se": "se-NO"}
SOFT: Final = RGBColor(0x47, 0x52, 0x5E)
BLUE: Final = RGBColor(0x12, 0x39, 0x5F)
GROUNDS: Final = {NoteKind.ILLUSTRATIVE: "FFF6E3", NoteKind.MISSING: "FDEEEE", NoteKind.ASK: "E8F1FA"}
NOTES: Final = {NoteKind.ILLUSTRATIVE: "Note Illustrative", NoteKind.MISSING: "Note Missing", NoteKind.ASK: "Note Ask"}
PAGE: Final = (Cm(21.0), Cm(29.7))
MARGIN: Final = Cm(2.0)
FAMILY: Final = "Calibri"
MOST_LEVELS: Final = 9
SHARPNESS: Final = 1.6
"""Dots for each point of a picture: fewer than in a picture of its own, for pages are A4."""

MOST_WITHOUT_CONTENTS: Final = 4


def docx(document: Document, texts: Texts, *, day: datetime.date | None = None) -> bytes:
    """The document as a Word file, dated with this day."""
    return _Writing(document, texts, day or datetime.date(1980, 1, 1)).content()


class _Writing:
    def __init__(self, document: Document, texts: Texts, day: datetime.date) -> None:
        self.document = document
        self.texts = texts
        self.file: Any = word.Document()
        self.lying = False
        self.unmarked = ""
        self.pictures = 0
        self.places = {section.id: f"_{number}" for number, (_, section) in enumerate(document.walk(), start=1)}
        self.day = datetime.datetime.combine(day, datetime.time())

    def content(self) -> bytes:
        self.about()
        self.styles()
        self.page(self.file.sections[0], lying=False)
        self.running(self.file.sections[0])
        self.paragraph((Span.of(self.document.title),), "Title")
        for words in self.document.subtitle:
            self.paragraph((Span.of(words),), "Subtitle")
        for level, section in self.document.walk():
            self.section(level, section)
            if section is self.document.sections[0] and len(self.document.sections) > MOST_WITHOUT_CONTENTS:
                self.contents()
        written = io.BytesIO()
        self.file.save(written)
        return written.getvalue()

    def contents(self) -> None:
        """The chapters, each leading to its place."""
        name = Words(self.texts.gettext("Contents"), self.document.language)
        self.paragraph((Span.of(name, strong=True),), "Normal").paragraph_format.space_before = Pt(12)
        for section in self.document.sections:
            title = section.title
            self.paragraph((Span(text=title.text, language=title.language, to=section.id),), "Table Text")

    def about(self) -> None:
        """What the file says of itself; nothing of who wrote it or on which machine."""
        told = self.file.core_properties
        told.title = clean_text(self.document.title.text)
        told.subject = clean_text(self.document.marks.text)
        told.language = TAGS[self.document.language]
        told.author = told.last_modified_by = told.comments = ""
        told.created = told.modified = self.day
        told.revision = 1

    def styles(self) -> None:
        """Every look is a style, so that whoever edits the file can change it in one place."""
        normal = self.file.styles["Normal"]
        normal.font.name, normal.font.size = FAMILY, Pt(10.5)
        normal.element.rPr.rFonts.set(qn("w:eastAsia"), FAMILY)
        normal.paragraph_format.space_after = Pt(6)
        defaults = self.file.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
        for styled in (normal.element.get_or_add_rPr(), defaults):
            _set_language(styled, self.document.language)
        for name, size in (("Title", 24), ("Heading 1", 16), ("Heading 2", 13), ("Heading 3", 11)):
            style = self.file.styles[name]
            style.font.name, style.font.size, style.font.color.rgb = FAMILY, Pt(size), BLUE
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)
            fonts.set(qn("w:hAnsi"), FAMILY)
        subtitle = self.file.styles["Subtitle"]
        subtitle.font.name, subtitle.font.italic, subtitle.font.size = FAMILY, False, Pt(11)
        subtitle.font.color.rgb = SOFT
        spacing = subtitle.element.rPr.find(qn("w:spacing"))
        if spacing is not None:
            subtitle.element.rPr.remove(spacing)
        caption = self.file.styles["Caption"]
        caption.font.color.rgb, caption.font.size, caption.paragraph_format.keep_with_next = BLUE, Pt(9.5), True
        cells = self.file.styles.add_style("Table Text", WD_STYLE_TYPE.PARAGRAPH)
        cells.base_style, cells.font.size, cells.paragraph_format.space_after = normal, Pt(8.5), Pt(1)
        for kind, name in NOTES.items():
            note = self.file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            note.base_style = normal
            note.paragraph_format.left_indent = Cm(0.3)
            note.paragraph_format.space_after = Pt(0)
            _shade(note.element.get_or_add_pPr(), GROUNDS[kind])

        self.style_ids = {style.name: style.style_id for style in self.file.styles}

    def page(self, section: Any, *, lying: bool) -> None:
        wide, high = PAGE if not lying else PAGE[::-1]
        section.page_width, section.page_height = wide, high
        section.orientation = WD_ORIENT.LANDSCAPE if lying else WD_ORIENT.PORTRAIT
        section.left_margin = section.right_margin = MARGIN
        section.top_margin, section.bottom_margin = Cm(2.0), Cm(1.8)

    def running(self, section: Any) -> None:
        """The marks above and the version below on every page; later sections go on with them."""
        head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
        self.spans(head, (Span.of(self.document.marks),))
        self.spans(foot, (Span.of(self.document.footer), Span(text="  ·  ", language=self.document.language)))
        for kind in ("begin", None, "end"):
            run = foot.add_run()
            if kind:
                mark = OxmlElement("w:fldChar")
                mark.set(qn("w:fldCharType"), kind)
            else:
                mark = OxmlElement("w:instrText")
                mark.text = "PAGE"
            run._r.append(mark)
        for paragraph in (head, foot):
            for run in paragraph.runs:
                run.font.size = Pt(8)

    def turn(self, *, lying: bool) -> None:
        """Go on to pages that stand or lie."""
        if lying != self.lying:
            self.page(self.file.add_section(), lying=lying)
            self.lying = lying

    def section(self, level: int, section: Section) -> None:
        if section.title:
            self.turn(lying=False)
            heading = self.paragraph((Span.of(section.title),), f"Heading {min(level, MOST_LEVELS)}")
            heading.paragraph_format.page_break_before = section.new_page
            self.mark(heading, section.id)
        else:
            # The first paragraph that follows is the place.
            self.unmarked = section.id
        for block in section.blocks:
            self.block(block)

    def mark(self, paragraph: Any, id: str) -> None:
        """Make the paragraph a place that references lead to."""
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        name = self.places[id]
        for mark in (start, end):
            mark.set(qn("w:id"), name[1:])
        start.set(qn("w:name"), name)
        paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
        paragraph._p.append(end)

    def block(self, block: Block) -> None:
        match block:
            case Paragraph():
                self.turn(lying=False)
                self.paragraph(block.line, "Normal")
            case List():
                self.turn(lying=False)
                for item in block.items:
                    self.paragraph(item, "List Number" if block.numbered else "List Bullet")
            case Table():
                self.turn(lying=False)
                self.table(block)
            case Figure():
                self.figure(block)
            case Note():
                self.turn(lying=False)
                self.note(block)

    def note(self, note: Note) -> None:
        style = NOTES[note.kind]
        self.paragraph((Span.of(note.title, strong=True),), style).paragraph_format.keep_with_next = True
        for line in note.lines:
            last = self.paragraph(line, style)
        if note.lines:
            last.paragraph_format.space_after = Pt(8)

    def figure(self, figure: Figure) -> None:
        """The picture as wide as the page allows, with its words for those who do not see it."""
        self.turn(lying=figure.sheet is not None)
        room = (PAGE[1] if figure.sheet else PAGE[0]) - 2 * MARGIN
        high = (PAGE[0] if figure.sheet else PAGE[1]) - Cm(5)
        wide = min(room, Pt(figure.width), int(high * figure.width / figure.height))
        dots = int(figure.width * figure.height * SHARPNESS**2)
        drawn = io.BytesIO(png(figure.svg, width=figure.width, height=figure.height, most_dots=dots))
        paragraph = self.file.add_paragraph()
        shape = paragraph.add_run().add_picture(drawn, width=wide)
        self.pictures += 1
        told = shape._inline.docPr
        told.set("descr", clean_text(figure.alternative.text))
        told.set("title", clean_text(figure.caption.text))
        told.set("name", self.texts.gettext("Picture {number}", number=self.pictures))
        if not figure.sheet:
            self.paragraph((Span.of(figure.caption),), "Caption")

    def table(self, table: Table) -> None:
        self.paragraph((Span.of(table.caption),), "Caption")
        made = self.file.add_table(rows=1, cols=len(table.head), style="Table Grid")
        made.alignment = WD_TABLE_ALIGNMENT.LEFT
        made.autofit = False
        room = (PAGE[1] if self.lying else PAGE[0]) - 2 * MARGIN
        widths = [int(room * weight / sum(table.weights)) for weight in table.weights]
        self.look(made, table)
        head = made.rows[0]
        _repeat(head)
        for number, cell in enumerate(table.head):
            self.cell(head.cells[number], cell, strong=True)
            _shade(head.cells[number]._tc.get_or_add_tcPr(), "E6EDF5")
        for row in table.rows:
            held = made.add_row()
            _keep_whole(held)
            cells = held.cells
            for number, cell in enumerate(row):
                self.cell(cells[number], cell, strong=number == 0)
        for number, column in enumerate(made._tbl.tblGrid.gridCol_lst):
            column.w = widths[number]
        for tr in made._tbl.tr_lst:
            for number, tc in enumerate(tr.tc_lst):
                tc.width = widths[number]
        self.file.add_paragraph().paragraph_format.space_after = Pt(2)

    def look(self, made: Any, table: Table) -> None:
        """Say that the first row and column are headings, and what the table is, for screen readers."""
        properties = made._tbl.tblPr
        look = properties.find(qn("w:tblLook"))
        if look is None:
            look = OxmlElement("w:tblLook")
            properties.append(look)
        for name, value in (("firstRow", "1"), ("firstColumn", "1"), ("noHBand", "1"), ("noVBand", "1")):
            look.set(qn(f"w:{name}"), value)
        caption = OxmlElement("w:tblCaption")
        caption.set(qn("w:val"), clean_text(table.caption.text))
        properties.append(caption)

    def cell(self, made: Any, cell: Cell, *, strong: bool) -> None:
        for number, line in enumerate(line for line in cell.lines if line):
            paragraph = made.paragraphs[0] if number == 0 else made.add_paragraph()
            self.spans(paragraph, line, strong=strong)
        for paragraph in made.paragraphs:
            self.styled(paragraph, "Table Text")
            if cell.number:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def paragraph(self, line: Line, style: str) -> Any:
        made = self.file.add_paragraph()
        self.styled(made, style)
        self.spans(made, line)
        if self.unmarked:
            self.mark(made, self.unmarked)
            self.unmarked = ""
        return made

    def styled(self, paragraph: Any, style: str) -> None:
        """Give the paragraph a style by its id: looking the style up each time would take most of the time."""
        paragraph._p.style = self.style_ids[style]

    def spans(self, paragraph: Any, line: Line, *, strong: bool = False) -> None:
        for span in line:
            run = paragraph.add_run(clean_text(span.text))
            if strong or span.strong:
                run.bold = True
            if span.language != self.document.language:
                _set_language(run._r.get_or_add_rPr(), span.language)
            if span.to in self.places:
                link = OxmlElement("w:hyperlink")
                link.set(qn("w:anchor"), self.places[span.to])
                run._r.addprevious(link)
                link.append(run._r)


def _set_language(properties: Any, language: str) -> None:
    told = properties.find(qn("w:lang"))
    if told is None:
        told = OxmlElement("w:lang")
        properties.append(told)
    told.set(qn("w:val"), TAGS[language])
    told.set(qn("w:eastAsia"), TAGS[language])


def _shade(properties: Any, colour: str) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:color"), "auto")
    shade.set(qn("w:fill"), colour)
    properties.append(shade)


def _repeat(row: Any) -> None:
    """The row stands again at the top of every page of the table."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _keep_whole(row)


def _keep_whole(row: Any) -> None:
    row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))
