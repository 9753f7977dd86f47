"""The plan in stages, each with what users and organisations get when it is finished."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from ..chain.selections import serving
from ..domain import Collaboration, Id, Period
from ..domain.words import Benefit, PlanStage
from ..economy import Readiness, Run, Schedule
from .result import EffectReached, Stage
from .setting import QUARTERS, Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Deliverables of one stage, with their runs."""

    id: Id | None
    year: int | None
    runs: Mapping[Id, Run]


def stages(setting: Setting, schedule: Schedule) -> tuple[Stage, ...]:
    """The stages the plan in the file names, in its order, then one for each year in which anything else is finished.

    A benefit, and an effect that is complete, belongs to the stage in which the last thing it needs is finished; an
    effect that is only begun also to the first stage that serves it.
    """
    groups = [*_named(setting, schedule)]
    grouped = {id for group in groups for id in group.runs}
    groups += _by_year({id: run for id, run in schedule.items() if id not in grouped})
    ready = Readiness.of(setting.whole, schedule)
    made: list[Stage] = []
    begun: set[Id] = set()
    for group in groups:
        if group.runs:
            made.append(_stage(setting.whole, group, ready, begun))
            begun |= {reached.effect for reached in made[-1].effects}
    return tuple(made)


def _named(setting: Setting, schedule: Schedule) -> Iterable[_Group]:
    named = setting.whole.each(*(setting.plan.stages if setting.plan is not None else ()))
    taken: set[Id] = set()
    for stage in named:
        if isinstance(stage, PlanStage):
            runs = {id: schedule[id] for id in stage.deliverables if id in schedule and id not in taken}
            taken |= runs.keys()
            yield _Group(id=stage.id, year=None, runs=runs)


def _by_year(schedule: Schedule) -> list[_Group]:
    years = sorted({(run.finish - 1) // QUARTERS for run in schedule.values()})
    return [
        _Group(id=None, year=year, runs={id: r for id, r in schedule.items() if (r.finish - 1) // QUARTERS == year})
        for year in years
    ]


def _stage(whole: Collaboration, group: _Group, ready: Readiness, begun: Set[Id]) -> Stage:
    benefits = tuple(b for b in whole.benefits if _last_of(b.deliverables, ready) in group.runs)
    return Stage(
        id=group.id,
        year=group.year,
        start=Period.of_quarter(min(run.start for run in group.runs.values())),
        finish=Period.of_quarter(max(run.finish for run in group.runs.values())),
        deliverables=tuple(sorted(group.runs, key=lambda id: (group.runs[id].start, id))),
        effects=_effects(whole, group, ready, begun),
        benefits=tuple(benefit.id for benefit in benefits),
        organisations=_gainers(benefits, "organisation"),
        beneficiaries=_gainers(benefits, "user_group"),
    )


def _effects(whole: Collaboration, group: _Group, ready: Readiness, begun: Set[Id]) -> tuple[EffectReached, ...]:
    found = []
    for effect in whole.effects:
        needed = tuple(deliverable.id for deliverable in serving(whole, [effect]))
        carried_out = [id for one in needed if (id := _carrying_out(one, ready)) is not None]
        if not group.runs.keys() & set(carried_out):
            continue
        complete = _last_of(needed, ready) in group.runs
        if complete or effect.id not in begun:
            found.append(EffectReached(effect=effect.id, complete=complete))
    return tuple(found)


def _last_of(deliverables: Iterable[Id], ready: Readiness) -> Id | None:
    """The one that is finished last of all that are needed, or stands in for it; `None` when one is missing."""
    carried_out = [_carrying_out(deliverable, ready) for deliverable in deliverables]
    known = [id for id in carried_out if id is not None]
    if not known or len(known) < len(carried_out):
        return None
    return max(known, key=lambda id: (ready.finishes[id], id))


def _carrying_out(deliverable: Id, ready: Readiness) -> Id | None:
    """The deliverable itself, or the alternative that is carried out in its place."""
    options = ready.stand_ins.get(deliverable, (deliverable,))
    planned = [id for id in options if id in ready.finishes]
    return min(planned, key=lambda id: (ready.finishes[id], id != deliverable, id), default=None)


def _gainers(benefits: Iterable[Benefit], field: str) -> tuple[Id, ...]:
    """Who gains; a benefit below zero is a burden."""
    gains = (benefit for benefit in benefits if benefit.per_year is None or benefit.per_year.likely > 0)
    return tuple(sorted({getattr(benefit, field) for benefit in gains} - {None}))
