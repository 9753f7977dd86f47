"""A room's page: for members only, with what this membership may see."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from sammenheng.domain import Collaboration, Id, Thing, describe
from sammenheng_web.collaborations import mapping
from sammenheng_web.collaborations.access import Member
from sammenheng_web.organisations.models import Membership, Role
from sammenheng_web.organisations.rooms import acting_through, memberships_of
from sammenheng_web.ui.said import Said, said, title_of
from sammenheng_web.ui.showing import Showing

View = Callable[..., HttpResponse]


@dataclass(frozen=True, kw_only=True)
class Room:
    """A workspace as one membership sees it."""

    membership: Membership
    has_choice: bool = False

    @property
    def key(self) -> str:
        """The workspace's key, as in addresses."""
        return self.membership.workspace_id

    @property
    def member(self) -> Member:
        """The membership as ``can()`` takes it."""
        return member_of(self.membership)

    @cached_property
    def collaboration(self) -> Collaboration:
        """What this membership may see, read once for a page."""
        return mapping.collaboration(self.member)

    @cached_property
    def showing(self) -> Showing:
        """Shows what this membership may see, with links to the page of each object."""
        return Showing(self.collaboration, self.address_of)

    def address_of(self, thing: Thing) -> str:
        """The page of an object."""
        return reverse("content:object", args=[self.key, describe(type(thing)).key, thing.id])

    @property
    def title(self) -> Said:
        """The collaboration's name."""
        return said(self.collaboration.name, self.collaboration.source_language)

    @property
    def organisation(self) -> Said:
        """The name of the organisation one acts for; its id when the collaboration does not tell."""
        thing = self.collaboration.get(Id(self.membership.organisation))
        return title_of(thing) if thing else Said(self.membership.organisation)


def member_of(membership: Membership) -> Member:
    """The membership as ``can()`` takes it."""
    return Member(
        workspace=membership.workspace_id,
        organisation=Id(membership.organisation),
        role=Role(membership.role),
        may_see_personal_data=membership.may_see_personal_data,
    )


def member_page(view: View) -> View:
    """Give the view the room of the address, for members only.

    Whoever is not a member gets the same answer as for a workspace that does not exist.
    """

    @wraps(view)
    def page(request: HttpRequest, workspace: str, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        memberships = memberships_of(request.user, workspace, timezone.now())
        if not memberships:
            raise Http404
        acting = acting_through(request, memberships)
        if acting is None:
            # By name: choosing is a page of its own, in the layer of the rooms.
            back = urlencode({"next": request.get_full_path()})
            return redirect(f"{reverse('start:act_for', args=[workspace])}?{back}")
        request.room = Room(membership=acting, has_choice=len(memberships) > 1)
        return view(request, request.room, *args, **kwargs)

    return page
