"""What a file holds and what each of its organisations would see of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from sammenheng.domain import Collaboration, Id, ObjectType, Thing, collections
from sammenheng.domain.words import Organisation
from sammenheng_web.collaborations.access import Act, Guarded, Member, can
from sammenheng_web.organisations.models import Role
from sammenheng_web.ui.said import Said, title_of
from sammenheng_web.ui.sorting import norwegian

NOWHERE = ""
"""The workspace does not exist yet; the rule of sight is the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An organisation in the file, and how much of the file its people would not see."""

    id: Id
    name: Said
    leads: bool
    unseen: int


def counts(whole: Collaboration) -> list[tuple[ObjectType, int]]:
    """How many objects there are of each type that has any."""
    found = [(kind, len(getattr(whole, name))) for name, kind in collections().items()]
    return [(kind, number) for kind, number in found if number]


def parties(whole: Collaboration) -> list[Party]:
    """The organisations one may act for, the leading one first."""
    found = [party(whole, organisation) for organisation in whole.organisations]
    return sorted(found, key=lambda one: (not one.leads, norwegian(str(one.name))))


def party(whole: Collaboration, organisation: Organisation) -> Party:
    """One organisation in the file."""
    return Party(
        id=organisation.id,
        name=title_of(organisation),
        leads=organisation.id == whole.leads,
        unseen=sum(1 for _ in unseen(whole, organisation.id)),
    )


def unseen(whole: Collaboration, organisation: Id) -> Iterator[Thing]:
    """What somebody who acts for the organisation, without leave to see personal data, would not see."""
    member = Member(workspace=NOWHERE, organisation=organisation, role=Role.FACILITATOR)
    return (thing for thing in whole.objects.values() if not can(member, Act.READ, guarded(thing)))


def guarded(thing: Thing) -> Guarded:
    """What decides who may see an object."""
    return Guarded(workspace=NOWHERE, owner=thing.owner, shared=thing.shared, sensitivity=thing.sensitivity)


def personal(whole: Collaboration) -> int:
    """How many objects hold personal data, which nobody sees before their organisation has said who may."""
    return sum(1 for thing in whole.objects.values() if thing.sensitivity)
