"""What a plan is made within: which plan of the file, which quarters, and what is settled already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..domain import Collaboration, Id
from ..domain.words import Commitment, Deliverable, Plan
from ..domain.words.effects import DeliverableStatus
from ..domain.words.plan import PeriodUnit
from ..economy import Frame, Run, Schedule, Settings, committed_plan, schedule_of
from .result import Note, NoteCode

QUARTERS = 4
USUAL_PERIODS = 24
"""Quarters a plan covers when the file does not say: six years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Everything around the choice. Period 0 is the first quarter of the calculation; `first` may lie later.

    `runs` is when things run by the plan that is followed; `settled` the part of it that is done or under way.
    """

    whole: Collaboration
    frame: Frame
    plan: Plan | None
    first: int
    periods: int
    runs: Schedule
    settled: Schedule
    notes: tuple[Note, ...]

    @property
    def origin(self) -> int:
        """The quarter of period 0, counted from the year 0."""
        return self.frame.window.start

    @property
    def end(self) -> int:
        """The first period that no longer counts."""
        return len(self.frame.window)

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """What is promised: all commitments but those that only other plans hold."""
        own = set(self.plan.commitments) if self.plan is not None else set()
        others = {id for plan in self.whole.plans for id in plan.commitments} - own
        return tuple(commitment for commitment in self.whole.commitments if commitment.id not in others)

    def settled_with(self, started: Mapping[str, int], durations: Mapping[str, int]) -> dict[Id, Run]:
        """What is settled, and these deliverables from the periods they start in."""
        return {**self.settled, **self.runs_of(started, durations)}

    def runs_of(self, starts: Mapping[str, int], durations: Mapping[str, int]) -> dict[Id, Run]:
        """The runs of deliverables by the periods they start in."""
        begins = {Id(id): self.origin + start for id, start in starts.items()}
        return {id: Run(begin, begin + durations[id]) for id, begin in begins.items()}


def setting_of(collaboration: Collaboration, *, plan: Id | None = None, settings: Settings | None = None) -> Setting:
    """The setting of a plan for what is in use in a collaboration; `plan` is one of the file's plans.

    Without it the plan that is followed is taken, else the first that is committed, else the only one there is.
    """
    whole = collaboration.in_use
    frame = Frame.of(whole, settings or Settings())
    chosen = _chosen(whole, plan)
    followed = committed_plan(whole)
    runs = schedule_of(followed.schedule) if followed is not None else {}
    status = {deliverable.id: deliverable.status for deliverable in whole.deliverables}
    kept = (DeliverableStatus.DONE, DeliverableStatus.UNDER_WAY)
    notes = [Note(code=NoteCode(note.code.value)) for note in frame.notes]
    first, periods = _horizon(whole, frame, chosen, runs, notes)
    return Setting(
        whole=whole,
        frame=frame,
        plan=chosen,
        first=first,
        periods=periods,
        runs=runs,
        settled={id: run for id, run in runs.items() if status.get(id) in kept},
        notes=tuple(notes),
    )


def _chosen(whole: Collaboration, plan: Id | None) -> Plan | None:
    told = whole.get(plan)
    if isinstance(told, Plan):
        return told
    followed = committed_plan(whole) or next((found for found in whole.plans if found.committed), None)
    return followed or (whole.plans[0] if len(whole.plans) == 1 else None)


def _horizon(
    whole: Collaboration, frame: Frame, plan: Plan | None, runs: Schedule, notes: list[Note]
) -> tuple[int, int]:
    """The first period and the end of the horizon, both within the years that are counted."""
    window = frame.window
    begins = plan.start.first_quarter if plan is not None and plan.start is not None else window.start
    if begins < window.start:
        notes.append(Note(code=NoteCode.STARTS_WITH_FIRST_YEAR))
    first = min(max(begins, window.start), window.stop)
    if plan is not None and plan.periods is not None:
        length = plan.periods * (QUARTERS if plan.unit is PeriodUnit.YEAR else 1)
        ends = [first + length]
    else:
        notes.append(Note(code=NoteCode.PERIODS_ASSUMED))
        ends = [first + USUAL_PERIODS, *_promised(whole), *(run.finish for run in runs.values())]
    end = min(max(ends), window.stop)
    return first - window.start, max(end, first) - window.start


def _promised(whole: Collaboration) -> Iterator[int]:
    """The quarters in which promises let deliverables be finished, so that an assumed horizon does not break them."""
    for commitment in whole.commitments:
        deliverable = whole.get(commitment.deliverable)
        if commitment.when is not None and isinstance(deliverable, Deliverable):
            yield commitment.when.end_quarter + (deliverable.duration or 1)
