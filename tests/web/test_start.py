"""The public start page and what stands beside it."""

import pytest
from tests.web.conftest import InspectingClient, People, browser_of

from sammenheng.domain.words.journeys import Event
from sammenheng_web.start.life_events import LIFE_EVENTS

pytestmark = pytest.mark.django_db


def test_seven_life_events_are_those_of_the_library() -> None:
    assert [event.code for event in LIFE_EVENTS] == [event.value for event in Event if event is not Event.OWN]


def test_start_page_shows_seven_life_events_and_says_which_ministry_is_unsure(client: InspectingClient) -> None:
    page = client.get("/", headers={"accept-language": "en"}).content.decode()

    cards = page.split('<article class="ds-card')[1:]
    assert len(cards) == 7
    assert [("Not checked against a source" in card) for card in cards] == [
        not event.ministry_is_sourced for event in LIFE_EVENTS
    ]


def test_start_page_leads_to_signing_in_and_nowhere_private(client: InspectingClient) -> None:
    page = client.get("/").content.decode()

    assert 'href="/sign-in/"' in page
    assert "/open-file/" not in page


def test_members_find_their_collaborations_on_the_start_page(people: People) -> None:
    page = browser_of(people.partner).get("/").content.decode()

    assert f'href="{people.address()}"' in page
    assert "Arbeids- og velferdsetaten" in page


def test_person_without_membership_learns_what_to_do(people: People) -> None:
    page = browser_of(people.outsider).get("/").content.decode()

    assert people.address() not in page
    assert "empty-state" in page
    assert 'href="/open-file/"' in page


def test_accessibility_page_names_the_contact_when_there_is_one(
    client: InspectingClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = client.get("/accessibility/").content.decode()
    monkeypatch.setattr("sammenheng_web.start.views.contact", lambda: "help@agency.example")

    page = client.get("/accessibility/").content.decode()

    assert "mailto:" not in without
    assert 'href="mailto:help@agency.example"' in page
