"""Who may reach which address. A route without a row fails the build."""

from dataclasses import dataclass
from enum import Enum


class Who(Enum):
    """The widest circle that may reach an address."""

    ANYONE = "anyone"
    SIGNED_IN = "signed in"
    MEMBER = "member"


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """One row: who may reach the address, and for members the act that ``can()`` is asked about."""

    who: Who
    act: str = ""


ANYONE = Access(who=Who.ANYONE)
SIGNED_IN = Access(who=Who.SIGNED_IN)
READ = Access(who=Who.MEMBER, act="read")
EXPORT = Access(who=Who.MEMBER, act="export")

ACCESS_TABLE = {
    "too_large": ANYONE,
    "start:home": ANYONE,
    "start:accessibility": ANYONE,
    "start:act_for": READ,
    "start:choose_file": SIGNED_IN,
    # Only one's own files.
    "start:preview": SIGNED_IN,
    "start:discard_file": SIGNED_IN,
    "organisations:sign_in": ANYONE,
    "organisations:sign_out": ANYONE,
    "organisations:signed_out": ANYONE,
    "organisations:language": ANYONE,
    "organisations:theme": ANYONE,
    "organisations:sessions": SIGNED_IN,
    "organisations:end_session": SIGNED_IN,
    "overview:index": READ,
    "overview:file": EXPORT,
    "insight:index": READ,
    "benefits:index": READ,
    "actors:index": READ,
    "journeys:index": READ,
    "journeys:journey": READ,
    "journeys:map": READ,
    "journeys:file": EXPORT,
    "goals:index": READ,
    "effects:index": READ,
    "plan:index": READ,
    "concepts:index": READ,
    "governance:index": READ,
    "guide:index": READ,
    "report:index": READ,
    "report:file": EXPORT,
    "content:index": READ,
    "content:objects": READ,
    "content:object": READ,
    # Only where examples are shown or tests run.
    "ui:components": ANYONE,
}
