"""The room of the report."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sammenheng.domain import write
from sammenheng_web.audit.record import record
from sammenheng_web.collaborations.access import Act, Guarded, can
from sammenheng_web.collaborations.making import NotMadeError, make
from sammenheng_web.collaborations.room_head import About, Section, head
from sammenheng_web.collaborations.rooms import Room, member_page
from sammenheng_web.collaborations.your_part import Part, read_part
from sammenheng_web.report import queries
from sammenheng_web.report.queries import ORGANISATION, Asked
from sammenheng_web.report.writing import basis_of
from sammenheng_web.ui.errors import not_made
from sammenheng_web.ui.guidance import Hint
from sammenheng_web.ui.terms import texts

ABOUT = About(
    title=pgettext_lazy("room", "Report"),
    lead=_("The decision basis, ready to take away: for the whole, for one organisation, for one ministry."),
    types=frozenset({"Concept", "ConceptAnswer", "Endorsement", "Problem", "Goal"}),
    hints=(
        Hint(
            source=3, text=_("Those who decide need the six study questions answered, and to know what is uncertain.")
        ),
        Hint(source=17, text=_("Show each organisation its own part: what it must change, what it costs and gains.")),
        Hint(source=2, text=_("Before a phase ends, see that those affected and their leaders stand behind it.")),
    ),
)


@member_page
def index(request: HttpRequest, room: Room) -> HttpResponse:
    """What can be taken away, and what it lacks."""
    part = read_part(request, room)
    wanted = _asked(request, room, part)
    found = queries.prepared(room, wanted)
    journeys = queries.journeys(room, part)
    sections = (
        Section(id="basis", label=_("Decision basis")),
        Section(id="gaps", label=_("What it lacks"), count=found.count),
        Section(id="pictures", label=_("Journey pictures"), count=len(journeys)),
        Section(id="file", label=_("The file")),
    )
    context = {
        "head": head(room, part, ABOUT, sections),
        "wanted": wanted,
        "prepared": found,
        "journeys": journeys,
        "organisations": part.choices,
        "document_languages": settings.LANGUAGES,
        "may_export": bool(can(room.member, Act.EXPORT, Guarded(workspace=room.key))),
    }
    return render(request, "report/index.html", context)


@member_page
def file(request: HttpRequest, room: Room) -> HttpResponse:
    """The decision basis as a file, made in a process of its own."""
    form = request.GET.get("form", "")
    if form not in queries.FORMS:
        raise Http404
    if not can(room.member, Act.EXPORT, Guarded(workspace=room.key)):
        raise PermissionDenied
    wanted = _asked(request, room, Part(choices=()))
    whole, today = queries.content(room, wanted), timezone.localdate()
    if wanted.ministry:
        queries.check_ministry(basis_of(whole, today), wanted)
    told = {
        "form": form,
        "organisation": wanted.organisation,
        "ministry": wanted.ministry,
        "language": wanted.language,
        "today": today.isoformat(),
    }
    try:
        content = make("sammenheng_web.report.writing", write(whole), told)
    except NotMadeError as error:
        return not_made(request, error.reason, back=reverse("report:index", args=[room.key]))
    record(
        "report.download",
        workspace=room.key,
        person=request.user.pk,
        organisation=room.membership.organisation,
        object=wanted.organisation,
        detail={
            "form": form,
            "language": wanted.language,
            "bytes": len(content),
            "one_ministry": bool(wanted.ministry),
        },
    )
    return HttpResponse(
        content,
        content_type=queries.FORMS[form],
        headers={"Content-Disposition": f'attachment; filename="{_name(room, wanted)}.{form}"'},
    )


def _asked(request: HttpRequest, room: Room, part: Part) -> Asked:
    """The document of the address; the page of the chosen organisation when the room is filtered to one."""
    filtered = f"{ORGANISATION}{part.organisation}" if part.organisation else ""
    return queries.asked(room, request.GET.get("about", filtered), request.GET.get("language", texts().language))


def _name(room: Room, wanted: Asked) -> str:
    """A name made of ids alone: what people wrote is never part of a path."""
    more = wanted.organisation or ("ministry" if wanted.ministry else "")
    return "-".join(filter(None, (room.collaboration.id, "basis", more, wanted.language)))
