"""What a check found, in words."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from ..checks import Found, ParamKind, rule_named
from ..checks.rule import Param
from ..domain import Collaboration, Id, Period
from ..guide import GuideSource
from . import formats
from .catalog import Texts
from .labels import object_name
from .rules import GENERATIONS, RULES


class Told(NamedTuple):
    """One finding in words: what is missing, why that matters, what to do."""

    title: str
    why: str
    do: str


def tell(texts: Texts, whole: Collaboration, found: Found) -> Told:
    """The finding in words."""
    kinds = rule_named(found.rule).params
    params = {name: _shown(texts, whole, kinds[name], value) for name, value in found.params.items()}
    title, why, do = (texts.gettext(sentence, **params) for sentence in RULES[found.rule])
    return Told(title, why, do)


def source_line(texts: Texts, source: GuideSource) -> str:
    """Where the advice comes from, in one line: title, publisher, year, and which guidance it belongs to."""
    told = [source.title, source.publisher, *([str(source.year)] if source.year else [])]
    return texts.gettext("{source} – {guidance}", source=", ".join(told), guidance=generation(texts, source))


def generation(texts: Texts, source: GuideSource) -> str:
    """Which guidance a source belongs to."""
    return texts.gettext(GENERATIONS[source.generation.value])


def name_of(texts: Texts, whole: Collaboration, id: Id) -> str:
    """What the object with this id is called; the collaboration itself has its own id too."""
    thing = whole if id == whole.id else whole.objects[id]
    return object_name(texts, thing, source=whole.source_language)


def _shown(texts: Texts, whole: Collaboration, kind: ParamKind, value: Param) -> str:
    match kind:
        case ParamKind.OBJECT:
            return name_of(texts, whole, Id(str(value)))
        case ParamKind.OBJECTS:
            return formats.listed(texts, (name_of(texts, whole, Id(id)) for id in _ids(value)))
        case ParamKind.COUNT:
            return formats.number(texts, _number(value))
        case ParamKind.MONEY:
            return formats.money(texts, _number(value))
        case ParamKind.PERIOD:
            return formats.period(texts, Period.parse(str(value)))
        case ParamKind.DATE:
            return formats.date(texts, datetime.date.fromisoformat(str(value)))
        case ParamKind.WORD:
            return str(value)


def _ids(value: Param) -> Iterable[str]:
    return value if isinstance(value, tuple) else (str(value),)


def _number(value: Param) -> float:
    assert isinstance(value, int | float), value
    return value
