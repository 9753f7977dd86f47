"""The room of the guide."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sammenheng_web.collaborations.room_head import About, Section, head
from sammenheng_web.collaborations.rooms import Room, member_page
from sammenheng_web.collaborations.your_part import read_part
from sammenheng_web.guide import queries
from sammenheng_web.ui.guidance import Hint

ABOUT = About(
    title=pgettext_lazy("room", "Guide"),
    lead=_("The activities and questions of each phase, answered by each partner; and the advice and experience used."),
    types=frozenset({"Activity", "Question", "Advice", "Case", "Resource"}),
    hints=(
        Hint(source=2, text=_("Start together: from a problem to an idea for cooperation, with roles and structure.")),
        Hint(source=3, text=_("Shape together: shared goals, a journey built on users' own experience, and concepts.")),
        Hint(source=4, text=_("Deliver together: carry it out, and agree who manages and renews it afterwards.")),
        Hint(source=13, text=_("The phase belongs to the measure: one collaboration may be in several at once.")),
        Hint(source=14, text=_("Ask which assessments to make, and write down why. The guide gives no verdict.")),
    ),
)


@member_page
def index(request: HttpRequest, room: Room) -> HttpResponse:
    """Activities, questions, advice, experience, resources."""
    part = read_part(request, room)
    phases = queries.phases(room, part)
    questions = queries.questions(room, part)
    advice = queries.advice(room, part)
    cases = queries.cases(room, part)
    resources = queries.resources(room)
    sections = (
        Section(id="activities", label=_("Activities"), count=sum(len(phase.activities) for phase in phases)),
        Section(id="questions", label=_("Questions"), count=len(questions)),
        Section(id="advice", label=_("Advice"), count=len(advice)),
        Section(id="cases", label=_("Experience"), count=len(cases)),
        Section(id="resources", label=_("To use again"), count=len(resources)),
    )
    context = {
        "head": head(room, part, ABOUT, sections),
        "phases": phases,
        "questions": questions,
        "advice": advice,
        "cases": cases,
        "resources": resources,
    }
    return render(request, "guide/index.html", context)
