"""From an address to the membership a page acts through."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from sammenheng_web.organisations.models import Membership, Workspace

View = Callable[..., HttpResponse]
ACTING = "acting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A workspace as one membership sees it."""

    workspace: Workspace
    membership: Membership
    has_choice: bool = False

    @property
    def key(self) -> str:
        """The workspace's key, as in addresses."""
        return self.workspace.key


def member_page(view: View) -> View:
    """Give the view the room of the address, for members only.

    Whoever is not a member gets the same answer as for a workspace that does not exist.
    """

    @wraps(view)
    def page(request: HttpRequest, workspace: str, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        memberships = memberships_in(request, workspace)
        acting = chosen(request, workspace, memberships)
        if acting is None:
            # By name: choosing is a page that shows organisations, and those live in a layer above this one.
            return redirect(
                f"{reverse('start:act_for', args=[workspace])}?{urlencode({'next': request.get_full_path()})}"
            )
        room = Room(workspace=acting.workspace, membership=acting, has_choice=len(memberships) > 1)
        request.room = room
        return view(request, room, *args, **kwargs)

    return page


def memberships_in(request: HttpRequest, workspace: str) -> list[Membership]:
    """The person's memberships of a workspace in force now; Http404 when there are none."""
    found = list(
        Membership.objects.valid(timezone.now())
        .filter(person=request.user, workspace=workspace)
        .select_related("workspace")
        .order_by("organisation")
    )
    if not found:
        raise Http404
    return found


def chosen(request: HttpRequest, workspace: str, memberships: list[Membership]) -> Membership | None:
    """The membership this session acts through: the only one, or the one the person has chosen."""
    if len(memberships) == 1:
        return memberships[0]
    wanted = request.session.get(ACTING, {}).get(workspace)
    return next((membership for membership in memberships if str(membership.id) == wanted), None)


def act_through(request: HttpRequest, membership: Membership) -> None:
    """Act through this membership from now on, under a new session id."""
    acting = {**request.session.get(ACTING, {}), membership.workspace_id: str(membership.id)}
    request.session[ACTING] = acting
    request.session.cycle_key()
