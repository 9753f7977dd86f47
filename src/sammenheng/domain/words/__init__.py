"""The words everyone shares: every type of object a collaboration may hold."""

from .actors import Actor, Organisation
from .economy import Benefit, Budget, Capacity, Cost, Funding, Transfer
from .effects import Change, Deliverable, Effect
from .goals import Goal, Problem, Stance, Statement, Story, Vision
from .governance import (
    Agreement,
    Body,
    Concept,
    Decision,
    Disagreement,
    Endorsement,
    GovernanceModel,
    Recommendation,
    Review,
    Role,
)
from .guidance import Activity, Advice, Case, Question, Resource
from .insight import Insight, Need, Persona, TestRound, UserGroup
from .journeys import Journey, JourneyStage, LifeEvent, Step, Touchpoint
from .plan import Commitment, Plan, PlanStage, StopPoint, Workstream
from .services import Channel, DataFlow, Finding, Regulation, Service, System
from .sources import MeasuredSummary, ParameterEdition, Snapshot, Source

__all__ = [
    "Activity",
    "Actor",
    "Advice",
    "Agreement",
    "Benefit",
    "Body",
    "Budget",
    "Capacity",
    "Case",
    "Change",
    "Channel",
    "Commitment",
    "Concept",
    "Cost",
    "DataFlow",
    "Decision",
    "Deliverable",
    "Disagreement",
    "Effect",
    "Endorsement",
    "Finding",
    "Funding",
    "Goal",
    "GovernanceModel",
    "Insight",
    "Journey",
    "JourneyStage",
    "LifeEvent",
    "MeasuredSummary",
    "Need",
    "Organisation",
    "ParameterEdition",
    "Persona",
    "Plan",
    "PlanStage",
    "Problem",
    "Question",
    "Recommendation",
    "Regulation",
    "Resource",
    "Review",
    "Role",
    "Service",
    "Snapshot",
    "Source",
    "Stance",
    "Statement",
    "Step",
    "StopPoint",
    "Story",
    "System",
    "TestRound",
    "Touchpoint",
    "Transfer",
    "UserGroup",
    "Vision",
    "Workstream",
]
