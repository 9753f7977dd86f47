"""From an address to the membership a person acts through."""

from datetime import datetime

from django.http import HttpRequest

from sammenheng_web.organisations.models import Membership, Person

ACTING = "acting"


def memberships_of(person: Person, workspace: str, now: datetime) -> list[Membership]:
    """The person's memberships of a workspace in force now; none for a workspace that does not exist."""
    found = Membership.objects.valid(now).filter(person=person, workspace=workspace)
    return list(found.select_related("workspace").order_by("organisation"))


def acting_through(request: HttpRequest, memberships: list[Membership]) -> Membership | None:
    """The membership this session acts through: the only one, or the one the person has chosen."""
    if len(memberships) == 1:
        return memberships[0]
    wanted = request.session.get(ACTING, {}).values()
    return next((membership for membership in memberships if str(membership.id) in wanted), None)


def act_through(request: HttpRequest, membership: Membership) -> None:
    """Act through this membership from now on, under a new session id."""
    acting = {**request.session.get(ACTING, {}), membership.workspace_id: str(membership.id)}
    request.session[ACTING] = acting
    request.session.cycle_key()
