"""Which deliverables the planner may place, which it must, and which are left out beforehand, with the reason."""

from __future__ import annotations

from dataclasses import dataclass

from ..domain import Collaboration, Id
from ..domain.words import Deliverable
from ..domain.words.effects import DeliverableStatus
from ..domain.words.plan import CommitmentKind
from ..economy.flows import is_estimated
from ..economy.schedule import exclusive_sets
from .result import Note, NoteCode, Reason
from .setting import Setting

_MUST = (CommitmentKind.STARTS, CommitmentKind.FINISHED_BY, CommitmentKind.INCLUDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A deliverable to place. `started` is the period it started in when it is under way, or done since then."""

    deliverable: Deliverable
    duration: int
    started: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """The candidates, and what is left out beforehand."""

    candidates: tuple[Candidate, ...]
    left_out: dict[Id, Reason]
    notes: tuple[Note, ...]


def sort_deliverables(setting: Setting) -> Sorted:
    """Look at every deliverable: its status, whether it is estimated, whether it is promised."""
    promised = {c.deliverable for c in setting.commitments if c.kind in _MUST}
    with_cost = {cost.deliverable for cost in setting.whole.costs if is_estimated(cost)}
    replaced = _replaced(setting.whole)
    candidates: list[Candidate] = []
    left_out: dict[Id, Reason] = {}
    notes: list[Note] = []
    for deliverable in setting.whole.deliverables:
        id = deliverable.id
        reason = _reason(
            deliverable,
            is_dated=id in setting.settled,
            is_replaced=id in replaced,
            must=id in promised or deliverable.status is DeliverableStatus.UNDER_WAY,
            estimated=deliverable.duration is not None and id in with_cost,
        )
        if reason is not None:
            left_out[id] = reason
            if reason is Reason.STOPPED and id in promised:
                notes.append(Note(code=NoteCode.COMMITMENT_ON_STOPPED, id=id))
            continue
        candidate = _candidate(setting, deliverable)
        candidates.append(candidate)
        notes.extend(_assumed(setting, candidate, has_cost=id in with_cost))
    return Sorted(candidates=tuple(candidates), left_out=left_out, notes=tuple(notes))


def _reason(
    deliverable: Deliverable, *, is_dated: bool, is_replaced: bool, must: bool, estimated: bool
) -> Reason | None:
    if deliverable.status is DeliverableStatus.STOPPED:
        return Reason.STOPPED
    if deliverable.status is DeliverableStatus.DONE:
        return Reason.DONE if not is_dated else None
    if must:
        return None
    if is_replaced:
        return Reason.ALTERNATIVE_CHOSEN
    return None if estimated else Reason.NOT_ESTIMATED


def _replaced(whole: Collaboration) -> set[Id]:
    """Deliverables of which an alternative is done already."""
    done = {d.id for d in whole.deliverables if d.status is DeliverableStatus.DONE}
    return {id for group in exclusive_sets(whole) if group & done for id in group - done}


def _candidate(setting: Setting, deliverable: Deliverable) -> Candidate:
    run, settled = setting.runs.get(deliverable.id), setting.settled.get(deliverable.id)
    if settled is not None:
        length = settled.finish - settled.start
        return Candidate(deliverable=deliverable, duration=length, started=settled.start - setting.origin)
    if deliverable.status is DeliverableStatus.UNDER_WAY:
        return Candidate(deliverable=deliverable, duration=deliverable.duration or 1, started=setting.first)
    known = deliverable.duration or (None if run is None else run.finish - run.start)
    return Candidate(deliverable=deliverable, duration=known or 1)


def _assumed(setting: Setting, candidate: Candidate, *, has_cost: bool) -> list[Note]:
    """What had to be assumed of something that must be in the plan."""
    deliverable, codes = candidate.deliverable, []
    if deliverable.status is DeliverableStatus.DONE:
        return []
    run = setting.runs.get(deliverable.id)
    if deliverable.duration is None and run is None:
        codes.append(NoteCode.DURATION_ASSUMED)
    if not has_cost:
        codes.append(NoteCode.COST_UNKNOWN)
    if candidate.started is not None and run is None:
        codes.append(NoteCode.START_UNKNOWN)
    return [Note(code=code, id=deliverable.id) for code in codes]
