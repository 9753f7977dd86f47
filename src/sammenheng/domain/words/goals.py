"""What we want: problem, vision, shared story, goals, and statements people take a stance on."""

from __future__ import annotations

import datetime

from ..describe import Described, choice, date, part, parts, quantity, ref, refs, text, word
from ..values import Code, Id, Quantity, Text
from .services import SolveLevel
from .thing import Thing


class GoalLevel(Code):
    """The four levels of goals."""

    POLITICAL = "political", "Political goal served"
    SOCIETAL = "societal", "Societal goal"
    EFFECT = "effect", "Effect goal"
    RESULT = "result", "Result goal"


class Position(Code):
    """What a person says to a statement."""

    AGREE = "agree", "Agree"
    DISAGREE = "disagree", "Disagree"
    PASS = "pass", "Pass"


class PersonLevel(Code):
    """Whether a person leads or practises."""

    LEADER = "leader", "Leader"
    PRACTITIONER = "practitioner", "Practitioner"


@word(label="Problem", plural="Problems", norwegian="problem", room="goals")
class Problem(Thing):
    """What is wrong today, and for whom (no: problem)."""

    name: Text = text()
    today: Text | None = text(label="How it is today", long=True, default=None)
    user_groups: tuple[Id, ...] = refs("UserGroup", label="For whom")
    needs: tuple[Id, ...] = refs("Need", label="Needs not met", basis=True)
    insights: tuple[Id, ...] = refs("Insight", label="Insight behind")
    if_nothing_is_done: Text | None = text(long=True, default=None)


@word(label="Vision", plural="Visions", norwegian="visjon", room="goals")
class Vision(Thing):
    """A dated ambition that others want to reach for (no: visjon)."""

    name: Text = text(label="The vision in one sentence")
    description: Text | None = text(long=True, default=None)
    reach_by: datetime.date | None = date(label="To be reached by", default=None)
    life_events: tuple[Id, ...] = refs("LifeEvent", label="For")


@part(label="Chapter", plural="Chapters")
class Chapter(Described):
    """What one organisation contributes to the shared story."""

    organisation: Id = ref("Organisation")
    contribution: Text = text(long=True)


@word(label="Shared story", plural="Shared stories", norwegian="felles historie", room="goals")
class Story(Thing):
    """The told picture of today, turning point and tomorrow, with each actor's part (no: felles historie)."""

    name: Text = text()
    audience: Text | None = text(default=None)
    today: Text | None = text(label="The user today", long=True, default=None)
    turning_point: Text | None = text(long=True, default=None)
    tomorrow: Text | None = text(label="The user tomorrow", long=True, default=None)
    chapters: tuple[Chapter, ...] = parts(Chapter, label="Each organisation's part")


@part(label="Earlier wording", plural="Earlier wordings")
class Wording(Described):
    """How a goal was worded before, and why it was changed."""

    until: datetime.date = date(label="Until")
    wording: Text = text(long=True)
    reason: Text | None = text(long=True, default=None)


@word(label="Goal", plural="Goals", norwegian="mål", room="goals")
class Goal(Thing):
    """What all parties have accepted to reach (no: mål)."""

    name: Text = text()
    level: GoalLevel | None = choice(GoalLevel, default=None)
    description: Text | None = text(long=True, default=None)
    serves: tuple[Id, ...] = refs("Goal", label="Serves these goals", acyclic=True)
    needs: tuple[Id, ...] = refs("Need", label="Needs behind")
    decided_by: Id | None = ref("Body", "Organisation", label="Who decides the goal", default=None)
    indicator: Text | None = text(default=None)
    baseline: Quantity | None = quantity(default=None)
    baseline_on: datetime.date | None = date(label="Baseline measured on", default=None)
    target: Quantity | None = quantity(default=None)
    reach_by: datetime.date | None = date(label="To be reached by", default=None)
    wordings: tuple[Wording, ...] = parts(Wording, label="Earlier wordings")
    conflicts_with: tuple[Id, ...] = refs("Goal", label="Conflicts with")
    conflict_level: SolveLevel | None = choice(SolveLevel, label="Level for solving the conflict", default=None)


@word(label="Statement", plural="Statements", norwegian="påstand", room="goals")
class Statement(Thing):
    """A short sentence people can agree or disagree with (no: påstand)."""

    name: Text = text(label="Statement")
    about: tuple[Id, ...] = refs(label="About")
    closes_on: datetime.date | None = date(default=None)


@word(label="Stance", plural="Stances", norwegian="standpunkt", room="goals")
class Stance(Thing):
    """What one person says to a statement, with the reason (no: standpunkt)."""

    statement: Id = ref("Statement")
    organisation: Id | None = ref("Organisation", default=None)
    person_level: PersonLevel | None = choice(PersonLevel, label="Leader or practitioner", default=None)
    position: Position = choice(Position, label="Agrees or disagrees")
    reason: Text | None = text(long=True, default=None)
    taken_on: datetime.date | None = date(default=None)
