"""The room of the plan: what the file's schedule says, and what it does not."""

import re
from dataclasses import replace

import pytest
from tests.support.builders import a, plus
from tests.web.example import AGENCY, PARTNER, two_agencies_one_journey
from tests.web.test_readable_rooms import of_example, page_of, reader_of, section

from sammenheng.domain import Collaboration, Id, Period, Text
from sammenheng.domain.words import Capacity, Commitment, Deliverable, Plan
from sammenheng.domain.words.economy import PeriodPeople
from sammenheng.domain.words.effects import StaffNeed
from sammenheng.domain.words.plan import CommitmentKind, Scheduled
from sammenheng.economy import Run
from sammenheng_web.plan.steering import is_kept

pytestmark = pytest.mark.django_db
HIDDEN = "Only the agency knows of this deliverable"
Q1, Q2, Q3 = Period(2027, 1), Period(2027, 2), Period(2027, 3)


def with_deliverables(*more: Deliverable, schedule: tuple[Scheduled, ...] = ()) -> Collaboration:
    """The small example with more to deliver, and perhaps more in its plan."""
    whole = two_agencies_one_journey()
    plan = replace(whole.plans[0], schedule=(*whole.plans[0].schedule, *schedule))
    return replace(plus(whole, *more), plans=(plan,))


def test_plan_is_a_picture_and_a_table_of_the_same() -> None:
    page = section(page_of(two_agencies_one_journey(), "plan"), "timeline")

    assert page.count("gantt__bar") == 1
    assert "Q1 2027 to Q2 2027" in page
    assert "Joint routine for message and collection" in page.partition("<table")[2]


def test_page_never_solves(monkeypatch: pytest.MonkeyPatch) -> None:
    def solving(*asked: object, **more: object) -> None:
        raise AssertionError("a page must not solve")

    monkeypatch.setattr("sammenheng.planning.planner.solve", solving)

    assert "Q1 2027" in page_of(two_agencies_one_journey(), "plan")


def test_without_a_plan_the_page_tells_how_to_make_one() -> None:
    page = page_of(replace(two_agencies_one_journey(), plans=()), "plan")

    assert "./sammenheng plan minimal.sammenheng.json" in page
    assert "1 deliverable waits for a place in time." in page


def test_what_starts_before_what_it_waits_for_is_marked() -> None:
    whole = with_deliverables(
        a(Deliverable, "del-next", name="The next", depends_on=[Id("del-routine")]),
        schedule=(Scheduled(deliverable=Id("del-next"), start=Q2, finish=Q3),),
    )

    assert "Not finished by then" in section(page_of(whole, "plan"), "timeline")


def test_what_is_left_out_says_why() -> None:
    whole = with_deliverables(
        a(Deliverable, "del-vague", name="Vague"),
        a(Deliverable, "del-other", name="The other way", duration=1, alternatives=[Id("del-routine")]),
    )

    page = section(page_of(whole, "plan"), "left-out")

    vague = page.partition("Vague")[2].partition("</tr>")[0]
    assert "lacks duration or cost" in vague
    assert "Only one of these" in page


@pytest.mark.parametrize(
    ("kind", "when", "run", "kept"),
    [
        (CommitmentKind.STARTS, Q1, Run(0, 2), True),
        (CommitmentKind.STARTS, Q2, Run(0, 2), False),
        (CommitmentKind.STARTS, Period(2027), Run(3, 4), True),
        (CommitmentKind.STARTS, Q1, None, False),
        (CommitmentKind.FINISHED_BY, Q3, Run(0, 2), True),
        (CommitmentKind.FINISHED_BY, Q2, Run(0, 2), False),
        (CommitmentKind.NOT_BEFORE, Q2, Run(1, 2), True),
        (CommitmentKind.NOT_BEFORE, Q2, Run(0, 2), False),
        (CommitmentKind.NOT_BEFORE, Q2, None, True),
        (CommitmentKind.NOT_BEFORE, None, Run(0, 2), None),
        (CommitmentKind.INCLUDED, None, Run(0, 2), True),
        (CommitmentKind.INCLUDED, None, None, False),
        (CommitmentKind.EXCLUDED, None, None, True),
        (CommitmentKind.EXCLUDED, None, Run(0, 2), False),
    ],
)
def test_promise_is_held_against_the_schedule(
    kind: CommitmentKind, when: Period | None, run: Run | None, kept: bool | None
) -> None:
    start = 2027 * 4
    told = None if run is None else Run(start + run.start, start + run.finish)

    assert is_kept(a(Commitment, "com", deliverable=Id("del"), kind=kind, when=when), told) is kept


