"""Lists of objects, and the page of one."""

import pytest
from tests.support.collaborations import one_of_everything
from tests.web.conftest import People, browser_of, new_person
from tests.web.example import HOSTILE, MARKUP, PERSONAL, PRIVATE, SECRET, SHARED, two_agencies_one_journey
from tests.web.test_routes import without_tokens

from sammenheng.domain import Collaboration, describe
from sammenheng_web.collaborations.commands.start import start

pytestmark = pytest.mark.django_db


def need(people: People, id: str) -> str:
    """The address of a need."""
    return people.address(f"content/need/{id}/")


def test_list_holds_what_the_member_may_see_and_not_a_trace_of_the_rest(people: People) -> None:
    own = browser_of(people.own).get(people.address("content/need/")).content.decode()
    partner = browser_of(people.partner).get(people.address("content/need/")).content.decode()

    assert SECRET in own
    assert "4 i alt" in own or "4 in all" in own
    assert SECRET not in partner
    assert PRIVATE not in partner
    assert "3 i alt" in partner or "3 in all" in partner


def test_count_of_a_type_counts_what_the_member_may_see(people: People) -> None:
    def needs(player: str) -> str:
        page = browser_of(getattr(people, player)).get(people.address("content/")).content.decode()
        return page.partition(people.address("content/need/"))[2].partition('tile__number">')[2].partition("<")[0]

    assert (needs("own"), needs("partner"), needs("facilitator")) == ("4", "3", "3")


@pytest.mark.parametrize("id", [PRIVATE, PERSONAL])
def test_object_out_of_sight_and_object_that_does_not_exist_are_the_same(people: People, id: str) -> None:
    browser = browser_of(people.partner)

    hidden = browser.get(need(people, id))
    absent = browser.get(need(people, "need-absent"))

    assert hidden.status_code == absent.status_code == 404
    assert without_tokens(hidden.content).replace(id, "") == without_tokens(absent.content).replace("need-absent", "")


def test_personal_data_is_unseen_even_by_its_owner_without_leave(people: People) -> None:
    assert browser_of(people.own).get(need(people, PERSONAL)).status_code == 404


def test_object_under_the_wrong_type_is_not_found(people: People) -> None:
    assert browser_of(people.own).get(people.address(f"content/step/{SHARED}/")).status_code == 404


def test_unknown_type_is_not_found(people: People) -> None:
    assert browser_of(people.own).get(people.address("content/unicorn/")).status_code == 404


def test_markup_in_a_text_is_shown_and_not_run(people: People) -> None:
    page = browser_of(people.own).get(need(people, HOSTILE)).content.decode()

    assert MARKUP not in page
    assert "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt; &amp;" in page


def test_text_in_another_language_says_which(people: People) -> None:
    page = browser_of(people.own).get(need(people, PRIVATE)).content.decode()

    assert f'lang="en">{SECRET}</h1>' in page


def test_found_are_those_with_the_text_in_any_language(people: People) -> None:
    page = browser_of(people.own).get(people.address("content/need/"), {"q": "ONLY the agency"}).content.decode()

    assert SECRET in page
    assert "Delt behov" not in page


def test_nothing_found_says_what_was_looked_for(people: People) -> None:
    page = browser_of(people.own).get(people.address("content/need/"), {"q": "<b>xyz"}).content.decode()

    assert "&lt;b&gt;xyz" in page
    assert "<table" not in page


def test_list_sorts_by_owner_and_the_other_way_round(people: People) -> None:
    browser = browser_of(people.own)

    up = browser.get(people.address("content/need/"), {"sort": "owner"}).content.decode()
    down = browser.get(people.address("content/need/"), {"sort": "owner", "down": "1"}).content.decode()

    assert 'aria-sort="ascending"' in up
    assert 'aria-sort="descending"' in down
    assert up.index("Delt behov") > up.index("&lt;script") or down.index("Delt behov") < down.index("&lt;script")
    assert (up.index("Delt behov") < up.index("&lt;script")) != (down.index("Delt behov") < down.index("&lt;script"))


@pytest.mark.parametrize(
    "query", [{"sort": "password"}, {"page": "99999999999999999999"}, {"page": "x"}, {"down": "2"}]
)
def test_nonsense_in_the_address_is_left_out(people: People, query: dict[str, str]) -> None:
    answer = browser_of(people.own).get(people.address("content/need/"), query)

    assert answer.status_code == 200
    assert "Delt behov" in answer.content.decode()


def test_thread_leads_both_ways_from_a_step(people: People) -> None:
    step = two_agencies_one_journey().steps[0].id

    page = browser_of(people.own).get(people.address(f"content/step/{step}/")).content.decode()

    before, _, after = page.partition('<ol class="thread">')[2].partition("data-here")
    assert people.address("content/need/") in before
    assert people.address("content/goal/") in after


@pytest.fixture(scope="module")
def everything() -> Collaboration:
    """An object of every type with every field filled in."""
    return one_of_everything(each=1)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_type_with_every_field_has_a_page_that_is_in_order(everything: Collaboration, language: str) -> None:
    person = new_person("reader@agency.example")
    organisation = everything.organisations[0].id
    room = start(person, everything, organisation=organisation, personal_data=True).key
    browser = browser_of(person)
    browser.post("/language/", {"language": language, "next": "/"})

    seen = {}
    for thing in everything.objects.values():
        kind = describe(type(thing)).key
        seen[thing.id] = browser.get(f"/{room}/content/{kind}/{thing.id}/").status_code
        assert browser.get(f"/{room}/content/{kind}/").status_code == 200

    assert set(seen.values()) <= {200, 404}
    shown = [id for id, status in seen.items() if status == 200]
    assert len(shown) > len(seen) / 2
