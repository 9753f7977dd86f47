"""Who was heard, and what became of what they said."""

from __future__ import annotations

from collections.abc import Iterator

from ..domain.words.insight import InsightKind, Side
from ..domain.words.plan import Phase
from .basis import Basis
from .rule import Hit, ParamKind, Severity, rule

FACE_TO_FACE = (InsightKind.INTERVIEW, InsightKind.OBSERVATION, InsightKind.WORKSHOP, InsightKind.TEST)


@rule(
    "only-internal-users",
    Severity.WARNING,
    source=20,
    blocks=Phase.START,
    about=("Collaboration",),
    params={"groups": ParamKind.OBJECTS},
)
def only_internal_users(basis: Basis) -> Iterator[Hit]:
    heard = [group for group in basis.whole.user_groups if group.id in basis.heard_groups]
    if heard and all(group.side is Side.INTERNAL for group in heard):
        yield Hit(basis.whole.id, {"groups": tuple(group.id for group in heard)})


@rule("user-group-not-heard", Severity.WARNING, source=20, blocks=Phase.SHAPE, about=("UserGroup",))
def user_group_not_heard(basis: Basis) -> Iterator[Hit]:
    for group in basis.whole.user_groups:
        if group.side is not Side.INTERNAL and group.id not in basis.heard_groups:
            yield Hit(group.id)


@rule("need-without-insight", Severity.WARNING, source=20, blocks=Phase.SHAPE, about=("Need",))
def need_without_insight(basis: Basis) -> Iterator[Hit]:
    for need in basis.whole.needs:
        if not need.insights:
            yield Hit(need.id)


@rule("insight-without-need", Severity.WARNING, source=26, about=("Insight",))
def insight_without_need(basis: Basis) -> Iterator[Hit]:
    in_needs = {id for need in basis.whole.needs for id in need.insights}
    in_findings = {id for finding in basis.whole.findings for id in finding.insights}
    for insight in basis.whole.insights:
        if insight.id not in in_needs | in_findings:
            yield Hit(insight.id)


@rule("need-without-effect", Severity.WARNING, source=26, blocks=Phase.SHAPE, about=("Need",))
def need_without_effect(basis: Basis) -> Iterator[Hit]:
    met = {need for effect in basis.whole.effects for need in effect.needs}
    if basis.has_reached(Phase.SHAPE):
        yield from (Hit(need.id) for need in basis.whole.needs if need.id not in met)


@rule("insight-collected-alone", Severity.ADVICE, source=20, about=("Insight",))
def insight_collected_alone(basis: Basis) -> Iterator[Hit]:
    if len(basis.at_the_table) > 1:
        for insight in basis.whole.insights:
            if insight.kind in FACE_TO_FACE and len(insight.collected_by) == 1:
                yield Hit(insight.id)
