"""The room of the plan. A page never solves: it shows the schedule that the file has."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sammenheng_web.collaborations.room_head import About, Section, head
from sammenheng_web.collaborations.rooms import Room, member_page
from sammenheng_web.collaborations.your_part import Part, read_part
from sammenheng_web.plan import baseline, course, steering, takes
from sammenheng_web.plan.course import Course, Row
from sammenheng_web.plan.timeline import Group, timeline
from sammenheng_web.ui.guidance import Hint
from sammenheng_web.ui.sorting import norwegian

ABOUT = About(
    title=pgettext_lazy("room", "Plan"),
    lead=_("What starts when, what each stage gives users and organisations, and where the course can be adjusted."),
    types=frozenset({"Plan", "PlanStage", "StopPoint", "Commitment", "Deliverable", "Workstream"}),
    rules=frozenset({"deliverable-before-law"}),
    hints=(
        Hint(source=17, text=_("Order the deliverables so that benefits come early, and to each organisation.")),
        Hint(
            source=17, text=_("Begin with the smallest solution users have use of, and let the next stage build on it.")
        ),
        Hint(source=17, text=_("Put in stop points where it is decided whether to go on, adjust, pause or stop.")),
        Hint(source=26, text=_("A law that must change delays the work. Give it a timeline and an owner of its own.")),
    ),
)
LANES = ("organisation", "stage")


@member_page
def index(request: HttpRequest, room: Room) -> HttpResponse:
    """The plan that is followed, or the one that the address asks for."""
    part = read_part(request, room)
    shown = course.chosen(room, request.GET.get("plan", ""))
    listed = course.plans(room, shown)
    context = {"plans": listed, "lanes": _lanes(request), "adoption": course.adoption(room, part)}
    if shown is None:
        context |= {"head": head(room, part, ABOUT, ()), "waiting": room.collaboration.in_use.deliverables}
        return render(request, "plan/none.html", context)
    context |= _content(room, shown, part, context["lanes"])
    sections = (
        Section(id="timeline", label=_("Timeline"), count=len(context["rows"])),
        Section(id="stages", label=_("Stages"), count=len(context["stages"])),
        Section(id="stops", label=_("Stop points"), count=len(context["stops"])),
        Section(id="promises", label=_("Promises"), count=len(context["promises"])),
        Section(id="left-out", label=_("Not in the plan"), count=len(context["left_out"])),
        Section(id="gains", label=_("Who gains when")),
        Section(id="takes", label=_("Money and key people")),
        Section(id="baseline", label=_("Against other plans"), count=len(context["against"])),
        Section(id="adoption", label=_("Taken into use"), count=len(context["adoption"])),
    )
    context["head"] = head(room, part, ABOUT, sections)
    return render(request, "plan/index.html", context)


def _lanes(request: HttpRequest) -> str:
    asked = request.GET.get("lanes", "")
    return asked if asked in LANES else LANES[0]


def _content(room: Room, shown: Course, part: Part, lanes: str) -> dict[str, object]:
    rows = course.rows(room, shown, part)
    stops = steering.stops(room, shown, part)
    result = takes.calculation(shown)
    laws = part.of(law for law in room.collaboration.in_use.regulations if law.wanted_change)
    return {
        "course": next(one for one in course.plans(room, shown) if one.is_shown),
        "rows": rows,
        "picture": timeline(_groups(rows, lanes), stops, laws),
        "laws": steering.laws(room, laws),
        "stages": steering.stages_of(room, shown, part),
        "has_stages": bool(shown.plan.stages),
        "stops": stops,
        "promises": steering.promises(room, shown, part),
        "left_out": steering.left_out(room, shown, part),
        "alternatives": steering.alternatives(room, shown, part),
        "gains": takes.gains(room, result, part),
        "illustrative": result.basis.illustrative,
        "money": takes.money(room, shown, result, part),
        "people": takes.people(room, shown, part),
        "against": baseline.against(room, shown, part),
    }


def _groups(rows: Iterable[Row], lanes: str) -> list[Group]:
    """The rows in lanes: by who is accountable, in Norwegian order; or by stage, in the order of the stages."""
    found: dict[str, list[Row]] = {}
    names = {}
    for row in rows:
        link = row.stage if lanes == "stage" else row.accountable
        key = link.href if link else ""
        found.setdefault(key, []).append(row)
        names[key] = link.title if link else (now("No stage") if lanes == "stage" else now("Nobody is accountable"))
    groups = [(names[key], those) for key, those in found.items()]
    if lanes == "stage":
        return groups
    return sorted(groups, key=lambda group: norwegian(str(group[0])))
