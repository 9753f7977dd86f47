"""The room of journeys: the map, the same as a table, what differs, what hits whom, and files to take away."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests.support.builders import a, plus
from tests.web.conftest import People, browser_of
from tests.web.example import AGENCY, LEAD, PARTNER, two_agencies_one_journey
from tests.web.test_readable_rooms import main, of_example, page_of, reader_of, section

from sammenheng.documents.svg import RULES
from sammenheng.domain import Collaboration, Id, Text
from sammenheng.domain.words import Finding, Journey, JourneyStage, Step, Touchpoint
from sammenheng.domain.words.journeys import Difference, Experience, JourneyKind
from sammenheng.domain.words.services import FindingNature
from sammenheng_web.audit.models import Entry
from sammenheng_web.collaborations.access import Verdict
from sammenheng_web.collaborations.making import NotMadeError
from sammenheng_web.journeys.feelings import value
from sammenheng_web.journeys.meetings import handovers

pytestmark = pytest.mark.django_db
TODAY = "journeys/journey-today"
HIDDEN = "Only the agency knows of this obstacle"
STYLES = Path(__file__).parents[2] / "src/sammenheng_web/journeys/static/journeys/journeys.css"


def with_private_finding() -> Collaboration:
    """A finding at a shared step that only the agency may see."""
    return plus(
        two_agencies_one_journey(),
        a(Finding, "find-hidden", name=HIDDEN, nature=FindingNature.GAP, owner=AGENCY, shared=False,
          steps=[Id("step-stop-care")]),
    )  # fmt: skip


def with_tomorrow() -> Collaboration:
    """The journey of tomorrow: one step changed, one new."""
    return plus(
        two_agencies_one_journey(),
        a(Step, "t-once", name="I tell it once", comes_from=[Id("step-return-aids")], difference=Difference.CHANGED,
          difference_reason=Text(en="One message reaches both"),
          experience=[Experience(user_group=Id("grp-bereaved"), value=1.5)]),
        a(Step, "t-told", name="Somebody calls me", difference=Difference.NEW),
        a(JourneyStage, "t-stage", name="At home", steps=[Id("t-once"), Id("t-told")]),
        a(Journey, "journey-tomorrow", name="Tomorrow's journey", kind=JourneyKind.TO_BE, stages=[Id("t-stage")],
          changes=Id("journey-today")),
    )  # fmt: skip


def test_every_step_of_the_map_is_in_the_table_with_links() -> None:
    whole = of_example("dodsfall-og-arv")
    browser, membership = reader_of(whole, whole.organisations[0].id)

    page = main(browser.get(f"/{membership.workspace_id}/{TODAY}/").content.decode())
    table = section(page, "steps")

    steps = [id for stage in whole.get(Id("journey-today")).stages for id in whole.get(stage).steps]
    assert len(steps) == 43
    for id in steps:
        step = whole.get(id)
        assert f'id="step-{id}"' in table
        for other in (id, *step.touchpoints, *step.needs, *step.services, *step.systems, *step.regulations):
            assert f'/{other}/"' in table
    assert page.count("<svg") > 1


def test_experience_is_told_in_numbers_and_words_and_says_what_it_rests_on() -> None:
    table = section(page_of(two_agencies_one_journey(), TODAY), "steps")

    assert "−1.5 very hard" in table
    assert "ins-questions/" in table


@pytest.mark.parametrize(
    ("point", "number", "word"),
    [(-2, "−2", "very hard"), (-1.5, "−1.5", "very hard"), (-0.5, "−0.5", "hard"), (0, "0", "neither hard nor good"),
     (0.5, "+0.5", "good"), (1.5, "+1.5", "very good"), (2, "+2", "very good")],
)  # fmt: skip
def test_points_on_the_scale_have_words(settings, point: float, number: str, word: str) -> None:
    from django.utils.translation import override

    with override("en"):
        found = value(point)
        assert (found.number, str(found.word)) == (number, word)


def test_step_that_nothing_is_known_about_says_so() -> None:
    whole = plus(two_agencies_one_journey(), a(Step, "step-unknown", name="Something happens"))
    stage = whole.journey_stages[0]
    longer = replace(stage, steps=(*stage.steps, Id("step-unknown")))
    bare = replace(whole, journey_stages=(longer,))

    table = section(page_of(bare, TODAY), "steps")

    row = table.partition('id="step-step-unknown"')[2].partition("</tr>")[0]
    assert "No evidence yet" in row
    assert "No evidence yet" not in table.partition('id="step-step-return-aids"')[2].partition("</tr>")[0]


def test_today_stands_beside_tomorrow_with_what_becomes_of_each_step_and_why() -> None:
    found = section(page_of(with_tomorrow(), "journeys/journey-tomorrow"), "difference")

    changed = found.partition("step-return-aids/")[2].partition("</tr>")[0]
    assert "Changed" in changed
    assert "One message reaches both" in changed
    assert re.search("−1.5.*becomes.*\\+1.5", changed)
    new = found.partition("Nothing like it")[2].partition("</tr>")[0]
    assert "New" in new
    assert "Somebody calls me" in new
    gone = found.partition("step-stop-care/")[2].partition("</tr>")[0]
    assert "Not told" in gone
    assert "Nothing comes instead" in gone


def test_the_same_comparison_is_reached_from_today() -> None:
    whole = with_tomorrow()

    assert "One message reaches both" in section(page_of(whole, TODAY), "difference")


def test_user_is_handed_over_where_nobody_met_before_is_met() -> None:
    def met(*organisations: str) -> tuple[Touchpoint, ...]:
        return tuple(a(Touchpoint, f"tp-{one}", organisation=Id(f"org-{one}")) for one in organisations)

    found = handovers([met("a"), met("a", "b"), met(), met("b"), met("c"), met("a")])

    assert found == (frozenset({"org-c"}), frozenset({"org-a"}))


def test_information_asked_for_twice_is_listed_once_with_both_who_ask() -> None:
    whole = two_agencies_one_journey()
    asking = tuple(replace(one, information=Text(en="Name, address")) for one in whole.touchpoints)

    found = section(page_of(replace(whole, touchpoints=asking), TODAY), "matrix")

    assert found.count('class="bit__name">Name ') == 1
    assert found.count('class="bit__name">address ') == 1


def test_part_shows_the_steps_of_one_organisation_with_their_numbers_kept() -> None:
    whole = of_example("dodsfall-og-arv")
    browser, membership = reader_of(whole, whole.organisations[0].id)

    page = browser.get(f"/{membership.workspace_id}/{TODAY}/", {"part": "org-nav"}).content.decode()

    numbers = [int(number) for number in re.findall(r'class="steps__number">(\d+)<', page)]
    assert 0 < len(numbers) < 43
    assert numbers == sorted(numbers)
    assert numbers != list(range(1, len(numbers) + 1))


def test_organisation_without_a_part_in_the_journey_is_told_so() -> None:
    page = page_of(two_agencies_one_journey(), TODAY, f"?part={LEAD}")

    assert "The organisation has no part in this journey" in page
    assert "step-return-aids" not in section(page, "steps")


def test_private_finding_is_on_the_owners_page_alone_and_in_no_file_of_the_whole() -> None:
    whole = with_private_finding()
    (own, of_own), (partner, of_partner) = (reader_of(whole, party) for party in (AGENCY, PARTNER))

    def seen(browser, membership, rest: str) -> str:
        browser.post("/language/", {"language": "en", "next": "/"})
        answer = browser.get(f"/{membership.workspace_id}/{rest}")
        assert answer.status_code == 200
        return " ".join(answer.content.decode().split())

    assert HIDDEN in seen(own, of_own, TODAY + "/")
    assert "leave out 2 objects" in seen(own, of_own, TODAY + "/")
    assert "find-hidden" not in seen(partner, of_partner, TODAY + "/")
    # In the picture the words are broken into lines.
    words = re.compile(r"agency.*knows.*obstacle", re.DOTALL)
    assert words.search(seen(own, of_own, TODAY + f"/file/svg/?part={AGENCY}"))
    for browser, membership in ((own, of_own), (partner, of_partner)):
        assert not words.search(seen(browser, membership, TODAY + "/file/svg/"))
    assert not words.search(seen(partner, of_partner, TODAY + f"/file/svg/?part={AGENCY}"))


def test_foreign_private_content_changes_no_byte_of_a_file() -> None:
    with_it, without = (reader_of(whole, PARTNER) for whole in (with_private_finding(), two_agencies_one_journey()))

    first, second = (
        browser.get(f"/{membership.workspace_id}/{TODAY}/file/svg/").content
        for browser, membership in (with_it, without)
    )

    assert first == second


@pytest.mark.slow
@pytest.mark.parametrize(("form", "begins"), [("pdf", b"%PDF-"), ("svg", b"<svg "), ("png", b"\x89PNG")])
def test_file_is_what_it_says_and_is_kept_by_nobody_on_the_way(people: People, form: str, begins: bytes) -> None:
    answer = browser_of(people.partner).get(people.address(f"{TODAY}/file/{form}/"))

    assert answer.content.startswith(begins)
    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"] == f'attachment; filename="journey-today.{form}"'


def test_download_is_in_the_log_without_content(people: People) -> None:
    browser_of(people.partner).get(people.address(f"{TODAY}/file/svg/"))

    entry = Entry.objects.get(act="journey.download")
    assert (entry.workspace, entry.person, entry.organisation) == (people.workspace.key, people.partner.pk, PARTNER)
    assert entry.object == "journey-today"
    assert set(entry.detail) == {"form", "bytes"}


def test_download_that_is_not_allowed_is_refused(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sammenheng_web.journeys.views.can", lambda *asked: Verdict(False, "role-may-not-export"))

    answer = browser_of(people.partner).get(people.address(f"{TODAY}/file/svg/"))

    assert answer.status_code == 403
    assert not Entry.objects.filter(act="journey.download").exists()


@pytest.mark.parametrize(("reason", "words"), [("time", "lengre tid"), ("memory", "mer minne"), ("failed", "feilet")])
def test_file_that_could_not_be_made_is_told_with_the_way_back(
    people: People, monkeypatch: pytest.MonkeyPatch, reason: str, words: str
) -> None:
    def failing(*asked: object) -> bytes:
        raise NotMadeError(reason)

    monkeypatch.setattr("sammenheng_web.journeys.views.make", failing)

    answer = browser_of(people.own).get(people.address(f"{TODAY}/file/pdf/"))

    assert answer.status_code == 503
    assert words in answer.content.decode()
    assert f'href="{people.address(TODAY + "/")}"' in answer.content.decode()


@pytest.mark.parametrize(
    "rest", ["journeys/nowhere/", "journeys/need-shared/", f"{TODAY}/file/exe/", "journeys/x/map/"]
)
def test_what_is_no_journey_is_not_found(people: People, rest: str) -> None:
    assert browser_of(people.own).get(people.address(rest)).status_code == 404


def test_every_style_of_the_map_has_a_colour_of_the_site() -> None:
    styles = STYLES.read_text("utf-8")

    assert [name for name in RULES if not re.search(rf"\.jm-{name} \{{", styles)] == []
