"""The first page of a collaboration, and its file."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sammenheng.domain import write
from sammenheng_web.audit.record import record
from sammenheng_web.collaborations.access import Act, Guarded, can
from sammenheng_web.collaborations.rooms import Room, member_page
from sammenheng_web.overview import queries
from sammenheng_web.overview.gates import gates


@member_page
def index(request: HttpRequest, room: Room) -> HttpResponse:
    """Where the collaboration stands."""
    context = {
        "collaboration": room.collaboration,
        "story": queries.story(room.collaboration),
        "courses": queries.courses(room),
        "counts": queries.counts(room),
        "gates": gates(room),
        "part": queries.part(room),
    }
    return render(request, "overview/index.html", context)


@member_page
def file(request: HttpRequest, room: Room) -> HttpResponse:
    """The collaboration as a file, made from the rows: exactly what this member can see."""
    if not can(room.member, Act.EXPORT, Guarded(workspace=room.key)):
        raise PermissionDenied
    content = write(room.collaboration)
    record(
        "export",
        workspace=room.key,
        person=request.user.pk,
        organisation=room.membership.organisation,
        detail={"objects": len(room.collaboration.objects), "bytes": len(content)},
    )
    name = f"{room.collaboration.id}.sammenheng.json"
    return HttpResponse(
        content,
        content_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
