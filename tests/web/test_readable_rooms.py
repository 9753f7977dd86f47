"""The rooms one reads: what they show, to whom, and what is said where there is nothing."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.support.builders import a, plus
from tests.support.collaborations import one_of_everything
from tests.web.conftest import InspectingClient, People, browser_of, new_person
from tests.web.example import AGENCY, LEAD, PARTNER, PRIVATE, SECRET, two_agencies_one_journey

from sammenheng.domain import Collaboration, Id, Text, read
from sammenheng.domain.hashes import endorsed_hash
from sammenheng.domain.words import (
    Concept,
    Disagreement,
    Endorsement,
    Finding,
    Goal,
    Insight,
    Organisation,
    Question,
    Stance,
    Statement,
    UserGroup,
)
from sammenheng.domain.words.goals import Position
from sammenheng.domain.words.governance import DisagreementView, EndorsementLevel
from sammenheng.domain.words.guidance import Answer
from sammenheng.domain.words.insight import Side
from sammenheng_web.collaborations import mapping
from sammenheng_web.collaborations.commands.start import start
from sammenheng_web.collaborations.rooms import member_of
from sammenheng_web.organisations.models import Membership, Role

pytestmark = pytest.mark.django_db
ROOMS = ("insight", "journeys", "actors", "goals", "effects", "plan", "concepts", "governance", "guide", "report")
EXAMPLES = Path(__file__).parents[2] / "examples"


def reader_of(whole: Collaboration, organisation: str, **more: Any) -> tuple[InspectingClient, Membership]:
    """Somebody who reads a collaboration for an organisation, in a room of its own."""
    number = Membership.objects.count()
    founder, person = new_person(f"founder{number}@a.example"), new_person(f"reader{number}@a.example")
    workspace = start(founder, whole, organisation=whole.organisations[0].id)
    membership = Membership.objects.create(
        person=person, workspace=workspace, organisation=organisation, role=Role.READER, **more
    )
    return browser_of(person), membership


def page_of(whole: Collaboration, room: str, query: str = "") -> str:
    """What a room of this collaboration shows the partner, in English."""
    browser, membership = reader_of(whole, PARTNER)
    browser.post("/language/", {"language": "en", "next": "/"})
    return main(browser.get(f"/{membership.workspace_id}/{room}/{query}").content.decode())


def main(page: str) -> str:
    """The main part of a page, with single spaces."""
    return " ".join(page.partition("<main")[2].partition("</main>")[0].split())


def section(page: str, id: str) -> str:
    """The part of a page under one heading."""
    return page.partition(f'aria-labelledby="{id}"')[2].partition("</section>")[0]


def of_example(name: str) -> Collaboration:
    """A worked example."""
    return read((EXAMPLES / f"{name}.sammenheng.json").read_bytes())


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_rooms_are_in_order_with_every_type_and_field(language: str) -> None:
    whole = one_of_everything(each=2)
    browser, membership = reader_of(whole, whole.organisations[0].id, may_see_personal_data=True)
    browser.post("/language/", {"language": language, "next": "/"})

    seen = {room: browser.get(f"/{membership.workspace_id}/{room}/").status_code for room in ROOMS}

    assert seen == dict.fromkeys(ROOMS, 200)


@pytest.mark.slow
@pytest.mark.parametrize("example", ["dodsfall-og-arv", "alvorlig-sykt-barn"])
def test_rooms_of_the_worked_examples_are_in_order_for_each_part(example: str) -> None:
    whole = of_example(example)
    browser, membership = reader_of(whole, whole.organisations[0].id)

    seen = {}
    for room in ROOMS:
        for query in ("", *(f"?part={party.id}" for party in whole.organisations[:6])):
            seen[room, query] = browser.get(f"/{membership.workspace_id}/{room}/{query}").status_code

    assert {place for place, status in seen.items() if status != 200} == set()


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_partner_sees_exactly_what_it_would_see_if_the_rest_did_not_exist(seed: int) -> None:
    whole = one_of_everything(seed=seed, each=3)
    organisation = next(party.id for party in whole.organisations if party.is_open and not party.sensitivity)
    browser, membership = reader_of(whole, organisation)
    visible = mapping.collaboration(member_of(membership))

    other, alone = reader_of(visible, organisation)

    assert len(visible.objects) < len(whole.objects)
    for room in ROOMS:
        seen = browser.get(f"/{membership.workspace_id}/{room}/").content.decode()
        expected = other.get(f"/{alone.workspace_id}/{room}/").content.decode()
        assert main(seen).replace(membership.workspace_id, "") == main(expected).replace(alone.workspace_id, "")


@pytest.mark.parametrize("room", ROOMS)
def test_private_need_of_another_is_in_no_room(people: People, room: str) -> None:
    pages = {
        name: browser_of(getattr(people, name)).get(people.address(f"{room}/")).content.decode()
        for name in ("own", "partner", "facilitator")
    }

    assert SECRET not in pages["partner"] + pages["facilitator"]
    assert PRIVATE not in pages["partner"] + pages["facilitator"]
    assert (SECRET in pages["own"]) == (room == "insight")


@pytest.mark.slow
def test_rooms_ask_the_database_as_often_however_much_there_is() -> None:
    def queries(whole: Collaboration) -> dict[str, int]:
        browser, membership = reader_of(whole, whole.organisations[0].id)
        counted = {}
        for room in ROOMS:
            with CaptureQueriesContext(connection) as asked:
                browser.get(f"/{membership.workspace_id}/{room}/")
            counted[room] = len(asked)
        return counted

    small, large = queries(two_agencies_one_journey()), queries(of_example("alvorlig-sykt-barn"))

    assert small == large


def test_own_organisation_is_the_first_choice_and_all_is_the_default(people: People) -> None:
    page = main(browser_of(people.own).get(people.address("insight/")).content.decode())

    choices = page.partition('id="part" name="part"')[2].partition("</select>")[0].split("<option ")[1:]
    assert choices[0].startswith('value="">')
    assert choices[1].startswith(f'value="{AGENCY}"')
    assert not any(" selected" in choice for choice in choices)


def test_part_of_one_organisation_is_told_in_a_heading_with_the_way_back_and_kept_in_the_menu(people: People) -> None:
    page = browser_of(people.partner).get(people.address("goals/"), {"part": PARTNER}).content.decode()

    told = main(page).partition('id="your-part"')[2].partition("</div>")[0]
    assert "<h2" in told
    assert f'href="{people.address("goals/")}"' in told
    assert f'href="{people.address("insight/")}?part={PARTNER}"' in page


@pytest.mark.parametrize("room", ROOMS)
def test_part_of_somebody_unknown_is_not_found(people: People, room: str) -> None:
    assert browser_of(people.own).get(people.address(f"{room}/"), {"part": "org-nobody"}).status_code == 404


def test_part_shows_what_concerns_the_organisation_alone() -> None:
    whole = plus(
        two_agencies_one_journey(),
        a(Finding, "find-partner", name="Obstacle of the partner", organisations=[PARTNER]),
        a(Finding, "find-lead", name="Obstacle of the leader", organisations=[LEAD]),
    )

    everything, part = page_of(whole, "effects"), page_of(whole, "effects", f"?part={PARTNER}")

    assert "Obstacle of the leader" in everything
    assert "Obstacle of the partner" in part
    assert "Obstacle of the leader" not in part


def test_where_nothing_concerns_the_part_that_is_said_and_not_that_there_is_nothing() -> None:
    view = DisagreementView(organisation=AGENCY, view=Text(en="We pay for ours"))
    whole = plus(two_agencies_one_journey(), a(Disagreement, "dis", views=[view]))

    part = page_of(whole, "governance", f"?part={LEAD}")

    assert "Nothing here concerns Directorate." in section(part, "disagreements")
    assert "No disagreements are told" not in part


def test_group_that_nobody_heard_stands_first_and_one_that_was_heard_does_not() -> None:
    whole = plus(
        two_agencies_one_journey(),
        a(UserGroup, "grp-unheard", name="Left alone", side=Side.EXTERNAL, overlooked=True),
        a(UserGroup, "grp-heard", name="Spoken with", side=Side.EXTERNAL),
        a(Insight, "ins-talks", user_groups=["grp-heard"], number_heard=7),
    )

    unheard = section(page_of(whole, "insight"), "unheard")

    assert "Left alone" in unheard
    assert "easily overlooked" in unheard
    assert "Spoken with" not in unheard


def test_organisation_on_the_journey_without_an_actor_is_missing_for_its_steps() -> None:
    whole = two_agencies_one_journey()

    absent = section(page_of(whole, "actors"), "absent")

    met = {touchpoint.id for touchpoint in whole.touchpoints if touchpoint.organisation == PARTNER}
    steps = [step.id for step in whole.steps if met.intersection(step.touchpoints)]
    assert steps
    assert all(f"/content/step/{id}/" in absent for id in steps)


def test_endorsement_holds_until_the_content_changes_or_its_day_is_past() -> None:
    goal = a(Goal, "goal-one", name="One goal")
    whole = plus(two_agencies_one_journey(), goal)
    now = endorsed_hash(whole, (goal.id,))
    given = {"organisation": PARTNER, "level": EndorsementLevel.TOP, "of": [goal.id]}
    endorsed = plus(
        whole,
        a(Endorsement, "end-fresh", content_hash=now, **given),
        a(Endorsement, "end-stale", content_hash="0" * 64, **given),
        a(Endorsement, "end-past", content_hash=now, until=date(2020, 1, 1), **given),
    )

    page = page_of(endorsed, "actors")

    def state(id: str) -> str:
        return page.partition(f'id="object-{id}"')[2].partition('class="state"')[2].partition(">")[2].partition("<")[0]

    assert [state(id) for id in ("end-fresh", "end-stale", "end-past")] == ["Holds", "Changed since", "Expired"]


def test_stances_are_counted_by_organisation_and_lead_to_no_person() -> None:
    whole = plus(
        two_agencies_one_journey(),
        a(Statement, "stm", name="We should begin small"),
        *(a(Stance, f"sta-{n}", statement="stm", organisation=PARTNER, position=Position.AGREE) for n in range(3)),
        a(Stance, "sta-x", statement="stm", organisation=AGENCY, position=Position.DISAGREE, reason="My own reason"),
    )

    page = page_of(whole, "goals")

    row = section(page, "statements").partition(f"/organisation/{PARTNER}/")[2].partition("</tr>")[0]
    assert ">3</td>" in row
    assert "/content/stance/" not in page
    assert "My own reason" not in page


def test_chosen_effect_shows_its_thread_and_what_must_be_solved() -> None:
    whole = two_agencies_one_journey()
    effect = whole.effects[0]
    law = a(Finding, "find-law", name="The law is silent", lead_time=6)
    blocked = replace(
        whole, findings=(*whole.findings, law), effects=(replace(effect, findings=(*effect.findings, law.id)),)
    )

    thread = section(page_of(blocked, "effects", f"?effect={effect.id}"), "thread")

    assert "The law is silent" in thread
    assert "6 quarters" in thread


def test_unknown_effect_and_object_of_another_type_are_not_found(people: People) -> None:
    browser = browser_of(people.own)

    answers = [browser.get(people.address("effects/"), {"effect": id}).status_code for id in ("eff-none", AGENCY)]

    assert answers == [404, 404]


def test_unanswered_study_question_is_a_gap_in_sight() -> None:
    whole = plus(two_agencies_one_journey(), a(Concept, "con-zero", name="Go on as today", zero=True))

    page = page_of(whole, "concepts")

    assert section(page, "study").count('class="gap"') == 6
    assert "6 study questions not answered" in page


def test_roles_no_collaboration_can_be_without_are_asked_for() -> None:
    whole = two_agencies_one_journey()
    without = replace(whole, roles=(), benefits=tuple(replace(benefit, owner_role=None) for benefit in whole.benefits))

    asked_for = section(page_of(without, "governance"), "roles").partition('class="chips"')[2].partition("</ul>")[0]

    assert "Process owner" in asked_for
    assert "Operative leader" in asked_for


def test_answers_of_partners_stand_side_by_side_and_who_has_not_answered_is_named() -> None:
    ours, theirs = (Answer(organisation=id, answer=Text(en=f"Says {id}")) for id in (AGENCY, PARTNER))
    whole = plus(
        two_agencies_one_journey(),
        a(Question, "q-1-who", name="Who decides?", answers=[ours, theirs]),
        a(Question, "q-2-pay", name="Who pays?", answers=[ours]),
    )

    first, _, second = section(page_of(whole, "guide"), "questions").partition("/question/q-2-pay/")

    assert "2 answers, in different words" in first
    assert f"Says {AGENCY}" in first
    assert f"Says {PARTNER}" in first
    assert f"/organisation/{PARTNER}/" in second.partition("Have answered others, but not this:")[2]


def test_what_is_missing_is_told_with_the_advice_it_rests_on() -> None:
    whole = plus(two_agencies_one_journey(), a(UserGroup, "grp-unheard", name="Left alone", side=Side.EXTERNAL))

    missing = page_of(whole, "insight").partition("What is missing here")[2].partition("</details>")[0]

    assert "/content/user-group/grp-unheard/" in missing
    assert "The Digitalisation Council" in missing


def test_room_that_no_check_concerns_does_not_say_that_nothing_is_missing() -> None:
    page = page_of(two_agencies_one_journey(), "guide")

    assert "What is missing here" not in page
    assert "The checks find nothing missing here" not in page


@pytest.mark.parametrize("room", ROOMS)
def test_empty_room_says_what_belongs_there(room: str) -> None:
    bare = Collaboration(id=Id("bare"), name=Text(en="Bare"), organisations=(a(Organisation, PARTNER),))

    page = page_of(bare, room)

    assert 'class="empty-state"' in page
