"""Pages for what went wrong: what happened, what is kept, what to do next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from sammenheng_web.ui.theme import theme_of


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The same page for what is not there and for what this person may not see."""
    return render(request, "ui/not_found.html", status=404)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """An act on something the person can see but may not do."""
    return render(request, "ui/refused.html", {"reason": str(exception or "")}, status=403)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A request the site cannot read."""
    return render(request, "ui/bad_request.html", status=400)


def too_large(request: HttpRequest) -> HttpResponse:
    """More was sent than any of our files can be."""
    return render(request, "ui/too_large.html", status=413)


def not_made(request: HttpRequest, reason: str, *, back: str) -> HttpResponse:
    """A document that could not be made: it took too much time or memory, or the writer failed."""
    return render(request, "ui/not_made.html", {"reason": reason, "back": back}, status=503)


def failed(request: HttpRequest) -> HttpResponse:
    """A fault of ours. Made without the request: whose session or database may be what failed."""
    return HttpResponse(render_to_string("ui/failed.html", {"theme": theme_of(request)}), status=500)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose protection against forged requests no longer matches."""
    return render(request, "ui/form_expired.html", status=403)
