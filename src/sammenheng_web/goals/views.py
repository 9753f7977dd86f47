"""The room of goals."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from sammenheng_web.collaborations.room_head import About, Section, head
from sammenheng_web.collaborations.rooms import Room, member_page
from sammenheng_web.collaborations.your_part import read_part
from sammenheng_web.goals import queries
from sammenheng_web.ui.guidance import Hint

ABOUT = About(
    title=_("Goals"),
    lead=_("What is wrong today, what we want instead, how we will see that we got there, and where we pull apart."),
    types=frozenset({"Problem", "Vision", "Goal", "Story", "Statement", "Stance"}),
    rules=frozenset({"no-problem", "no-shared-story"}),
    hints=(
        Hint(source=6, text=_("Describe the problem of today and the needs tied to it first, then word the goals.")),
        Hint(
            source=6, text=_("Set aside time. Agreeing on the picture of today has taken more than a year elsewhere.")
        ),
        Hint(source=6, text=_("Ask who finally decides the goal, and which conflicts need leaders or politicians.")),
        Hint(source=6, text=_("Goals shift over time. Keep the earlier wording and the reason for the change.")),
        Hint(source=20, text=_("Word a vision that others want to reach for, and tell the good story.")),
        Hint(source=20, text=_("Bring disagreement into the open early. Agreement that hides conflict does not last.")),
    ),
)


@member_page
def index(request: HttpRequest, room: Room) -> HttpResponse:
    """Problem, vision, goals, conflicts, story, statements."""
    part = read_part(request, room)
    problems = queries.problems(room)
    visions = queries.visions(room)
    goals = queries.goals(room, part)
    conflicts = queries.conflicts(room, part)
    stories = queries.stories(room, part)
    statements = queries.statements(room, part)
    sections = (
        Section(id="problem", label=_("The problem")),
        Section(id="vision", label=_("The vision")),
        Section(id="goals", label=_("Goals"), count=queries.count(goals)),
        Section(id="conflicts", label=_("Conflicts"), count=len(conflicts)),
        Section(id="story", label=_("The shared story")),
        Section(id="statements", label=_("Statements"), count=len(statements)),
    )
    context = {
        "head": head(room, part, ABOUT, sections),
        "problems": problems,
        "visions": visions,
        "goals": goals,
        "conflicts": conflicts,
        "stories": stories,
        "statements": statements,
    }
    return render(request, "goals/index.html", context)
