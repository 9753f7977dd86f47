"""A real browser at the site, with the people who play in the page tests."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page
from tests.web.conftest import PASSWORD, People, make_people
from tests.web.test_routes import PAGES

from sammenheng_web.organisations.models import Person

AXE = (Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
Open = Callable[..., Page]
NOT_OPENED = ("overview:file", "journeys:file", "report:file", "too_large")
"""Addresses that give a file, or nothing by themselves."""


@pytest.fixture
def people(transactional_db: None) -> People:
    """The same room and people as in the page tests, where the browser's server can see them."""
    return make_people()


@pytest.fixture
def opened(browser: Browser, live_server: Any) -> Iterator[Open]:
    """Opens a browser window in which a person is signed in; complains at the end of what the windows complained of."""
    complaints: list[str] = []
    contexts: list[BrowserContext] = []

    def open_window(
        person: Person | None = None,
        *,
        theme: str = "light",
        width: int = 1280,
        language: str = "nb",
        script: bool = True,
    ) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": 900},
            java_script_enabled=script,
            locale="nb-NO",
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request",
            lambda request: (
                complaints.append(f"asks another host: {request.url}")
                if not request.url.startswith((live_server.url, "data:"))
                else None
            ),
        )
        if person is not None:
            sign_in(page, person)
        # After signing in, which brings the person's own language along.
        context.add_cookies(
            [
                {"name": "language", "value": language, "url": live_server.url},
                {"name": "theme", "value": theme, "url": live_server.url},
            ]
        )
        return page

    yield open_window

    for context in contexts:
        context.close()
    assert complaints == []


def sign_in(page: Page, person: Person) -> None:
    """Sign in through the page."""
    page.goto("/sign-in/")
    page.fill("input[name=email]", person.email)
    page.fill("input[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url("/")


def addresses(people: People) -> dict[str, str]:
    """Every page that is opened by its address, by the name of its route."""
    return {
        name: reverse(name, args=page.parts(people))
        for name, page in PAGES.items()
        if page.method == "get" and name not in NOT_OPENED
    }
