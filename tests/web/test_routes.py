"""Every address, opened by everybody who plays."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.urls import reverse
from tests.web.conftest import InspectingClient, People, browser_of
from tests.web.example import MINIMAL

from sammenheng_web.collaborations.commands.start import keep_upload
from sammenheng_web.config.access_table import ACCESS_TABLE, Who
from sammenheng_web.organisations.models import PersonSession

pytestmark = pytest.mark.django_db


def nothing(people: People) -> list[object]:
    """An address without parts."""
    return []


def room(people: People) -> list[object]:
    """The room of those who play."""
    return [people.workspace.key]


def journey(people: People) -> list[object]:
    """The journey of those who play."""
    return [people.workspace.key, "journey-today"]


def waiting_file(people: People) -> list[object]:
    """A file that the own agency has sent."""
    return [keep_upload(people.own, file_name="a.json", content=MINIMAL.read_bytes()).pk]


def session_of_own(people: People) -> list[object]:
    """A session of the own agency."""
    browser_of(people.own)
    return [PersonSession.objects.filter(person=people.own).first().id]


@dataclass(frozen=True, kw_only=True)
class Page:
    """How a route is opened, and what the players get: nobody signed in, outsider, partner, own agency."""

    parts: Callable[[People], list[object]] = nothing
    query: str = ""
    method: str = "get"
    nobody: int = 200
    outsider: int = 200
    partner: int = 200
    own: int = 200


IN_ROOM = {"nobody": 302, "outsider": 404, "partner": 200, "own": 200}
SIGNED_IN = {"nobody": 302}
FORM = {"method": "post", "nobody": 302, "outsider": 302, "partner": 302, "own": 302}
OWN_ONLY = {"nobody": 302, "outsider": 404, "partner": 404, "own": 200}

TOO_LARGE = {"nobody": 413, "outsider": 413, "partner": 413, "own": 413}

PAGES = {
    "too_large": Page(**TOO_LARGE),
    "start:home": Page(),
    "start:accessibility": Page(),
    "start:choose_file": Page(**SIGNED_IN),
    "start:preview": Page(parts=waiting_file, **OWN_ONLY),
    "start:discard_file": Page(parts=waiting_file, method="post", **(OWN_ONLY | {"own": 302})),
    "start:act_for": Page(parts=room, **IN_ROOM),
    "organisations:sign_in": Page(),
    "organisations:sign_out": Page(**FORM),
    "organisations:signed_out": Page(),
    "organisations:language": Page(**FORM),
    "organisations:theme": Page(**FORM),
    "organisations:sessions": Page(**SIGNED_IN),
    "organisations:end_session": Page(parts=session_of_own, method="post", **(OWN_ONLY | {"own": 302})),
    "overview:index": Page(parts=room, **IN_ROOM),
    "overview:file": Page(parts=room, **IN_ROOM),
    "journeys:journey": Page(parts=journey, **IN_ROOM),
    "journeys:map": Page(parts=journey, **IN_ROOM),
    "journeys:file": Page(parts=lambda people: [*journey(people), "svg"], **IN_ROOM),
    "report:file": Page(parts=room, query="?form=html", **IN_ROOM),
    "content:index": Page(parts=room, **IN_ROOM),
    "content:objects": Page(parts=lambda people: [people.workspace.key, "need"], **IN_ROOM),
    "content:object": Page(parts=lambda people: [people.workspace.key, "need", "need-shared"], **IN_ROOM),
    "ui:components": Page(),
}
# A room's first page needs nothing but the room, so a new room is opened here by itself.
PAGES |= {name: Page(parts=room, **IN_ROOM) for name in ACCESS_TABLE if name.endswith(":index") and name not in PAGES}


def test_every_route_has_a_page_test_and_every_page_test_a_route() -> None:
    assert set(PAGES) == set(ACCESS_TABLE)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("player", ["nobody", "outsider", "partner", "own"])
def test_route_answers_each_player_as_it_should(people: People, name: str, player: str) -> None:
    page = PAGES[name]
    address = reverse(name, args=page.parts(people)) + page.query
    browser = browser_of(None if player == "nobody" else getattr(people, player))

    answer = getattr(browser, page.method)(address)

    assert answer.status_code == getattr(page, player)


@pytest.mark.parametrize("name", [name for name, row in ACCESS_TABLE.items() if row.who is not Who.ANYONE])
def test_whoever_is_not_signed_in_is_led_to_signing_in(client: InspectingClient, people: People, name: str) -> None:
    page = PAGES[name]

    answer = getattr(client, page.method)(reverse(name, args=page.parts(people)))

    assert answer["Location"].startswith("/sign-in/?next=")


@pytest.mark.parametrize("name", [name for name, row in ACCESS_TABLE.items() if row.who is Who.MEMBER])
def test_room_of_others_and_room_that_does_not_exist_are_the_same_to_an_outsider(people: People, name: str) -> None:
    browser = browser_of(people.outsider)
    parts = PAGES[name].parts(people)

    theirs = browser.get(reverse(name, args=parts))
    nowhere = browser.get(reverse(name, args=["0" * 12, *parts[1:]]))

    assert theirs.status_code == nowhere.status_code == 404
    assert without_tokens(theirs.content) == without_tokens(nowhere.content).replace("0" * 12, people.workspace.key)


def without_tokens(page: bytes) -> str:
    """The page without what differs from one answer to the next."""
    lines = page.decode().splitlines()
    return "\n".join(line for line in lines if "csrfmiddlewaretoken" not in line)
