"""The room of concepts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from sammenheng_web.collaborations.room_head import About, Section, head
from sammenheng_web.collaborations.rooms import Room, member_page
from sammenheng_web.collaborations.your_part import read_part
from sammenheng_web.concepts import queries
from sammenheng_web.ui.guidance import Hint

ABOUT = About(
    title=_("Concepts"),
    lead=_("The ways it could be solved, side by side, with doing nothing among them. What is not answered is shown."),
    types=frozenset({"Concept"}),
    rules=frozenset({"no-zero-alternative", "only-one-concept", "delivering-without-study"}),
    hints=(
        Hint(source=51, text=_("Six questions are answered for every measure; how thoroughly depends on its effects.")),
        Hint(source=51, text=_("Describe what happens if nothing is done: the others are held against that.")),
        Hint(source=3, text=_("Work out several concepts, and let users take part in making and judging them.")),
        Hint(source=3, text=_("Ask of each whether it challenges settled ownership, tasks, competence and rules.")),
        Hint(
            source=20, text=_("Linking old systems is dear, and users meet it late. Ask what they really need first.")
        ),
    ),
)


@member_page
def index(request: HttpRequest, room: Room) -> HttpResponse:
    """The alternatives side by side."""
    part = read_part(request, room)
    concepts = queries.concepts(room)
    effects = queries.effects(room, part, concepts)
    deliverables = queries.deliverables(room, part, concepts)
    sections = (
        Section(id="alternatives", label=_("The alternatives"), count=len(concepts)),
        Section(id="study", label=_("Study questions")),
        Section(id="control", label=_("Control questions")),
        Section(id="effects", label=_("Effects"), count=len(effects)),
        Section(id="deliverables", label=_("Deliverables"), count=len(deliverables)),
    )
    context = {
        "head": head(room, part, ABOUT, sections),
        "concepts": queries.alternatives(room, concepts),
        "study": queries.study(concepts),
        "control": queries.control(concepts),
        "effects": effects,
        "deliverables": deliverables,
    }
    return render(request, "concepts/index.html", context)
