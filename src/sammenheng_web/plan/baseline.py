"""Another plan of the file, such as the one that was first agreed, against the one that is shown."""

from dataclasses import dataclass

from sammenheng.domain import Id
from sammenheng.economy import Run, schedule_of
from sammenheng_web.collaborations.rooms import Room
from sammenheng_web.collaborations.your_part import Part
from sammenheng_web.plan.course import Course, span
from sammenheng_web.ui.entries import Entry, entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A deliverable in both plans, or in one. `later` is how many quarters later it is finished; None in one only."""

    entry: Entry
    before: str
    now: str
    later: int | None

    @property
    def earlier(self) -> int:
        """How many quarters earlier it is finished."""
        return -(self.later or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """One plan held against the one that is shown."""

    plan: Entry
    rows: tuple[Moved, ...]
    same: int
    moved: int
    added: int
    dropped: int


def against(room: Room, course: Course, part: Part) -> tuple[Against, ...]:
    """Every other plan that has a schedule, held against this one."""
    others = (plan for plan in room.collaboration.in_use.plans if plan.id != course.plan.id and plan.schedule)
    return tuple(
        _against(room, entry(room.showing, plan), schedule_of(plan.schedule), course.runs, part) for plan in others
    )


def _against(room: Room, plan: Entry, before: dict[Id, Run], now: dict[Id, Run], part: Part) -> Against:
    ids = [id for id in room.collaboration.in_use.objects if (id in before or id in now) and part.has(id)]
    rows = [
        _moved(room, id, before.get(id), now.get(id)) for id in sorted(ids, key=lambda id: _begins(id, before, now))
    ]
    both = [row for row in rows if row.later is not None]
    return Against(
        plan=plan,
        rows=tuple(rows),
        same=sum(row.before == row.now for row in both),
        moved=sum(row.before != row.now for row in both),
        added=sum(not row.before for row in rows),
        dropped=sum(not row.now for row in rows),
    )


def _begins(id: Id, before: dict[Id, Run], now: dict[Id, Run]) -> tuple[int, str]:
    return (before.get(id) or now[id]).start, id


def _moved(room: Room, id: Id, before: Run | None, now: Run | None) -> Moved:
    return Moved(
        entry=entry(room.showing, room.collaboration.in_use.objects[id]),
        before=span(before.start, before.finish) if before else "",
        now=span(now.start, now.finish) if now else "",
        later=now.finish - before.finish if before and now else None,
    )
