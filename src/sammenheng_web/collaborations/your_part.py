"""Your part (no: din del): a room as one organisation sees it, its own work picked out of the whole."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.http import Http404, HttpRequest

from sammenheng.chain import NotInUseError, concerns
from sammenheng.domain import Id, Thing
from sammenheng_web.collaborations.rooms import Room
from sammenheng_web.ui.said import Said, title_of
from sammenheng_web.ui.showing import Link
from sammenheng_web.ui.sorting import norwegian

T = TypeVar("T", bound=Thing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An organisation whose part can be shown."""

    id: Id
    name: Said
    is_own: bool
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a page shows: everything, or what concerns the chosen organisation."""

    choices: tuple[Choice, ...]
    organisation: Id | None = None
    link: Link | None = None
    concerned: frozenset[Id] = frozenset()

    def has(self, id: Id) -> bool:
        """Whether the page shows this object."""
        return self.organisation is None or id in self.concerned

    def of(self, things: Iterable[T]) -> tuple[T, ...]:
        """Those of the objects that the page shows."""
        return tuple(thing for thing in things if self.has(thing.id))

    @property
    def query(self) -> str:
        """The part as an address carries it."""
        return f"?part={self.organisation}" if self.organisation else ""


def read_part(request: HttpRequest, room: Room) -> Part:
    """The part that the address asks for; Http404 when there is no such organisation to be seen."""
    asked = request.GET.get("part", "")
    whole = room.collaboration.in_use
    own = room.membership.organisation
    choices = sorted(
        (
            Choice(id=party.id, name=title_of(party), is_own=party.id == own, is_chosen=party.id == asked)
            for party in whole.organisations
        ),
        key=lambda choice: (not choice.is_own, norwegian(str(choice.name))),
    )
    if not asked:
        return Part(choices=tuple(choices))
    try:
        concerned = concerns(whole, Id(asked))
    except NotInUseError:
        raise Http404 from None
    return Part(choices=tuple(choices), organisation=Id(asked), link=room.showing.link(Id(asked)), concerned=concerned)
