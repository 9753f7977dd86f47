"""What concerns one organisation: what names it, and what that is done for."""

from __future__ import annotations

from collections.abc import Iterable

from ..domain import Collaboration, Id
from ..domain.words import Effect
from .walk import NotInUseError


def concerns(collaboration: Collaboration, organisation: Id) -> frozenset[Id]:
    """Everything in use that one organisation has a part in (no: din del), itself included.

    That is what names the organisation or belongs to it; the steps where users meet it; the effects it changes or
    delivers something for, with what stands in their way; and the needs, groups, insight and goals behind these.
    Raises NotInUseError when there is no such organisation in use.
    """
    in_use = collaboration.in_use
    if not any(party.id == organisation for party in in_use.organisations):
        raise NotInUseError(organisation, (), put_away=collaboration.get(organisation) is not None)
    found = {organisation, *(id for id, _ in in_use.referrers.get(organisation, ()))}
    # Each follows from those before it: the order is that of the thread, from what is done to what it is done for.
    for gather in (_work, _journey, _effects, _obstacles, _users, _goals, _steering, _sayings):
        found.update(gather(in_use, frozenset(found)))
    return frozenset(found)


def _work(whole: Collaboration, found: frozenset[Id]) -> Iterable[Id]:
    """Deliverables that carry out its changes, with what they are part of."""
    for deliverable in whole.deliverables:
        if deliverable.id in found or found.intersection(deliverable.changes):
            yield deliverable.id
            yield from (id for id in (deliverable.workstream, deliverable.stop_point) if id is not None)
    yield from (benefit.id for benefit in whole.benefits if benefit.owner_role in found)


def _journey(whole: Collaboration, found: frozenset[Id]) -> Iterable[Id]:
    """Where users meet it, and the stages and journeys these steps are in."""
    steps = {step.id for step in whole.steps if found.intersection(step.touchpoints)}
    stages = {stage.id for stage in whole.journey_stages if steps.intersection(stage.steps)}
    return steps | stages | {journey.id for journey in whole.journeys if stages.intersection(journey.stages)}


def _effects(whole: Collaboration, found: frozenset[Id]) -> Iterable[Id]:
    """What it changes or delivers something for."""
    for deliverable in whole.deliverables:
        if deliverable.id in found:
            yield from deliverable.effects
            yield from (id for change in whole.changes if change.id in deliverable.changes for id in change.effects)
    yield from (id for change in whole.changes if change.id in found for id in change.effects)


def _obstacles(whole: Collaboration, found: frozenset[Id]) -> Iterable[Id]:
    """What users meet at its steps, and what stands in the way of its effects."""
    for effect in _effects_of(whole, found):
        yield from (*effect.findings, *effect.regulations)
    yield from (finding.id for finding in whole.findings if found.intersection(finding.steps))
    yield from (id for change in whole.changes if change.id in found for id in change.regulations)
    yield from (id for flow in whole.data_flows if flow.id in found for id in flow.regulations)


def _users(whole: Collaboration, found: frozenset[Id]) -> Iterable[Id]:
    """Needs behind its effects and felt at its steps, the groups that have them, and how we know."""
    felt = {id for step in whole.steps if step.id in found for id in step.needs}
    needed = {id for effect in _effects_of(whole, found) for id in effect.needs}
    needs = [need for need in whole.needs if need.id in felt | needed | found]
    groups = {id for need in needs for id in need.user_groups}
    yield from (need.id for need in needs)
    yield from groups
    yield from (id for need in needs for id in need.insights)
    yield from (persona.id for persona in whole.personas if persona.user_group in groups)
    yield from (test.id for test in whole.test_rounds if groups.intersection(test.user_groups))


def _goals(whole: Collaboration, found: frozenset[Id]) -> Iterable[Id]:
    """Goals its effects serve or it has a say in, and the goals above them."""
    above = {goal.id: goal.serves for goal in whole.goals}
    waiting = [id for effect in _effects_of(whole, found) for id in effect.goals]
    waiting += [goal.id for goal in whole.goals if goal.id in found or goal.decided_by in found]
    reached: set[Id] = set()
    while waiting:
        goal = waiting.pop()
        if goal not in reached:
            reached.add(goal)
            waiting.extend(above[goal])
    return reached


def _steering(whole: Collaboration, found: frozenset[Id]) -> Iterable[Id]:
    """How its workstreams are governed and planned, and the concepts it would deliver in."""
    yield from (model.id for model in whole.governance_models if model.workstream in found)
    yield from (stage.id for stage in whole.plan_stages if found.intersection(stage.deliverables))
    yield from (commitment.id for commitment in whole.commitments if commitment.deliverable in found)
    for concept in whole.concepts:
        if found.intersection((*concept.effects, *concept.deliverables)):
            yield concept.id


def _sayings(whole: Collaboration, found: frozenset[Id]) -> Iterable[Id]:
    """What is decided, disputed, stated and advised about any of it."""
    yield from (decision.id for decision in whole.decisions if decision.body in found)
    about = (
        *((decision.id, decision.about) for decision in whole.decisions),
        *((disagreement.id, disagreement.about) for disagreement in whole.disagreements),
        *((statement.id, statement.about) for statement in whole.statements),
        *((advice.id, advice.about) for advice in whole.advice),
        *((case.id, case.about) for case in whole.cases),
    )
    yield from (id for id, things in about if found.intersection(things))


def _effects_of(whole: Collaboration, found: frozenset[Id]) -> Iterable[Effect]:
    return (effect for effect in whole.effects if effect.id in found)
