"""The picture of the ecosystem: the user in the middle, organisations around by how often they meet."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sammenheng.domain import Id
from sammenheng_web.actors.queries import Neighbour

RINGS = ((6, 190, 120), (10, 330, 205), (14, 470, 290))
"""How many stand on each ring, and how far out it runs: across, and up and down."""
NODE = (148, 44)
MARGIN = 6
MOST_LETTERS = 20
THICKEST = 9.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An organisation in the picture: where it stands, what is written, how thick its tie to the user is."""

    neighbour: Neighbour
    is_chosen: bool
    x: str
    y: str
    left: str
    top: str
    name_y: str
    count_y: str
    name: str
    tie: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The whole picture. `left_out` says how many found no place and stand only in the table."""

    nodes: tuple[Node, ...]
    rings: tuple[tuple[int, int], ...]
    left_out: int
    box: str
    node_width: int = NODE[0]
    node_height: int = NODE[1]


def picture(neighbours: Iterable[Neighbour], chosen: Id | None) -> Picture | None:
    """The picture of those that users meet, the nearest innermost; None when they meet nobody."""
    met = [one for one in neighbours if one.touchpoints]
    if not met:
        return None
    places = list(_places(len(met)))
    most = max(one.touchpoints for one in met)
    nodes = tuple(_node(one, place, most, one.organisation == chosen) for one, place in zip(met, places, strict=False))
    used = sum(len(met) > start for start in (0, RINGS[0][0], RINGS[0][0] + RINGS[1][0]))
    _, across, down = RINGS[used - 1]
    width, height = 2 * (across + MARGIN) + NODE[0], 2 * (down + MARGIN) + NODE[1]
    return Picture(
        nodes=nodes,
        rings=tuple((across, down) for _, across, down in RINGS[:used]),
        left_out=len(met) - len(nodes),
        box=f"{-width / 2:g} {-height / 2:g} {width} {height}",
    )


def _places(count: int) -> Iterator[tuple[float, float]]:
    """Where each stands, from the user in the middle.

    Each ring has fixed places, turned half a place against the next ring, so that neighbours do not touch.
    """
    left = count
    for number, (most, across, down) in enumerate(RINGS):
        here = min(left, most)
        for position in range(here):
            slot = position * most // here + (0.5 if number % 2 else 0)
            turn = 2 * math.pi * slot / most
            yield across * math.cos(turn), down * math.sin(turn)
        left -= here


def _node(neighbour: Neighbour, place: tuple[float, float], most: int, is_chosen: bool) -> Node:
    x, y = place
    return Node(
        neighbour=neighbour,
        is_chosen=is_chosen,
        # Points, whatever language the page has: numbers in a picture are not for people.
        x=f"{x:.1f}",
        y=f"{y:.1f}",
        left=f"{x - NODE[0] / 2:.1f}",
        top=f"{y - NODE[1] / 2:.1f}",
        name_y=f"{y - 3:.1f}",
        count_y=f"{y + 13:.1f}",
        name=_short(neighbour),
        tie=f"{1.5 + (THICKEST - 1.5) * neighbour.touchpoints / most:.1f}",
    )


def _short(neighbour: Neighbour) -> str:
    """The name, in the reader's language when it is short enough."""
    name = str(neighbour.link.title)
    name = name if len(name) <= MOST_LETTERS else neighbour.short_name
    return name if len(name) <= MOST_LETTERS else name[: MOST_LETTERS - 1].rstrip() + "…"
