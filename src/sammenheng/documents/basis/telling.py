"""What every chapter of a decision basis is told with: words, amounts with their source or mark, and references."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from ...chain import Parties, parties, standing
from ...checks import Found
from ...domain import FELLES, Collaboration, Id, Period, Quantity, Text, Thing
from ...domain.words import Organisation
from ...domain.words.thing import Sureness
from ...economy import EconomyResult
from ...texts import Texts, formats, gettext_noop
from ..marks import has_illustrative_number
from ..values import Block, Cell, Line, Note, NoteKind, Paragraph, Span, said
from ..words import ILLUSTRATIVE, NOT_VERIFIED, Speech, Words
from .work_plan import WorkPlan

N_ = gettext_noop


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What a decision basis is made from."""

    whole: Collaboration
    economy: EconomyResult
    plan: WorkPlan | None
    found: tuple[Found, ...]
    today: datetime.date


@dataclass
class Telling:
    """A decision basis being told: numbers sources in the order they are first named, and remembers gaps."""

    basis: Basis
    texts: Texts
    numbers: dict[Id, int] = field(default_factory=dict)
    gaps: list[tuple[str, Words]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.whole = self.basis.whole
        self.speech = Speech(self.whole, self.texts)
        self.language = self.texts.language
        self.standing = standing(self.whole)

    def own(self, message: str, **params: object) -> Words:
        """A text of ours, translated."""
        return Words(self.texts.gettext(message, **params), self.language)

    def span(self, text: str, *, strong: bool = False) -> Span:
        """A stretch of our own."""
        return Span(text=text, language=self.language, strong=strong)

    def paragraph(self, message: str, **params: object) -> Paragraph:
        """A paragraph of ours."""
        return Paragraph(line=said(self.own(message, **params)))

    def said(self, text: Text | None, by: Thing | None = None) -> Words:
        """What people wrote."""
        return self.speech.said(text, by)

    def told(self, thing: Thing, words: Words | None = None) -> Line:
        """An object's name, or these words of it, with mark and references."""
        shown = self.speech.name(thing) if words is None else words
        if not shown:
            return ()
        mark = _mark_of(thing)
        return (Span.of(shown), *((self.span(f" {mark}"),) if mark else ()), *self.cited(thing.sources))

    def told_text(self, text: Text | None, by: Thing) -> list[Block]:
        """A longer text as a paragraph; nothing when it is not written."""
        line = self.told(by, self.said(text, by)) if text else ()
        return [Paragraph(line=line)] if line else []

    def named(self, ids: Iterable[Id]) -> tuple[Line, ...]:
        """Objects by their name, a line each, with mark and references."""
        return tuple(self.told(thing) for thing in self.whole.each(*ids))

    def cited(self, sources: Iterable[Id]) -> Line:
        """References to sources, such as [3]."""
        spans: list[Span] = []
        for id in sources:
            number = self.numbers.setdefault(id, len(self.numbers) + 1)
            spans += [self.span(" "), Span(text=f"[{number}]", language=self.language, to=f"source-{number}")]
        return tuple(spans)

    def amount(self, quantity: Quantity | None, by: Thing | None = None) -> Line:
        """An estimated amount with its source, the mark of an assumption, or the mark of having neither."""
        if quantity is None:
            return ()
        shown = self.span(formats.quantity(self.texts, quantity))
        if quantity.source:
            return (shown, *self.cited((quantity.source,)))
        if quantity.illustrative:
            return (shown, self.span(f" {ILLUSTRATIVE}"))
        if by is not None and by.sources:
            return (shown, *self.cited(by.sources))
        return (shown, self.span(f" {NOT_VERIFIED}"))

    def money(self, kroner: float) -> str:
        """Calculated money, with the mark of what it rests on."""
        mark = self.result_mark
        return formats.money(self.texts, kroner) + (f" {mark}" if mark else "")

    @property
    def result_mark(self) -> str:
        """What everything calculated rests on: the weakest of the amounts behind it."""
        resting = self.basis.economy.basis
        return ILLUSTRATIVE if resting.illustrative else NOT_VERIFIED if resting.neither else ""

    def money_cell(self, kroner: float) -> Cell:
        """Calculated money in a table."""
        return Cell(lines=((self.span(self.money(kroner)),),), number=True)

    def period(self, period: Period | None) -> str:
        """A period, or a dash."""
        return "–" if period is None else formats.period(self.texts, period)

    def date(self, day: datetime.date | None) -> str:
        """A day, or a dash."""
        return "–" if day is None else formats.date(self.texts, day)

    def head(self, *messages: str) -> tuple[Cell, ...]:
        """The headings of a table's columns, already translated."""
        return tuple(Cell(lines=((self.span(message),),)) for message in messages)

    def text_cell(self, text: str, *, number: bool = False) -> Cell:
        """A cell with a text of ours."""
        return Cell(lines=((self.span(text),),) if text else (), number=number)

    def missing(self, chapter: str, message: str, **params: object) -> Note:
        """A gap: said where it is, and remembered for the list of what is missing."""
        words = self.own(message, **params)
        self.gaps.append((chapter, words))
        return Note(kind=NoteKind.MISSING, title=self.own(N_("Not answered yet")), lines=(said(words),))

    def parties_of(self, id: Id) -> Parties:
        """Who is needed for an effect or a need."""
        return parties(self.whole, id)

    def organisations(self, ids: Iterable[Id]) -> tuple[Organisation, ...]:
        """These organisations, without what belongs to all together."""
        found = (self.whole.get(id) for id in dict.fromkeys(ids) if id != FELLES)
        return tuple(thing for thing in found if isinstance(thing, Organisation))


def _mark_of(thing: Thing) -> str:
    if thing.sureness is Sureness.ILLUSTRATIVE or (thing.sureness is None and has_illustrative_number(thing)):
        return ILLUSTRATIVE
    return NOT_VERIFIED if thing.sureness is Sureness.GENERAL else ""
