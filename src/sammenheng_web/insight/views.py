"""The room of insight."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from sammenheng.domain.words.insight import Scope
from sammenheng_web.collaborations.room_head import About, Section, head
from sammenheng_web.collaborations.rooms import Room, member_page
from sammenheng_web.collaborations.your_part import read_part
from sammenheng_web.insight import queries
from sammenheng_web.ui.guidance import Hint

ABOUT = About(
    title=_("Insight"),
    lead=_("Who the users are, what we have learnt from them and how, what they need – and who has not been heard."),
    types=frozenset({"UserGroup", "Insight", "Need", "Persona", "TestRound"}),
    rules=frozenset({"only-internal-users"}),
    hints=(
        Hint(source=20, text=_("Collect the insight together, so that nobody feels it is pushed on them.")),
        Hint(source=20, text=_("Users are often seen too narrowly. Hear people outside the organisations, too.")),
        Hint(source=20, text=_("Groups differ, and their needs may collide. Show the collision instead of hiding it.")),
        Hint(source=20, text=_("First the big picture and all actors, then choose whom to talk with in depth.")),
        Hint(source=3, text=_("Put interviews, observation and figures together, and test in several rounds.")),
        Hint(
            source=26, text=_("Good insight has led nowhere before. Follow each need to an effect somebody delivers.")
        ),
    ),
)


@member_page
def index(request: HttpRequest, room: Room) -> HttpResponse:
    """Groups, insight, needs, conflicts, personas and tests."""
    part = read_part(request, room)
    groups = queries.groups(room, part)
    insights = queries.insights(room, part)
    needs = queries.needs(room, part)
    conflicts = queries.conflicts(room, part)
    personas = queries.personas(room, part)
    tests = queries.test_rounds(room, part)
    scopes = queries.alone_or_together(room, part)
    every_group = [group for side in groups for group in side.groups]
    unheard = [group for group in every_group if not group.is_heard]
    sections = (
        Section(id="unheard", label=_("Who has not been heard"), count=len(unheard)),
        Section(id="groups", label=_("User groups"), count=len(every_group)),
        Section(id="insight", label=_("What we have learnt"), count=len(insights)),
        Section(id="needs", label=_("Needs"), count=len(needs)),
        Section(id="conflicts", label=_("Conflicting needs"), count=len(conflicts.each)),
        Section(id="personas", label=_("Personas"), count=len(personas)),
        Section(id="tests", label=_("User tests"), count=len(tests)),
    )
    context = {
        "head": head(room, part, ABOUT, sections),
        "groups": groups,
        "unheard": unheard,
        "insights": insights,
        "needs": needs,
        "conflicts": conflicts,
        "personas": personas,
        "tests": tests,
        "people": queries.people_heard(insights),
        "alone": scopes[Scope.ALONE],
        "together": scopes[Scope.TOGETHER],
        "not_judged": scopes[None],
    }
    return render(request, "insight/index.html", context)
