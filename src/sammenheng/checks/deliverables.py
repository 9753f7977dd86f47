"""Whether each deliverable has somebody who answers for it, somebody it is for, and a law that allows it."""

from __future__ import annotations

from collections.abc import Iterator

from ..domain import Id
from ..domain.words import Deliverable, Regulation
from ..domain.words.effects import DeliverableKind
from ..domain.words.governance import RoleKind
from ..domain.words.plan import Phase
from .basis import Basis
from .rule import Hit, ParamKind, Severity, rule


@rule("deliverable-without-accountable", Severity.ERROR, source=17, blocks=Phase.SHAPE, about=("Deliverable",))
def deliverable_without_accountable(basis: Basis) -> Iterator[Hit]:
    yield from (Hit(d.id) for d in basis.deliverables if d.accountable is None)


@rule("deliverable-without-effect", Severity.WARNING, source=17, blocks=Phase.SHAPE, about=("Deliverable",))
def deliverable_without_effect(basis: Basis) -> Iterator[Hit]:
    """What another deliverable depends on serves the effects of that one."""
    needed = {id for d in basis.deliverables for id in d.depends_on}
    yield from (Hit(d.id) for d in basis.deliverables if not basis.served[d.id] and d.id not in needed)


@rule(
    "deliverable-before-law",
    Severity.ERROR,
    source=26,
    blocks=Phase.SHAPE,
    about=("Deliverable",),
    params={"regulation": ParamKind.OBJECT},
)
def deliverable_before_law(basis: Basis) -> Iterator[Hit]:
    """Neither waits for a deliverable that changes the law, nor is planned to be finished after it is in force."""
    by_id = {d.id: d for d in basis.deliverables}
    for deliverable in basis.deliverables:
        if deliverable.kind is DeliverableKind.REGULATION:
            continue
        changed = {id for d in _waited_for(deliverable, by_id) for id in d.regulations if _changes_rules(d)}
        for regulation in basis.whole.regulations:
            needed = regulation.id in deliverable.regulations and regulation.id in basis.standing
            if needed and regulation.id not in changed and not _comes_after(basis, deliverable, regulation):
                yield Hit(deliverable.id, {"regulation": regulation.id})


def _changes_rules(deliverable: Deliverable) -> bool:
    return deliverable.kind is DeliverableKind.REGULATION


def _waited_for(deliverable: Deliverable, by_id: dict[Id, Deliverable]) -> Iterator[Deliverable]:
    """All it depends on, directly or through others; stopped ones are waited for in vain and left out."""
    seen: set[Id] = set()
    waiting = list(deliverable.depends_on)
    while waiting:
        id = waiting.pop()
        if id in by_id and id not in seen:
            seen.add(id)
            yield by_id[id]
            waiting.extend(by_id[id].depends_on)


def _comes_after(basis: Basis, deliverable: Deliverable, regulation: Regulation) -> bool:
    there = basis.go_live.get(deliverable.id)
    in_force = regulation.expected_in_force
    return there is not None and in_force is not None and there.first_quarter >= in_force.first_quarter


@rule(
    "integration-owned-by-none",
    Severity.WARNING,
    source=20,
    blocks=Phase.SHAPE,
    about=("Workstream", "Collaboration"),
    params={"deliverables": ParamKind.OBJECTS},
)
def integration_owned_by_none(basis: Basis) -> Iterator[Hit]:
    for workstream, deliverables in _integrating(basis).items():
        if not _integrators(basis, workstream):
            yield Hit(workstream or basis.whole.id, {"deliverables": deliverables})


@rule(
    "integration-owned-by-several",
    Severity.WARNING,
    source=20,
    blocks=Phase.SHAPE,
    about=("Workstream", "Collaboration"),
    params={"organisations": ParamKind.OBJECTS},
)
def integration_owned_by_several(basis: Basis) -> Iterator[Hit]:
    for workstream in _integrating(basis):
        integrators = _integrators(basis, workstream)
        if len(integrators) > 1:
            yield Hit(workstream or basis.whole.id, {"organisations": integrators})


def _integrating(basis: Basis) -> dict[Id | None, tuple[Id, ...]]:
    """The deliverables that tie systems together, by the workstream they stand in."""
    found: dict[Id | None, tuple[Id, ...]] = {}
    for deliverable in basis.deliverables:
        if len(deliverable.integrates) > 1:
            found[deliverable.workstream] = (*found.get(deliverable.workstream, ()), deliverable.id)
    return found


def _integrators(basis: Basis, workstream: Id | None) -> tuple[Id, ...]:
    """Organisations that answer for integration in this workstream, or in all of them."""
    roles = (role for role in basis.whole.roles if role.kind is RoleKind.INTEGRATOR)
    here = (role for role in roles if role.workstream in (None, workstream))
    return tuple(sorted({role.organisation for role in here if role.organisation is not None}))


@rule("deliverable-without-users", Severity.ADVICE, source=17, blocks=Phase.SHAPE, about=("Deliverable",))
def deliverable_without_users(basis: Basis) -> Iterator[Hit]:
    yield from (Hit(d.id) for d in basis.deliverables if not d.heard and not d.taking_part)


@rule("deliverable-without-stop-point", Severity.ADVICE, source=17, blocks=Phase.SHAPE, about=("Deliverable",))
def deliverable_without_stop_point(basis: Basis) -> Iterator[Hit]:
    yield from (Hit(d.id) for d in basis.deliverables if d.stop_point is None)
