"""The page where people see and end their own sessions."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sammenheng_web.audit.record import record
from sammenheng_web.organisations.models import PersonSession


@login_required
def sessions(request: HttpRequest) -> HttpResponse:
    """The sessions of the signed-in person, the newest use first."""
    rows = PersonSession.objects.filter(person=request.user).order_by("-used_at")
    context = {"sessions": [(row, row.session_key == request.session.session_key) for row in rows]}
    return render(request, "organisations/sessions.html", context)


@login_required
@require_POST
def end_session(request: HttpRequest, session: UUID) -> HttpResponse:
    """End one of one's own sessions at once."""
    row = get_object_or_404(PersonSession, id=session, person=request.user)
    row.delete()
    record("session.ended", person=request.user.pk)
    messages.success(request, _("The session has ended."))
    return redirect("organisations:sessions")
