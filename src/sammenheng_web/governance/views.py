"""The room of governance."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sammenheng_web.collaborations.room_head import About, Section, head
from sammenheng_web.collaborations.rooms import Room, member_page
from sammenheng_web.collaborations.your_part import read_part
from sammenheng_web.governance import matters, queries
from sammenheng_web.ui.guidance import Hint

ABOUT = About(
    title=_("Governance"),
    lead=_("How each workstream is steered and why, who answers for what, what is settled and where we differ."),
    types=frozenset({"GovernanceModel", "Body", "Role", "Decision", "Agreement", "Disagreement", "Review"}),
    rules=frozenset(
        {
            "no-leader",
            "no-operative-leader",
            "no-process-owner",
            "no-steering-group",
            "no-disagreement-logged",
            "no-agreement-for-shaping",
            "no-agreement-for-delivering",
            "integration-owned-by-none",
            "integration-owned-by-several",
        }
    ),
    hints=(
        Hint(source=8, text=_("At the least: who owns the process, and who leads the work from day to day.")),
        Hint(source=13, text=_("Network, programme and project fit different phases. Most use a mix, and change it.")),
        Hint(source=14, text=_("Fit the steering to users' needs, and find out by doing which one fits.")),
        Hint(source=3, text=_("Top leaders belong in the structure: good work has stranded without them.")),
        Hint(source=20, text=_("Put responsibility for what goes across in one place. Shared is often nobody's.")),
        Hint(source=2, text=_("Agree on money, roles and structure for the next phase, one phase at a time.")),
    ),
)


@member_page
def index(request: HttpRequest, room: Room) -> HttpResponse:
    """Models, bodies, roles, decisions, agreements, disagreements, reviews."""
    part = read_part(request, room)
    today = timezone.localdate()
    shown = {
        "models": queries.models(room, part, today),
        "bodies": queries.bodies(room, part),
        "roles": queries.roles(room, part),
        "decisions": matters.decisions(room, part),
        "agreements": matters.agreements(room, part, today),
        "disagreements": matters.disagreements(room, part, today),
        "reviews": matters.reviews(room),
    }
    labels = {
        "models": _("Governance models"),
        "bodies": _("Bodies"),
        "roles": _("Roles"),
        "decisions": _("Decisions"),
        "agreements": _("Agreements"),
        "disagreements": _("Disagreements"),
        "reviews": _("Reviews"),
    }
    sections = (Section(id=name, label=label, count=len(shown[name])) for name, label in labels.items())
    context = {
        "head": head(room, part, ABOUT, sections),
        "roles_missing": queries.roles_missing(room),
        "roles_unfilled": queries.roles_unfilled(room),
        "loose_advice": matters.advice_without_review(room),
        **shown,
    }
    return render(request, "governance/index.html", context)
