"""Documents to take away: journey maps and decision bases as values, and what writes them as files."""

from .journey_content import ALL_LANES, JourneyContent, Lane, NotAJourneyError, journey_content
from .journey_document import journey_document
from .journey_map import JourneyPicture, Paper, journey_map, journey_sheets, one_picture, whole_map
from .svg import page_rules
from .values import Document

__all__ = [
    "ALL_LANES",
    "Document",
    "JourneyContent",
    "JourneyPicture",
    "Lane",
    "NotAJourneyError",
    "Paper",
    "journey_content",
    "journey_document",
    "journey_map",
    "journey_sheets",
    "one_picture",
    "page_rules",
    "whole_map",
]
