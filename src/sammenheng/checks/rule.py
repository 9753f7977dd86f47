"""What a rule is, what it finds, and the list that rules enter themselves into."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ..domain import Id
from ..domain.words.plan import Phase
from ..guide import Generation, GuideSource, sources
from .basis import Basis

Param = str | int | float | tuple[str, ...]


class Severity(StrEnum):
    """How much it matters."""

    ERROR = "error"
    """The work rests on something that is not there."""
    WARNING = "warning"
    """It has gone wrong elsewhere for just this reason."""
    ADVICE = "advice"
    """It would be better."""


class ParamKind(StrEnum):
    """What a parameter of a sentence holds, and so how it is shown."""

    OBJECT = "object"
    OBJECTS = "objects"
    COUNT = "count"
    MONEY = "money"
    PERIOD = "period"
    DATE = "date"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Hit:
    """One object a rule does not hold for, with what its sentence needs to know."""

    object: Id
    params: Mapping[str, Param] = field(default_factory=dict)


Finds = Callable[[Basis], Iterator[Hit]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A piece of advice that software can check.

    `blocks` is the phase that should not be ended while something is found; None when it stands in no way.
    `about` names the types of object it concerns: `Collaboration` for what concerns the whole.
    """

    id: str
    severity: Severity
    source: int
    blocks: Phase | None
    about: tuple[str, ...]
    params: Mapping[str, ParamKind]
    finds: Finds

    @property
    def rests_on(self) -> GuideSource:
        """The source it rests on."""
        return sources()[self.source]

    @property
    def generation(self) -> Generation:
        """The generation of guidance it belongs to."""
        return self.rests_on.generation


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Something a rule found: codes, ids and numbers; the words are made elsewhere."""

    rule: str
    severity: Severity
    object: Id
    params: Mapping[str, Param]


_RULES: dict[str, Rule] = {}


def rule(
    id: str,
    severity: Severity,
    *,
    source: int,
    about: tuple[str, ...],
    blocks: Phase | None = None,
    params: Mapping[str, ParamKind] | None = None,
) -> Callable[[Finds], Finds]:
    """Make a function a rule. The id is stable: people look it up, and other programs refer to it."""

    def enter(finds: Finds) -> Finds:
        assert id not in _RULES, f"Two rules are called {id}."
        _RULES[id] = Rule(
            id=id, severity=severity, source=source, blocks=blocks, about=about, params=params or {}, finds=finds
        )
        return finds

    return enter


def entered() -> Mapping[str, Rule]:
    """The rules that have been entered, by id."""
    return _RULES
