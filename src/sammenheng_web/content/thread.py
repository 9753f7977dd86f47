"""The red thread through one object, as a page draws it."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from sammenheng.chain import LINKS, NotInUseError, Reached, walk
from sammenheng.chain import Link as ThreadLink
from sammenheng.domain import Thing
from sammenheng_web.ui.showing import Link, Showing

LABELS: dict[ThreadLink, str | Promise] = {
    ThreadLink.SITUATION: pgettext_lazy("link of the thread", "Situation"),
    ThreadLink.NEED: pgettext_lazy("link of the thread", "Need"),
    ThreadLink.STEP: pgettext_lazy("link of the thread", "Journey"),
    ThreadLink.OBSTACLE: pgettext_lazy("link of the thread", "Obstacle"),
    ThreadLink.EFFECT: pgettext_lazy("link of the thread", "Effect for the user"),
    ThreadLink.CHANGE: pgettext_lazy("link of the thread", "Change"),
    ThreadLink.DELIVERABLE: pgettext_lazy("link of the thread", "Deliverable"),
    ThreadLink.BENEFIT: pgettext_lazy("link of the thread", "Benefit"),
    ThreadLink.GOAL: pgettext_lazy("link of the thread", "Goal"),
    ThreadLink.USER_GROUP: pgettext_lazy("beside the thread", "Users"),
    ThreadLink.INSIGHT: pgettext_lazy("beside the thread", "Insight"),
    ThreadLink.ORGANISATION: pgettext_lazy("beside the thread", "Organisations"),
    ThreadLink.SERVICE: pgettext_lazy("beside the thread", "Services and channels"),
    ThreadLink.SYSTEM: pgettext_lazy("beside the thread", "Systems"),
    ThreadLink.REGULATION: pgettext_lazy("beside the thread", "Laws and regulations"),
    ThreadLink.DATA_FLOW: pgettext_lazy("beside the thread", "Data flows"),
    ThreadLink.BODY: pgettext_lazy("beside the thread", "Bodies"),
    ThreadLink.ROLE: pgettext_lazy("beside the thread", "Roles"),
    ThreadLink.PLAN: pgettext_lazy("beside the thread", "Plan"),
    ThreadLink.MONEY: pgettext_lazy("beside the thread", "Money"),
    ThreadLink.AGREEMENT: pgettext_lazy("beside the thread", "Decisions and agreement"),
    ThreadLink.GUIDANCE: pgettext_lazy("beside the thread", "Guidance and experience"),
    ThreadLink.SOURCE: pgettext_lazy("beside the thread", "Sources"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Knot:
    """What hangs on an object at one link, the nearest first."""

    label: str
    is_here: bool
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """The links from situation to goal, and what stands beside them."""

    along: tuple[Knot, ...]
    beside: tuple[Knot, ...]


def thread(showing: Showing, thing: Thing) -> Thread | None:
    """The thread through an object; None when the object lies in the bin or the archive, or hangs on nothing."""
    try:
        chain = walk(showing.collaboration, thing.id)
    except NotInUseError:
        return None
    if not chain.reached:
        return None
    groups = chain.by_link()
    here = LINKS[chain.type]
    knots = {link: knot(showing, link, groups.get(link, ()), here) for link in ThreadLink}
    return Thread(
        along=tuple(found for link, found in knots.items() if link.is_of_the_thread),
        beside=tuple(found for link, found in knots.items() if not link.is_of_the_thread and found.links),
    )


def knot(showing: Showing, link: ThreadLink, reached: tuple[Reached, ...], here: ThreadLink) -> Knot:
    """One link with its objects."""
    links = tuple(showing.link(found.id) for found in reached)
    return Knot(label=str(LABELS[link]), is_here=link is here, links=links)
