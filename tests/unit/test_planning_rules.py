"""What a plan heeds, one rule at a time, on collaborations small enough to hold in the head."""

from typing import Any

import pytest
from tests.support.engines import engine
from tests.support.priced import (
    amounts,
    benefit,
    collaboration,
    cost,
    deliverable,
    group,
    ids,
    nok,
    organisation,
    period,
    said,
)

from sammenheng.domain import Collaboration, Id
from sammenheng.domain.words import Budget, Capacity, Commitment, Effect, Funding, Plan, PlanStage
from sammenheng.domain.words.economy import FundingStatus, PeriodPeople
from sammenheng.domain.words.effects import DeliverableStatus, StaffNeed
from sammenheng.domain.words.plan import CommitmentKind, PeriodUnit, Scheduled
from sammenheng.planning import Engine, PlanResult, plan

__all__ = ["engine"]
pytestmark = pytest.mark.slow

COURT, TAX = organisation("court"), organisation("tax")


def building(*names: str, total: int = 100, **more: Any) -> tuple[Any, ...]:
    return tuple(cost(f"build-{name}", "court", deliverable=Id(name), total=nok(total), **more) for name in names)


def gain(*needs: str, per_year: int = 1000, name: str = "gain", **more: Any) -> Any:
    return benefit(name, "tax", needs=needs, per_year=nok(per_year), **more)


def promise(name: str, kind: CommitmentKind, when: str | None = None) -> Commitment:
    told = None if when is None else period(when)
    return Commitment(id=Id(f"promise-{name}"), name=said(name), deliverable=Id(name), kind=kind, when=told)


def made(**held: Any) -> Collaboration:
    own: dict[str, Any] = {"organisations": (COURT, TAX), "years": 5} | held
    return collaboration(**own)


def told(result: PlanResult) -> dict[str, str]:
    """Each deliverable with its start, or the reason why it has none."""
    return {placed.deliverable: str(placed.start or placed.left_out) for placed in result.schedule}


def test_what_depends_on_another_waits_for_it_and_for_its_lead_time(engine: Engine) -> None:
    whole = made(
        deliverables=(
            deliverable("law", duration=2, lead_time=1),
            deliverable("service", duration=1, lead_time=2, after=("law",)),
        ),
        costs=building("law", "service"),
        benefits=(gain("service"),),
    )

    result = plan(whole, engine=engine)

    assert told(result) == {"law": "2026Q2", "service": "2027Q2"}
    assert result.status == "optimal"
    assert result.gap == 0


def test_of_alternatives_one_is_chosen_and_is_enough_for_what_needs_the_other(engine: Engine) -> None:
    whole = made(
        deliverables=(
            deliverable("buy", duration=1, alternatives=ids(("build",))),
            deliverable("build", duration=4),
            deliverable("use", duration=1, after=("build",)),
        ),
        costs=building("buy", "build", "use"),
        benefits=(gain("build", "use"),),
    )

    result = plan(whole, engine=engine)

    assert told(result) == {"buy": "2026Q1", "use": "2026Q2", "build": "alternative_chosen"}


def test_a_yearly_budget_may_be_spent_at_any_time_of_its_year(engine: Engine) -> None:
    frame = Budget(id=Id("frame"), name=said("frame"), organisation=Id("court"), amounts=amounts(y2026=100, y2027=100))
    whole = made(
        deliverables=(deliverable("one", duration=1), deliverable("two", duration=1)),
        costs=building("one", "two"),
        benefits=(gain("one", name="gain-one"), gain("two", name="gain-two")),
        budgets=(frame,),
    )

    result = plan(whole, engine=engine)

    assert sorted(told(result).values()) == ["2026Q1", "2027Q1"]


def test_a_budget_by_quarter_is_not_carried_over(engine: Engine) -> None:
    frame = Budget(
        id=Id("frame"),
        name=said("frame"),
        organisation=Id("court"),
        amounts=amounts(y2026Q1=60, y2026Q2=60, y2026Q3=100),
    )
    whole = made(
        deliverables=(deliverable("one", duration=1),), costs=building("one"), benefits=(gain("one"),), budgets=(frame,)
    )

    assert told(plan(whole, engine=engine)) == {"one": "2026Q3"}


def test_what_the_organisation_pays_anyway_is_taken_from_its_budget_first(engine: Engine) -> None:
    frame = Budget(id=Id("frame"), name=said("frame"), organisation=Id("court"), amounts=amounts(y2026=120, y2027=200))
    lead = cost("lead", "court", per_year=nok(40), from_period=period("2026"), to_period=period("2027"))
    whole = made(
        deliverables=(deliverable("one", duration=1),),
        costs=(*building("one"), lead),
        benefits=(gain("one"),),
        budgets=(frame,),
    )

    assert told(plan(whole, engine=engine)) == {"one": "2027Q1"}


