"""With script switched off: the pages are read and the forms work."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Open, addresses
from tests.web.conftest import People
from tests.web.example import MINIMAL, SHARED

pytestmark = pytest.mark.slow


def test_every_page_can_be_read(opened: Open, people: People) -> None:
    page = opened(people.own, script=False)

    for address in addresses(people).values():
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200
        expect(page.locator("h1")).to_be_visible()


def test_language_and_appearance_can_be_changed(opened: Open, people: People) -> None:
    page = opened(people.own, script=False)
    page.goto(people.address("content/need/"))

    page.click("button[popovertarget=preferences]")
    page.click("#preferences button[value=en]")
    page.click("button[popovertarget=preferences]")
    page.click("#preferences button[value=dark]")

    assert page.url.endswith(people.address("content/need/"))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("html")).to_have_attribute("data-color-scheme", "dark")


def test_rooms_are_reached_on_a_narrow_screen(opened: Open, people: People) -> None:
    page = opened(people.own, script=False, width=390)
    page.goto(people.address())

    page.click("button[popovertarget=rooms]")
    page.click(f"#rooms a[href='{people.address('content/')}']")

    assert page.url.endswith(people.address("content/"))


def test_list_is_searched_and_an_object_opened(opened: Open, people: People) -> None:
    page = opened(people.own, script=False)
    page.goto(people.address("content/need/"))

    page.fill("input[name=q]", "delt")
    page.press("input[name=q]", "Enter")
    page.click("main table a[href*='need-shared']")

    assert page.url.endswith(people.address(f"content/need/{SHARED}/"))


def test_file_is_opened_from_choosing_to_its_own_room(opened: Open, people: People) -> None:
    page = opened(people.outsider, script=False)
    page.goto("/open-file/")

    page.set_input_files("input[type=file]", Path(MINIMAL))
    page.click("main button[type=submit]")
    page.check("input[value=org-nav]")
    page.click("main form:first-of-type button[type=submit]")

    expect(page.locator("h1")).to_have_text("Én beskjed om hjelpen hjemme")
    expect(page.locator("[role=status]")).to_be_visible()
