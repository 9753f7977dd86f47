"""Pages outside the rooms."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from sammenheng_web.audit.record import record
from sammenheng_web.collaborations.heads import heads
from sammenheng_web.organisations.addresses import own_address
from sammenheng_web.organisations.models import Membership
from sammenheng_web.organisations.rooms import act_through, memberships_of
from sammenheng_web.start.life_events import LIFE_EVENTS


def home(request: HttpRequest) -> HttpResponse:
    """What Sammenheng is, the seven life events and, when signed in, one's collaborations."""
    mine = []
    if request.user.is_authenticated:
        mine = heads(Membership.objects.valid(timezone.now()).filter(person=request.user).order_by("-valid_from"))
    return render(request, "start/home.html", {"life_events": LIFE_EVENTS, "mine": mine})


def accessibility(request: HttpRequest) -> HttpResponse:
    """What is promised about accessibility, and how to tell that something does not work."""
    return render(request, "start/accessibility.html", {"contact": contact()})


def contact() -> str:
    """The address of whoever runs this installation; empty when none is given."""
    return settings.ENVIRONMENT.contact


@login_required
def act_for(request: HttpRequest, workspace: str) -> HttpResponse:
    """Choose which organisation to act for, when one belongs to a workspace through several."""
    mine = memberships_of(request.user, workspace, timezone.now())
    if not mine:
        raise Http404
    if request.method == "POST":
        membership = next((one for one in mine if str(one.id) == request.POST.get("membership")), None)
        if membership is None:
            raise Http404
        act_through(request, membership)
        record("acting", workspace=workspace, person=request.user.pk, organisation=membership.organisation)
        return redirect(own_address(request, request.POST.get("next", "/")))
    context = {"heads": heads(mine), "next": own_address(request, request.GET.get("next", "/"))}
    return render(request, "start/act_for.html", context)
