"""Acting for an organisation: who may enter, through which membership, until when."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.web.conftest import People, browser_of
from tests.web.example import PARTNER, SECRET

from sammenheng_web.audit.models import Entry
from sammenheng_web.organisations.models import Membership, Role

pytestmark = pytest.mark.django_db


def also_for_partner(people: People) -> Membership:
    """The own agency's person gets a second membership, for the partner."""
    return Membership.objects.create(
        person=people.own, workspace=people.workspace, organisation=PARTNER, role=Role.READER
    )


def test_membership_that_ends_closes_the_room_at_once(people: People) -> None:
    browser = browser_of(people.own)
    assert browser.get(people.address()).status_code == 200

    Membership.objects.filter(person=people.own).update(valid_to=timezone.now())

    assert browser.get(people.address()).status_code == 404


def test_membership_that_has_not_begun_opens_nothing(people: People) -> None:
    Membership.objects.filter(person=people.own).update(valid_from=timezone.now() + timedelta(hours=1))

    assert browser_of(people.own).get(people.address()).status_code == 404


def test_person_who_belongs_through_several_must_choose_first(people: People) -> None:
    also_for_partner(people)

    answer = browser_of(people.own).get(people.address("content/need/"))

    assert answer.status_code == 302
    assert answer["Location"] == people.address("act-for/") + "?next=" + people.address("content/need/").replace(
        "/", "%2F"
    )


def test_choice_decides_what_is_seen_and_gives_a_new_session_id(people: People) -> None:
    partner = also_for_partner(people)
    browser = browser_of(people.own)
    before = browser.session.session_key

    answer = browser.post(
        people.address("act-for/"), {"membership": str(partner.id), "next": people.address("content/need/")}
    )

    assert answer["Location"] == people.address("content/need/")
    assert SECRET not in browser.get(people.address("content/need/")).content.decode()
    assert browser.session.session_key != before
    assert Entry.objects.get(act="acting").organisation == PARTNER


def test_nobody_acts_through_the_membership_of_another(people: People) -> None:
    also_for_partner(people)
    theirs = Membership.objects.get(person=people.facilitator)

    answer = browser_of(people.own).post(people.address("act-for/"), {"membership": str(theirs.id)})

    assert answer.status_code == 404


@pytest.mark.parametrize("membership", ["", "x", "00000000-0000-0000-0000-000000000000"])
def test_nonsense_as_choice_is_not_found(people: People, membership: str) -> None:
    answer = browser_of(people.own).post(people.address("act-for/"), {"membership": membership})

    assert answer.status_code == 404
