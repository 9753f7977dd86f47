"""Problem, goals, vision and story: what we want, why, and how we will know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..domain import Id
from ..domain.words.goals import GoalLevel
from ..domain.words.plan import Phase
from .basis import Basis
from .rule import Hit, Severity, rule


@rule("no-problem", Severity.WARNING, source=6, blocks=Phase.START, about=("Collaboration",))
def no_problem(basis: Basis) -> Iterator[Hit]:
    if not basis.whole.problems:
        yield Hit(basis.whole.id)


@rule("goal-without-need", Severity.WARNING, source=6, blocks=Phase.SHAPE, about=("Goal",))
def goal_without_need(basis: Basis) -> Iterator[Hit]:
    serves = {goal.id: goal.serves for goal in basis.whole.goals}
    served_by: dict[Id, tuple[Id, ...]] = {}
    for goal in basis.whole.goals:
        for higher in goal.serves:
            served_by[higher] = (*served_by.get(higher, ()), goal.id)
    by_effect = {goal for effect in basis.whole.effects if effect.needs for goal in effect.goals}
    traced = by_effect | {goal.id for goal in basis.whole.goals if goal.needs}
    for goal in basis.whole.goals:
        above_and_below = _reached(goal.id, serves) | _reached(goal.id, served_by)
        if goal.level is not GoalLevel.POLITICAL and not traced & above_and_below:
            yield Hit(goal.id)


def _reached(start: Id, leads_to: Mapping[Id, tuple[Id, ...]]) -> set[Id]:
    """The goal itself and all that can be reached from it."""
    found: set[Id] = set()
    waiting = [start]
    while waiting:
        id = waiting.pop()
        if id not in found:
            found.add(id)
            waiting.extend(leads_to.get(id, ()))
    return found


@rule("goal-without-indicator", Severity.WARNING, source=0, blocks=Phase.SHAPE, about=("Goal",))
def goal_without_indicator(basis: Basis) -> Iterator[Hit]:
    for goal in basis.whole.goals:
        if goal.level is not GoalLevel.POLITICAL and goal.indicator is None:
            yield Hit(goal.id)


@rule("goal-without-effect", Severity.WARNING, source=17, blocks=Phase.SHAPE, about=("Goal",))
def goal_without_effect(basis: Basis) -> Iterator[Hit]:
    served = {goal for effect in basis.whole.effects for goal in effect.goals}
    for goal in basis.whole.goals:
        if basis.has_reached(Phase.SHAPE) and goal.level is GoalLevel.EFFECT and goal.id not in served:
            yield Hit(goal.id)


@rule("goal-without-decider", Severity.ADVICE, source=6, blocks=Phase.START, about=("Goal",))
def goal_without_decider(basis: Basis) -> Iterator[Hit]:
    for goal in basis.whole.goals:
        if goal.level is not GoalLevel.POLITICAL and goal.decided_by is None:
            yield Hit(goal.id)


@rule("goal-conflict-without-level", Severity.WARNING, source=6, blocks=Phase.SHAPE, about=("Goal",))
def goal_conflict_without_level(basis: Basis) -> Iterator[Hit]:
    for goal in basis.whole.goals:
        if goal.conflicts_with and goal.conflict_level is None:
            yield Hit(goal.id)


@rule("vision-without-date", Severity.ADVICE, source=10, blocks=Phase.START, about=("Vision",))
def vision_without_date(basis: Basis) -> Iterator[Hit]:
    yield from (Hit(vision.id) for vision in basis.whole.visions if vision.reach_by is None)


@rule("no-shared-story", Severity.ADVICE, source=20, blocks=Phase.SHAPE, about=("Collaboration",))
def no_shared_story(basis: Basis) -> Iterator[Hit]:
    if basis.has_reached(Phase.SHAPE) and not basis.whole.stories:
        yield Hit(basis.whole.id)
