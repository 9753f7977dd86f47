"""Who may do what: one pure function, and the same rule as a filter on rows.

Your organisation decides what you can see. Your role decides what you can do.
"""

from dataclasses import dataclass
from enum import Enum

from django.db.models import Q

from sammenheng.domain import FELLES, Id
from sammenheng_web.organisations.models import Role


class Act(Enum):
    """What a member may try to do."""

    READ = "read"
    EXPORT = "export"
    COMMENT = "comment"
    CREATE = "create"
    EDIT = "edit"
    SHARE = "share"
    TRASH = "trash"
    STRUCTURE = "structure"
    INVITE = "invite"
    MANAGE_PEOPLE = "manage-people"
    DECIDE = "decide"
    PROPOSE_PUBLICATION = "propose-publication"
    APPROVE_PUBLICATION = "approve-publication"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody acting through one membership: for which organisation, in which role, with which sight."""

    workspace: str
    organisation: Id
    role: Role
    may_see_personal_data: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarded:
    """What decides who may do what with an object: its workspace, owner, sharing, sensitivity and state."""

    workspace: str
    owner: Id = FELLES
    shared: bool = True
    sensitivity: int = 0
    state: str = "active"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Yes, or no with the reason as a code; the sentence for it stands at the disabled button."""

    allowed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.allowed


YES = Verdict(True)
UNSEEN = Verdict(False, "not-there")
"""Out of sight and not there are the same answer."""

_WRITERS = {Role.CONTRIBUTOR, Role.FACILITATOR, Role.OWNER}
_ROLES: dict[Act, set[Role]] = {
    Act.READ: set(Role),
    Act.EXPORT: set(Role),
    Act.COMMENT: _WRITERS | {Role.STEERING},
    Act.CREATE: _WRITERS,
    Act.EDIT: _WRITERS,
    Act.SHARE: {Role.OWNER},
    Act.TRASH: _WRITERS,
    Act.STRUCTURE: {Role.FACILITATOR},
    Act.INVITE: {Role.FACILITATOR},
    Act.MANAGE_PEOPLE: {Role.OWNER},
    Act.DECIDE: {Role.STEERING},
    Act.PROPOSE_PUBLICATION: {Role.FACILITATOR},
    Act.APPROVE_PUBLICATION: {Role.OWNER, Role.STEERING},
}
_CHANGES = {Act.CREATE, Act.EDIT, Act.SHARE, Act.TRASH}
_OWN_ONLY = {Act.SHARE, Act.MANAGE_PEOPLE}


def can(member: Member, act: Act, thing: Guarded) -> Verdict:
    """Whether the member may do this with this object; for acts on the room, `thing` is the room (felles)."""
    if not _sees(member, thing):
        return UNSEEN
    if member.role not in _ROLES[act]:
        return Verdict(False, f"role-may-not-{act.value}")
    own = thing.owner == member.organisation
    if act in _OWN_ONLY and not own:
        return Verdict(False, "only-own-organisation")
    if act in {Act.CREATE, Act.EDIT} and not own and thing.owner != FELLES:
        return Verdict(False, "owned-by-another")
    if act is Act.TRASH and not own and not (thing.owner == FELLES and member.role == Role.FACILITATOR):
        return Verdict(False, "owned-by-another" if thing.owner != FELLES else "only-facilitator-trashes-felles")
    if act is Act.APPROVE_PUBLICATION and own != (member.role == Role.OWNER):
        return Verdict(False, "approves-other-content")
    if act is Act.SHARE and thing.sensitivity == 2:
        return Verdict(False, "too-sensitive-to-share")
    if act in _CHANGES and thing.state != "active":
        return Verdict(False, f"is-{thing.state}")
    return YES


def _sees(member: Member, thing: Guarded) -> bool:
    own = thing.owner == member.organisation
    return (
        thing.workspace == member.workspace
        and (thing.owner == FELLES or own or thing.shared)
        and (thing.sensitivity == 0 or member.may_see_personal_data)
        and (thing.sensitivity < 2 or own)
    )


def visible(member: Member) -> Q:
    """The rows the member can read: the same rule as `can(member, Act.READ, …)`, as a filter."""
    own = Q(owner=member.organisation)
    seen = Q(workspace=member.workspace) & (Q(owner__isnull=True) | own | Q(shared=True))
    if not member.may_see_personal_data:
        return seen & Q(sensitivity=0)
    return seen & (Q(sensitivity__lt=2) | own)
