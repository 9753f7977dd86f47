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
    RESTS_ON = "rests-on"
    """It rests on the named object: what hangs on the named object includes it, and what it leads to."""
    CARRIES = "carries"
    """The named object rests on it: a deliverable rests on the cost somebody pays for it."""
    ABOUT = "about"
    """It says something about the named object, as a decision does: it tells of the thread and is no part of it."""
    TOLD_BY = "told-by"
    """The named object says something about it, as a source does."""
    BESIDE = "beside"
    """The two know of each other, and nothing follows for anything else."""
    NONE = "none"
    """No meaning for the thread."""


_UP, _DOWN, _RESTS, _CARRIES = Direction.UP, Direction.DOWN, Direction.RESTS_ON, Direction.CARRIES
_ABOUT, _TOLD_BY, _BESIDE, _NONE = Direction.ABOUT, Direction.TOLD_BY, Direction.BESIDE, Direction.NONE

COMMON: Mapping[str, Direction] = {"owner": _NONE, "sources": _TOLD_BY}
"""Fields that every object has."""

DIRECTIONS: Mapping[str, Mapping[str, Direction]] = {
    "LifeEvent": {"owner_ministry": _BESIDE, "leads_to": _BESIDE},
    "Workstream": {"leads": _BESIDE, "goals": _BESIDE, "life_events": _BESIDE},
    "Organisation": {"part_of": _RESTS},
    "Actor": {"organisation": _CARRIES, "near": _BESIDE},
    "UserGroup": {"conflicts_with": _BESIDE},
    "Persona": {"user_group": _CARRIES, "insights": _BESIDE},
    "Insight": {"user_groups": _RESTS, "collected_by": _BESIDE, "personal_data.responsible": _BESIDE},
    "TestRound": {"journey": _ABOUT, "user_groups": _BESIDE, "ratings.step": _ABOUT, "ratings.user_group": _BESIDE},
    "Need": {"life_events": _UP, "user_groups": _RESTS, "insights": _RESTS, "conflicts_with": _BESIDE},
    "Journey": {"life_event": _UP, "user_groups": _RESTS, "stages": _DOWN, "changes": _BESIDE},
    "JourneyStage": {"steps": _DOWN},
    "Step": {
        "experience.user_group": _RESTS,
        "experience.insight": _RESTS,
        "touchpoints": _RESTS,
        "next": _BESIDE,
        "opens": _BESIDE,
        "needs": _UP,
        "insights": _RESTS,
        "services": _RESTS,
        "systems": _RESTS,
        "regulations": _RESTS,
        "data_flows": _RESTS,
        "comes_from": _UP,
    },
    "Touchpoint": {"organisation": _RESTS, "service": _RESTS, "channel": _RESTS, "system": _RESTS},
    "Service": {
        "providers": _RESTS,
        # A life event leads to everything, so a service must not reach it all through there.
        "life_events": _BESIDE,
        "channels": _RESTS,
        "regulations": _RESTS,
        "systems": _RESTS,
        "needs_data": _RESTS,
        "gives_data": _CARRIES,
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
    "Problem": {"user_groups": _RESTS, "needs": _DOWN, "insights": _RESTS},
    "Vision": {"life_events": _UP},
    "Story": {"chapters.organisation": _BESIDE},
    # Whoever decides a goal is told, but all the needs behind the goal do not hang on that organisation.
    "Goal": {"serves": _DOWN, "needs": _UP, "decided_by": _BESIDE, "conflicts_with": _BESIDE},
    "Statement": {"about": _ABOUT},
    "Stance": {"statement": _BESIDE, "organisation": _BESIDE},
    "Effect": {
        "steps": _UP,
        "needs": _UP,
        "findings": _UP,
        "data_flows": _RESTS,
        "regulations": _RESTS,
        "organisations": _RESTS,
        "goals": _DOWN,
    },
    "Change": {
        "organisation": _RESTS,
        "effects": _UP,
        "services": _RESTS,
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
        # What needs another deliverable hangs on it, but does not serve the needs that the other one serves.
        "depends_on": _RESTS,
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
    "Endorsement": {"organisation": _RESTS, "of": _ABOUT},
    "GovernanceModel": {"workstream": _BESIDE},
    # A seat or a role in a workstream does not make everything in it hang on whoever holds it.
    "Body": {"seats.organisation": _BESIDE, "workstreams": _BESIDE},
    "Role": {"organisation": _RESTS, "workstream": _BESIDE},
    "Decision": {"body": _RESTS, "about": _ABOUT, "basis": _BESIDE},
    "Agreement": {"workstream": _BESIDE, "parties": _BESIDE},
    "Disagreement": {"about": _ABOUT, "views.organisation": _BESIDE},
    "Review": {},
    "Recommendation": {"review": _BESIDE},
    "Activity": {"workstream": _BESIDE, "responsible": _BESIDE, "result": _ABOUT},
    "Question": {"workstream": _BESIDE, "answers.organisation": _BESIDE},
    "Advice": {"about": _ABOUT},
    "Case": {"life_events": _BESIDE, "about": _ABOUT, "contradicts": _BESIDE},
    "Resource": {"helps_with": _ABOUT},
    "MeasuredSummary": {"journey": _ABOUT, "figures.step": _ABOUT, "figures.organisation": _BESIDE},
    "ParameterEdition": {},
    "Snapshot": {"of": _ABOUT},
    "Source": {},
}
"""For every type of object, what each of its references means. A field of a part stands under `list.field`."""


def direction_of(type_name: str, field: str) -> Direction:
    """What a reference means; raises KeyError for one the table does not know.

    Every amount may name its source, so these references (`per_year.source`) follow one rule.
    """
    found = DIRECTIONS[type_name].get(field) or COMMON.get(field)
    if found is None and field.endswith(".source"):
        return Direction.TOLD_BY
    if found is None:
        raise KeyError(f"{type_name}.{field}")
    return found
