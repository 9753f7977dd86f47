"""The fields of an object as lines a page can show, whatever their kind."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from sammenheng.domain import FELLES, Collaboration, Field, Id, Quantity, Thing, describe
from sammenheng.domain.describe import PartsKind
from sammenheng.domain.kinds import (
    BooleanKind,
    ChoiceKind,
    DateKind,
    IdKind,
    NumberKind,
    PeriodKind,
    QuantityKind,
    RefKind,
    RefsKind,
    StringKind,
    TextKind,
)
from sammenheng.texts.formats import date, number, period, quantity
from sammenheng.texts.labels import choice_label, field_label, type_label, types_label
from sammenheng_web.ui.said import Said, said, title_field, title_of
from sammenheng_web.ui.terms import texts

EARLIEST_YEAR = 1000
"""A number that cannot be smaller than this is a calendar year."""

AS_TAGS = {"shared", "sensitivity", "state", "sureness"}
"""What a page says in a word beside the name."""

AddressOf = Callable[[Thing], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An object that can be opened."""

    title: Said
    kind: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """An estimate with what it rests on."""

    text: str
    price_year: int | None
    source: Link | None
    illustrative: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One field with its content. ``form`` names the part of the template that shows it."""

    label: str
    form: str
    content: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Parts of an object, side by side."""

    label: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Line | None, ...], ...]


class Showing:
    """Shows objects of one collaboration, with links made by ``address_of``."""

    def __init__(self, collaboration: Collaboration, address_of: AddressOf) -> None:
        self.collaboration = collaboration
        self.address_of = address_of

    def own_lines(self, thing: Thing) -> Iterator[Line]:
        """What is known about an object besides what it is called and what all objects have."""
        title = title_field(thing)
        called = title.name if title and not title.kind.long else ""  # type: ignore[attr-defined]
        return self.lines(thing, [field for field in known_fields(thing) if not field.common and field.name != called])

    def common_lines(self, thing: Thing) -> Iterator[Line]:
        """What all objects have, as far as a page does not say it beside the name."""
        return self.lines(thing, [field for field in known_fields(thing) if field.common and field.name not in AS_TAGS])

    def lines(self, value: Any, fields: Iterable[Field]) -> Iterator[Line]:
        """These fields of an object or a part."""
        return (self.line(field, getattr(value, field.name)) for field in fields)

    def table(self, parts: Sequence[Any]) -> Table:
        """Parts as a table: the fields that any of them has as columns."""
        known = {field.name for part in parts for field in known_fields(part)}
        fields = [field for field in describe(type(parts[0])).fields if field.name in known]
        return Table(
            label=types_label(texts(), describe(type(parts[0]))),
            heads=tuple(field_label(texts(), field) for field in fields),
            rows=tuple(tuple(self.part_cell(part, field) for field in fields) for part in parts),
        )

    def part_cell(self, part: Any, field: Field) -> Line | None:
        """One field of one part; None when it is not known."""
        content = getattr(part, field.name)
        return self.line(field, content) if field.is_written(content) else None

    def field_of(self, thing: Thing, name: str) -> Field:
        """The description of one field of an object."""
        return describe(type(thing)).field(name)

    def line(self, field: Field, content: Any) -> Line:
        """One field."""
        form, shown = self.shown(field, content)
        return Line(label=field_label(texts(), field), form=form, content=shown)

    def shown(self, field: Field, content: Any) -> tuple[str, Any]:
        """How a field's content is shown: the name of its form, and the content in words."""
        match field.kind:
            case TextKind():
                return ("long_text" if field.kind.long else "text"), said(content)
            case StringKind(form="url"):
                return "address", content
            case StringKind():
                return "plain", content
            case ChoiceKind():
                return "plain", choice_label(texts(), content)
            case BooleanKind():
                return "plain", _("Yes") if content else _("No")
            case NumberKind():
                return "plain", year_or_number(field, content)
            case DateKind():
                return "plain", date(texts(), content)
            case PeriodKind():
                return "plain", period(texts(), content)
            case QuantityKind():
                return "amount", self.amount(content)
            case RefsKind():
                return "links", [self.link(id) for id in content]
            case RefKind():
                return ("plain", _("All together (felles)")) if content == FELLES else ("link", self.link(content))
            case PartsKind():
                return "parts", self.table(content)
            case IdKind():
                return "plain", content
        raise AssertionError(f"{field.kind} has no form on a page")

    def link(self, id: Id) -> Link:
        """A link to the object with this id."""
        return self.link_to(self.collaboration.objects[id])

    def link_to(self, thing: Thing) -> Link:
        """A link to an object."""
        return Link(title=title_of(thing), kind=type_label(texts(), describe(type(thing))), href=self.address_of(thing))

    def amount(self, value: Quantity) -> Amount:
        """An estimate in words."""
        return Amount(
            text=quantity(texts(), value),
            price_year=value.price_year,
            source=self.link(value.source) if value.source else None,
            illustrative=value.illustrative,
        )


def known_fields(value: Any) -> list[Field]:
    """The described fields of a value that are known, without its id."""
    return [
        field
        for field in describe(type(value)).fields
        if field.name != "id" and field.is_written(getattr(value, field.name))
    ]


def year_or_number(field: Field, content: float) -> str:
    """A number with separators, but a year without: 2027 is not 2 027."""
    kind: Any = field.kind
    return str(int(content)) if kind.least >= EARLIEST_YEAR else number(texts(), content)
