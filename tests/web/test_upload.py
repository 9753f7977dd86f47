"""Opening a file: choose, see, decide."""

import json
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from tests.web.conftest import InspectingClient, People, browser_of
from tests.web.example import AGENCY, MINIMAL, PARTNER, two_agencies_one_journey

from sammenheng.domain import read, write
from sammenheng_web.audit.models import Entry
from sammenheng_web.collaborations.models import Upload
from sammenheng_web.organisations.models import Membership, Role, Workspace

pytestmark = pytest.mark.django_db


def send(browser: InspectingClient, content: bytes, name: str = "file.sammenheng.json") -> HttpResponse:
    """Choose a file and send it."""
    return browser.post("/open-file/", {"file": SimpleUploadedFile(name, content)})


def test_file_is_shown_before_anything_is_stored(people: People) -> None:
    browser = browser_of(people.outsider)
    rooms = Workspace.objects.count()

    answer = send(browser, MINIMAL.read_bytes())
    page = browser.get(answer["Location"]).content.decode()

    assert "Én beskjed om hjelpen hjemme" in page
    assert Workspace.objects.count() == rooms


def test_preview_says_how_much_each_organisation_will_not_see(people: People) -> None:
    browser = browser_of(people.outsider)
    browser.post("/language/", {"language": "en", "next": "/"})
    answer = send(browser, write(two_agencies_one_journey()))

    page = browser.get(answer["Location"]).content.decode()

    def told(organisation: str) -> str:
        return (
            page.partition(f'value="{organisation}"')[2].partition('data-field="description"')[2].partition("</div>")[0]
        )

    assert "You will not be able to see 1 object" in told(AGENCY)
    assert "You will not be able to see 2 objects" in told(PARTNER)
    assert "1 object holds personal data" in page


def test_confirmed_file_becomes_a_room_with_its_sender_as_facilitator(people: People) -> None:
    browser = browser_of(people.outsider)
    answer = send(browser, MINIMAL.read_bytes())

    done = browser.post(answer["Location"], {"organisation": PARTNER}, follow=True)

    assert done.status_code == 200
    membership = Membership.objects.get(person=people.outsider)
    assert (membership.organisation, membership.role) == (PARTNER, Role.FACILITATOR)
    assert not membership.may_see_personal_data
    assert Entry.objects.filter(act="workspace.start", person=people.outsider.pk).exists()
    assert not Upload.objects.exists()


def test_confirming_twice_makes_one_room(people: People) -> None:
    browser = browser_of(people.outsider)
    address = send(browser, MINIMAL.read_bytes())["Location"]

    first = browser.post(address, {"organisation": PARTNER})
    second = browser.post(address, {"organisation": PARTNER})

    assert (first.status_code, second.status_code) == (302, 404)
    assert Membership.objects.filter(person=people.outsider).count() == 1


@pytest.mark.parametrize("organisation", ["", "org-unknown"])
def test_without_a_known_organisation_nothing_is_stored_and_the_page_says_why(
    people: People, organisation: str
) -> None:
    browser = browser_of(people.outsider)
    address = send(browser, MINIMAL.read_bytes())["Location"]

    answer = browser.post(address, {"organisation": organisation})

    assert answer.status_code == 422
    assert "data-error-summary" in answer.content.decode()
    assert not Membership.objects.filter(person=people.outsider).exists()
    assert Upload.objects.exists()


def test_file_without_organisations_cannot_be_started(people: People) -> None:
    browser = browser_of(people.outsider)
    empty = b'{"format": "sammenheng", "format_version": 1, "id": "empty-one", "name": {"nb": "Tom"}}'

    answer = browser.get(send(browser, empty)["Location"])

    assert answer.status_code == 200
    assert 'name="organisation"' not in answer.content.decode()


def test_file_that_was_let_go_of_is_gone(people: People) -> None:
    browser = browser_of(people.outsider)
    address = send(browser, MINIMAL.read_bytes())["Location"]

    answer = browser.post(address + "discard/", follow=True)

    assert answer.status_code == 200
    assert not Upload.objects.exists()
    assert browser.get(address).status_code == 404


BROKEN = {
    "nothing": b"",
    "not json": b"hello",
    "wrong encoding": b'{"format": "sammenheng", "name": "\xe6"}',
    "another format": b'{"format": "other"}',
    "unknown field": json.dumps({**json.loads(MINIMAL.read_bytes()), "colour": 1}).encode(),
    "dangling": MINIMAL.read_bytes().replace(b'"org-nav"', b'"org-gone"', 1),
    "nested": b"[" * 100_000,
    "markup": b'{"format": "sammenheng", "format_version": 1, "id": "<script>x()</script>", "name": {"nb": "A"}}',
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_broken_file_is_refused_with_reason_and_cure_and_nothing_is_kept(people: People, content: bytes) -> None:
    rooms = Workspace.objects.count()

    answer = send(browser_of(people.outsider), content)

    page = answer.content.decode()
    assert answer.status_code in (200, 422)
    assert "data-error-summary" in page
    assert "<script>x()" not in page
    assert Workspace.objects.count() == rooms
    assert not Upload.objects.exists()


def test_refusal_tells_the_place_in_the_file(people: People) -> None:
    broken = json.loads(MINIMAL.read_bytes())
    broken["needs"][0]["name"] = {"nb": ""}

    page = send(browser_of(people.outsider), json.dumps(broken).encode()).content.decode()

    assert "<code>$.needs[0].name.nb</code>" in page


def test_form_without_a_file_says_so(people: People) -> None:
    answer = browser_of(people.outsider).post("/open-file/", {})

    assert answer.status_code == 200
    assert 'href="#id_file"' in answer.content.decode()


def test_file_of_another_cannot_be_seen_started_or_let_go_of(people: People) -> None:
    address = send(browser_of(people.outsider), MINIMAL.read_bytes())["Location"]
    browser = browser_of(people.own)

    answers = [
        browser.get(address),
        browser.post(address, {"organisation": PARTNER}),
        browser.post(address + "discard/"),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert Upload.objects.exists()


def test_name_of_the_file_is_shown_as_text(people: People) -> None:
    browser = browser_of(people.outsider)

    answer = send(browser, MINIMAL.read_bytes(), name='<img src=x onerror="x()">.json')

    assert "<img" not in browser.get(answer["Location"]).content.decode()


def test_room_from_a_file_gives_the_same_file_back(people: People) -> None:
    browser = browser_of(people.outsider)
    whole = replace(read(MINIMAL.read_bytes()))
    address = send(browser, write(whole))["Location"]
    room = browser.post(address, {"organisation": PARTNER})["Location"]

    assert browser.get(room + "file/").content == write(whole)
