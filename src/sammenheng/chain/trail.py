"""Which paths along the thread mean something.

A path has three parts. It may begin outside the thread, with what carries (a law, an organisation, a data flow, a
deliverable that others need); it follows the thread one way; and it may end outside again. It never passes through
what is outside: two deliverables are not linked by the organisation they share. Three more rules keep it from spilling:

- From outside to outside it tells only of parties: who is touched by a law, not which other laws there are.
- What waits for a law waits for other obstacles as well; these do not hang on the law.
- A step where something is met leads to the need felt there, not to every obstacle found there.

Each rule reads the same backwards, so that what is downstream of one is upstream of the other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache

from .edges import Move


class Part(IntEnum):
    """How far a path has come."""

    START = 0
    CARRYING = 1
    NEEDING = 2
    AT_PLACE = 3
    THREAD = 4
    NEEDED = 5
    CARRIED = 6
    END = 7


_BEFORE = (Part.START, Part.CARRYING)
_ON_THREAD = (*_BEFORE, Part.NEEDING, Part.THREAD)
_TO_NEEDED = (*_BEFORE, Part.THREAD, Part.NEEDED)
_OUT = (*_ON_THREAD, Part.NEEDED, Part.CARRIED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """A path so far, as much of it as decides where it may go. A party is an organisation or a user group."""

    upstream: bool
    from_party: bool
    part: Part = Part.START
    outside: bool = False
    """It began outside the thread."""
    needing: bool = False
    """It went on to what needs a deliverable."""
    crossed: bool = False
    """It went down from an obstacle to what waits for its end."""

    # There are a few dozen trails in all, and a walk asks for the same ones again and again.
    @cache  # noqa: B019
    def after(self, move: Move) -> Trail | None:
        """The path with one more move; None when that would mean nothing."""
        match move:
            case Move.UP | Move.DOWN:
                onward = self.part in _ON_THREAD or (self.part is Part.AT_PLACE and self.upstream)
                return self._at(Part.THREAD) if onward and self.upstream is (move is Move.UP) else None
            case Move.TO_OBSTACLE:
                free = self.from_party or not self.outside
                return self._at(Part.THREAD) if self.upstream and free and self.part in _ON_THREAD else None
            case Move.FROM_OBSTACLE:
                crossed = replace(self, part=Part.THREAD, crossed=True)
                return crossed if not self.upstream and self.part in _ON_THREAD else None
            case Move.IN:
                return self._outside(Part.CARRYING) if self.part in _BEFORE else None
            case Move.TO_PLACE:
                return self._outside(Part.AT_PLACE) if self.part in _BEFORE else None
            case Move.TO_NEEDING:
                needing = replace(self, part=Part.NEEDING, outside=True, needing=True)
                return needing if self.part in (*_BEFORE, Part.NEEDING) else None
            case Move.TO_NEEDED:
                free = self.from_party or not self.outside
                return self._at(Part.NEEDED) if free and not self.needing and self.part in _TO_NEEDED else None
            case Move.OUT:
                return self._at(Part.CARRIED) if self.part in _OUT else None
            case Move.TO_MET:
                here = self.part in (Part.START, Part.AT_PLACE) or (self.part is Part.THREAD and not self.upstream)
                return self._at(Part.CARRIED) if here else None
            case Move.ASIDE:
                return self._at(Part.END) if self.part is Part.START else None

    def tells_of(self, *, party: bool) -> bool:
        """Whether what the path has come to is part of the answer, or only passed on the way."""
        if self.part not in (Part.NEEDED, Part.CARRIED):
            return True
        if self.needing or self.crossed:
            return party
        return party or self.from_party or not self.outside

    def _at(self, part: Part) -> Trail:
        return replace(self, part=part)

    def _outside(self, part: Part) -> Trail:
        return replace(self, part=part, outside=True)
