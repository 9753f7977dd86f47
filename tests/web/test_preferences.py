"""Language and appearance, chosen with plain forms."""

import pytest
from tests.web.conftest import InspectingClient, People, browser_of

pytestmark = pytest.mark.django_db


def language_of(page: bytes) -> str:
    """The language the page says it is in."""
    return page.decode().partition('<html lang="')[2][:2]


def test_bokmal_is_spoken_when_nothing_is_chosen(client: InspectingClient) -> None:
    assert language_of(client.get("/").content) == "nb"


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_chosen_language_stays(client: InspectingClient, code: str) -> None:
    answer = client.post("/language/", {"language": code, "next": "/accessibility/"})

    assert answer["Location"] == "/accessibility/"
    assert language_of(client.get("/").content) == code


def test_language_follows_the_person_to_another_browser(people: People) -> None:
    browser_of(people.own).post("/language/", {"language": "nn", "next": "/"})

    assert language_of(browser_of(people.own).get("/").content) == "nn"


def test_unknown_language_changes_nothing(client: InspectingClient) -> None:
    client.post("/language/", {"language": "xx", "next": "/"})

    assert language_of(client.get("/").content) == "nb"


@pytest.mark.parametrize("theme", ["light", "dark", "auto"])
def test_chosen_theme_is_said_by_the_server(client: InspectingClient, theme: str) -> None:
    client.post("/theme/", {"theme": theme, "next": "/"})

    assert f'data-color-scheme="{theme}"' in client.get("/").content.decode()


def test_forms_do_not_lead_to_other_sites(client: InspectingClient) -> None:
    for address in ("/language/", "/theme/"):
        assert client.post(address, {"next": "//elsewhere.example/"})["Location"] == "/"
