"""The rooms of a collaboration, in the order of the menu. A room is shown once its app says that it is built."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

ROOMS: dict[str, str | Promise] = {
    "overview": _("Overview"),
    "insight": _("Insight"),
    "journeys": _("Journeys"),
    "actors": _("Actors"),
    "goals": _("Goals"),
    "effects": _("Effects"),
    "plan": pgettext_lazy("room", "Plan"),
    "benefits": _("Benefits"),
    "concepts": _("Concepts"),
    "governance": _("Governance"),
    "guide": pgettext_lazy("room", "Guide"),
    "report": pgettext_lazy("room", "Report"),
    "content": _("All content"),
}

built: set[str] = set()


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuLink:
    """One room in the menu of a page."""

    name: str
    label: str | Promise
    href: str
    is_current: bool


def register(room: str) -> None:
    """Say that a room is built. Called by the room's app when the site starts."""
    if room not in ROOMS:
        raise ValueError(f"{room!r} is not a room. Add it to ROOMS with its place and its label.")
    built.add(room)


def links(workspace: str, *, current: str) -> tuple[MenuLink, ...]:
    """The menu of one workspace, seen from one room."""
    return tuple(
        MenuLink(
            name=name,
            label=label,
            href=reverse(f"{name}:index", kwargs={"workspace": workspace}),
            is_current=name == current,
        )
        for name, label in ROOMS.items()
        if name in built
    )
