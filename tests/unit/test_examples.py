"""The worked examples are whole, honest about what they rest on, and say the same in three languages."""

import datetime

import pytest
from tests.support.examples import DEATH, ILL_CHILD, MINIMAL, NAMES, all_values, content, example, quantities, texts

from sammenheng.checks import Severity, check
from sammenheng.domain import Id, write
from sammenheng.domain.hashes import content_hash
from sammenheng.domain.words.journeys import JourneyKind
from sammenheng.domain.words.thing import Sureness
from sammenheng.economy import economy

TODAY = datetime.date(2026, 11, 21)

AT_LEAST = {
    MINIMAL: dict.fromkeys(
        (
            *("life_events", "user_groups", "needs", "insights", "journeys", "findings", "effects", "changes"),
            *("deliverables", "costs", "benefits", "goals", "problems", "plans"),
        ),
        1,
    )
    | {"organisations": 2, "steps": 2},
    DEATH: {
        **{"user_groups": 6, "organisations": 12, "actors": 12, "personas": 3, "insights": 8, "needs": 20},
        **{"steps": 30, "touchpoints": 40, "services": 20, "systems": 15, "regulations": 12, "data_flows": 12},
        **{"findings": 20, "effects": 12, "changes": 12, "deliverables": 18, "costs": 30, "benefits": 12},
        **{"concepts": 3, "endorsements": 8, "bodies": 3, "roles": 12, "governance_models": 4, "goals": 8},
        **{"activities": 10, "questions": 5, "advice": 5, "cases": 3, "reviews": 1, "recommendations": 4},
        **{"decisions": 3, "agreements": 2, "disagreements": 3, "statements": 3, "stances": 30, "stop_points": 3},
        **{"budgets": 5, "capacities": 5, "commitments": 3, "funding": 2, "transfers": 1, "sources": 25},
        **{"journeys": 2, "visions": 1, "problems": 1, "stories": 1, "parameter_editions": 1},
    },
    ILL_CHILD: {
        **{"user_groups": 6, "organisations": 12, "needs": 8, "findings": 10, "effects": 8, "data_flows": 8},
        **{"deliverables": 8, "costs": 8, "benefits": 4, "concepts": 3, "goals": 5, "regulations": 8, "steps": 20},
    },
}

LEFT_OPEN_ON_PURPOSE = {
    MINIMAL: set(),
    DEATH: {
        ("deliverable-before-law", "del-mvp"),  # whether the legal basis is in force was not checked
        ("delivering-without-study", "ws-estate"),  # the sixth study question is not answered
        ("delivering-without-study", "ws-funeral"),
        ("no-agreement-for-delivering", "ws-estate"),  # the agreement leaves money for operation open
        ("no-operation-payer", "del-death-event"),
        ("no-operation-payer", "del-property"),
        ("benefit-without-owner", "ben-digital-exclusion"),
    },
    ILL_CHILD: {("delivering-without-study", "ws-information"), ("no-operation-payer", "del-child-summary")},
}

KNOWN_NUMBERS = {
    "org-digdir": "991825827",
    "org-ks": "971032146",
    "org-skatt": "974761076",
    "org-nav": "889640782",
    "org-brreg": "974760673",
    "org-kartverket": "971040238",
    "org-vegvesen": "971032081",
    "org-landbruk": "981544315",
    "org-helsedir": "983544622",
    "org-nhn": "994598759",
    "org-udir": "970018131",
    "org-bufdir": "986128433",
    "org-oslo": "958935420",
}

# The illustrative calculation: present benefit, present cost and net of each actor, in millions.
CALCULATION = [
    ("grp-bereaved", 128.57, 0.00, 128.57),
    ("org-domstol", 42.86, 22.86, 19.99),
    ("org-skatt", 10.71, 3.58, 7.13),
    ("org-kartverket", 5.36, 3.58, 1.77),
    ("org-vegvesen", 5.36, 3.58, 1.77),
    ("org-brreg", 2.68, 3.58, -0.91),
    ("org-finans", 107.14, 32.76, 74.37),
    ("org-digdir", 0.00, 71.64, -71.64),
]

HAPPENED = ("done_on", "decided_on", "signed_on", "given_on", "held_on", "collected_on", "taken_on")
MEASURED = ("estimated_on", "baseline_on", "answered_on", "measured_on", "retrieved_on")


