"""What it comes to for society, year by year, how sure that is, and where money lacks."""

import pytest
from tests.support.priced import (
    MILLION,
    amounts,
    benefit,
    collaboration,
    cost,
    deliverable,
    ids,
    nok,
    organisation,
    period,
    said,
    settling_an_estate,
)

from sammenheng.domain import Id
from sammenheng.domain.words import Budget, Funding, Plan
from sammenheng.domain.words.economy import CostKind, Extent, FundingStatus, Importance
from sammenheng.domain.words.effects import DeliverableStatus
from sammenheng.domain.words.plan import Scheduled
from sammenheng.economy import Run, Settings, consequence, economy


def test_years_add_up_to_the_totals() -> None:
    result = economy(settling_an_estate())

    assert [year.year for year in result.by_year] == list(range(2026, 2037))
    assert sum(year.present_net for year in result.by_year) == pytest.approx(result.totals.net)
    assert result.by_year[-1].present_net_so_far == pytest.approx(result.totals.net)
    assert sum(y.public_net * y.discount_factor for y in result.by_year) == pytest.approx(result.totals.public_net)


def test_value_for_each_budget_krone_and_each_invested_krone() -> None:
    totals = economy(settling_an_estate()).totals

    invested = 31 + 26 / 1.04 + 11 / 1.04**2
    assert totals.npv_per_budget_krone == pytest.approx(totals.npv / -totals.public_net)
    assert totals.npv_per_invested_krone == pytest.approx(totals.npv / (invested * MILLION))


def test_low_and_high_amounts_give_a_span_and_no_span_is_no_uncertainty() -> None:
    whole = collaboration(
        organisations=(organisation("court"), organisation("tax")),
        costs=(
            cost("build", "court", amounts=()),
            cost(
                "spanned",
                "court",
                total=nok(100, low=80, high=150),
                from_period=period("2026"),
                to_period=period("2027"),
            ),
            cost("certain", "tax", amounts=amounts(y2026=10)),
        ),
        benefits=(
            benefit(
                "gain", "court", per_year=nok(30, low=10, high=40), from_period=period("2026"), to_period=period("2027")
            ),
        ),
    )

    result = economy(whole)

    court, tax = result.organisations
    assert (court.net_span.low, court.net, court.net_span.high) == (10 - 150, 30 - 100, 40 - 80)
    assert tax.net_span.low == tax.net == tax.net_span.high == -10
    assert (result.totals.net_span.low, result.totals.net_span.high) == (-150, -50)


def test_the_optimism_test_takes_costs_up_benefits_down_and_everything_a_year_later() -> None:
    result = economy(settling_an_estate())

    found = {case.case: case for case in result.sensitivity}
    totals = result.totals
    assert found["costs_up"].net == pytest.approx(totals.present_benefit - 1.2 * totals.present_cost)
    assert found["benefits_down"].net == pytest.approx(0.8 * totals.present_benefit - totals.present_cost)
    assert found["one_year_later"].net < totals.net
    assert found["all_three"].net < min(c.net for name, c in found.items() if name != "all_three")
    assert "bronnoysund" in found["all_three"].net_losers


def test_one_year_later_loses_the_last_year_of_benefit_and_keeps_the_costs() -> None:
    whole = collaboration(
        years=3,
        organisations=(organisation("court"),),
        costs=(cost("run", "court", per_year=nok(10), from_period=period("2026")),),
        benefits=(benefit("gain", "court", per_year=nok(100), from_period=period("2026")),),
    )

    result = economy(whole)

    late = next(case for case in result.sensitivity if case.case == "one_year_later")
    assert result.totals.net - late.net == pytest.approx(100)


