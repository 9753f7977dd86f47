"""Which way each reference of the domain leads along the red thread: the whole rule set, as one table."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Direction(StrEnum):
    """What it means for the thread that one object names another."""

    UP = "up"
    """The named object comes before it on the thread, nearer the situation."""
    DOWN = "down"
    """The named object comes after it on the thread, nearer the goal."""
    WAITS_FOR = "waits-for"
    """It waits until the named obstacle is gone, which comes before it on the thread. Whatever else it waits for has
    nothing to do with that."""
    NEEDS = "needs"
    """The named deliverable must be there first. It hangs on that, but does not serve what that one serves."""
    RESTS_ON = "rests-on"
    """It rests on the named object: what hangs on the named object includes it, and what it leads to."""
    CARRIES = "carries"
    """The named object rests on it: a deliverable rests on the cost somebody pays for it."""
    MEETS = "meets"
    """The named object is met there: what was before hangs on it as well, what comes after does not. A law that holds
    at a step concerns the need felt there, but has no part in every obstacle found at that step."""
    BESIDE = "beside"
    """The two know of each other, and nothing follows for anything else: a source, a decision, a neighbour."""
    NONE = "none"
    """No meaning for the thread."""


_UP, _DOWN, _RESTS, _CARRIES = Direction.UP, Direction.DOWN, Direction.RESTS_ON, Direction.CARRIES
_WAITS, _NEEDS, _MEETS = Direction.WAITS_FOR, Direction.NEEDS, Direction.MEETS
_BESIDE, _NONE = Direction.BESIDE, Direction.NONE

COMMON: Mapping[str, Direction] = {"owner": _NONE, "sources": _BESIDE}
"""Fields that every object has."""

DIRECTIONS: Mapping[str, Mapping[str, Direction]] = {
    "LifeEvent": {"owner_ministry": _BESIDE, "leads_to": _BESIDE},
    "Workstream": {"leads": _BESIDE, "goals": _BESIDE, "life_events": _BESIDE},
    "Organisation": {"part_of": _RESTS},
    "Actor": {"organisation": _CARRIES, "near": _BESIDE},
    "UserGroup": {"conflicts_with": _BESIDE},
    "Persona": {"user_group": _CARRIES, "insights": _BESIDE},
    "Insight": {"user_groups": _RESTS, "collected_by": _BESIDE, "personal_data.responsible": _BESIDE},
    "TestRound": {"journey": _BESIDE, "user_groups": _BESIDE, "ratings.step": _BESIDE, "ratings.user_group": _BESIDE},
    "Need": {"life_events": _UP, "user_groups": _RESTS, "insights": _RESTS, "conflicts_with": _BESIDE},
    "Journey": {"life_event": _UP, "user_groups": _MEETS, "stages": _DOWN, "changes": _BESIDE},
    "JourneyStage": {"steps": _DOWN},
    "Step": {
        "experience.user_group": _MEETS,
        "experience.insight": _MEETS,
        "touchpoints": _MEETS,
        "next": _BESIDE,
        "opens": _BESIDE,
        "needs": _UP,
        "insights": _MEETS,
        "services": _MEETS,
        "systems": _MEETS,
        "regulations": _MEETS,
        "data_flows": _MEETS,
        "comes_from": _UP,
    },
    "Touchpoint": {"organisation": _RESTS, "service": _RESTS, "channel": _RESTS, "system": _RESTS},
    # A service stands in the middle of much: what hangs on a law or a system reaches the steps where the service is
    # met, but neither all data that flows through it nor every change that is planned in it.
    "Service": {
        "providers": _RESTS,
        "life_events": _BESIDE,
        "channels": _RESTS,
        "regulations": _RESTS,
        "systems": _RESTS,
        "needs_data": _BESIDE,
        "gives_data": _BESIDE,
    },
    "Channel": {"organisation": _RESTS},
    "System": {"organisation": _RESTS},
    "Regulation": {"owner_ministry": _RESTS, "change_owner": _RESTS},
    "DataFlow": {"provider": _RESTS, "consumer": _RESTS, "regulations": _RESTS, "systems": _RESTS},
    "Finding": {
        "steps": _UP,
        "organisations": _RESTS,
        "regulations": _RESTS,
        "data_flows": _RESTS,
        "systems": _RESTS,
        "insights": _RESTS,
        "remover": _RESTS,
    },
    "Problem": {"user_groups": _MEETS, "needs": _DOWN, "insights": _MEETS},
    "Vision": {"life_events": _UP},
    "Story": {"chapters.organisation": _BESIDE},
    # Whoever decides a goal is told, but all the needs behind the goal do not hang on that organisation.
    "Goal": {"serves": _DOWN, "needs": _UP, "decided_by": _BESIDE, "conflicts_with": _BESIDE},
    "Statement": {"about": _BESIDE},
    "Stance": {"statement": _BESIDE, "organisation": _BESIDE},
    "Effect": {
        "steps": _UP,
        "needs": _UP,
        "findings": _WAITS,
        "data_flows": _RESTS,
        "regulations": _RESTS,
        "organisations": _RESTS,
        "goals": _DOWN,
    },
    "Change": {
        "organisation": _RESTS,
        "effects": _UP,
        "services": _BESIDE,
        "systems": _RESTS,
        "regulations": _RESTS,
    },
    "Deliverable": {
        "workstream": _RESTS,
        "accountable": _RESTS,
        "contributors": _RESTS,
        "heard": _BESIDE,
        "taking_part": _BESIDE,
        "effects": _UP,
        "changes": _UP,
        "findings": _UP,
        "data_flows": _RESTS,
        "regulations": _RESTS,
        "integrates": _RESTS,
        "depends_on": _NEEDS,
        "alternatives": _BESIDE,
        "staff.organisation": _RESTS,
        "stop_point": _RESTS,
        "operation_payer": _RESTS,
        "adoption.organisation": _RESTS,
    },
    "Plan": {"schedule.deliverable": _CARRIES, "stages": _CARRIES, "stop_points": _CARRIES, "commitments": _CARRIES},
    "PlanStage": {"deliverables": _CARRIES},
    "StopPoint": {"decided_by": _RESTS},
    "Commitment": {"deliverable": _CARRIES, "promised_by": _RESTS},
    "Cost": {"deliverable": _CARRIES, "organisation": _RESTS, "user_group": _RESTS, "payer": _RESTS},
    "Benefit": {
        "organisation": _RESTS,
        "user_group": _RESTS,
        "owner_role": _RESTS,
        "deliverables": _UP,
        "effects": _UP,
        "goals": _DOWN,
    },
    "Funding": {"giver": _RESTS, "receiver": _RESTS, "deliverables": _CARRIES},
    "Transfer": {"giver": _RESTS, "receiver": _RESTS},
    "Budget": {"organisation": _RESTS},
    "Capacity": {"organisation": _RESTS},
    "Concept": {"journey": _CARRIES, "effects": _CARRIES, "deliverables": _CARRIES},
    "Endorsement": {"organisation": _RESTS, "of": _BESIDE},
    "GovernanceModel": {"workstream": _BESIDE},
    # A seat or a role in a workstream does not make everything in it hang on whoever holds it.
    "Body": {"seats.organisation": _BESIDE, "workstreams": _BESIDE},
    "Role": {"organisation": _RESTS, "workstream": _BESIDE},
    "Decision": {"body": _RESTS, "about": _BESIDE, "basis": _BESIDE},
    "Agreement": {"workstream": _BESIDE, "parties": _BESIDE},
    "Disagreement": {"about": _BESIDE, "views.organisation": _BESIDE},
    "Review": {},
    "Recommendation": {"review": _BESIDE},
    "Activity": {"workstream": _BESIDE, "responsible": _BESIDE, "result": _BESIDE},
    "Question": {"workstream": _BESIDE, "answers.organisation": _BESIDE},
    "Advice": {"about": _BESIDE},
    "Case": {"life_events": _BESIDE, "about": _BESIDE, "contradicts": _BESIDE},
    "Resource": {"helps_with": _BESIDE},
    "MeasuredSummary": {"journey": _BESIDE, "figures.step": _BESIDE, "figures.organisation": _BESIDE},
    "ParameterEdition": {},
    "Snapshot": {"of": _BESIDE},
    "Source": {},
}
"""For every type of object, what each of its references means. A field of a part stands under `list.field`."""


def direction_of(type_name: str, field: str) -> Direction:
    """What a reference means; raises KeyError for one the table does not know.

    Every amount may name its source: these references (`per_year.source`) follow one rule.
    """
    found = DIRECTIONS[type_name].get(field) or COMMON.get(field)
    if found is None and field.endswith(".source"):
        return Direction.BESIDE
    if found is None:
        raise KeyError(f"{type_name}.{field}")
    return found
