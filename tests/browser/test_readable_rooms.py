"""The rooms one reads, filled from a worked example, in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Open
from tests.browser.test_accessibility import findings
from tests.browser.test_keyboard import stops
from tests.web.conftest import People

from sammenheng.domain import Id, read
from sammenheng_web.collaborations.commands.start import start
from sammenheng_web.organisations.models import Workspace

pytestmark = pytest.mark.slow
EXAMPLE = Path(__file__).parents[2] / "examples" / "alvorlig-sykt-barn.sammenheng.json"
ROOMS = ("insight", "actors", "goals", "effects", "concepts", "governance", "guide")
NAV = "org-nav"


@pytest.fixture
def ill_child(people: People) -> Workspace:
    """The worked example, read by the facilitator of those who play."""
    return start(people.facilitator, read(EXAMPLE.read_bytes()), organisation=Id(NAV))


def addresses(workspace: Workspace) -> list[str]:
    """Every room, and the two ways to look closer."""
    effect = min(one.id for one in read(EXAMPLE.read_bytes()).effects)
    return [
        *(f"/{workspace.key}/{room}/" for room in ROOMS),
        f"/{workspace.key}/effects/?effect={effect}",
        f"/{workspace.key}/actors/?part={NAV}",
    ]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_the_filled_rooms(
    opened: Open, people: People, ill_child: Workspace, theme: str, width: int
) -> None:
    page = opened(people.facilitator, theme=theme, width=width)

    found = {}
    for address in addresses(ill_child):
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        found[address] = findings(page)

    assert {address: those for address, those in found.items() if those} == {}


@pytest.mark.parametrize("width", [320, 390, 1920])
def test_no_filled_room_must_be_scrolled_sideways(
    opened: Open, people: People, ill_child: Workspace, width: int
) -> None:
    page = opened(people.facilitator, width=width)

    too_wide = {}
    for address in addresses(ill_child):
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        too_wide[address] = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    assert {address: excess for address, excess in too_wide.items() if excess > 0} == {}


def test_focus_goes_through_the_governance_in_reading_order_and_can_be_seen(
    opened: Open, people: People, ill_child: Workspace
) -> None:
    page = opened(people.facilitator)
    page.goto(f"/{ill_child.key}/governance/")

    found = stops(page)

    places = [stop["place"] for stop in found]
    assert places == sorted(places)
    assert [stop["what"] for stop in found if not (stop["isSeen"] and stop["isOnScreen"])] == []


def test_part_is_chosen_by_keyboard_and_without_script(opened: Open, people: People, ill_child: Workspace) -> None:
    page = opened(people.facilitator, script=False, language="en")
    page.goto(f"/{ill_child.key}/actors/")

    page.focus("#part")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator("#your-part h2")).to_contain_text("Only what concerns")
    assert page.url.endswith(f"?part={NAV}")
    assert page.locator("nav#rooms a[href$='/goals/']").count() == 0
    assert page.locator(f"nav#rooms a[href$='/goals/?part={NAV}']").count() == 1


def test_effect_is_walked_without_script(opened: Open, people: People, ill_child: Workspace) -> None:
    page = opened(people.facilitator, script=False, width=390)
    page.goto(f"/{ill_child.key}/effects/")
    effect = page.locator(".chain__effect a").first
    name = effect.inner_text()

    effect.click()

    expect(page.locator("#thread")).to_contain_text(name)
    expect(page.locator(".thread-of .thread")).to_be_visible()
