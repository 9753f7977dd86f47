"""From journey to effect to the obstacles in its way."""

from __future__ import annotations

from collections.abc import Iterator

from ..chain import parties
from ..domain.words.insight import Scope
from ..domain.words.plan import Phase
from .basis import Basis
from .rule import Hit, ParamKind, Severity, rule


@rule("effect-without-step", Severity.ERROR, source=17, blocks=Phase.SHAPE, about=("Effect",))
def effect_without_step(basis: Basis) -> Iterator[Hit]:
    yield from (Hit(effect.id) for effect in basis.whole.effects if not effect.steps)


@rule("effect-nobody-delivers", Severity.WARNING, source=17, blocks=Phase.SHAPE, about=("Effect",))
def effect_nobody_delivers(basis: Basis) -> Iterator[Hit]:
    yield from (Hit(effect.id) for effect in basis.whole.effects if effect.id not in basis.delivered_by)


@rule("effect-not-judged", Severity.WARNING, source=17, blocks=Phase.SHAPE, about=("Effect",))
def effect_not_judged(basis: Basis) -> Iterator[Hit]:
    for effect in basis.whole.effects:
        if effect.scope is None or not effect.organisations:
            yield Hit(effect.id)


@rule(
    "effect-not-alone",
    Severity.WARNING,
    source=17,
    blocks=Phase.SHAPE,
    about=("Effect",),
    params={"organisations": ParamKind.OBJECTS},
)
def effect_not_alone(basis: Basis) -> Iterator[Hit]:
    for effect in basis.whole.effects:
        if effect.scope is Scope.ALONE:
            needed = parties(basis.whole, effect.id)
            if needed.found is Scope.TOGETHER:
                yield Hit(effect.id, {"organisations": tuple(party.organisation for party in needed.parties)})


@rule("obstacle-without-remover", Severity.WARNING, source=0, blocks=Phase.SHAPE, about=("Finding",))
def obstacle_without_remover(basis: Basis) -> Iterator[Hit]:
    for finding in basis.standing_findings():
        if finding.removed_by is None and finding.remover is None:
            yield Hit(finding.id)


@rule("obstacle-left-alone", Severity.WARNING, source=0, blocks=Phase.SHAPE, about=("Finding",))
def obstacle_left_alone(basis: Basis) -> Iterator[Hit]:
    waited_for = {id for effect in basis.whole.effects for id in effect.findings}
    removed = {id for deliverable in basis.deliverables for id in deliverable.findings}
    for finding in basis.standing_findings():
        if basis.has_reached(Phase.SHAPE) and finding.id not in waited_for | removed:
            yield Hit(finding.id)
