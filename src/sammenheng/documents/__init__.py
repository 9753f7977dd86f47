"""Documents to take away: journey maps and decision bases as values, and what writes them as files."""

from .journey_content import ALL_LANES, Lane, NotAJourneyError, journey_content
from .journey_map import JourneyPicture, Paper, journey_map, journey_sheets
from .svg import page_rules
from .values import Document

__all__ = [
    "ALL_LANES",
    "Document",
    "JourneyPicture",
    "Lane",
    "NotAJourneyError",
    "Paper",
    "journey_content",
    "journey_map",
    "journey_sheets",
    "page_rules",
]
