"""Sammenheng: from a life event to a plan every organisation can stand behind."""

__version__ = "0.1.0"
