"""What a machine can tell about accessibility: axe on every page, in both themes, wide and narrow."""

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import AXE, Open, addresses
from tests.web.conftest import People

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
pytestmark = pytest.mark.slow


def findings(page: Page) -> list[str]:
    """What axe finds wrong with the page as it is shown."""
    page.evaluate(AXE)
    result = page.evaluate("tags => axe.run({runOnly: {type: 'tag', values: tags}})", TAGS)
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page(opened: Open, people: People, theme: str, width: int) -> None:
    page = opened(people.own, theme=theme, width=width)

    found = []
    for name, address in addresses(people).items():
        page.goto(address)
        found += [f"{name}: {finding}" for finding in findings(page)]

    assert not found, "\n".join(found)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_the_opened_panels(opened: Open, people: People, theme: str) -> None:
    page = opened(people.own, theme=theme, width=390)
    page.goto(people.address())

    found = {}
    for panel in ("preferences", "account", "rooms"):
        page.click(f"button[popovertarget={panel}]")
        found[panel] = findings(page)
        page.keyboard.press("Escape")

    assert found == {"preferences": [], "account": [], "rooms": []}


@pytest.mark.parametrize("width", [320, 390, 1920])
def test_no_page_must_be_scrolled_sideways(opened: Open, people: People, width: int) -> None:
    page = opened(people.own, width=width)

    too_wide = {}
    for name, address in addresses(people).items():
        page.goto(address)
        too_wide[name] = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    assert {name: excess for name, excess in too_wide.items() if excess > 0} == {}


def test_axe_is_awake(opened: Open, people: People) -> None:
    page = opened()
    page.goto("/")
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")

    assert any("image-alt" in finding for finding in findings(page))