def has_happened(field: str) -> bool:
    return field in HAPPENED or field in MEASURED


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_written_back_byte_for_byte(name: str) -> None:
    assert write(example(name)) == content(name)


@pytest.mark.parametrize("name", NAMES)
def test_an_example_holds_at_least_what_it_is_there_to_show(name: str) -> None:
    found = {collection: len(getattr(example(name), collection)) for collection in AT_LEAST[name]}

    assert {key: n for key, n in found.items() if n < AT_LEAST[name][key]} == {}


@pytest.mark.parametrize("name", NAMES)
def test_every_text_is_in_bokmal_nynorsk_and_english(name: str) -> None:
    lacking = [
        place for place, text in texts(example(name)) if [code for code, _ in text.items()] != ["nb", "nn", "en"]
    ]

    assert lacking == []


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_has_a_source_or_says_that_it_is_illustrative(name: str) -> None:
    figures = list(quantities(example(name)))

    assert figures
    assert [place for place, figure in figures if not figure.source and not figure.illustrative] == []
    assert [place for place, figure in figures if figure.source and figure.illustrative] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_object_says_how_sure_it_is_and_what_is_sourced_names_its_source(name: str) -> None:
    whole = example(name)
    things = [thing for thing in whole.objects.values() if thing not in whole.sources]

    assert [thing.id for thing in things if thing.sureness is None] == []
    needs_source = (Sureness.SOURCED, Sureness.PARTLY)
    assert [thing.id for thing in things if thing.sureness in needs_source and not thing.sources] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_source_is_used(name: str) -> None:
    whole = example(name)
    hidden = {source.id for source in whole.sources if not source.is_open}

    assert {source.id for source in whole.sources} - hidden <= set(whole.referrers)


@pytest.mark.parametrize("name", NAMES)
def test_an_organisation_has_its_real_number_or_none(name: str) -> None:
    numbers = {org.id: org.number for org in example(name).organisations if org.number}

    assert numbers.items() <= KNOWN_NUMBERS.items()


@pytest.mark.parametrize("name", NAMES)
def test_a_persona_is_a_situation_and_never_a_name(name: str) -> None:
    words = [word for persona in example(name).personas for word in (persona.name.nb or "").split()[1:]]

    assert [word for word in words if word[0].isupper() and word != "Spania"] == []


@pytest.mark.parametrize("name", NAMES)
def test_what_has_happened_lies_before_today(name: str) -> None:
    days = [
        (place, value)
        for place, value in all_values(example(name))
        if isinstance(value, datetime.date) and has_happened(place.rsplit(".", 1)[1])
    ]

    assert days
    assert [place for place, day in days if day > TODAY] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_rules_find_no_other_errors_than_those_left_open_on_purpose(name: str) -> None:
    found = check(example(name), today=TODAY)

    assert {(one.rule, one.object) for one in found if one.severity is Severity.ERROR} == LEFT_OPEN_ON_PURPOSE[name]


def test_the_journey_after_a_death_has_eleven_stages_with_steps_that_meet_organisations() -> None:
    whole = example(DEATH)
    today = next(journey for journey in whole.journeys if journey.kind is JourneyKind.AS_IS)

    stages = [stage for stage in whole.journey_stages if stage.id in today.stages]
    steps = [step for step in whole.steps if any(step.id in stage.steps for stage in stages)]

    assert len(today.stages) == 11
    assert len(steps) >= 30
    assert all(step.experience for step in steps)
    assert {step.id for step in steps if not step.touchpoints} == {"step-digital-legacy", "step-grief"}


@pytest.mark.parametrize("name", [DEATH, ILL_CHILD])
def test_every_step_of_tomorrow_tells_its_difference_and_why(name: str) -> None:
    whole = example(name)
    tomorrow = next(journey for journey in whole.journeys if journey.kind is JourneyKind.TO_BE)

    stages = [stage for stage in whole.journey_stages if stage.id in tomorrow.stages]
    steps = [step for step in whole.steps if any(step.id in stage.steps for stage in stages)]

    assert len(steps) >= 9
    assert all(step.difference and step.difference_reason for step in steps)


