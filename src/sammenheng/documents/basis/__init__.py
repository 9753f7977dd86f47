"""The decision basis for the shaping phase (no: beslutningsgrunnlag), chapter by chapter."""

from .build import DecisionBasis, decision_basis, ministry_names
from .telling import Basis
from .work_plan import NotAPlanError, WorkPlan, plan_of_file, plan_of_json, plan_of_result

__all__ = [
    "Basis",
    "DecisionBasis",
    "NotAPlanError",
    "WorkPlan",
    "decision_basis",
    "ministry_names",
    "plan_of_file",
    "plan_of_json",
    "plan_of_result",
]
