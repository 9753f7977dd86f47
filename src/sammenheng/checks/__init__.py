"""The guidance as a linter: what is missing, why that matters, and which advice says so."""

from __future__ import annotations

import datetime

from ..domain import Collaboration
from ..domain.words.plan import Phase

# Rules enter themselves when their module is read.
from . import (  # noqa: F401
    benefits,
    concepts,
    data,
    deliverables,
    effects,
    endorsement,
    goals,
    governance,
    journeys,
    money,
    users,
)
from .basis import Basis
from .rule import Found, Param, ParamKind, Rule, Severity, entered

__all__ = ["Found", "Param", "ParamKind", "Rule", "Severity", "check", "rule_named", "rules"]

_SEVERITIES = tuple(Severity)
_GATES = (*Phase, None)


def rules() -> tuple[Rule, ...]:
    """Every rule: the gravest first, then by the phase it blocks, then by id."""
    return tuple(sorted(entered().values(), key=_order))


def rule_named(id: str) -> Rule:
    """The rule with this id; raises KeyError when there is none."""
    return entered()[id]


def check(collaboration: Collaboration, *, today: datetime.date) -> tuple[Found, ...]:
    """Everything the rules find in what is in use, in the order of the rules; findings of one rule by object.

    What concerns the collaboration as a whole is told of its own id.
    """
    basis = Basis(collaboration.in_use, today)
    return tuple(
        Found(rule=rule.id, severity=rule.severity, object=hit.object, params=hit.params)
        for rule in rules()
        for hit in sorted(rule.finds(basis), key=lambda hit: hit.object)
    )


def _order(rule: Rule) -> tuple[int, int, str]:
    return _SEVERITIES.index(rule.severity), _GATES.index(rule.blocks), rule.id
