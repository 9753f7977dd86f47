"""Who takes part: legal bodies, and actors with a role in the collaboration."""

from __future__ import annotations

from ..describe import choice, ref, refs, string, text, word
from ..values import Code, Id, Text
from .thing import Thing


class Level(Code):
    """Where in society an organisation stands."""

    STATE = "state", "State"
    COUNTY = "county", "County"
    MUNICIPALITY = "municipality", "Municipality"
    PRIVATE = "private", "Private"
    VOLUNTARY = "voluntary", "Voluntary"


class ActorStatus(Code):
    """Whether an actor is at the table."""

    LEADS = "leads", "Leads"
    TAKES_PART = "takes-part", "Takes part"
    INVITED = "invited", "Invited"
    NOT_ASKED = "not-asked", "Not asked"
    DECLINED = "declined", "Declined"


@word(label="Organisation", plural="Organisations", norwegian="virksomhet", room="actors")
class Organisation(Thing):
    """A legal body that users meet or that must change something (no: virksomhet)."""

    name: Text = text()
    short_name: str | None = string(limit=40, default=None)
    number: str | None = string(label="Organisation number", form="organisation-number", default=None)
    level: Level | None = choice(Level, default=None)
    ministry_area: Text | None = text(default=None, help="The ministry whose area it belongs to")
    part_of: Id | None = ref("Organisation", label="Part of", acyclic=True, default=None)
    homepage: str | None = string(form="url", default=None)
    description: Text | None = text(long=True, default=None)


@word(label="Actor", plural="Actors", norwegian="aktør", room="actors")
class Actor(Thing):
    """An organisation or group taking part, with what it gains and what it may lose (no: aktør)."""

    name: Text = text()
    organisation: Id | None = ref("Organisation", default=None)
    role: Text | None = text(default=None)
    status: ActorStatus | None = choice(ActorStatus, default=None)
    gains: Text | None = text(label="What it gains", long=True, default=None)
    may_lose: Text | None = text(label="What it may lose", long=True, default=None, help="Ownership, tailoring, power")
    mandate: Text | None = text(long=True, default=None)
    culture: Text | None = text(label="Own culture", long=True, default=None)
    near: tuple[Id, ...] = refs("UserGroup", label="Close to these user groups")
