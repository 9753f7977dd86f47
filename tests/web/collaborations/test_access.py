"""Every decision of `can`, and that what the filter finds is just what `can` lets be read."""

import itertools

import pytest
from django.db import transaction
from django.db.models import Q
from tests.support.collaborations import make

from sammenheng.domain import FELLES, Id, object_types
from sammenheng_web.collaborations import mapping
from sammenheng_web.collaborations.access import Act, Guarded, Member, can, visible
from sammenheng_web.collaborations.models import ROWS, TYPES
from sammenheng_web.organisations.models import Role, Workspace

OWN, PARTNER = Id("own-agency"), Id("partner-agency")
MEMBERS = [
    Member(workspace="here", organisation=OWN, role=role, may_see_personal_data=personal)
    for role, personal in itertools.product(Role, (True, False))
]
THINGS = [
    Guarded(workspace=workspace, owner=owner, shared=shared, sensitivity=sensitivity, state=state)
    for workspace, owner, shared, sensitivity, state in itertools.product(
        ("here", "elsewhere"),
        (FELLES, OWN, PARTNER),
        (True, False),
        (0, 1, 2),
        ("active", "locked", "archived", "trashed"),
    )
]
# The table of the acts, written out once more and independently: role, owner of the object.
MAY = {
    Act.READ: {(role, owner) for role in Role for owner in (FELLES, OWN, PARTNER)},
    Act.EXPORT: {(role, owner) for role in Role for owner in (FELLES, OWN, PARTNER)},
    Act.COMMENT: {(role, owner) for role in Role if role != "reader" for owner in (FELLES, OWN, PARTNER)},
    Act.CREATE: {(role, owner) for role in ("contributor", "facilitator", "owner") for owner in (FELLES, OWN)},
    Act.EDIT: {(role, owner) for role in ("contributor", "facilitator", "owner") for owner in (FELLES, OWN)},
    Act.SHARE: {("owner", OWN)},
    Act.TRASH: {("contributor", OWN), ("facilitator", OWN), ("facilitator", FELLES), ("owner", OWN)},
    Act.STRUCTURE: {("facilitator", owner) for owner in (FELLES, OWN, PARTNER)},
    Act.INVITE: {("facilitator", owner) for owner in (FELLES, OWN, PARTNER)},
    Act.MANAGE_PEOPLE: {("owner", OWN)},
    Act.DECIDE: {("steering", owner) for owner in (FELLES, OWN, PARTNER)},
    Act.PROPOSE_PUBLICATION: {("facilitator", owner) for owner in (FELLES, OWN, PARTNER)},
    Act.APPROVE_PUBLICATION: {("owner", OWN), ("steering", FELLES), ("steering", PARTNER)},
}


def seen(member: Member, thing: Guarded) -> bool:
    """The rule of sight, in its own words."""
    if thing.workspace != "here":
        return False
    if thing.owner == PARTNER and not thing.shared:
        return False
    if thing.sensitivity == 0:
        return True
    return member.may_see_personal_data and (thing.sensitivity == 1 or thing.owner == OWN)


def expected(member: Member, act: Act, thing: Guarded) -> bool:
    if not seen(member, thing) or (member.role, thing.owner) not in MAY[act]:
        return False
    if act is Act.SHARE and thing.sensitivity == 2:
        return False
    return thing.state == "active" or act not in (Act.CREATE, Act.EDIT, Act.SHARE, Act.TRASH)


def test_every_decision_is_the_one_in_the_table() -> None:
    wrong = [
        (member, act, thing)
        for member, act, thing in itertools.product(MEMBERS, Act, THINGS)
        if bool(can(member, act, thing)) != expected(member, act, thing)
    ]

    assert len(MEMBERS) * len(Act) * len(THINGS) == 18_720
    assert wrong == []


def test_every_refusal_has_a_reason_and_what_is_out_of_sight_has_just_one() -> None:
    for member, act, thing in itertools.product(MEMBERS, Act, THINGS):
        verdict = can(member, act, thing)

        assert bool(verdict) == (verdict.reason == "")
        assert seen(member, thing) or verdict.reason == "not-there"


def test_role_never_changes_sight() -> None:
    for thing in THINGS:
        for personal in (True, False):
            verdicts = {
                bool(can(member, Act.READ, thing)) for member in MEMBERS if member.may_see_personal_data == personal
            }

            assert len(verdicts) == 1


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(6))
def test_the_filter_finds_just_what_can_be_read(seed: int) -> None:
    whole = make(sorted(object_types()) * 3, seed=seed, fill=0.5)
    workspace = Workspace.objects.create()
    with transaction.atomic():
        mapping.store(workspace.key, whole)
    organisations = [thing.id for thing in whole.organisations]

    for organisation, personal in itertools.product([*organisations, Id("no-such-agency")], (True, False)):
        member = Member(
            workspace=workspace.key, organisation=organisation, role=Role.READER, may_see_personal_data=personal
        )
        found = {
            ident
            for kind in TYPES
            for ident in ROWS[kind]._default_manager.filter(visible(member)).values_list("ident", flat=True)
        }

        assert found == {
            thing.id
            for thing in whole.objects.values()
            if can(
                member,
                Act.READ,
                Guarded(
                    workspace=workspace.key,
                    owner=thing.owner,
                    shared=thing.shared,
                    sensitivity=thing.sensitivity,
                    state=thing.state,
                ),
            )
        }
        assert mapping.collaboration(member).objects.keys() == found


@pytest.mark.django_db
def test_member_of_another_workspace_finds_nothing_here() -> None:
    workspace = Workspace.objects.create()
    with transaction.atomic():
        mapping.store(workspace.key, make(["Need"], seed=1))
    member = Member(workspace="elsewhere", organisation=OWN, role=Role.FACILITATOR, may_see_personal_data=True)

    assert not ROWS["need"]._default_manager.filter(visible(member)).exists()
    assert ROWS["need"]._default_manager.filter(Q(workspace=workspace.key)).exists()
