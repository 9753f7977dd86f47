"""A list of objects of one type: which columns, in which order, which rows."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from sammenheng.domain import FELLES, Field, ObjectType, Text, Thing
from sammenheng.domain.kinds import ChoiceKind, DateKind, PeriodKind, QuantityKind, RefKind, RefsKind
from sammenheng.texts.labels import field_label
from sammenheng_web.ui.components import Cell, Column
from sammenheng_web.ui.said import Said, title_of
from sammenheng_web.ui.showing import Line, Showing
from sammenheng_web.ui.sorting import norwegian
from sammenheng_web.ui.terms import texts

TELLING = (ChoiceKind, DateKind, PeriodKind, QuantityKind, RefKind)
MOST_COLUMNS = 3
NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the reader asked for: a text to look for, whose part, a column to sort by, the direction."""

    text: str = ""
    part: str = ""
    sort: str = NAME
    descending: bool = False

    def query(self, **changes: Any) -> str:
        """The address query of this wish, with changes; empty parts are left out."""
        parts = {
            "q": self.text,
            "part": self.part,
            "sort": self.sort,
            "down": "1" if self.descending else "",
        } | changes
        if parts["sort"] == NAME:
            parts["sort"] = ""
        return urlencode({name: value for name, value in parts.items() if value})


def read_wish(asked: Any, fields: Sequence[Field]) -> Wish:
    """The wish in an address; what the list does not know is left out."""
    names = {NAME, *(field.name for field in fields)}
    sort = asked.get("sort", NAME)
    return Wish(
        text=asked.get("q", "").strip()[:200],
        part=asked.get("part", ""),
        sort=sort if sort in names else NAME,
        descending=asked.get("down") == "1",
    )


def telling_fields(kind: ObjectType, things: Sequence[Thing]) -> list[Field]:
    """The few fields that tell most in a list: choices, dates, amounts and what the object hangs on.

    A field that none of the objects has is no column; nor is the owner when everything belongs to all.
    """
    telling = [
        field
        for field in kind.fields
        if isinstance(field.kind, TELLING)
        and not isinstance(field.kind, RefsKind)
        and not field.common
        and any(is_known(thing, field.name) for thing in things)
    ]
    owner = [kind.field("owner")] if any(thing.owner != FELLES for thing in things) else []
    return telling[:MOST_COLUMNS] + owner


def found(things: Iterable[Thing], wish: Wish) -> list[Thing]:
    """The objects that carry the text in any language, in id or in any text field."""
    wanted = wish.text.casefold()
    return [thing for thing in things if not wanted or any(wanted in text.casefold() for text in texts_of(thing))]


def texts_of(thing: Thing) -> Iterator[str]:
    """Every text of an object in every language, and its id."""
    yield thing.id
    for name in thing.__dataclass_fields__:
        value = getattr(thing, name)
        if isinstance(value, Text):
            yield from (text for _, text in value.items())


def ordered(things: Sequence[Thing], wish: Wish, showing: Showing) -> list[Thing]:
    """The objects in the wanted order; those without the value stand last in either direction."""
    by_name = sorted(things, key=lambda thing: norwegian(str(title_of(thing))))
    if wish.sort == NAME:
        return by_name[::-1] if wish.descending else by_name
    known = [thing for thing in by_name if is_known(thing, wish.sort)]
    unknown = [thing for thing in by_name if not is_known(thing, wish.sort)]
    return sorted(known, key=sort_key(wish.sort, showing), reverse=wish.descending) + unknown


def is_known(thing: Thing, name: str) -> bool:
    """Whether the object has a value in this field."""
    return getattr(thing, name) is not None


def sort_key(name: str, showing: Showing) -> Callable[[Thing], Any]:
    """By what a column sorts: amounts and time by size, the rest as it is read."""

    def key(thing: Thing) -> Any:
        content = getattr(thing, name)
        kind = showing.field_of(thing, name)
        if isinstance(kind.kind, QuantityKind):
            return content.likely
        if isinstance(kind.kind, DateKind | PeriodKind):
            return content
        return norwegian(words_of(showing.line(kind, content)))

    return key


def words_of(line: Line) -> str:
    """A line's content as plain words."""
    if line.form == "link":
        return str(line.content.title)
    if line.form == "amount":
        return str(line.content.text)
    return str(line.content)


def columns(fields: Sequence[Field], wish: Wish) -> list[Column]:
    """The heads of the list; each sorts by itself, and the other way round when pressed again."""
    name = column(NAME, _("Name"), wish)
    return [name, *(column(field.name, field_label(texts(), field), wish, is_amount(field)) for field in fields)]


def column(name: str, label: str, wish: Wish, is_number: bool = False) -> Column:
    """One head."""
    is_current = wish.sort == name
    down = "1" if is_current and not wish.descending else ""
    state = ("descending" if wish.descending else "ascending") if is_current else ""
    # A query of nothing would keep the one the page has.
    query = wish.query(sort=name, down=down) or f"sort={NAME}"
    return Column(label=label, sort_href=f"?{query}", sorted=state, is_number=is_number)


def is_amount(field: Field) -> bool:
    """Whether a field holds an estimated amount."""
    return isinstance(field.kind, QuantityKind)


def row(thing: Thing, fields: Sequence[Field], showing: Showing) -> list[Cell]:
    """One row of the list."""
    title: Said = title_of(thing)
    head = Cell(text=title.text, lang=title.lang, href=showing.address_of(thing), is_head=True)
    return [head, *(cell(thing, field, showing) for field in fields)]


def cell(thing: Thing, field: Field, showing: Showing) -> Cell:
    """One field of a row."""
    content = getattr(thing, field.name)
    if content is None:
        return Cell(text="")
    line = showing.line(field, content)
    if line.form == "link":
        return Cell(text=line.content.title.text, lang=line.content.title.lang)
    return Cell(text=words_of(line))
