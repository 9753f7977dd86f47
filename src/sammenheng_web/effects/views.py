"""The room of effects."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from sammenheng.domain import Id
from sammenheng.domain.words import Effect
from sammenheng_web.collaborations.room_head import About, Section, head
from sammenheng_web.collaborations.rooms import Room, member_page
from sammenheng_web.collaborations.your_part import read_part
from sammenheng_web.effects import chain, registers
from sammenheng_web.effects.timeline import timeline
from sammenheng_web.ui.guidance import Hint

ABOUT = About(
    title=_("Effects"),
    lead=_("From what users live through to what somebody delivers, and everything that stands in the way."),
    types=frozenset({"Effect", "Change", "Finding", "Regulation", "DataFlow"}),
    rules=frozenset({"deliverable-without-effect", "deliverable-before-law"}),
    hints=(
        Hint(
            source=17, text=_("Cut the journey into effects users notice: they point out which services must change.")
        ),
        Hint(source=17, text=_("See which needs one organisation meets best alone. What takes several sets priority.")),
        Hint(source=17, text=_("Order the deliverables so that benefits come early, and to each organisation.")),
        Hint(source=3, text=_("Clarify early which data must be shared, and what stands in the way of sharing them.")),
        Hint(source=26, text=_("A law that must change delays the work. Give it a timeline and an owner of its own.")),
        Hint(source=81, text=_("Data need a legal ground both with whoever gives and with whoever gets.")),
    ),
)


@member_page
def index(request: HttpRequest, room: Room) -> HttpResponse:
    """The chain, the thread of a chosen effect, obstacles, laws, data flows."""
    part = read_part(request, room)
    chosen = _chosen(request, room)
    rows = chain.rows(room, part, chosen.id if chosen else None)
    obstacles = registers.obstacles(room, part)
    works_well = registers.works_well(room, part)
    rules = registers.rules(room, part)
    flows = registers.flows(room, part)
    wanted = [rule for rule in rules if rule.is_wanted]
    sections = (
        Section(id="chain", label=_("The chain"), count=len(rows)),
        Section(id="together", label=_("Alone or together")),
        Section(id="obstacles", label=_("Obstacles"), count=len(obstacles)),
        Section(id="laws", label=_("Laws and rules"), count=len(rules)),
        Section(id="flows", label=_("Data flows"), count=len(flows)),
        Section(id="unlock", label=_("What unlocks it")),
    )
    context = {
        "head": head(room, part, ABOUT, sections),
        "rows": rows,
        "thread": chain.thread(room, chosen) if chosen else None,
        "obstacles": obstacles,
        "tallies": registers.tallies(obstacles),
        "works_well": works_well,
        "wanted": wanted,
        "unchanged": [rule for rule in rules if not rule.is_wanted],
        "timeline": timeline(wanted),
        "flows": flows,
        "layers": registers.layer_names(),
    }
    return render(request, "effects/index.html", context)


def _chosen(request: HttpRequest, room: Room) -> Effect | None:
    """The effect that the address asks for; Http404 when there is none to be seen."""
    asked = request.GET.get("effect", "")
    if not asked:
        return None
    found = room.collaboration.in_use.get(Id(asked))
    if not isinstance(found, Effect):
        raise Http404
    return found
