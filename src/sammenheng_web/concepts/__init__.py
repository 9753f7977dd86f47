"""Concepts (no: konsepter): the alternatives side by side, against the study questions and the control questions."""