def test_the_committed_plan_places_costs_when_no_schedule_is_given() -> None:
    plan = Plan(
        id=Id("plan"),
        name=said("plan"),
        committed=True,
        schedule=(Scheduled(deliverable=Id("guide"), start=period("2027Q1"), finish=period("2027Q3")),),
    )
    whole = collaboration(
        organisations=(organisation("court"),),
        deliverables=(deliverable("guide"),),
        costs=(cost("build", "court", deliverable=Id("guide"), total=nok(600)),),
        plans=(plan,),
    )

    committed, given = economy(whole), economy(whole, schedule={Id("guide"): Run(2026 * 4, 2026 * 4 + 1)})

    assert (committed.schedule_from, committed.by_year[1].cost) == ("committed_plan", 600)
    assert (given.schedule_from, given.by_year[0].cost) == ("given", 600)


def test_without_a_plan_what_has_its_own_periods_counts_and_the_rest_waits() -> None:
    whole = collaboration(
        organisations=(organisation("court"),),
        deliverables=(deliverable("guide"),),
        costs=(
            cost("build", "court", deliverable=Id("guide"), total=nok(600)),
            cost("lead", "court", amounts=amounts(y2026=50)),
        ),
    )

    result = economy(whole)

    assert result.schedule_from == "none"
    assert result.totals.present_cost == 50
    assert [(left.id, left.reason) for left in result.left_out] == [("build", "no_schedule")]


def test_operation_of_what_is_done_already_counts_and_building_it_does_not() -> None:
    whole = collaboration(
        years=2,
        organisations=(organisation("court"),),
        deliverables=(deliverable("old", status=DeliverableStatus.DONE),),
        costs=(
            cost("built", "court", deliverable=Id("old"), total=nok(600)),
            cost("run", "court", deliverable=Id("old"), per_year=nok(10)),
        ),
    )

    result = economy(whole)

    assert [year.cost for year in result.by_year] == [10, 10]
    assert [(left.id, left.reason) for left in result.left_out] == [("built", "done_before")]


def test_what_a_file_does_not_say_about_years_is_assumed_and_noted() -> None:
    whole = collaboration(
        first_year=None,
        years=None,
        organisations=(organisation("court"),),
        costs=(cost("build", "court", amounts=amounts(y2028=50)),),
    )

    result = economy(whole)

    assert (result.first_year, result.years) == (2028, 10)
    assert {"first_year_assumed", "years_assumed"} <= {note.code for note in result.notes}


def test_a_collaboration_with_nothing_in_it_has_an_empty_account() -> None:
    result = economy(collaboration(first_year=None, price_year=None, years=None))

    assert (result.first_year, result.by_year, result.parties, result.sensitivity) == (None, (), (), ())
    assert result.totals.npv == 0
    assert "first_year_unknown" in {note.code for note in result.notes}


def test_an_amount_of_another_price_year_is_counted_as_it_stands_and_noted() -> None:
    whole = collaboration(
        price_year=2025,
        organisations=(organisation("court"),),
        costs=(cost("build", "court", amounts=amounts(y2026=50)),),
    )

    result = economy(whole)

    assert result.totals.present_cost == 50
    assert ("other_price_year", "build") in {(note.code, note.id) for note in result.notes}


def test_the_first_year_may_be_set_from_outside() -> None:
    result = economy(settling_an_estate(), settings=Settings(first_year=2025, years=12))

    assert result.totals.net == pytest.approx(161.064 * MILLION / 1.04, rel=1e-4)


def test_funding_lacks_what_no_committed_money_covers() -> None:
    whole = collaboration(
        organisations=(organisation("court"),),
        costs=(cost("build", "court", amounts=amounts(y2026=1000, y2027=1000)),),
        budgets=(Budget(id=Id("frame"), name=said("frame"), organisation=Id("court"), amounts=amounts(y2026=400)),),
        funding=(
            Funding(
                id=Id("own"),
                name=said("own"),
                receiver=Id("court"),
                status=FundingStatus.GRANTED,
                amounts=amounts(y2026=300),
            ),
            Funding(
                id=Id("grant"),
                name=said("grant"),
                scheme="pot",
                receiver=Id("court"),
                status=FundingStatus.GRANTED,
                amounts=amounts(y2026=500),
            ),
            Funding(
                id=Id("hope"),
                name=said("hope"),
                scheme="pot",
                receiver=Id("court"),
                status=FundingStatus.APPLIED,
                amounts=amounts(y2027=700),
            ),
        ),
    )

    first, second = economy(whole).funding

    assert (first.own, first.granted, first.gap) == (400, 500, 100)
    assert (second.own, second.applied_for, second.gap) == (0, 700, 1000)


