"""What is missing in a room: the findings of the checks that concern what the room shows."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from sammenheng.checks import Found, Param, ParamKind, Rule, Severity, check, rule_named
from sammenheng.domain import Id, Period
from sammenheng.guide import GuideSource
from sammenheng.texts import formats
from sammenheng.texts.rules import RULES
from sammenheng_web.collaborations.rooms import Room
from sammenheng_web.collaborations.your_part import Part
from sammenheng_web.ui.entries import Entry, entry
from sammenheng_web.ui.guidance import GENERATIONS
from sammenheng_web.ui.terms import texts

SEVERITIES: dict[Severity, str | Promise] = {
    Severity.ERROR: pgettext_lazy("severity of what is missing", "Must be mended"),
    Severity.WARNING: pgettext_lazy("severity of what is missing", "Warning"),
    Severity.ADVICE: pgettext_lazy("severity of what is missing", "Advice"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something is missing, with the reason when it differs from place to place."""

    entry: Entry | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """What one rule found: what is missing, why that matters, what to do, where, and which advice says so."""

    rule: str
    severity: str
    severity_name: str | Promise
    title: str
    why: str
    do: str
    places: tuple[Place, ...]
    source: GuideSource
    generation: str | Promise


def missing(room: Room, part: Part, types: frozenset[str], rules: frozenset[str]) -> tuple[Missing, ...]:
    """What the rules about these types, and these rules, find in what is shown; the gravest first."""
    found = check(room.collaboration, today=timezone.localdate())
    here = [one for one in found if is_about(rule_named(one.rule), types, rules)]
    return _told(room, (one for one in here if part.has(one.object)))


def missing_anywhere(room: Room) -> tuple[Missing, ...]:
    """What all rules find in the whole collaboration; the gravest first."""
    return _told(room, check(room.collaboration, today=timezone.localdate()))


def missing_at(room: Room, id: Id) -> tuple[Missing, ...]:
    """What the rules find at one object; the gravest first."""
    return _told(room, (one for one in check(room.collaboration, today=timezone.localdate()) if one.object == id))


def _told(room: Room, found: Iterable[Found]) -> tuple[Missing, ...]:
    return tuple(_missing(room, name, tuple(those)) for name, those in groupby(found, key=lambda one: one.rule))


def is_about(rule: Rule, types: frozenset[str], rules: frozenset[str]) -> bool:
    """Whether a rule is one of these, or concerns one of these types."""
    return rule.id in rules or bool(types.intersection(rule.about))


def _missing(room: Room, name: str, found: tuple[Found, ...]) -> Missing:
    rule, words = rule_named(name), RULES[name]
    whys = [texts().gettext(words.why, **params(room, rule.params, one.params)) for one in found]
    differs = bool(rule.params)
    places = [_place(room, one, why if differs else "") for one, why in zip(found, whys, strict=True)]
    return Missing(
        rule=name,
        severity=str(rule.severity),
        severity_name=SEVERITIES[rule.severity],
        title=texts().gettext(words.title),
        why="" if differs else whys[0],
        do=texts().gettext(words.do),
        places=tuple(place for place in places if place.entry or place.why),
        source=rule.rests_on,
        generation=GENERATIONS[rule.generation],
    )


def _place(room: Room, found: Found, why: str) -> Place:
    thing = room.collaboration.get(found.object)
    return Place(entry=entry(room.showing, thing) if thing else None, why=why)


def params(room: Room, kinds: Mapping[str, ParamKind], values: Mapping[str, Param]) -> dict[str, str]:
    """The parameters of a sentence in words."""
    return {name: _said(room, kind, values[name]) for name, kind in kinds.items() if name in values}


def _said(room: Room, kind: ParamKind, value: Param) -> str:
    if isinstance(value, tuple):
        return formats.listed(texts(), names(room, value))
    if kind is ParamKind.OBJECT:
        return "".join(names(room, (str(value),)))
    if kind is ParamKind.MONEY and isinstance(value, int | float):
        return formats.money(texts(), value)
    if kind is ParamKind.COUNT and isinstance(value, int | float):
        return formats.number(texts(), value)
    if kind is ParamKind.DATE:
        return formats.date(texts(), datetime.date.fromisoformat(str(value)))
    if kind is ParamKind.PERIOD:
        return formats.period(texts(), Period.parse(str(value)))
    return str(value)


def names(room: Room, ids: Iterable[str]) -> list[str]:
    """What these objects are called."""
    return [str(room.showing.link(Id(id)).title) for id in ids]
