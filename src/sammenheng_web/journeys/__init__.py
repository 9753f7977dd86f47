"""Journeys (no: brukerreiser): the map and the same as a table, today against tomorrow, who meets the user where."""
