"""What every room that is read begins with: its name, your part, what is missing here, what the guidance says."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from sammenheng.checks import rules
from sammenheng_web.collaborations.missing import Missing, is_about, missing
from sammenheng_web.collaborations.rooms import Room
from sammenheng_web.collaborations.your_part import Part
from sammenheng_web.ui import guidance
from sammenheng_web.ui.guidance import Hint, Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a room is: its name, what one finds there, the types whose checks belong there, its guidance."""

    title: str | Promise
    lead: str | Promise
    types: frozenset[str]
    rules: frozenset[str] = frozenset()
    """Rules about the collaboration as a whole that belong here."""
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a page that can be jumped to."""

    id: str
    label: str | Promise
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The beginning of a room's page."""

    about: About
    part: Part
    sections: tuple[Section, ...]
    missing: tuple[Missing, ...]
    has_checks: bool
    guidance: tuple[Shown, ...]


def head(room: Room, part: Part, about: About, sections: Iterable[Section]) -> Head:
    """The beginning of a room's page."""
    return Head(
        about=about,
        part=part,
        sections=tuple(sections),
        has_checks=any(is_about(rule, about.types, about.rules) for rule in rules()),
        missing=missing(room, part, about.types, about.rules),
        guidance=guidance.shown(about.hints),
    )
