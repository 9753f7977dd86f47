"""The red thread through one object, as a page draws it."""

from dataclasses import dataclass

from sammenheng.chain import LINKS, NotInUseError, Reached, walk
from sammenheng.chain import Link as ThreadLink
from sammenheng.domain import Thing
from sammenheng.texts.links import link_label
from sammenheng_web.ui.showing import Link, Showing
from sammenheng_web.ui.terms import texts


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
    return Knot(label=link_label(texts(), link), is_here=link is here, links=links)
