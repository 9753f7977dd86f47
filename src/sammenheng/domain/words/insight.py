"""What we know of users: groups, personas, insight, test rounds and needs."""

from __future__ import annotations

import datetime

from ..describe import Described, boolean, choice, date, integer, number, part, parts, ref, refs, text, word
from ..values import Code, Id, Text
from .thing import Thing


class Side(Code):
    """Whether a group is outside the organisations or works in them."""

    EXTERNAL = "external", "External"
    INTERNAL = "internal", "Internal"


class InsightKind(Code):
    """How insight came about."""

    INTERVIEW = "interview", "Interview"
    OBSERVATION = "observation", "Observation"
    STATISTICS = "statistics", "Statistics"
    FRONT_LINE = "front-line", "Front-line staff"
    TEST = "test", "User test"
    WORKSHOP = "workshop", "Workshop"
    DOCUMENT = "document", "Report or document"


class Scope(Code):
    """Whether one organisation can do it alone or several are needed."""

    ALONE = "alone", "One organisation alone"
    TOGETHER = "together", "Several together"


@word(label="User group", plural="User groups", norwegian="brukergruppe", room="insight")
class UserGroup(Thing):
    """People in the same situation, also those easily overlooked (no: brukergruppe)."""

    name: Text = text()
    side: Side | None = choice(Side, label="External or internal", default=None)
    overlooked: bool | None = boolean(label="Easily overlooked", default=None)
    size: int | None = integer(label="How many", least=0, default=None)
    description: Text | None = text(long=True, default=None)
    conflicts_with: tuple[Id, ...] = refs("UserGroup", label="Needs may conflict with")


@word(label="Persona", plural="Personas", norwegian="persona", room="insight")
class Persona(Thing):
    """A told person who stands for a user group; never a real one (no: persona)."""

    name: Text = text()
    user_group: Id | None = ref("UserGroup", default=None)
    situation: Text | None = text(long=True, default=None)
    today: Text | None = text(label="How it goes today", long=True, default=None)
    tomorrow: Text | None = text(label="How it goes tomorrow", long=True, default=None)
    insights: tuple[Id, ...] = refs("Insight", label="Built on this insight")


@part(label="Personal data", plural="Personal data")
class PersonalData(Described):
    """Why personal data is held, on which ground, and when it is deleted."""

    purpose: Text = text()
    legal_basis: Text = text()
    responsible: Id = ref("Organisation", label="Responsible organisation")
    delete_on: datetime.date = date(label="Deleted on")


@word(label="Insight", plural="Insight", norwegian="innsikt", room="insight")
class Insight(Thing):
    """Something learnt about users, with how, when, from whom and by whom (no: innsikt)."""

    name: Text = text()
    kind: InsightKind | None = choice(InsightKind, default=None)
    collected_on: datetime.date | None = date(default=None)
    user_groups: tuple[Id, ...] = refs("UserGroup", label="Groups heard")
    number_heard: int | None = integer(least=0, default=None)
    collected_by: tuple[Id, ...] = refs("Organisation", label="Collected together by")
    finding: Text | None = text(label="What we learnt", long=True, default=None)
    personal_data: tuple[PersonalData, ...] = parts(PersonalData)


@part(label="Rating", plural="Ratings")
class Rating(Described):
    """How a group marked one step in a test."""

    step: Id = ref("Step")
    user_group: Id | None = ref("UserGroup", default=None)
    value: float = number(label="Experience", least=-2, most=2)
    number_heard: int | None = integer(least=0, default=None)
    comment: Text | None = text(long=True, default=None)


@word(label="Test round", plural="Test rounds", norwegian="brukertest", room="insight")
class TestRound(Thing):
    """A journey tried with real users (no: brukertest)."""

    name: Text = text()
    journey: Id | None = ref("Journey", default=None)
    held_on: datetime.date | None = date(default=None)
    user_groups: tuple[Id, ...] = refs("UserGroup", label="Groups heard")
    number_heard: int | None = integer(least=0, default=None)
    ratings: tuple[Rating, ...] = parts(Rating)
    result: Text | None = text(long=True, default=None)
    changed: Text | None = text(label="What was changed because of it", long=True, default=None)


@word(label="Need", plural="Needs", norwegian="behov", room="insight")
class Need(Thing):
    """What a user group needs, with the insight behind it (no: behov)."""

    name: Text = text()
    description: Text | None = text(long=True, default=None)
    life_events: tuple[Id, ...] = refs("LifeEvent", label="Arises in")
    user_groups: tuple[Id, ...] = refs("UserGroup")
    insights: tuple[Id, ...] = refs("Insight", label="Insight behind")
    scope: Scope | None = choice(Scope, label="Alone or together", default=None)
    priority: int | None = integer(
        label="Priority by need", least=1, most=5, default=None, help="1 is the most important to users"
    )
    conflicts_with: tuple[Id, ...] = refs("Need", label="Conflicts with")
