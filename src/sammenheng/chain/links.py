"""The links of the red thread, and what stands beside it: where each type of object is shown."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Link(StrEnum):
    """A link of the red thread, from the situation to the goal, or a kind of thing that stands beside it."""

    SITUATION = "situation"
    NEED = "need"
    STEP = "step"
    OBSTACLE = "obstacle"
    EFFECT = "effect"
    CHANGE = "change"
    DELIVERABLE = "deliverable"
    BENEFIT = "benefit"
    GOAL = "goal"

    USER_GROUP = "user-group"
    INSIGHT = "insight"
    ORGANISATION = "organisation"
    SERVICE = "service"
    SYSTEM = "system"
    REGULATION = "regulation"
    DATA_FLOW = "data-flow"
    BODY = "body"
    ROLE = "role"
    PLAN = "plan"
    MONEY = "money"
    AGREEMENT = "agreement"
    GUIDANCE = "guidance"
    SOURCE = "source"

    @property
    def is_of_the_thread(self) -> bool:
        """Whether it is one of the nine links, not something beside them."""
        return self in THREAD


THREAD = frozenset(tuple(Link)[:9])

LINKS: Mapping[str, Link] = {
    "LifeEvent": Link.SITUATION,
    "Problem": Link.SITUATION,
    "Need": Link.NEED,
    "Journey": Link.STEP,
    "JourneyStage": Link.STEP,
    "Step": Link.STEP,
    "Finding": Link.OBSTACLE,
    "Effect": Link.EFFECT,
    "Change": Link.CHANGE,
    "Deliverable": Link.DELIVERABLE,
    "Benefit": Link.BENEFIT,
    "Goal": Link.GOAL,
    "Vision": Link.GOAL,
    "UserGroup": Link.USER_GROUP,
    "Persona": Link.USER_GROUP,
    "Insight": Link.INSIGHT,
    "TestRound": Link.INSIGHT,
    "MeasuredSummary": Link.INSIGHT,
    "Organisation": Link.ORGANISATION,
    "Actor": Link.ORGANISATION,
    "Touchpoint": Link.SERVICE,
    "Service": Link.SERVICE,
    "Channel": Link.SERVICE,
    "System": Link.SYSTEM,
    "Regulation": Link.REGULATION,
    "DataFlow": Link.DATA_FLOW,
    "Body": Link.BODY,
    "Role": Link.ROLE,
    "Workstream": Link.PLAN,
    "Plan": Link.PLAN,
    "PlanStage": Link.PLAN,
    "StopPoint": Link.PLAN,
    "Commitment": Link.PLAN,
    "Cost": Link.MONEY,
    "Funding": Link.MONEY,
    "Transfer": Link.MONEY,
    "Budget": Link.MONEY,
    "Capacity": Link.MONEY,
    "Concept": Link.AGREEMENT,
    "Endorsement": Link.AGREEMENT,
    "GovernanceModel": Link.AGREEMENT,
    "Decision": Link.AGREEMENT,
    "Agreement": Link.AGREEMENT,
    "Disagreement": Link.AGREEMENT,
    "Statement": Link.AGREEMENT,
    "Stance": Link.AGREEMENT,
    "Story": Link.AGREEMENT,
    "Review": Link.GUIDANCE,
    "Recommendation": Link.GUIDANCE,
    "Activity": Link.GUIDANCE,
    "Question": Link.GUIDANCE,
    "Advice": Link.GUIDANCE,
    "Case": Link.GUIDANCE,
    "Resource": Link.GUIDANCE,
    "Source": Link.SOURCE,
    "Snapshot": Link.SOURCE,
    "ParameterEdition": Link.SOURCE,
}
"""Where the objects of each type stand."""
