"""An object as a room names it: its name with the way to its page, and how sure we are of it."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from sammenheng.domain import FELLES, Id, Text, Thing, describe
from sammenheng.domain.words.thing import Sureness
from sammenheng.texts import formats
from sammenheng.texts.labels import choice_label, type_label
from sammenheng_web.ui.said import Said, said, title_of
from sammenheng_web.ui.showing import Link, Showing
from sammenheng_web.ui.terms import texts

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sure:
    """How sure we are: the code that picks the mark, and the words."""

    code: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An object that a room names. `is_private`: only its owner and we see it."""

    id: Id
    title: Said
    kind: str
    href: str
    sure: Sure | None
    is_private: bool


def entry(showing: Showing, thing: Thing) -> Entry:
    """An object as a room names it."""
    return Entry(
        id=thing.id,
        title=title_of(thing),
        kind=type_label(texts(), describe(type(thing))),
        href=showing.address_of(thing),
        sure=sure(thing.sureness),
        is_private=thing.owner != FELLES and not thing.shared,
    )


def sure(sureness: Sureness | None) -> Sure | None:
    """How sure, in words; None when nobody has said."""
    return Sure(code=str(sureness), text=choice_label(texts(), sureness)) if sureness else None


def told(thing: Thing, text: Text | None) -> Said | None:
    """A text of an object, in the reader's language or marked with its own; None when there is none."""
    return said(text, str(thing.source_language or "nb")) if text is not None else None


def choice(code: object) -> str:
    """What a code is called; empty when it is not known."""
    return choice_label(texts(), code) if code is not None else ""  # type: ignore[arg-type]


def links(showing: Showing, ids: Iterable[Id]) -> tuple[Link, ...]:
    """Links to these objects, in the order given."""
    return tuple(map(showing.link, ids))


def newest_first(things: Iterable[T], day: Callable[[T], datetime.date | None]) -> list[T]:
    """The things by their day, the newest first; those without a day last."""
    return sorted(things, key=lambda thing: day(thing) or datetime.date.min, reverse=True)


def date(day: datetime.date | None) -> str:
    """A day in words; empty when it is not known."""
    return formats.date(texts(), day) if day else ""
