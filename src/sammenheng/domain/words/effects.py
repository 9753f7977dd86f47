"""How the journey gets better: effects for the user, changes in organisations, deliverables."""

from __future__ import annotations

import datetime

from ..describe import (
    Described,
    choice,
    date,
    integer,
    number,
    part,
    parts,
    period,
    ref,
    refs,
    string,
    text,
    word,
)
from ..values import Code, Id, Period, Text
from .insight import Scope
from .thing import Thing


class DeliverableKind(Code):
    """What sort of result a deliverable is."""

    MVP = "mvp", "Smallest usable solution"
    EXTENSION = "extension", "Extension"
    REGULATION = "regulation", "Change of regulation"
    ORGANISATION = "organisation", "Change of organisation"
    INFORMATION = "information", "Information"
    DATA_SHARING = "data-sharing", "Data sharing"
    COMPONENT = "shared-component", "Shared component"
    DISCONTINUE = "discontinue", "Something is discontinued"


class DeliverableStatus(Code):
    """How far a deliverable has come."""

    IDEA = "idea", "Idea"
    PLANNED = "planned", "Planned"
    UNDER_WAY = "under-way", "Under way"
    DONE = "done", "Done"
    STOPPED = "stopped", "Stopped"


class AdoptionStatus(Code):
    """How far a municipality or group has come in using a deliverable."""

    OFFERED = "offered", "Offered"
    AGREED = "agreed", "Agreed"
    IN_USE = "in-use", "In use"


@word(label="Effect for the user", plural="Effects for the user", norwegian="effekt for brukeren", room="effects")
class Effect(Thing):
    """A change the user notices (no: effekt for brukeren)."""

    name: Text = text(help="In the user's words: I know what I must do")
    description: Text | None = text(long=True, default=None)
    steps: tuple[Id, ...] = refs("Step", label="Noticed at these steps")
    needs: tuple[Id, ...] = refs("Need", label="Needs met")
    findings: tuple[Id, ...] = refs("Finding", label="Obstacles in the way")
    data_flows: tuple[Id, ...] = refs("DataFlow", label="Data flows needed")
    regulations: tuple[Id, ...] = refs("Regulation", label="Regulations that must change")
    scope: Scope | None = choice(Scope, label="Alone or together", default=None)
    organisations: tuple[Id, ...] = refs("Organisation", label="Organisations that must change something")
    goals: tuple[Id, ...] = refs("Goal", label="Goals served")
    measure: Text | None = text(label="How we see that it happened", default=None)


@word(label="Change", plural="Changes", norwegian="endring", room="effects")
class Change(Thing):
    """What one organisation must change in a service, system or rule (no: endring)."""

    name: Text = text()
    organisation: Id | None = ref("Organisation", default=None)
    effects: tuple[Id, ...] = refs("Effect", label="Gives these effects")
    services: tuple[Id, ...] = refs("Service")
    systems: tuple[Id, ...] = refs("System")
    regulations: tuple[Id, ...] = refs("Regulation")
    description: Text | None = text(long=True, default=None)


@part(label="Staff need", plural="Staff needs")
class StaffNeed(Described):
    """Key people a deliverable takes from one organisation in every quarter it runs."""

    organisation: Id = ref("Organisation")
    competence: str = string(limit=60, help="Such as lawyer, architect, developer")
    people: float = number(label="People each quarter", least=0, most=10_000)


@part(label="Adoption", plural="Adoption")
class Adoption(Described):
    """How far one organisation has come in using a deliverable."""

    organisation: Id = ref("Organisation")
    status: AdoptionStatus = choice(AdoptionStatus)
    since: datetime.date | None = date(default=None)


@word(label="Deliverable", plural="Deliverables", norwegian="leveranse", room="plan")
class Deliverable(Thing):
    """A limited result with exactly one accountable organisation (no: leveranse)."""

    name: Text = text()
    kind: DeliverableKind | None = choice(DeliverableKind, default=None)
    description: Text | None = text(long=True, default=None)
    workstream: Id | None = ref("Workstream", default=None)
    accountable: Id | None = ref("Organisation", label="Accountable organisation", default=None)
    contributors: tuple[Id, ...] = refs("Organisation")
    heard: tuple[Id, ...] = refs("Actor", "UserGroup", label="Heard")
    taking_part: tuple[Id, ...] = refs("Actor", "UserGroup", label="Taking part in the work")
    effects: tuple[Id, ...] = refs("Effect", label="Serves these effects")
    changes: tuple[Id, ...] = refs("Change", label="Carries out these changes")
    findings: tuple[Id, ...] = refs("Finding", label="Removes these obstacles")
    data_flows: tuple[Id, ...] = refs("DataFlow", label="Sets up these data flows")
    regulations: tuple[Id, ...] = refs("Regulation", label="Changes or needs these regulations")
    integrates: tuple[Id, ...] = refs("System", label="Integrates these systems")
    depends_on: tuple[Id, ...] = refs("Deliverable", acyclic=True)
    alternatives: tuple[Id, ...] = refs("Deliverable", label="Only one of this and these")
    duration: int | None = integer(label="Duration in quarters", least=1, most=80, default=None)
    earliest: Period | None = period(label="Earliest start", default=None)
    lead_time: int | None = integer(
        label="Lead time in quarters", least=0, most=80, default=None, help="Waiting before the work can start"
    )
    staff: tuple[StaffNeed, ...] = parts(StaffNeed)
    stop_point: Id | None = ref("StopPoint", default=None)
    operation_payer: Id | None = ref("Organisation", label="Who pays for operation", default=None)
    status: DeliverableStatus | None = choice(DeliverableStatus, default=None)
    adoption: tuple[Adoption, ...] = parts(Adoption)
    tracker: str | None = string(label="Address in the team's tracker", form="url", default=None)
