"""Insight (no: innsikt): who the users are, what was learnt from them, what they need, and who has not been heard."""
