"""The room of journeys."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sammenheng.documents import JourneyPicture, journey_map
from sammenheng.documents.visible import visible
from sammenheng.domain import write
from sammenheng.domain.words import Journey
from sammenheng_web.audit.record import record
from sammenheng_web.collaborations.access import Act, Guarded, can
from sammenheng_web.collaborations.making import NotMadeError, make
from sammenheng_web.collaborations.room_head import About, Section, head
from sammenheng_web.collaborations.rooms import Room, member_page
from sammenheng_web.collaborations.your_part import Part, read_part
from sammenheng_web.journeys import queries, walk
from sammenheng_web.journeys.difference import comparison, counterparts
from sammenheng_web.journeys.feelings import by_group
from sammenheng_web.journeys.meetings import matrix
from sammenheng_web.ui.entries import choice, entry, links, told
from sammenheng_web.ui.errors import not_made
from sammenheng_web.ui.guidance import Hint
from sammenheng_web.ui.terms import texts

TYPES = frozenset({"Journey", "JourneyStage", "Step", "Touchpoint", "LifeEvent"})
HINTS = (
    Hint(source=3, text=_("Draw today's journey as users live it, across organisations, and let them correct it.")),
    Hint(source=20, text=_("Word the steps as the user would: “I arrange the funeral”, not “case handling”.")),
    Hint(source=3, text=_("Test the wanted journey with users early, before anything is built.")),
    Hint(source=20, text=_("Keep what works well today. Say of every step why it changes.")),
)
FORMS = {"svg": "image/svg+xml", "pdf": "application/pdf", "png": "image/png"}


@member_page
def index(request: HttpRequest, room: Room) -> HttpResponse:
    """The journeys."""
    part = read_part(request, room)
    found = queries.listed(room, part)
    today, tomorrow = ([one for one in found if one.is_today is is_today] for is_today in (True, False))
    events = queries.life_events(room, part)
    sections = (
        Section(id="today", label=pgettext_lazy("journeys", "Today"), count=len(today)),
        Section(id="tomorrow", label=pgettext_lazy("journeys", "Tomorrow"), count=len(tomorrow)),
        Section(id="events", label=_("Life events"), count=len(events)),
    )
    about = About(
        title=_("Journeys"),
        lead=_("What people go through, across organisations: today, and as we want it to be."),
        types=TYPES,
        hints=HINTS,
    )
    context = {"head": head(room, part, about, sections), "today": today, "tomorrow": tomorrow, "events": events}
    return render(request, "journeys/index.html", context)


@member_page
def journey(request: HttpRequest, room: Room, journey: str) -> HttpResponse:
    """One journey: the map, the same as a table, how it feels, what differs, what hits whom."""
    found = queries.journey(room, journey)
    part = read_part(request, room)
    stretches = walk.stretches(room, found, part)
    pairs = counterparts(room, found)
    others = [other for pair in pairs for other in pair if other.id != found.id]
    against = others[0] if others else None
    there = walk.steps_of(walk.stretches(room, against, part)) if against else ()
    met = matrix(room, stretches, walk.numbers(room, found))
    steps = walk.steps_of(stretches)
    sections = (
        Section(id="map", label=_("Map")),
        Section(id="steps", label=_("Step by step"), count=len(steps)),
        Section(id="feelings", label=_("How it feels")),
        Section(id="difference", label=_("Today against tomorrow")),
        Section(id="matrix", label=_("What hits whom"), count=len(met.rows)),
    )
    about = About(title=entry(room.showing, found).title, lead=_about(room, found), types=TYPES)
    context = {
        "head": head(room, part, about, sections),
        "journey": entry(room.showing, found),
        "kind": choice(found.kind),
        "groups": links(room.showing, found.user_groups),
        "picture": _picture(room, found, part) if steps else None,
        "stretches": walk.shown(room, found, stretches),
        "lived": by_group(room, steps, there),
        "against": entry(room.showing, against).title if against else None,
        "comparisons": [comparison(room, *pair, part) for pair in pairs],
        "matrix": met,
        "left_out": _left_out(room, part),
    }
    return render(request, "journeys/journey.html", context)


@member_page
def map_alone(request: HttpRequest, room: Room, journey: str) -> HttpResponse:
    """The map with the whole window to itself."""
    found = queries.journey(room, journey)
    part = read_part(request, room)
    picture = _picture(room, found, part)
    context = {
        "journey": entry(room.showing, found),
        "picture": picture,
        "part": part,
        "back": queries.address(room, found),
    }
    return render(request, "journeys/map.html", context)


@member_page
def file(request: HttpRequest, room: Room, journey: str, form: str) -> HttpResponse:
    """The map as a file to take away, made in a process of its own."""
    found = queries.journey(room, journey)
    part = read_part(request, room)
    if form not in FORMS:
        raise Http404
    if not can(room.member, Act.EXPORT, Guarded(workspace=room.key)):
        raise PermissionDenied
    whole = visible(room.collaboration, organisation=part.organisation)
    if whole.get(found.id) is None:
        raise Http404
    wanted = {
        "form": form,
        "journey": found.id,
        "part": part.organisation or "",
        "language": texts().language,
        "today": timezone.localdate().isoformat(),
    }
    try:
        content = make("sammenheng_web.journeys.drawing", write(whole), wanted)
    except NotMadeError as error:
        return not_made(request, error.reason, back=queries.address(room, found) + part.query)
    record(
        "journey.download",
        workspace=room.key,
        person=request.user.pk,
        organisation=room.membership.organisation,
        object=found.id,
        detail={"form": form, "bytes": len(content)},
    )
    name = "-".join(filter(None, (found.id, part.organisation)))
    return HttpResponse(
        content,
        content_type=FORMS[form],
        headers={"Content-Disposition": f'attachment; filename="{name}.{form}"'},
    )


def _about(room: Room, journey: Journey) -> str:
    return str(told(journey, journey.description) or "")


def _picture(room: Room, journey: Journey, part: Part) -> JourneyPicture:
    return journey_map(
        room.collaboration, journey.id, language=texts().language, organisation=part.organisation or None
    )


def _left_out(room: Room, part: Part) -> int:
    """How many objects a file to take away leaves out: what is not shared, or holds personal data."""
    whole = room.collaboration.in_use
    return len(whole.objects) - len(visible(whole, organisation=part.organisation).objects)
