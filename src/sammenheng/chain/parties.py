"""Alone or together: which organisations an effect or a need cannot do without."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..domain import Collaboration, Id
from ..domain.words import DataFlow, Deliverable, Effect, Finding, Need
from ..domain.words.insight import Scope
from .edges import Edge
from .selections import selections, serving
from .standing import standing
from .walk import NotInUseError


@dataclass(frozen=True, slots=True, kw_only=True)
class NeededParty:
    """One organisation that must do something, and the references that say so."""

    organisation: Id
    because: tuple[Edge, ...]
    always: bool
    """False when some choice among alternatives does without it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Who is needed for an effect or a need, held against what the collaboration says itself.

    `found` is None when no organisation is named anywhere; `declared` is None when nobody has judged it.
    """

    id: Id
    declared: Scope | None
    found: Scope | None
    parties: tuple[NeededParty, ...]

    @property
    def differs(self) -> bool:
        """Whether what is declared and what is found do not agree."""
        return self.declared is not None and self.found is not None and self.declared is not self.found


def parties(collaboration: Collaboration, id: Id) -> Parties:
    """Who is needed for this effect or need; raises NotInUseError when there is none in use with this id.

    A need takes those of the effects that meet it. Where deliverables exclude each other, it is `together` only when
    every choice takes more than one organisation.
    """
    in_use = collaboration.in_use
    thing = in_use.get(id)
    if not isinstance(thing, Effect | Need):
        raise NotInUseError(id, (), put_away=collaboration.get(id) is not None)
    effects = [thing] if isinstance(thing, Effect) else [e for e in in_use.effects if thing.id in e.needs]
    open_still = standing(in_use)
    certain = {edge for effect in effects for edge in _named_by(in_use, effect, open_still)}
    delivering = serving(in_use, effects)
    taking_part = {deliverable.id: frozenset(_taking_part(deliverable)) for deliverable in delivering}
    of_each = [
        {edge.target for edge in certain} | {edge.target for d in taking_part if d in choice for edge in taking_part[d]}
        for choice in selections(in_use, delivering).each
    ]
    every = certain.union(*taking_part.values())
    return Parties(
        id=id,
        declared=thing.scope,
        found=_found(of_each or [{edge.target for edge in every}]),
        parties=tuple(_needed(every, of_each)),
    )


def _found(of_each_choice: list[set[Id]]) -> Scope | None:
    fewest = min(len(organisations) for organisations in of_each_choice)
    return None if not any(of_each_choice) else Scope.TOGETHER if fewest > 1 else Scope.ALONE


def _needed(edges: set[Edge], of_each_choice: list[set[Id]]) -> Iterator[NeededParty]:
    for organisation in sorted({edge.target for edge in edges}):
        because = sorted(
            (edge for edge in edges if edge.target == organisation), key=lambda edge: (edge.holder, edge.field)
        )
        always = all(organisation in chosen for chosen in of_each_choice)
        yield NeededParty(organisation=organisation, because=tuple(because), always=always)


def _named_by(collaboration: Collaboration, effect: Effect, open_still: frozenset[Id]) -> Iterator[Edge]:
    """Every organisation that one effect names itself, by what must change, by its data flows, by its obstacles."""
    for organisation in effect.organisations:
        yield Edge(holder=effect.id, field="organisations", target=organisation)
    for change in collaboration.changes:
        if effect.id in change.effects and change.organisation is not None:
            yield Edge(holder=change.id, field="organisation", target=change.organisation)
    for thing in collaboration.each(*effect.data_flows, *effect.findings):
        fields: tuple[str, ...] = ()
        if isinstance(thing, DataFlow):
            fields = ("provider", "consumer")
        elif isinstance(thing, Finding) and thing.id in open_still:
            fields = ("remover",)
        for field in fields:
            if organisation := getattr(thing, field):
                yield Edge(holder=thing.id, field=field, target=organisation)


def _taking_part(deliverable: Deliverable) -> Iterator[Edge]:
    if deliverable.accountable is not None:
        yield Edge(holder=deliverable.id, field="accountable", target=deliverable.accountable)
    for organisation in deliverable.contributors:
        yield Edge(holder=deliverable.id, field="contributors", target=organisation)
