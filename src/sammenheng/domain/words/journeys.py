"""What users live through: life events, journeys, stages, steps and touchpoints."""

from __future__ import annotations

from ..describe import Described, choice, number, part, parts, ref, refs, text, word
from ..values import Code, Id, Text
from .thing import Thing


class Event(Code):
    """The seven life events given priority, or one of our own."""

    CHILD = "fa-barn", "Having a child"
    ILL_CHILD = "alvorlig-sykt-barn", "Seriously ill child"
    JOB = "miste-og-finne-jobb", "Losing and finding a job"
    NEW = "ny-i-norge", "New in Norway"
    DEATH = "dodsfall-og-arv", "Death and inheritance"
    BUSINESS = "starte-og-drive-bedrift", "Starting and running a business"
    VOLUNTARY = "starte-og-drive-frivillig-organisasjon", "Starting and running a voluntary organisation"
    OWN = "own", "Own situation"


class JourneyKind(Code):
    """Today's journey or a wanted one."""

    AS_IS = "as-is", "Today"
    TO_BE = "to-be", "Tomorrow"


class Difference(Code):
    """What becomes of a step from today to tomorrow."""

    KEPT = "kept", "Kept"
    CHANGED = "changed", "Changed"
    NEW = "new", "New"
    GONE = "gone", "Gone"
    MERGED = "merged", "Merged"


class Stage(Code):
    """Whether the user sees what happens."""

    FRONT = "front", "Seen by the user"
    BEHIND = "behind", "Behind the scenes"


@word(label="Life event", plural="Life events", norwegian="livshendelse", room="journeys")
class LifeEvent(Thing):
    """A situation in life or business that brings needs across organisations (no: livshendelse)."""

    name: Text = text()
    event: Event | None = choice(Event, label="Prioritised life event", default=None)
    situation: Text | None = text(label="The situation in the user's words", long=True, default=None)
    owner_ministry: Id | None = ref("Organisation", label="Responsible ministry", default=None)
    leads_to: tuple[Id, ...] = refs("LifeEvent", label="May lead to")


@word(label="Journey", plural="Journeys", norwegian="brukerreise", room="journeys")
class Journey(Thing):
    """What a user goes through over time, across organisations (no: brukerreise)."""

    name: Text = text()
    kind: JourneyKind = choice(JourneyKind, label="Today or tomorrow")
    life_event: Id | None = ref("LifeEvent", default=None)
    user_groups: tuple[Id, ...] = refs("UserGroup")
    stages: tuple[Id, ...] = refs("JourneyStage", exclusive=True)
    changes: Id | None = ref("Journey", label="Changes this journey", acyclic=True, default=None)
    description: Text | None = text(long=True, default=None)


@word(label="Stage of a journey", plural="Stages of journeys", norwegian="del av brukerreise", room="journeys")
class JourneyStage(Thing):
    """A stretch of a journey (no: del)."""

    name: Text = text()
    steps: tuple[Id, ...] = refs("Step", exclusive=True)
    description: Text | None = text(long=True, default=None)


@part(label="Experience", plural="Experiences")
class Experience(Described):
    """How a step feels to one user group, from −2 to +2."""

    user_group: Id = ref("UserGroup")
    value: float = number(label="Experience", least=-2, most=2)
    insight: Id | None = ref("Insight", label="Insight behind", default=None)
    comment: Text | None = text(default=None)


@word(label="Step", plural="Steps", norwegian="steg", room="journeys")
class Step(Thing):
    """One thing the user does or lives through (no: steg)."""

    name: Text = text(help="What the user does, in the user's words")
    description: Text | None = text(long=True, default=None)
    thinks: Text | None = text(label="The user thinks", default=None)
    feels: Text | None = text(label="The user feels", default=None)
    deadline: Text | None = text(default=None)
    condition: Text | None = text(label="Applies when", default=None)
    experience: tuple[Experience, ...] = parts(Experience)
    touchpoints: tuple[Id, ...] = refs("Touchpoint", exclusive=True)
    next: tuple[Id, ...] = refs("Step", label="Goes on to", help="Only where the journey branches or joins")
    opens: Id | None = ref("Journey", label="Opens the journey", default=None)
    needs: tuple[Id, ...] = refs("Need", label="Needs felt here")
    insights: tuple[Id, ...] = refs("Insight", label="Insight behind")
    services: tuple[Id, ...] = refs("Service")
    systems: tuple[Id, ...] = refs("System")
    regulations: tuple[Id, ...] = refs("Regulation")
    data_flows: tuple[Id, ...] = refs("DataFlow")
    comes_from: tuple[Id, ...] = refs("Step", label="Comes from today's step", acyclic=True)
    difference: Difference | None = choice(Difference, label="Difference from today", default=None)
    difference_reason: Text | None = text(label="Why it differs", long=True, default=None)


@word(label="Touchpoint", plural="Touchpoints", norwegian="kontaktpunkt", room="journeys")
class Touchpoint(Thing):
    """Where a step meets an organisation: a letter, a call, a form, a meeting (no: kontaktpunkt)."""

    organisation: Id = ref("Organisation")
    name: Text | None = text(label="What happens", default=None)
    stage: Stage | None = choice(Stage, label="Seen or behind", default=None)
    service: Id | None = ref("Service", default=None)
    channel: Id | None = ref("Channel", default=None)
    system: Id | None = ref("System", default=None)
    information: Text | None = text(label="Information asked for", long=True, default=None)