def test_broken_promise_stands_first() -> None:
    whole = plus(
        two_agencies_one_journey(),
        a(Commitment, "com-a", name="Kept one", deliverable=Id("del-routine"), kind=CommitmentKind.INCLUDED),
        a(Commitment, "com-b", name="Broken one", deliverable=Id("del-routine"), kind=CommitmentKind.STARTS, when=Q3),
    )

    page = section(page_of(whole, "plan"), "promises")

    assert page.index("Broken one") < page.index("Kept one")
    assert page.count('data-tone="danger"') == 1


def test_more_people_than_are_free_is_told_in_words() -> None:
    whole = two_agencies_one_journey()
    needing = replace(whole.deliverables[0], staff=(StaffNeed(organisation=AGENCY, competence="Lawyer", people=2),))
    free = Capacity(id=Id("cap"), name=Text(en="Lawyers"), organisation=AGENCY, competence="lawyer",
                    amounts=(PeriodPeople(period=Q1, people=2), PeriodPeople(period=Q2, people=1)))  # fmt: skip

    page = section(page_of(plus(replace(whole, deliverables=(needing,)), free), "plan"), "takes")

    assert "In 1 place more people are needed than are free." in page
    assert page.count("Too little") == 1


def test_another_plan_of_the_file_shows_what_has_moved() -> None:
    before = a(Plan, "plan-before", name="The first plan",
               schedule=[Scheduled(deliverable=Id("del-routine"), start=Period(2026, 3), finish=Q1)])  # fmt: skip
    whole = plus(two_agencies_one_journey(), before)

    against, other = (page_of(whole, "plan", query) for query in ("", "?plan=plan-before"))

    assert "2 quarters later" in section(against, "baseline")
    assert "Not the plan we follow" in section(other, "timeline")
    assert "2 quarters earlier" in section(other, "baseline")


def test_plan_that_is_not_there_is_not_found() -> None:
    browser, membership = reader_of(two_agencies_one_journey(), PARTNER)

    for asked in ("nothing", "del-routine"):
        assert browser.get(f"/{membership.workspace_id}/plan/", {"plan": asked}).status_code == 404


def test_lanes_follow_the_stages_when_asked() -> None:
    whole = of_example("alvorlig-sykt-barn")
    browser, membership = reader_of(whole, whole.organisations[0].id)

    by_stage, by_party = (
        re.findall(
            r'gantt__lane-name"[^>]*>([^<]+)<',
            browser.get(f"/{membership.workspace_id}/plan/", query).content.decode(),
        )
        for query in ({"lanes": "stage"}, {})
    )

    assert any(name.startswith("Trinn 1") for name in by_stage)
    assert not any(name.startswith("Trinn 1") for name in by_party)


def test_private_deliverable_is_in_the_plan_of_its_owner_alone() -> None:
    whole = with_deliverables(a(Deliverable, "del-hidden", name=HIDDEN, owner=AGENCY, shared=False))
    browser, membership = reader_of(whole, AGENCY)

    assert HIDDEN in browser.get(f"/{membership.workspace_id}/plan/").content.decode()
    assert HIDDEN not in page_of(whole, "plan")


def test_stage_without_a_place_in_time_is_shown_as_waiting() -> None:
    whole = of_example("dodsfall-og-arv")

    page = section(page_of_leader(whole), "stages")

    assert page.count("Nothing in it has a place in time yet") == 1


def page_of_leader(whole: Collaboration) -> str:
    """The plan as the first organisation of an example sees it, in English."""
    browser, membership = reader_of(whole, whole.organisations[0].id)
    browser.post("/language/", {"language": "en", "next": "/"})
    return " ".join(browser.get(f"/{membership.workspace_id}/plan/").content.decode().split())
