"""By keyboard alone: where focus goes, in which order, and whether it can be seen."""

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import Open, addresses
from tests.web.conftest import People

pytestmark = pytest.mark.slow
MOST_STOPS = 400
FOCUSED = """() => {
    const here = document.activeElement;
    if (!here || here === document.body) return null;
    const style = getComputedStyle(here), after = getComputedStyle(here, "::after"), box = here.getBoundingClientRect();
    const drawn = (one) => one.outlineStyle !== "none" && parseFloat(one.outlineWidth) >= 2 || one.boxShadow !== "none";
    const everything = [...document.querySelectorAll("*")];
    return {
        place: everything.indexOf(here),
        what: here.outerHTML.slice(0, 90),
        isSeen: drawn(style) || drawn(after),
        isOnScreen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
}"""


def stops(page: Page) -> list[dict[str, object]]:
    """Every place that Tab leads to, from the top of the page to its end."""
    found: list[dict[str, object]] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if here is None or (found and here["place"] == found[0]["place"]):
            return found
        found.append(here)
    raise AssertionError(f"more than {MOST_STOPS} stops, or focus is caught at {found[-1]}")


def test_focus_goes_through_every_page_in_reading_order_and_can_be_seen(opened: Open, people: People) -> None:
    page = opened(people.own)

    faults: dict[str, list[object]] = {}
    for name, address in addresses(people).items():
        page.goto(address)
        # A page with errors begins at its summary; this is about reading from the top.
        page.evaluate("document.activeElement.blur()")
        found = stops(page)
        places = [stop["place"] for stop in found]
        unseen = [stop["what"] for stop in found if not (stop["isSeen"] and stop["isOnScreen"])]
        in_order = places == sorted(places) or page.locator("[data-error-summary]").count()
        faults[name] = unseen + ([] if in_order else ["not in the order of the page"])
        assert len(found) >= 4

    assert {name: those for name, those in faults.items() if those} == {}


def test_first_stop_skips_to_the_content(opened: Open, people: People) -> None:
    page = opened(people.own)
    page.goto(people.address())

    page.keyboard.press("Tab")
    text = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")

    assert text == "#content"
    assert page.evaluate("document.activeElement.id") == "content"


def test_panels_open_and_close_by_keyboard_and_focus_comes_back(opened: Open, people: People) -> None:
    page = opened(people.own, width=390)
    page.goto(people.address())
    button = page.locator("button[popovertarget=rooms]")

    button.focus()
    page.keyboard.press("Enter")
    opened_panel = page.locator("#rooms").is_visible()
    page.keyboard.press("Escape")

    assert opened_panel
    assert not page.locator("#rooms").is_visible()
    assert page.evaluate("document.activeElement.getAttribute('popovertarget')") == "rooms"


def test_errors_of_a_form_receive_focus(opened: Open, people: People) -> None:
    page = opened()
    page.goto("/sign-in/")

    page.keyboard.press("Tab")
    page.locator("main button[type=submit]").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-error-summary]")

    assert page.evaluate("document.activeElement.hasAttribute('data-error-summary')")
