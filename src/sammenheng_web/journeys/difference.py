"""Today against tomorrow: what becomes of each step, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sammenheng.domain import Id
from sammenheng.domain.words import Journey, Step
from sammenheng.domain.words.journeys import Difference
from sammenheng_web.collaborations.rooms import Room
from sammenheng_web.collaborations.your_part import Part
from sammenheng_web.journeys.feelings import Value, value
from sammenheng_web.journeys.walk import steps_of, stretches
from sammenheng_web.ui.entries import Entry, choice, entry, told
from sammenheng_web.ui.said import Said
from sammenheng_web.ui.showing import Link

TONES = {
    Difference.KEPT: "neutral",
    Difference.CHANGED: "info",
    Difference.NEW: "success",
    Difference.GONE: "warning",
    Difference.MERGED: "info",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """How a group's experience changes; None where nobody has told."""

    group: Link
    today: Value | None
    tomorrow: Value | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Steps of today, the step of tomorrow they become, and why; None when nothing comes instead."""

    today: tuple[Entry, ...]
    tomorrow: Entry | None
    difference: str
    tone: str
    reason: Said | None
    shifts: tuple[Shift, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many steps have one fate."""

    name: str
    tone: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Today's journey against the wanted one."""

    today: Link
    tomorrow: Link
    steps_today: int
    steps_tomorrow: int
    counts: tuple[Count, ...]
    rows: tuple[Row, ...]


def counterparts(room: Room, journey: Journey) -> tuple[tuple[Journey, Journey], ...]:
    """The pairs of today's and tomorrow's journey that this one is in."""
    whole = room.collaboration.in_use
    pairs = ((one.changes, one) for one in whole.journeys if one.changes and journey.id in (one.id, one.changes))
    return tuple((before, after) for id, after in pairs for before in whole.each(id) if isinstance(before, Journey))


def comparison(room: Room, today: Journey, tomorrow: Journey, part: Part) -> Comparison:
    """The two side by side: step by step of tomorrow, then what of today is not carried on."""
    before, after = (steps_of(stretches(room, one, part)) for one in (today, tomorrow))
    rows = tuple(_rows(room, today, before, after))
    return Comparison(
        today=room.showing.link_to(today),
        tomorrow=room.showing.link_to(tomorrow),
        steps_today=len(before),
        steps_tomorrow=len(after),
        counts=_counts(before, after),
        rows=rows,
    )


def _rows(room: Room, today: Journey, before: tuple[Step, ...], after: tuple[Step, ...]) -> Iterator[Row]:
    whole = room.collaboration.in_use
    carried: set[Id] = set()
    for step in after:
        origins = tuple(one for one in whole.each(*step.comes_from) if isinstance(one, Step))
        carried.update(step.comes_from)
        yield _row(room, origins, step, step)
    # A step that goes on in a part of tomorrow which is not shown is not gone.
    everywhere = {id for step in whole.steps for id in step.comes_from}
    for step in before:
        if step.id not in carried | everywhere:
            yield _row(room, (step,), None, step)


def _row(room: Room, origins: tuple[Step, ...], step: Step | None, teller: Step) -> Row:
    fate = teller.difference
    return Row(
        today=tuple(entry(room.showing, one) for one in origins),
        tomorrow=entry(room.showing, step) if step else None,
        difference=choice(fate),
        tone=TONES[fate] if fate else "",
        reason=told(teller, teller.difference_reason),
        shifts=_shifts(room, origins, step) if step else (),
    )


def _shifts(room: Room, origins: tuple[Step, ...], step: Step) -> tuple[Shift, ...]:
    """Groups whose experience is told on both sides; of several steps of today the hardest counts."""
    before: dict[Id, float] = {}
    for one in (one for origin in origins for one in origin.experience):
        before[one.user_group] = min(one.value, before.get(one.user_group, one.value))
    return tuple(
        Shift(group=room.showing.link(one.user_group), today=value(before[one.user_group]), tomorrow=value(one.value))
        for one in step.experience
        if one.user_group in before
    )


def _counts(before: Iterable[Step], after: Iterable[Step]) -> tuple[Count, ...]:
    fates = [step.difference for step in after] + [
        step.difference for step in before if step.difference is Difference.GONE
    ]
    return tuple(
        Count(name=choice(fate), tone=TONES[fate], count=fates.count(fate)) for fate in Difference if fate in fates
    )
