"""The map and its table in a real browser: by keyboard, and on a phone."""

import pytest
from tests.browser.conftest import Open
from tests.web.conftest import People

pytestmark = pytest.mark.slow
JOURNEY = "journeys/journey-today/"


@pytest.mark.parametrize("rest", [JOURNEY, JOURNEY + "map/"])
def test_map_is_moved_by_keyboard_inside_its_frame(opened: Open, people: People, rest: str) -> None:
    page = opened(people.own, width=390, script=True)
    page.goto(people.address(rest))
    frame = page.locator(".journey-frame")

    frame.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")

    page.wait_for_function("document.querySelector('.journey-frame').scrollLeft > 0")
    assert page.evaluate("document.documentElement.scrollLeft") == 0


def test_steps_stand_below_each_other_on_a_phone_and_are_still_a_table_to_those_who_listen(
    opened: Open, people: People
) -> None:
    page = opened(people.own, width=390)
    page.goto(people.address(JOURNEY))
    table = page.get_by_role("table").filter(has=page.locator("#step-step-return-aids"))

    row = table.get_by_role("row").filter(has=page.locator("a[href*='step-return-aids']")).first
    tops = row.get_by_role("cell").evaluate_all("cells => cells.map(cell => cell.getBoundingClientRect().top)")

    assert len(tops) == 6
    assert tops == sorted(set(tops))
    assert row.get_by_role("rowheader").count() == 1
    assert table.get_by_role("columnheader").count() == 7


def test_file_is_taken_from_the_page(opened: Open, people: People) -> None:
    page = opened(people.own, script=False)
    page.goto(people.address("report/"))

    page.select_option("#language", "en")
    with page.expect_download() as taken:
        page.click("button[name=form][value=html]")

    assert taken.value.suggested_filename == "minimal-basis-en.html"
