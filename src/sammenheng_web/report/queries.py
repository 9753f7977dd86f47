"""What the room shows before anything is taken away: what can be asked for, and what the document lacks."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.conf import settings
from django.http import Http404
from django.utils import timezone

from sammenheng.documents.basis import Basis, DecisionBasis, ministry_names
from sammenheng.documents.visible import visible
from sammenheng.domain import Collaboration, Id
from sammenheng.domain.words import Journey, Organisation
from sammenheng.economy.flows import is_estimated
from sammenheng_web.collaborations.rooms import Room
from sammenheng_web.collaborations.your_part import Part
from sammenheng_web.report.writing import basis_of, told
from sammenheng_web.ui.entries import Entry, entry
from sammenheng_web.ui.terms import texts

FORMS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
}
ORGANISATION, MINISTRY = "organisation:", "ministry:"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which document: the whole, or the page of one organisation or one ministry; in which language."""

    organisation: str = ""
    ministry: str = ""
    language: str

    @property
    def value(self) -> str:
        """As the form says it."""
        if self.organisation:
            return ORGANISATION + self.organisation
        return MINISTRY + self.ministry if self.ministry else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GapsOf:
    """What one chapter could not answer."""

    chapter: str
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """What the amounts of the calculation rest on."""

    illustrative: int
    sourced: int
    neither: int

    @property
    def all(self) -> int:
        """How many amounts are counted."""
        return self.illustrative + self.sourced + self.neither


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """A document before it is written: what it holds, and what it lacks."""

    chapters: tuple[str, ...]
    gaps: tuple[GapsOf, ...]
    count: int
    study: int
    has_plan: bool
    amounts: Amounts
    unestimated: tuple[Entry, ...]
    left_out: int
    ministries: tuple[str, ...]


def asked(room: Room, about: str, language: str) -> Asked:
    """What the address asks for; Http404 when there is no such organisation or language to be seen."""
    if language not in dict(settings.LANGUAGES):
        raise Http404
    if about.startswith(ORGANISATION):
        organisation = about.removeprefix(ORGANISATION)
        if not isinstance(room.collaboration.in_use.get(Id(organisation)), Organisation):
            raise Http404
        return Asked(organisation=organisation, language=language)
    if about.startswith(MINISTRY):
        return Asked(ministry=about.removeprefix(MINISTRY), language=language)
    if about:
        raise Http404
    return Asked(language=language)


def content(room: Room, wanted: Asked) -> Collaboration:
    """What may stand in a document to take away: what all share, and for one organisation also its own."""
    return visible(room.collaboration, organisation=Id(wanted.organisation) if wanted.organisation else None)


def check_ministry(basis: Basis, wanted: Asked) -> None:
    """Http404 when the ministry that is asked for is in no organisation's area."""
    if wanted.ministry and not ministry_names(basis, texts(), wanted.ministry)[0]:
        raise Http404


def prepared(room: Room, wanted: Asked) -> Prepared:
    """The document that is asked for, told but not written."""
    whole = content(room, wanted)
    basis = basis_of(whole, timezone.localdate())
    check_ministry(basis, wanted)
    made = told(basis, texts(), organisation=wanted.organisation, ministry=wanted.ministry)
    rests_on = basis.economy.basis
    return Prepared(
        chapters=tuple(section.title.text for section in made.document.sections if section.title),
        gaps=tuple(_gaps(made)),
        count=len(made.gaps),
        study=sum(chapter == "study" for chapter, _ in made.gaps),
        has_plan=basis.plan is not None,
        amounts=Amounts(illustrative=rests_on.illustrative, sourced=rests_on.sourced, neither=rests_on.neither),
        unestimated=tuple(_unestimated(room, whole)),
        left_out=len(room.collaboration.in_use.objects) - len(whole.objects),
        ministries=ministry_names(basis, texts(), "")[1],
    )


def _gaps(made: DecisionBasis) -> Iterator[GapsOf]:
    titles = {section.id: section.title.text for _, section in made.document.walk()}
    for chapter, gaps in groupby(made.gaps, key=lambda gap: gap[0]):
        yield GapsOf(chapter=titles.get(chapter, ""), gaps=tuple(gap for _, gap in gaps))


def _unestimated(room: Room, whole: Collaboration) -> Iterator[Entry]:
    """Deliverables without duration, or without a cost that has an amount."""
    with_cost = {cost.deliverable for cost in whole.costs if is_estimated(cost)}
    for deliverable in whole.deliverables:
        if deliverable.duration is None or deliverable.id not in with_cost:
            yield entry(room.showing, deliverable)


def journeys(room: Room, part: Part) -> tuple[Entry, ...]:
    """The journeys whose pictures can be taken away."""
    found = part.of(room.collaboration.in_use.journeys)
    return tuple(entry(room.showing, one) for one in found if isinstance(one, Journey))
