"""Which deliverables, by whom, when: plans with proof of how good they are."""

from .engine import Engine, EngineFailedError
from .planner import SECONDS, plan
from .result import PlanResult, Reason, Status

__all__ = ["SECONDS", "Engine", "EngineFailedError", "PlanResult", "Reason", "Status", "plan"]
