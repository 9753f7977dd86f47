"""Pages outside the rooms."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sammenheng_web.start.life_events import LIFE_EVENTS


def home(request: HttpRequest) -> HttpResponse:
    """What Sammenheng is, the seven life events and, when signed in, one's collaborations."""
    return render(request, "start/home.html", {"life_events": LIFE_EVENTS})


def accessibility(request: HttpRequest) -> HttpResponse:
    """What is promised about accessibility, and how to tell that something does not work."""
    return render(request, "start/accessibility.html", {"contact": settings.ENVIRONMENT.contact})
