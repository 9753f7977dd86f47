"""The red thread from situation to goal: what hangs on what, who is needed, what unlocks an effect."""

from .concerns import concerns
from .directions import COMMON, DIRECTIONS, Direction, direction_of
from .edges import Edge
from .links import LINKS, Link
from .parties import NeededParty, Parties, parties
from .standing import standing, wants_change
from .unlock import ToSolve, Unlocking, UnlockingSet, unlock
from .walk import Chain, NotInUseError, Reached, Side, walk

__all__ = [
    "COMMON",
    "DIRECTIONS",
    "LINKS",
    "Chain",
    "Direction",
    "Edge",
    "Link",
    "NeededParty",
    "NotInUseError",
    "Parties",
    "Reached",
    "Side",
    "ToSolve",
    "Unlocking",
    "UnlockingSet",
    "concerns",
    "direction_of",
    "parties",
    "standing",
    "unlock",
    "walk",
    "wants_change",
]
