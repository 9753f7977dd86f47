"""What may leave the room: what is open to all the parties, and for one organisation also what is its own."""

from __future__ import annotations

from ..domain import Collaboration, Id


def visible(collaboration: Collaboration, *, organisation: Id | None = None) -> Collaboration:
    """What is in use without personal data and without what organisations keep to themselves.

    With an organisation: with its own. What hangs on something left out is left out as well.
    """
    whole = collaboration.in_use
    hidden = {
        id
        for id, thing in whole.objects.items()
        if thing.sensitivity > 0 or not (thing.is_open or thing.owner == organisation)
    }
    return whole.without(hidden) if hidden else whole
