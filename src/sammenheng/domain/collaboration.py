"""A whole collaboration as one frozen value, and what must hold between its objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from functools import cache, cached_property
from itertools import chain, islice, pairwise
from typing import Any, get_args, get_type_hints

from . import words
from .check import check_between
from .describe import (
    Described,
    ObjectType,
    check_fields,
    choice,
    describe,
    identity,
    integer,
    ref,
    references_of,
    refs,
    text,
    without_references,
    word,
)
from .faults import MOST_FAULTS, CannotBeTrueError
from .values import FELLES, Id, Text
from .words.thing import Language, State, Thing


@word(label="Collaboration", plural="Collaborations", norwegian="samarbeid", room="overview", slots=False)
class Collaboration(Described):
    """One initiative around a life event or situation: the workspace and the unit of exchange (no: samarbeid).

    Objects stand in one tuple per type, sorted by id. Raises CannotBeTrueError when an object refers to one that
    does not exist or is of another type, when ids repeat, when something depends on itself, or when an object can
    be seen by somebody who cannot see what it hangs on.
    """

    id: Id = identity()
    name: Text = text()
    summary: Text | None = text(label="In short", long=True, default=None)
    source_language: Language = choice(Language, label="Written in", default=Language.NB)
    leads: Id | None = ref("Organisation", label="Led by", default=None)
    price_year: int | None = integer(least=1990, most=2200, default=None, help="The price year results are shown in")
    first_year: int | None = integer(least=1990, most=2200, default=None, help="Year 0 of calculations")
    years: int | None = integer(label="Analysis period in years", least=1, most=100, default=None)
    parameters: Id | None = ref("ParameterEdition", default=None)
    order: tuple[Id, ...] = refs(label="Chosen order", help="For objects whose order is not kept by a parent")

    life_events: tuple[words.LifeEvent, ...] = ()
    workstreams: tuple[words.Workstream, ...] = ()
    organisations: tuple[words.Organisation, ...] = ()
    actors: tuple[words.Actor, ...] = ()
    user_groups: tuple[words.UserGroup, ...] = ()
    personas: tuple[words.Persona, ...] = ()
    insights: tuple[words.Insight, ...] = ()
    test_rounds: tuple[words.TestRound, ...] = ()
    needs: tuple[words.Need, ...] = ()
    journeys: tuple[words.Journey, ...] = ()
    journey_stages: tuple[words.JourneyStage, ...] = ()
    steps: tuple[words.Step, ...] = ()
    touchpoints: tuple[words.Touchpoint, ...] = ()
    services: tuple[words.Service, ...] = ()
    channels: tuple[words.Channel, ...] = ()
    systems: tuple[words.System, ...] = ()
    regulations: tuple[words.Regulation, ...] = ()
    data_flows: tuple[words.DataFlow, ...] = ()
    findings: tuple[words.Finding, ...] = ()
    problems: tuple[words.Problem, ...] = ()
    visions: tuple[words.Vision, ...] = ()
    stories: tuple[words.Story, ...] = ()
    goals: tuple[words.Goal, ...] = ()
    statements: tuple[words.Statement, ...] = ()
    stances: tuple[words.Stance, ...] = ()
    effects: tuple[words.Effect, ...] = ()
    changes: tuple[words.Change, ...] = ()
    deliverables: tuple[words.Deliverable, ...] = ()
    plans: tuple[words.Plan, ...] = ()
    plan_stages: tuple[words.PlanStage, ...] = ()
    stop_points: tuple[words.StopPoint, ...] = ()
    commitments: tuple[words.Commitment, ...] = ()
    costs: tuple[words.Cost, ...] = ()
    benefits: tuple[words.Benefit, ...] = ()
    funding: tuple[words.Funding, ...] = ()
    transfers: tuple[words.Transfer, ...] = ()
    budgets: tuple[words.Budget, ...] = ()
    capacities: tuple[words.Capacity, ...] = ()
    concepts: tuple[words.Concept, ...] = ()
    endorsements: tuple[words.Endorsement, ...] = ()
    governance_models: tuple[words.GovernanceModel, ...] = ()
    bodies: tuple[words.Body, ...] = ()
    roles: tuple[words.Role, ...] = ()
    decisions: tuple[words.Decision, ...] = ()
    agreements: tuple[words.Agreement, ...] = ()
    disagreements: tuple[words.Disagreement, ...] = ()
    reviews: tuple[words.Review, ...] = ()
    recommendations: tuple[words.Recommendation, ...] = ()
    activities: tuple[words.Activity, ...] = ()
    questions: tuple[words.Question, ...] = ()
    advice: tuple[words.Advice, ...] = ()
    cases: tuple[words.Case, ...] = ()
    resources: tuple[words.Resource, ...] = ()
    measured_summaries: tuple[words.MeasuredSummary, ...] = ()
    parameter_editions: tuple[words.ParameterEdition, ...] = ()
    snapshots: tuple[words.Snapshot, ...] = ()
    sources: tuple[words.Source, ...] = ()

    def __post_init__(self) -> None:
        """Check the whole, then keep each collection sorted by id."""
        faults = tuple(islice(chain(check_fields(self), check_between(self)), MOST_FAULTS))
        if faults:
            raise CannotBeTrueError(faults)
        for name in collections():
            held = getattr(self, name)
            if any(a.id > b.id for a, b in pairwise(held)):
                object.__setattr__(self, name, tuple(sorted(held, key=lambda thing: thing.id)))

    @cached_property
    def objects(self) -> dict[Id, Thing]:
        """Every object by its id."""
        return {thing.id: thing for name in collections() for thing in getattr(self, name)}

    def get(self, id: Id | None) -> Thing | None:
        """The object with this id, if there is one."""
        return None if id is None else self.objects.get(id)

    def each(self, *ids: Id) -> Iterator[Thing]:
        """The objects with these ids, in the order given."""
        return (self.objects[id] for id in ids)

    @cached_property
    def referrers(self) -> dict[Id, tuple[tuple[Id, str], ...]]:
        """For every object that is referred to: who refers, and by which field."""
        found: dict[Id, list[tuple[Id, str]]] = {}
        for thing in self.objects.values():
            for field, _, target, _ in references_of(thing):
                found.setdefault(target, []).append((thing.id, field.name))
        return {target: tuple(dict.fromkeys(who)) for target, who in found.items()}

    def without(self, gone: Iterable[Id]) -> Collaboration:
        """The collaboration without these objects, and without what cannot stand without them."""
        lost = frozenset(gone)
        own = {field.name: getattr(self, field.name) for field in describe(Collaboration).fields}
        return prune(own, {id: thing for id, thing in self.objects.items() if id not in lost})

    @cached_property
    def in_use(self) -> Collaboration:
        """The collaboration without what lies in the bin or the archive: what analyses work on."""
        put_away = {id for id, thing in self.objects.items() if thing.state in (State.TRASHED, State.ARCHIVED)}
        return self.without(put_away) if put_away else self


@cache
def collections() -> dict[str, ObjectType]:
    """The name of each collection with the type of its objects, in the order of the file."""
    hints = get_type_hints(Collaboration)
    plain = [field.name for field in fields(Collaboration) if "kind" not in field.metadata]
    return {name: describe(get_args(hints[name])[0]) for name in plain}


@cache
def object_types() -> dict[str, ObjectType]:
    """Every type of object by its name in code."""
    return {kind.name: kind for kind in collections().values()}


@cache
def collection_of(type_name: str) -> str:
    """The collection that objects of this type stand in."""
    return next(name for name, kind in collections().items() if kind.name == type_name)


def prune(own: Mapping[str, Any], things: Mapping[Id, Thing]) -> Collaboration:
    """The collaboration with these fields of its own and just these objects, without references to others.

    An object that loses a reference it cannot be without is left out as well.
    """
    kept = dict(things)
    while True:
        known = frozenset(kept) | {FELLES, own["id"]}
        pruned: dict[Id, Thing] = {}
        for id, thing in kept.items():
            gone = frozenset(target for _, _, target, _ in references_of(thing) if target not in known)
            left = without_references(thing, gone) if gone else thing
            if left is not None:
                pruned[id] = left
        if len(pruned) == len(kept):
            break
        kept = pruned
    held: dict[str, list[Thing]] = {name: [] for name in collections()}
    for thing in pruned.values():
        held[collection_of(type(thing).__name__)].append(thing)
    whole: dict[str, Any] = {name: tuple(items) for name, items in held.items()}
    return Collaboration(**whole | _known_only(own, frozenset(pruned) | {own["id"]}))


def _known_only(own: Mapping[str, Any], known: frozenset[Id]) -> dict[str, Any]:
    """The collaboration's own fields without references to objects that are not known."""
    left = dict(own)
    for field in describe(Collaboration).fields:
        content = own[field.name]
        if content is not None:
            gone = frozenset(id for _, id, _ in field.kind.references(content) if id not in known)
            left[field.name] = field.kind.without(content, gone)
    return left