def test_operation_without_money_is_told_year_by_year() -> None:
    whole = collaboration(
        years=4,
        organisations=(organisation("court"),),
        deliverables=(deliverable("guide", operation_payer=Id("court")),),
        costs=(
            cost("build", "court", deliverable=Id("guide"), total=nok(600)),
            cost("run", "court", deliverable=Id("guide"), per_year=nok(10), kind=CostKind.OPERATION),
        ),
        budgets=(Budget(id=Id("frame"), name=said("frame"), organisation=Id("court"), amounts=amounts(y2027=10)),),
    )

    gap = economy(whole, schedule={Id("guide"): Run(2026 * 4, 2027 * 4)}).operation_gaps[0]

    assert (gap.deliverable, gap.payer, gap.years, gap.of) == ("guide", "court", (2028, 2029), 3)


@pytest.mark.parametrize(
    ("importance", "extent", "signs"),
    [
        (Importance.SMALL, Extent.LARGE_POSITIVE, (1, 2)),
        (Importance.LARGE, Extent.LARGE_POSITIVE, (4, 4)),
        (Importance.MEDIUM, Extent.MEDIUM_POSITIVE, (2, 2)),
        (Importance.SMALL, Extent.MEDIUM_POSITIVE, (0, 1)),
        (Importance.LARGE, Extent.NONE, (0, 0)),
        (Importance.LARGE, Extent.SMALL_NEGATIVE, (-2, -2)),
        (Importance.MEDIUM, Extent.LARGE_NEGATIVE, (-3, -2)),
    ],
)
def test_importance_and_extent_give_plus_and_minus_signs(
    importance: Importance, extent: Extent, signs: tuple[int, int]
) -> None:
    assert consequence(importance, extent) == signs


def test_unpriced_effects_stand_beside_the_kroner_and_are_not_waited_for() -> None:
    whole = collaboration(
        organisations=(organisation("court"),),
        benefits=(
            benefit("calm", "court", importance=Importance.LARGE, extent=Extent.MEDIUM_POSITIVE),
            benefit("half", "court", importance=Importance.LARGE),
        ),
    )

    result = economy(whole)

    assert [(u.benefit, u.low, u.high) for u in result.unpriced] == [("calm", 3, 3), ("half", None, None)]
    assert (result.estimated.of, result.totals.net) == (0, 0)


def test_what_amounts_rest_on_is_counted() -> None:
    whole = collaboration(
        organisations=(organisation("court"),),
        costs=(
            cost("assumed", "court", per_year=nok(1, illustrative=True), from_period=period("2026")),
            cost("loose", "court", amounts=amounts(y2026=1, y2027=1)),
        ),
    )

    basis = economy(whole).basis

    assert (basis.sourced, basis.illustrative, basis.neither) == (0, 1, 2)


def test_what_lies_in_the_bin_is_not_counted() -> None:
    from sammenheng.domain.words.thing import State

    whole = collaboration(
        organisations=(organisation("court"),),
        costs=(cost("build", "court", amounts=amounts(y2026=50), state=State.TRASHED),),
    )

    assert economy(whole).totals.present_cost == 0


def test_a_grant_for_what_is_not_carried_out_is_not_counted() -> None:
    grant = Funding(
        id=Id("grant"),
        name=said("grant"),
        scheme="pot",
        receiver=Id("court"),
        status=FundingStatus.GRANTED,
        deliverables=ids(("guide",)),
        amounts=amounts(y2026=500),
    )
    whole = collaboration(
        organisations=(organisation("court"),), deliverables=(deliverable("guide"),), funding=(grant,)
    )

    assert economy(whole, schedule={}).funds == ()
    assert economy(whole, schedule={Id("guide"): Run(2026 * 4, 2027 * 4)}).funds[0].present_transfers == -500
