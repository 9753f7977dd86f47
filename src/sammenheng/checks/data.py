"""Whether data may flow, and whether the laws that must change have somebody and a date."""

from __future__ import annotations

from collections.abc import Iterator

from ..domain.words import Regulation
from ..domain.words.plan import Phase
from ..domain.words.services import DataCategory, FlowStatus, Layer
from .basis import Basis
from .rule import Hit, Severity, rule


@rule("data-flow-without-ground", Severity.ERROR, source=81, blocks=Phase.SHAPE, about=("DataFlow",))
def data_flow_without_ground(basis: Basis) -> Iterator[Hit]:
    """Open data needs no ground; a missing one that is registered as an obstacle is being taken care of."""
    registered = {id for finding in basis.standing_findings() for id in finding.data_flows}
    for flow in basis.whole.data_flows:
        both = flow.ground_to_give is not None and flow.ground_to_get is not None
        if not both and flow.category is not DataCategory.OPEN and flow.id not in registered:
            yield Hit(flow.id)


@rule("data-flow-without-parties", Severity.WARNING, source=79, blocks=Phase.SHAPE, about=("DataFlow",))
def data_flow_without_parties(basis: Basis) -> Iterator[Hit]:
    for flow in basis.whole.data_flows:
        if flow.provider is None or flow.consumer is None:
            yield Hit(flow.id)


@rule("data-flow-without-purpose", Severity.WARNING, source=79, blocks=Phase.SHAPE, about=("DataFlow",))
def data_flow_without_purpose(basis: Basis) -> Iterator[Hit]:
    yield from (Hit(flow.id) for flow in basis.whole.data_flows if flow.purpose is None)


@rule("data-flow-layer-not-judged", Severity.ADVICE, source=8, blocks=Phase.DELIVER, about=("DataFlow",))
def data_flow_layer_not_judged(basis: Basis) -> Iterator[Hit]:
    for flow in basis.whole.data_flows:
        judged = {layer.layer for layer in flow.layers}
        if flow.status not in (None, FlowStatus.IDEA) and judged != set(Layer):
            yield Hit(flow.id)


@rule("law-change-without-owner", Severity.WARNING, source=26, blocks=Phase.SHAPE, about=("Regulation",))
def law_change_without_owner(basis: Basis) -> Iterator[Hit]:
    yield from (Hit(regulation.id) for regulation in _to_change(basis) if regulation.change_owner is None)


@rule("law-change-without-date", Severity.WARNING, source=26, blocks=Phase.SHAPE, about=("Regulation",))
def law_change_without_date(basis: Basis) -> Iterator[Hit]:
    yield from (Hit(regulation.id) for regulation in _to_change(basis) if regulation.expected_in_force is None)


def _to_change(basis: Basis) -> Iterator[Regulation]:
    return (regulation for regulation in basis.whole.regulations if regulation.id in basis.standing)