def test_a_granted_fund_pays_its_share_where_the_budget_is_too_small(engine: Engine) -> None:
    frame = Budget(id=Id("frame"), name=said("frame"), organisation=Id("court"), amounts=amounts(y2026=60, y2027=200))
    grant = Funding(
        id=Id("grant"),
        name=said("grant"),
        scheme="pot",
        receiver=Id("court"),
        status=FundingStatus.GRANTED,
        amounts=amounts(y2026=50),
        share=50,
    )
    whole = made(
        deliverables=(deliverable("one", duration=1),), costs=building("one"), benefits=(gain("one"),), budgets=(frame,)
    )
    funded = made(
        deliverables=whole.deliverables,
        costs=whole.costs,
        benefits=whole.benefits,
        budgets=(frame,),
        funding=(grant,),
    )

    assert told(plan(whole, engine=engine)) == {"one": "2027Q1"}
    assert told(plan(funded, engine=engine)) == {"one": "2026Q1"}


def test_key_people_are_not_in_two_places_at_once(engine: Engine) -> None:
    need = StaffNeed(organisation=Id("court"), competence="Lawyer", people=1.5)
    free = Capacity(
        id=Id("lawyers"),
        name=said("lawyers"),
        organisation=Id("court"),
        competence="lawyer ",
        amounts=(PeriodPeople(period=period("2026"), people=2), PeriodPeople(period=period("2026Q1"), people=1)),
    )
    whole = made(
        deliverables=(deliverable("one", duration=1, staff=(need,)), deliverable("two", duration=1, staff=(need,))),
        costs=building("one", "two"),
        benefits=(gain("one", name="gain-one"), gain("two", name="gain-two")),
        capacities=(free,),
    )

    assert sorted(told(plan(whole, engine=engine)).values()) == ["2026Q2", "2026Q3"]


@pytest.mark.parametrize(
    ("kind", "when", "start"),
    [
        (CommitmentKind.STARTS, "2026Q3", "2026Q3"),
        (CommitmentKind.STARTS, "2027", "2027Q1"),
        (CommitmentKind.FINISHED_BY, "2026Q4", "2026Q1"),
        (CommitmentKind.NOT_BEFORE, "2026Q4", "2026Q4"),
        (CommitmentKind.INCLUDED, None, "2026Q1"),
        (CommitmentKind.EXCLUDED, None, "excluded"),
        (CommitmentKind.FINISHED_BY, None, "2026Q1"),
    ],
)
def test_what_is_promised_is_kept(engine: Engine, kind: CommitmentKind, when: str | None, start: str) -> None:
    whole = made(
        deliverables=(deliverable("one", duration=1),),
        costs=building("one"),
        benefits=(gain("one"),),
        commitments=(promise("one", kind, when),),
    )

    assert told(plan(whole, engine=engine)) == {"one": start}


def test_a_promise_only_another_plan_holds_does_not_bind(engine: Engine) -> None:
    own = Plan(id=Id("own"), name=said("own"), committed=True)
    other = Plan(id=Id("other"), name=said("other"), commitments=ids(("promise-one",)))
    whole = made(
        deliverables=(deliverable("one", duration=1),),
        costs=building("one"),
        benefits=(gain("one"),),
        commitments=(promise("one", CommitmentKind.EXCLUDED),),
        plans=(own, other),
    )

    assert told(plan(whole, engine=engine)) == {"one": "2026Q1"}
    assert told(plan(whole, engine=engine, plan=Id("other"))) == {"one": "excluded"}


def test_each_deliverable_that_is_left_out_has_its_reason(engine: Engine) -> None:
    frame = Budget(id=Id("frame"), name=said("frame"), organisation=Id("tax"), amounts=amounts(y2026=10, y2027=10))
    whole = made(
        years=2,
        deliverables=(
            deliverable("done", status=DeliverableStatus.DONE),
            deliverable("stopped", duration=1, status=DeliverableStatus.STOPPED),
            deliverable("vague", duration=1),
            deliverable("timeless"),
            deliverable("dear", duration=1),
            deliverable("later", duration=1, after=("dear",)),
            deliverable("short-of-money", duration=1),
            deliverable("short-of-time", duration=9),
            deliverable("good", duration=1),
        ),
        costs=(
            *building("stopped", "timeless", "later", "short-of-time", "good"),
            *building("dear", total=100_000),
            cost("build-poor", "tax", deliverable=Id("short-of-money"), total=nok(50)),
        ),
        benefits=(
            gain("good", name="gain-good"),
            gain("later", name="gain-later"),
            gain("short-of-money", name="gain-poor"),
            gain("short-of-time", name="gain-late"),
        ),
        budgets=(frame,),
    )

    result = plan(whole, engine=engine)

    assert told(result) == {
        "good": "2026Q1",
        "done": "done",
        "stopped": "stopped",
        "vague": "not_estimated",
        "timeless": "not_estimated",
        "dear": "not_worth_it",
        "later": "dependency_left_out",
        "short-of-money": "no_room",
        "short-of-time": "no_room",
    }


