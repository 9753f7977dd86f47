"""What the room of goals shows, from what the member may see."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sammenheng.domain import Id
from sammenheng.domain.words import Goal, Problem, Statement, Story, Vision
from sammenheng.domain.words.goals import GoalLevel, Position
from sammenheng_web.collaborations.rooms import Room
from sammenheng_web.collaborations.your_part import Part
from sammenheng_web.ui.entries import Entry, choice, date, entry, links, told
from sammenheng_web.ui.said import Said, title_of
from sammenheng_web.ui.showing import Amount, Link
from sammenheng_web.ui.sorting import norwegian

LEVELS = (*GoalLevel, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """A problem."""

    entry: Entry
    today: Said | None
    if_nothing_is_done: Said | None
    groups: tuple[Link, ...]
    needs: tuple[Link, ...]
    insights: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A vision."""

    entry: Entry
    description: Said | None
    reach_by: str
    life_events: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """How a goal was worded until a day, and why that was changed."""

    until: str
    wording: Said | None
    reason: Said | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """A goal, with those that serve it beneath it."""

    entry: Entry
    level: str
    level_code: str
    description: Said | None
    also_serves: tuple[Link, ...]
    decided_by: Link | None
    indicator: Said | None
    baseline: Amount | None
    baseline_on: str
    target: Amount | None
    reach_by: str
    needs: tuple[Link, ...]
    effects: tuple[Link, ...]
    conflicts: tuple[Link, ...]
    wordings: tuple[Before, ...]
    below: tuple["Aim", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two goals that pull apart, and the level at which that must be solved."""

    first: Link
    second: Link
    level: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterTold:
    """What one organisation contributes to the story."""

    organisation: Link
    contribution: Said | None
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryTold:
    """The shared story."""

    entry: Entry
    audience: Said | None
    today: Said | None
    turning_point: Said | None
    tomorrow: Said | None
    chapters: tuple[ChapterTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """How many of one organisation say what; None for those whose organisation is not told."""

    organisation: Link | None
    agree: int
    disagree: int
    passed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A statement with the stances to it, counted by organisation and never told by person."""

    entry: Entry
    about: tuple[Link, ...]
    closes_on: str
    agree: int
    disagree: int
    passed: int
    rows: tuple[Answers, ...]
    silent: tuple[Link, ...]

    @property
    def answered(self) -> int:
        """How many have taken a stance."""
        return self.agree + self.disagree + self.passed


def problems(room: Room) -> tuple[Wrong, ...]:
    """The problems; they are everybody's, whichever part is shown."""
    return tuple(_wrong(room, problem) for problem in room.collaboration.in_use.problems)


def _wrong(room: Room, problem: Problem) -> Wrong:
    return Wrong(
        entry=entry(room.showing, problem),
        today=told(problem, problem.today),
        if_nothing_is_done=told(problem, problem.if_nothing_is_done),
        groups=links(room.showing, problem.user_groups),
        needs=links(room.showing, problem.needs),
        insights=links(room.showing, problem.insights),
    )


def visions(room: Room) -> tuple[Wish, ...]:
    """The visions; they are everybody's, whichever part is shown."""
    return tuple(_wish(room, vision) for vision in room.collaboration.in_use.visions)


def _wish(room: Room, vision: Vision) -> Wish:
    return Wish(
        entry=entry(room.showing, vision),
        description=told(vision, vision.description),
        reach_by=date(vision.reach_by),
        life_events=links(room.showing, vision.life_events),
    )


def goals(room: Room, part: Part) -> tuple[Aim, ...]:
    """The goals as trees: at the top those that serve no other, each with those that serve it beneath.

    A goal that serves several stands beneath the first, which tells that it also serves the others.
    """
    shown = sorted(part.of(room.collaboration.in_use.goals), key=_by_level)
    ids = {goal.id for goal in shown}
    parents = {goal.id: next((id for id in goal.serves if id in ids), None) for goal in shown}
    return _beneath(room, None, shown, parents)


def _by_level(goal: Goal) -> tuple[int, object]:
    return LEVELS.index(goal.level), norwegian(str(title_of(goal)))


def _beneath(room: Room, parent: Id | None, goals: Sequence[Goal], parents: dict[Id, Id | None]) -> tuple[Aim, ...]:
    here = [goal for goal in goals if parents[goal.id] == parent]
    return tuple(_aim(room, goal, parent, _beneath(room, goal.id, goals, parents)) for goal in here)


def _aim(room: Room, goal: Goal, parent: Id | None, below: tuple[Aim, ...]) -> Aim:
    showing = room.showing
    return Aim(
        entry=entry(showing, goal),
        level=choice(goal.level),
        level_code=str(goal.level or ""),
        description=told(goal, goal.description),
        also_serves=links(showing, (id for id in goal.serves if id != parent)),
        decided_by=showing.link(goal.decided_by) if goal.decided_by else None,
        indicator=told(goal, goal.indicator),
        baseline=showing.amount(goal.baseline) if goal.baseline else None,
        baseline_on=date(goal.baseline_on),
        target=showing.amount(goal.target) if goal.target else None,
        reach_by=date(goal.reach_by),
        needs=links(showing, goal.needs),
        effects=tuple(showing.link_to(e) for e in room.collaboration.in_use.effects if goal.id in e.goals),
        conflicts=links(showing, goal.conflicts_with),
        wordings=tuple(
            Before(until=date(old.until), wording=told(goal, old.wording), reason=told(goal, old.reason))
            for old in goal.wordings
        ),
        below=below,
    )


def count(aims: Iterable[Aim]) -> int:
    """How many goals there are in the trees."""
    return sum(1 + count(aim.below) for aim in aims)


def conflicts(room: Room, part: Part) -> tuple[Clash, ...]:
    """Goals that pull apart, each pair once."""
    found: dict[frozenset[Id], Clash] = {}
    for goal in part.of(room.collaboration.in_use.goals):
        for other in goal.conflicts_with:
            pair = frozenset({goal.id, other})
            if len(pair) == 2 and (pair not in found or not found[pair].level):
                found[pair] = Clash(
                    first=room.showing.link_to(goal), second=room.showing.link(other), level=choice(goal.conflict_level)
                )
    return tuple(sorted(found.values(), key=lambda clash: norwegian(str(clash.first.title))))


def stories(room: Room, part: Part) -> tuple[StoryTold, ...]:
    """The shared stories, whole; the chosen organisation's own chapter first."""
    return tuple(_story(room, part, story) for story in room.collaboration.in_use.stories)


def _story(room: Room, part: Part, story: Story) -> StoryTold:
    chapters = sorted(story.chapters, key=lambda chapter: chapter.organisation != part.organisation)
    return StoryTold(
        entry=entry(room.showing, story),
        audience=told(story, story.audience),
        today=told(story, story.today),
        turning_point=told(story, story.turning_point),
        tomorrow=told(story, story.tomorrow),
        chapters=tuple(
            ChapterTold(
                organisation=room.showing.link(chapter.organisation),
                contribution=told(story, chapter.contribution),
                is_chosen=chapter.organisation == part.organisation,
            )
            for chapter in chapters
        ),
    )


def statements(room: Room, part: Part) -> tuple[Stated, ...]:
    """The statements with their stances; for one organisation, its own stances alone."""
    return tuple(_stated(room, part, statement) for statement in part.of(room.collaboration.in_use.statements))


def _stated(room: Room, part: Part, statement: Statement) -> Stated:
    whole = room.collaboration.in_use
    taken: dict[Id | None, Counter[Position]] = {}
    for stance in part.of(whole.stances):
        if stance.statement == statement.id:
            taken.setdefault(stance.organisation, Counter())[stance.position] += 1
    total = sum(taken.values(), Counter[Position]())
    known = [(room.showing.link(id), counted) for id, counted in taken.items() if id is not None]
    rows = [_answers(link, counted) for link, counted in sorted(known, key=lambda row: norwegian(str(row[0].title)))]
    if None in taken:
        rows.append(_answers(None, taken[None]))
    return Stated(
        entry=entry(room.showing, statement),
        about=tuple(room.showing.link(id) for id in statement.about if id in whole.objects),
        closes_on=date(statement.closes_on),
        agree=total[Position.AGREE],
        disagree=total[Position.DISAGREE],
        passed=total[Position.PASS],
        rows=tuple(rows),
        silent=tuple(room.showing.link(id) for id in sorted(_asked(room)) if id not in taken and part.has(id)),
    )


def _asked(room: Room) -> frozenset[Id]:
    """Organisations that have taken a stance to anything: those that could have answered."""
    return frozenset(stance.organisation for stance in room.collaboration.in_use.stances if stance.organisation)


def _answers(organisation: Link | None, counted: Counter[Position]) -> Answers:
    return Answers(
        organisation=organisation,
        agree=counted[Position.AGREE],
        disagree=counted[Position.DISAGREE],
        passed=counted[Position.PASS],
    )
