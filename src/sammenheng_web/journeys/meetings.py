"""What hits whom: organisations by steps, how often the user is handed over, and what the user is asked for again."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sammenheng.domain import Id
from sammenheng.domain.words import Step, Touchpoint
from sammenheng.domain.words.journeys import Stage
from sammenheng_web.collaborations.rooms import Room
from sammenheng_web.journeys.walk import Stretch, steps_of
from sammenheng_web.ui.said import Said, said
from sammenheng_web.ui.showing import Link
from sammenheng_web.ui.sorting import norwegian

BETWEEN = re.compile(r"[,;]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A step at the head of the matrix."""

    id: Id
    number: int
    name: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A stage above its steps."""

    link: Link
    steps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationRow:
    """An organisation: where users meet it, where it works behind the scenes, how often they are handed over to it."""

    link: Link
    cells: tuple[str, ...]
    seen: int
    behind: int
    handed_to: int
    asks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A piece of information, and every touchpoint that asks for it."""

    what: Said
    by: tuple[tuple[Link, Link], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """What hits whom. `handovers`: steps where the user must turn to somebody who was not met just before."""

    bands: tuple[Band, ...]
    columns: tuple[Column, ...]
    rows: tuple[OrganisationRow, ...]
    handovers: int
    repeated: tuple[Asked, ...]


def matrix(room: Room, stretches: tuple[Stretch, ...], numbers: dict[Id, int]) -> Matrix:
    """Organisations by the steps that are shown, those that meet users most at the top."""
    steps = steps_of(stretches)
    points = {step.id: _points(room, step) for step in steps}
    turns = handovers(points.values())
    parties = dict.fromkeys(point.organisation for step in steps for point in points[step.id])
    rows = [_row(room, party, points.values(), sum(party in those for those in turns)) for party in parties]
    return Matrix(
        bands=tuple(Band(link=room.showing.link_to(one.stage), steps=len(one.steps)) for one in stretches),
        columns=tuple(
            Column(id=step.id, number=numbers[step.id], name=room.showing.link_to(step).title) for step in steps
        ),
        rows=tuple(sorted(rows, key=lambda row: (-row.seen, -row.behind, norwegian(str(row.link.title))))),
        handovers=len(turns),
        repeated=repeated(room, steps),
    )


def _points(room: Room, step: Step) -> tuple[Touchpoint, ...]:
    return tuple(one for one in room.collaboration.in_use.each(*step.touchpoints) if isinstance(one, Touchpoint))


def _row(room: Room, party: Id, meetings: Iterable[tuple[Touchpoint, ...]], handed_to: int) -> OrganisationRow:
    here = [[point for point in points if point.organisation == party] for points in meetings]
    cells = tuple(_cell(points) for points in here)
    return OrganisationRow(
        link=room.showing.link(party),
        cells=cells,
        seen=sum(cell in ("seen", "both") for cell in cells),
        behind=sum(cell in ("behind", "both") for cell in cells),
        handed_to=handed_to,
        asks=sum(point.information is not None for points in here for point in points),
    )


def _cell(points: list[Touchpoint]) -> str:
    behind = any(point.stage is Stage.BEHIND for point in points)
    seen = any(point.stage is not Stage.BEHIND for point in points)
    return "both" if seen and behind else "seen" if seen else "behind" if behind else ""


def handovers(meetings: Iterable[tuple[Touchpoint, ...]]) -> tuple[frozenset[Id], ...]:
    """For each step where the user meets somebody, but nobody who was met the last time: those who are met."""
    found, before = [], frozenset[Id]()
    for points in meetings:
        now = frozenset(point.organisation for point in points if point.stage is not Stage.BEHIND)
        if before and now and not now & before:
            found.append(now)
        before = now or before
    return tuple(found)


def repeated(room: Room, steps: Iterable[Step]) -> tuple[Asked, ...]:
    """Information that more than one touchpoint asks for, word for word; the most asked for first."""
    asked: dict[str, tuple[Said, list[tuple[Link, Link]]]] = {}
    for step in steps:
        for point in _points(room, step):
            if point.information is None:
                continue
            whole = said(point.information, str(point.source_language or "nb"))
            for item in dict.fromkeys(part.strip() for part in BETWEEN.split(whole.text)):
                by = room.showing.link(point.organisation), room.showing.link_to(step)
                asked.setdefault(item.casefold(), (Said(item, whole.lang), []))[1].append(by)
    found = [Asked(what=what, by=tuple(by)) for item, (what, by) in asked.items() if item and len(by) > 1]
    return tuple(sorted(found, key=lambda one: (-len(one.by), norwegian(str(one.what)))))