@pytest.mark.parametrize(("party", "benefit", "cost", "net"), CALCULATION)
def test_the_illustrative_calculation_comes_out_for_each_actor(
    party: str, benefit: float, cost: float, net: float
) -> None:
    result = economy(example(DEATH))

    found = next(one for one in result.parties if one.id == party)

    # The table is rounded after summation, so that half a hundredth either way is the same figure.
    assert found.present_benefit / 1e6 == pytest.approx(benefit, abs=0.005)
    assert found.present_cost / 1e6 == pytest.approx(cost, abs=0.005)
    assert found.net / 1e6 == pytest.approx(net, abs=0.005)


def test_the_illustrative_calculation_comes_out_for_society() -> None:
    totals = economy(example(DEATH)).totals

    assert totals.net / 1e6 == pytest.approx(161.06, abs=0.005)
    assert totals.public_net / 1e6 == pytest.approx(-41.88, abs=0.005)
    assert totals.tax_cost / 1e6 == pytest.approx(8.38, abs=0.006)
    assert totals.npv / 1e6 == pytest.approx(152.69, abs=0.005)


def test_the_two_who_carry_more_than_they_gain_are_seen() -> None:
    assert [party.id for party in economy(example(DEATH)).net_losers] == ["org-brreg", "org-digdir"]


@pytest.mark.parametrize("name", [DEATH, ILL_CHILD])
def test_the_plan_that_is_followed_keeps_durations_and_dependencies(name: str) -> None:
    whole = example(name)
    followed = next(plan for plan in whole.plans if plan.committed)
    runs = {entry.deliverable: entry for entry in followed.schedule}
    planned = [deliverable for deliverable in whole.deliverables if deliverable.id in runs]

    lengths = {d.id: runs[d.id].finish.first_quarter - runs[d.id].start.first_quarter for d in planned}
    early = [(d.id, one) for d in planned for one in d.depends_on if runs[one].finish > runs[d.id].start]

    assert len(planned) >= 8
    assert lengths == {d.id: d.duration for d in planned}
    assert early == []


@pytest.mark.parametrize("name", [DEATH, ILL_CHILD])
def test_the_plan_that_is_followed_stays_within_the_budgets_while_it_is_carried_out(name: str) -> None:
    years = [year for year in economy(example(name)).funding if year.year <= 2029]

    assert years
    assert [(year.organisation, year.year) for year in years if year.gap > 0] == []


def test_families_gain_and_the_directorate_and_hospitals_pay() -> None:
    result = economy(example(ILL_CHILD))

    full = sum(
        benefit.per_year.likely for benefit in example(ILL_CHILD).benefits if benefit.user_group and benefit.per_year
    )

    assert full == 54_600_000
    assert {party.id for party in result.net_losers} == {"org-helsedir", "org-helseforetak"}


@pytest.mark.parametrize(
    ("name", "funding", "scheme", "amount"),
    [
        (DEATH, "fun-grant-2020", "fund-medfin-2020", 13_375_642),
        (ILL_CHILD, "fun-eti", "fund-medfin-2021", 57_383_633),
    ],
)
def test_a_real_grant_keeps_the_edition_of_the_scheme_and_its_source(
    name: str, funding: str, scheme: str, amount: int
) -> None:
    found = next(one for one in example(name).funding if one.id == funding)

    assert found.scheme == scheme
    assert [told.amount.likely for told in found.amounts] == [amount]
    assert all(told.amount.source for told in found.amounts)


def test_only_the_endorsements_meant_to_be_stale_are_stale() -> None:
    stale = {
        endorsement.id
        for name in (DEATH, ILL_CHILD)
        for endorsement in example(name).endorsements
        if endorsement.content_hash not in (None, content_hash(example(name), endorsement.of[0]))
    }

    assert stale == {"end-finans-plan", "end-brreg-plan", "end-brukerorg"}


def test_one_organisation_keeps_something_to_itself_and_personal_data_are_marked() -> None:
    whole = example(DEATH)

    assert {thing.id for thing in whole.objects.values() if not thing.is_open} == {"find-nav-draft", "src-skatt-notat"}
    assert [insight.id for insight in whole.insights if insight.sensitivity == 1 and insight.personal_data] == [
        Id("ins-follow-up-talks")
    ]
