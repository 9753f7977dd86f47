"""What unlocks an effect: the smallest sets of obstacles, regulations and data flows that must be solved for it.

An effect is held back by everything it names that is not solved. Where deliverables exclude each other, one choice
of them is enough, and what only the others would have solved need not be.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..domain import Collaboration, Id, Period
from ..domain.words import DataFlow, Deliverable, Effect, Finding, Regulation
from ..domain.words.effects import DeliverableStatus
from .selections import Selection, prerequisites, selections, serving
from .standing import is_in_force, standing
from .walk import NotInUseError

Blocker = Finding | Regulation | DataFlow


@dataclass(frozen=True, slots=True, kw_only=True)
class ToSolve:
    """One thing that must be solved: how long that takes, who can do it, and which obstacles go away with it."""

    id: Id
    type: str
    lead_time: int | None
    """In quarters; None when nobody has said."""
    expected: Period | None
    """When a changed regulation is expected to be in force."""
    organisations: tuple[Id, ...]
    """Who can solve it."""
    takes_away: tuple[Id, ...]
    """Obstacles that rest on this regulation and end with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlockingSet:
    """Things that together unlock the effect, none of which can be left out."""

    to_solve: tuple[ToSolve, ...]
    deliverables: tuple[Id, ...]
    """The selection of deliverables for which this is enough; the smallest when there are several."""

    @property
    def lead_time(self) -> int | None:
        """Quarters until the slowest of those with a known lead time is solved; None when none is known."""
        return max((item.lead_time for item in self.to_solve if item.lead_time is not None), default=None)

    @property
    def without_lead_time(self) -> int:
        """How many have neither a lead time nor an expected date."""
        return sum(item.lead_time is None and item.expected is None for item in self.to_solve)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlocking:
    """Every smallest set that unlocks an effect: fewest first, then those with known and short lead times.

    One empty set: nothing stands in the way. No set: no selection of deliverables can be made at all.
    `complete` is False when there were too many selections to look at them all.
    """

    effect: Id
    sets: tuple[UnlockingSet, ...]
    complete: bool


def unlock(collaboration: Collaboration, effect_id: Id) -> Unlocking:
    """The smallest sets that unlock this effect; raises NotInUseError when there is no such effect in use."""
    in_use = collaboration.in_use
    effect = in_use.get(effect_id)
    if not isinstance(effect, Effect):
        raise NotInUseError(effect_id, (), put_away=collaboration.get(effect_id) is not None)
    delivering = serving(in_use, [effect])
    choices = selections(in_use, delivering)
    knot = _Knot(in_use)
    needed: dict[frozenset[Id], list[Selection]] = {}
    for choice in choices.each:
        needed.setdefault(knot.needed(effect, delivering, choice), []).append(choice)
    smallest = [wanted for wanted in needed if not any(other < wanted for other in needed)]
    sets = [
        UnlockingSet(
            to_solve=tuple(knot.to_solve(id) for id in sorted(wanted)),
            deliverables=min((tuple(sorted(choice)) for choice in needed[wanted]), key=lambda ids: (len(ids), ids)),
        )
        for wanted in smallest
    ]
    return Unlocking(effect=effect_id, sets=tuple(sorted(sets, key=_quickest_first)), complete=choices.complete)


def _quickest_first(found: UnlockingSet) -> tuple[int, int, int, tuple[Id, ...]]:
    ids = tuple(item.id for item in found.to_solve)
    return len(ids), found.without_lead_time, found.lead_time or 0, ids


