"""When deliverables run, and from when what they lead to can be counted on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..domain import Collaboration, Id, Period
from ..domain.words import Deliverable, Plan
from ..domain.words.effects import DeliverableStatus
from ..domain.words.plan import Scheduled

LONG_AGO = -(10**9)
"""The quarter in which something that is done already was finished, when nobody has written down which."""


@dataclass(frozen=True, slots=True)
class Run:
    """The quarters a deliverable runs, counted from the year 0; `finish` is the first free one."""

    start: int
    finish: int

    @classmethod
    def of(cls, entry: Scheduled) -> Run:
        """The run of one entry in a schedule."""
        return cls(entry.start.first_quarter, entry.finish.first_quarter)

    def entry(self, deliverable: Id) -> Scheduled:
        """The same as an entry in a schedule."""
        start, finish = Period.of_quarter(self.start), Period.of_quarter(self.finish)
        return Scheduled(deliverable=deliverable, start=start, finish=finish)


Schedule = Mapping[Id, Run]


def schedule_of(entries: Iterable[Scheduled]) -> dict[Id, Run]:
    """The runs of a schedule's entries; an entry that ends before it begins is left out."""
    runs = ((entry.deliverable, Run.of(entry)) for entry in entries)
    return {deliverable: run for deliverable, run in runs if run.start < run.finish}


def committed_plan(collaboration: Collaboration) -> Plan | None:
    """The plan that is followed: the committed one with a schedule; the first by id when several say so."""
    followed = (plan for plan in collaboration.plans if plan.committed and plan.schedule)
    return next(followed, None)


def exclusive_sets(collaboration: Collaboration) -> tuple[frozenset[Id], ...]:
    """Sets of deliverables of which at most one is carried out."""
    listed = (frozenset((d.id, *d.alternatives)) for d in collaboration.deliverables if d.alternatives)
    return tuple(dict.fromkeys(found for found in listed if len(found) > 1))


@dataclass(frozen=True, slots=True)
class Readiness:
    """From when each deliverable, or an alternative that does in its place, is finished."""

    finishes: Mapping[Id, int]
    stand_ins: Mapping[Id, tuple[Id, ...]]

    @classmethod
    def of(cls, collaboration: Collaboration, schedule: Schedule) -> Readiness:
        """Finish of everything that is scheduled or done already; what was stopped never finishes."""
        finishes = {}
        for deliverable in collaboration.deliverables:
            if deliverable.status is DeliverableStatus.STOPPED:
                continue
            if deliverable.id in schedule:
                finishes[deliverable.id] = schedule[deliverable.id].finish
            elif deliverable.status is DeliverableStatus.DONE:
                finishes[deliverable.id] = LONG_AGO
        return cls(finishes, stand_ins(collaboration))

    def finish(self, deliverable: Id) -> int | None:
        """The quarter from which it, or an alternative of it, is there; `None` when that is not planned."""
        found = [self.finishes[one] for one in self.stand_ins.get(deliverable, (deliverable,)) if one in self.finishes]
        return min(found, default=None)

    def all_finished(self, deliverables: Iterable[Id]) -> int | None:
        """The quarter from which all of them are there; `None` when one of them is not planned."""
        latest = LONG_AGO
        for deliverable in deliverables:
            finish = self.finish(deliverable)
            if finish is None:
                return None
            latest = max(latest, finish)
        return latest


def stand_ins(collaboration: Collaboration) -> dict[Id, tuple[Id, ...]]:
    """For each deliverable with alternatives: all that may stand in its place, itself among them, by id."""
    sets = exclusive_sets(collaboration)
    members = sorted({one for found in sets for one in found})
    return {one: tuple(sorted(frozenset().union(*(s for s in sets if one in s)))) for one in members}


def is_stopped(deliverable: Deliverable) -> bool:
    """Whether it was given up."""
    return deliverable.status is DeliverableStatus.STOPPED
