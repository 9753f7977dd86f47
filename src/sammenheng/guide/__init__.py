"""The guidance as data: where advice comes from, and what no longer holds."""

from .sources import ClosedScheme, Generation, GuideSource, closed_scheme, closed_schemes, sources

__all__ = ["ClosedScheme", "Generation", "GuideSource", "closed_scheme", "closed_schemes", "sources"]
