"""The room of actors."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sammenheng_web.actors import queries
from sammenheng_web.actors.ecosystem import picture
from sammenheng_web.collaborations.room_head import About, Section, head
from sammenheng_web.collaborations.rooms import Room, member_page
from sammenheng_web.collaborations.your_part import read_part
from sammenheng_web.ui.guidance import Hint

ABOUT = About(
    title=_("Actors"),
    lead=_("Everyone around the user: whom they meet, who is at the table, what each gains and may lose."),
    types=frozenset({"Organisation", "Actor", "Endorsement"}),
    rules=frozenset({"municipality-missing", "those-affected-not-behind"}),
    hints=(
        Hint(source=20, text=_("Put yourself in the user's place to see whom to invite, private and voluntary too.")),
        Hint(source=2, text=_("Find out early who takes part and what each is to answer for in the next phase.")),
        Hint(source=20, text=_("Standardising makes some lose ownership, tailoring or power. Say who, and what.")),
        Hint(source=3, text=_("At the least, those the new solution affects and their leaders must stand behind it.")),
        Hint(source=7, text=_("Endorsement must be kept alive: see it in plans and allocation letters, and renew it.")),
        Hint(source=6, text=_("Make contact yourself, do not wait. Most are glad when somebody calls.")),
    ),
)


@member_page
def index(request: HttpRequest, room: Room) -> HttpResponse:
    """The ecosystem, the actors, who is missing, and who stands behind it."""
    part = read_part(request, room)
    everybody = queries.neighbours(room)
    neighbours = tuple(one for one in everybody if part.has(one.organisation))
    actors = queries.actors(room, part)
    absent = queries.absent(neighbours)
    matrix = queries.endorsements(room, part, timezone.localdate())
    levels = queries.by_level(room, part)
    sections = (
        Section(id="ecosystem", label=_("Around the user"), count=len(neighbours)),
        Section(id="absent", label=_("Who is missing"), count=len(absent)),
        Section(id="actors", label=_("Gains and losses"), count=len(actors)),
        Section(id="endorsement", label=_("Endorsement")),
        Section(id="organisations", label=_("Organisations"), count=sum(level.count for level in levels)),
    )
    context = {
        "head": head(room, part, ABOUT, sections),
        "neighbours": neighbours,
        "picture": picture(everybody, part.organisation),
        "absent": absent,
        "actors": actors,
        "matrix": matrix,
        "levels": levels,
    }
    return render(request, "actors/index.html", context)
