"""Present values: who carries the cost, who gets the benefit, and what it comes to for society."""

from .calculate import economy
from .discount import Timing, discount_factor
from .editions import Edition, default_edition, edition_of, editions
from .frame import Frame, Settings
from .result import EconomyResult, Party
from .schedule import Readiness, Run, Schedule, committed_plan, schedule_of
from .unpriced import consequence

__all__ = [
    "EconomyResult",
    "Edition",
    "Frame",
    "Party",
    "Readiness",
    "Run",
    "Schedule",
    "Settings",
    "Timing",
    "committed_plan",
    "consequence",
    "default_edition",
    "discount_factor",
    "economy",
    "edition_of",
    "editions",
    "schedule_of",
]