def test_what_is_promised_comes_into_the_plan_though_it_is_not_estimated(engine: Engine) -> None:
    whole = made(deliverables=(deliverable("one"),), commitments=(promise("one", CommitmentKind.INCLUDED),))

    result = plan(whole, engine=engine)

    assert told(result) == {"one": "2026Q1"}
    assert {"duration_assumed", "cost_unknown"} <= {note.code for note in result.notes if note.id == "one"}


def test_what_is_under_way_stays_where_it_is(engine: Engine) -> None:
    followed = Plan(
        id=Id("followed"),
        name=said("followed"),
        committed=True,
        start=period("2026Q3"),
        schedule=(Scheduled(deliverable=Id("begun"), start=period("2026Q2"), finish=period("2026Q4")),),
    )
    whole = made(
        deliverables=(
            deliverable("begun", duration=1, status=DeliverableStatus.UNDER_WAY),
            deliverable("next", duration=1, after=("begun",)),
        ),
        costs=building("begun", "next"),
        benefits=(gain("next"),),
        plans=(followed,),
    )

    result = plan(whole, engine=engine)

    assert told(result) == {"begun": "2026Q2", "next": "2026Q4"}
    assert str(result.periods[0]) == "2026Q3"


def test_what_is_done_keeps_its_dates_and_what_waits_for_it_waits_for_them(engine: Engine) -> None:
    followed = Plan(
        id=Id("followed"),
        name=said("followed"),
        committed=True,
        schedule=(Scheduled(deliverable=Id("ready"), start=period("2026Q1"), finish=period("2026Q3")),),
    )
    whole = made(
        deliverables=(
            deliverable("ready", duration=1, status=DeliverableStatus.DONE),
            deliverable("next", duration=1, after=("ready",)),
        ),
        costs=building("ready", "next"),
        benefits=(gain("next"),),
        plans=(followed,),
    )

    assert told(plan(whole, engine=engine)) == {"ready": "2026Q1", "next": "2026Q3"}


def test_with_only_what_is_begun_there_is_nothing_to_plan(engine: Engine) -> None:
    whole = made(
        deliverables=(deliverable("begun", duration=2, status=DeliverableStatus.UNDER_WAY),), costs=building("begun")
    )

    result = plan(whole, engine=engine)

    assert (result.status, told(result)) == ("nothing_to_plan", {"begun": "2026Q1"})
    assert result.value == -100


def test_a_benefit_that_is_a_burden_is_counted_too(engine: Engine) -> None:
    whole = made(
        deliverables=(deliverable("one", duration=1), deliverable("two", duration=1)),
        costs=building("one", "two"),
        benefits=(
            gain("one", name="gain-one"),
            gain("one", "two", per_year=-5000, name="burden"),
            gain("two", name="x1"),
        ),
    )

    result = plan(whole, engine=engine)

    assert sorted(told(result).values()) == ["2026Q1", "not_worth_it"]


def test_promises_that_cannot_all_be_kept_are_told_with_what_stands_in_the_way(engine: Engine) -> None:
    frame = Budget(id=Id("frame"), name=said("frame"), organisation=Id("court"), amounts=amounts(y2026=150, y2027=50))
    whole = made(
        deliverables=(
            deliverable("one", duration=1),
            deliverable("two", duration=1),
            deliverable("other", duration=1, after=("two",)),
        ),
        costs=building("one", "two", "other"),
        benefits=(gain("one"),),
        budgets=(frame,),
        commitments=(
            promise("one", CommitmentKind.FINISHED_BY, "2027"),
            promise("two", CommitmentKind.STARTS, "2026"),
            promise("other", CommitmentKind.NOT_BEFORE, "2027"),
        ),
    )

    result = plan(whole, engine=engine)

    assert result.status == "infeasible"
    assert (result.value, result.bound, result.gap, result.schedule) == (None, None, None, ())
    found = [(cause.kind, cause.commitment, cause.organisation, str(cause.period)) for cause in result.causes]
    assert found == [
        ("commitment", "promise-one", None, "None"),
        ("commitment", "promise-two", None, "None"),
        ("money", None, "court", "2026"),
    ]
    assert result.causes[-1].amount == 150


