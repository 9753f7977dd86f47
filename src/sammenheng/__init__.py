"""Sammenheng: from a life event to a plan every organisation can stand behind."""
