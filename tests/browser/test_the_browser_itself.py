"""The browser that the tests drive."""

import pytest
from playwright.sync_api import Page, expect

from launch import browser
from launch.speech import Trouble


@pytest.mark.slow
def test_browser_shows_norwegian_letters_and_finds_them_by_role(page: Page) -> None:
    page.set_content("<h1>Dødsfall og arv</h1><button>Gå på</button>")

    expect(page.get_by_role("heading", name="Dødsfall og arv")).to_be_visible()
    expect(page.get_by_role("button", name="Gå på")).to_be_enabled()


def test_a_named_browser_that_cannot_run_is_an_error_and_not_a_reason_to_take_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SAMMENHENG_CHROMIUM", "/no/such/browser")

    with pytest.raises(Trouble, match="cannot be run"):
        browser.find()
