"""The room of benefits tells what the member may know, and marks what is assumed."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.web.conftest import People, browser_of, new_person
from tests.web.example import AGENCY, PARTNER, two_agencies_one_journey

from sammenheng.domain import Id, Quantity, Text, Unit, read
from sammenheng.domain.words import Cost
from sammenheng_web.benefits.queries import signs
from sammenheng_web.collaborations.commands.start import start
from sammenheng_web.organisations.models import Membership, Role

pytestmark = pytest.mark.django_db
DEATH = Path(__file__).parents[2] / "examples" / "dodsfall-og-arv.sammenheng.json"
SECRET_COST = "What the agency tells nobody"


def room_with_a_private_cost(people: People, *, with_it: bool) -> dict[str, str]:
    """The room as agency and partner see it, when the agency has or has not a cost of its own."""
    whole = two_agencies_one_journey()
    secret = Cost(
        id=Id("cost-secret"),
        name=Text(nb=SECRET_COST),
        owner=AGENCY,
        shared=False,
        organisation=AGENCY,
        payer=AGENCY,
        deliverable=whole.deliverables[0].id,
        total=Quantity(likely=77_000_000, unit=Unit.NOK, price_year=2026, illustrative=True),
    )
    if with_it:
        whole = replace(whole, costs=(*whole.costs, secret))
    workspace = start(people.facilitator, whole, organisation=AGENCY)
    people_of = {AGENCY: new_person(f"a{with_it}@a.example"), PARTNER: new_person(f"p{with_it}@p.example")}
    pages = {}
    for organisation, person in people_of.items():
        Membership.objects.create(person=person, workspace=workspace, organisation=organisation, role=Role.READER)
        page = browser_of(person).get(f"/{workspace.key}/benefits/").content.decode()
        pages[organisation] = page.partition("<main")[2].replace(workspace.key, "")
    return pages


def test_a_private_cost_changes_nothing_that_a_partner_sees(people: People) -> None:
    without, with_it = (room_with_a_private_cost(people, with_it=having) for having in (False, True))

    assert SECRET_COST in with_it[AGENCY]
    assert "77,0" in with_it[AGENCY] or "77.0" in with_it[AGENCY]
    assert with_it[PARTNER] == without[PARTNER]


@pytest.mark.slow
def test_the_worked_example_shows_its_sums_and_says_that_they_are_assumed(people: People) -> None:
    workspace = start(people.facilitator, read(DEATH.read_bytes()), organisation=Id("org-digdir"))

    page = browser_of(people.facilitator).get(f"/{workspace.key}/benefits/").content.decode()

    shown = page.partition("<main")[2]
    assert [amount for amount in ("302,7", "141,6", "152,7", "−71,6") if amount not in shown] == []
    assert 'data-color="warning"' in shown.partition('id="accounts"')[0]


@pytest.mark.slow
def test_your_part_keeps_to_one_organisation(people: People) -> None:
    workspace = start(people.facilitator, read(DEATH.read_bytes()), organisation=Id("org-digdir"))
    whole = read(DEATH.read_bytes())
    other = next(cost for cost in whole.costs if cost.organisation and cost.organisation != "org-digdir")

    page = browser_of(people.facilitator).get(f"/{workspace.key}/benefits/?part=org-digdir").content.decode()

    assert f"/content/cost/{other.id}/" not in page
    assert f'href="/{workspace.key}/content/organisation/org-digdir/"' in page


@pytest.mark.parametrize(
    ("low", "high", "said"), [(2, 2, "++"), (0, 1, "0 / +"), (-4, -4, "−−−−"), (0, 0, "0"), (None, None, "")]
)
def test_a_consequence_is_said_in_signs(low: int | None, high: int | None, said: str) -> None:
    assert signs(low, high) == said