def test_nothing_to_plan_has_the_value_of_what_comes_anyway(engine: Engine) -> None:
    whole = made(
        deliverables=(deliverable("vague"),),
        costs=(cost("lead", "court", amounts=amounts(y2026=100)),),
    )

    result = plan(whole, engine=engine)

    assert (result.status, result.value, result.bound, result.gap) == ("nothing_to_plan", -100, -100, 0)
    assert told(result) == {"vague": "not_estimated"}


def test_a_file_without_any_year_has_nothing_to_plan(engine: Engine) -> None:
    whole = made(
        first_year=None,
        price_year=None,
        years=None,
        deliverables=(deliverable("one", duration=1),),
        commitments=(promise("one", CommitmentKind.INCLUDED),),
    )

    result = plan(whole, engine=engine)

    assert (result.status, result.first_year, result.periods) == ("nothing_to_plan", None, ())
    assert "first_year_unknown" in {note.code for note in result.notes}


def test_stages_follow_the_years_of_finish_and_tell_what_each_gives(engine: Engine) -> None:
    whole = made(
        user_groups=(group("bereaved"),),
        effects=(Effect(id=Id("know"), name=said("know")), Effect(id=Id("see"), name=said("see"))),
        deliverables=(
            deliverable("guide", duration=2, effects=ids(("know", "see"))),
            deliverable("list", duration=4, after=("guide",), effects=ids(("see",))),
        ),
        costs=building("guide", "list"),
        benefits=(
            gain("guide", name="early"),
            benefit("late", user_group=Id("bereaved"), needs=("guide", "list"), per_year=nok(1000)),
        ),
    )

    first, second = plan(whole, engine=engine).stages

    assert (first.year, first.deliverables, first.benefits) == (2026, ("guide",), ("early",))
    assert [(reached.effect, reached.complete) for reached in first.effects] == [("know", True), ("see", False)]
    assert (first.organisations, first.beneficiaries) == (("tax",), ())
    assert (second.year, second.deliverables, second.benefits) == (2027, ("list",), ("late",))
    assert [(reached.effect, reached.complete) for reached in second.effects] == [("see", True)]
    assert (second.organisations, second.beneficiaries) == ((), ("bereaved",))


def test_stages_of_the_file_are_kept_and_what_they_do_not_name_is_put_after_them(engine: Engine) -> None:
    stage = PlanStage(id=Id("stage-one"), name=said("first"), deliverables=ids(("two",)))
    followed = Plan(id=Id("followed"), name=said("followed"), stages=ids(("stage-one",)))
    whole = made(
        deliverables=(deliverable("one", duration=1), deliverable("two", duration=1)),
        costs=building("one", "two"),
        benefits=(gain("one", name="gain-one"), gain("two", name="gain-two")),
        plans=(followed,),
        plan_stages=(stage,),
    )

    stages = plan(whole, engine=engine).stages

    assert [(one.id, one.year, one.deliverables) for one in stages] == [
        ("stage-one", None, ("two",)),
        (None, 2026, ("one",)),
    ]


def test_what_each_party_pays_and_gains_and_from_when(engine: Engine) -> None:
    whole = made(
        years=2,
        deliverables=(deliverable("one", duration=2),),
        costs=building("one", payer=Id("tax")),
        benefits=(gain("one"), benefit("unknown", "court", needs=("one",))),
    )

    result = plan(whole, engine=engine)

    court, tax = result.organisations
    assert (court.present_cost, court.present_transfers, court.net, court.first_gain) == (100, 100, 0, None)
    assert (court.estimated.n, court.estimated.of) == (1, 2)
    assert (tax.present_transfers, str(tax.first_gain)) == (-100, "2026Q3")
    assert tax.net == pytest.approx(500 + 1000 / 1.04 - 100)


def test_the_horizon_of_a_plan_in_years_is_counted_in_quarters(engine: Engine) -> None:
    told_in_years = Plan(id=Id("yearly"), name=said("yearly"), start=period("2027"), periods=2, unit=PeriodUnit.YEAR)
    whole = made(
        deliverables=(deliverable("one", duration=1),),
        costs=building("one"),
        benefits=(gain("one"),),
        plans=(told_in_years,),
    )

    result = plan(whole, engine=engine)

    assert (str(result.periods[0]), str(result.periods[-1]), len(result.periods)) == ("2027Q1", "2028Q4", 8)
    assert told(result) == {"one": "2027Q1"}