class _Knot:
    """What stands in the way in one collaboration, and what each thing rests on."""

    def __init__(self, collaboration: Collaboration) -> None:
        self.collaboration = collaboration
        self.standing = standing(collaboration)
        self.obstacles_of: dict[Id, list[Finding]] = {}
        for finding in collaboration.findings:
            for id in (*finding.data_flows, *finding.regulations):
                self.obstacles_of.setdefault(id, []).append(finding)

    def needed(self, effect: Effect, delivering: Iterable[Deliverable], choice: Selection) -> frozenset[Id]:
        """All that must be solved for the effect when these deliverables are chosen."""
        handled_by: dict[Id, set[Id]] = {}
        for deliverable in delivering:
            for id in (*deliverable.findings, *deliverable.data_flows, *deliverable.regulations):
                handled_by.setdefault(id, set()).add(deliverable.id)
        named = (*effect.findings, *effect.data_flows, *effect.regulations)
        # What only deliverables that were not chosen would solve, the chosen ones do without.
        own = [id for id in named if id not in handled_by or handled_by[id] & choice]
        found = {root for id in own for root in self.roots(id, must_change=id in effect.regulations)}
        for thing in self.collaboration.each(*choice):
            if isinstance(thing, Deliverable) and thing.status is not DeliverableStatus.DONE:
                found.update(root for id in (*thing.regulations, *thing.data_flows) for root in self.roots(id))
        return frozenset(found)

    def roots(self, id: Id, *, must_change: bool = False) -> frozenset[Id]:
        """What must be solved for this to be solved: itself, or what it rests on; empty when it is solved.

        An obstacle that rests on regulations somebody wants changed ends when they are. A data flow needs the
        regulations it rests on and the end of every obstacle to it, besides being set up.
        """
        thing = self.collaboration.get(id)
        if must_change and isinstance(thing, Regulation) and not is_in_force(thing):
            return frozenset({id})
        if id not in self.standing:
            return frozenset()
        match thing:
            case Finding():
                return self._standing(thing.regulations) or frozenset({id})
            case DataFlow():
                obstacles = (self.roots(finding.id) for finding in self.obstacles_of.get(id, ()))
                return frozenset({id}).union(self._standing(thing.regulations), *obstacles)
            case _:
                return frozenset({id})

    def _standing(self, ids: Iterable[Id]) -> frozenset[Id]:
        return self.standing.intersection(ids)

    def to_solve(self, id: Id) -> ToSolve:
        """One thing to solve, with what the collaboration knows about solving it."""
        thing = self.collaboration.objects[id]
        takes_away: tuple[Finding, ...] = ()
        if isinstance(thing, Regulation):
            takes_away = tuple(
                f for f in self.obstacles_of.get(id, ()) if id in f.regulations and f.id in self.standing
            )
        return ToSolve(
            id=id,
            type=type(thing).__name__,
            lead_time=self._lead_time(thing, takes_away),
            expected=thing.expected_in_force if isinstance(thing, Regulation) else None,
            organisations=_who_can(thing),
            takes_away=tuple(finding.id for finding in takes_away),
        )

    def _ended_by(self, regulation: Regulation) -> tuple[Finding, ...]:
        resting = self.obstacles_of.get(regulation.id, ())
        return tuple(f for f in resting if regulation.id in f.regulations and f.id in self.standing)

    def _lead_time(self, thing: object, takes_away: Iterable[Finding]) -> int | None:
        """The lead time told of it, or of the obstacles it ends; else of the quickest deliverable that solves it."""
        told = [thing] if isinstance(thing, Finding) else list(takes_away)
        known = [finding.lead_time for finding in told if finding.lead_time is not None]
        if known or not isinstance(thing, Finding | DataFlow):
            return max(known, default=None)
        solving = (d for d in self.collaboration.deliverables if thing.id in (*d.findings, *d.data_flows))
        times = (self._quarters(d) for d in solving if d.status is not DeliverableStatus.STOPPED)
        return min((time for time in times if time is not None), default=None)

    def _quarters(self, deliverable: Deliverable) -> int | None:
        """From now until it is done, as soon as what it depends on allows; None when a duration is unknown."""
        needed = prerequisites(self.collaboration, [deliverable.id])
        finish: dict[Id, int] = {}
        waiting = {d.id: d for d in self.collaboration.deliverables if d.id in needed}
        while waiting:
            ready = [d for d in waiting.values() if not waiting.keys() & set(d.depends_on)]
            for d in ready:
                del waiting[d.id]
                if d.status is not DeliverableStatus.DONE and d.duration is None:
                    return None
                own = 0 if d.status is DeliverableStatus.DONE else (d.lead_time or 0) + (d.duration or 0)
                finish[d.id] = own + max((finish[id] for id in d.depends_on), default=0)
        return finish[deliverable.id]


def _who_can(thing: object) -> tuple[Id, ...]:
    named: tuple[Id | None, ...] = ()
    match thing:
        case Finding():
            named = (thing.remover,)
        case Regulation():
            named = (thing.change_owner, thing.owner_ministry)
        case DataFlow():
            named = (thing.provider, thing.consumer)
    return tuple(dict.fromkeys(id for id in named if id is not None))
