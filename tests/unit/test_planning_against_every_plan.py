"""The planner held against trying every plan, on 300 collaborations made at random."""

import dataclasses
from random import Random

import pytest
from tests.support.engines import engine
from tests.support.every_plan import Key, best, every_plan
from tests.support.tiny_collaborations import TinyCollaborations

from sammenheng.domain import Collaboration, Id
from sammenheng.domain.words.economy import PeriodAmount
from sammenheng.economy import Run, economy
from sammenheng.planning import Engine, PlanResult, Reason, Status, plan
from sammenheng.planning.result import PlanCause

__all__ = ["engine"]

SEEDS = 300
AT_A_TIME = 20
pytestmark = pytest.mark.slow


def tiny(seed: int) -> Collaboration:
    return TinyCollaborations(seed).make()


def same(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-6 * max(1.0, abs(other))


def key_of(cause: PlanCause) -> Key:
    kind = cause.kind.value
    if cause.commitment is not None:
        return kind, cause.commitment
    if cause.organisation is not None:
        return kind, cause.organisation, str(cause.period)
    if kind == "dependency":
        return kind, str(cause.deliverable), cause.others[0]
    return (kind, *sorted((str(cause.deliverable), *cause.others)))


def runs_of(result: PlanResult) -> dict[Id, Run]:
    return {
        placed.deliverable: Run(placed.start.first_quarter, placed.finish.first_quarter)
        for placed in result.schedule
        if placed.start is not None and placed.finish is not None
    }


@pytest.mark.parametrize("first", range(0, SEEDS, AT_A_TIME))
def test_the_plan_is_as_good_as_the_best_of_all_plans(engine: Engine, first: int) -> None:
    for seed in range(first, first + AT_A_TIME):
        whole = tiny(seed)
        tried = every_plan(whole)

        result = plan(whole, engine=engine)

        expected = best(tried)
        if expected is None:
            assert result.status is Status.INFEASIBLE, f"seed {seed}"
            assert_irreducible(result, [one.breaks for one in tried], f"seed {seed}")
            continue
        assert result.status in (Status.OPTIMAL, Status.NOTHING_TO_PLAN), f"seed {seed}"
        assert result.value is not None
        assert same(result.value, expected.value), f"seed {seed}"
        assert result.bound == result.value
        found = {id: (run.start, run.finish) for id, run in runs_of(result).items()}
        chosen = next((one for one in tried if one.runs == found), None)
        assert chosen is not None, f"seed {seed}"
        assert not chosen.breaks, f"seed {seed}"


def assert_irreducible(result: PlanResult, broken: list[frozenset[Key]], seed: str) -> None:
    """No plan keeps all of the causes, and without any one of them some plan keeps the rest."""
    causes = {key_of(cause) for cause in result.causes}
    assert causes, seed
    assert all(breaks & causes for breaks in broken), seed
    for cause in causes:
        assert any(not breaks & (causes - {cause}) for breaks in broken), f"{seed}: {cause}"


@pytest.mark.parametrize("first", range(0, 120, AT_A_TIME))
def test_value_is_the_sum_of_all_parties_and_what_economy_makes_of_the_same_schedule(
    engine: Engine, first: int
) -> None:
    for seed in range(first, first + AT_A_TIME):
        whole = tiny(seed)

        result = plan(whole, engine=engine)

        if result.value is None:
            continue
        parties = sum(party.net for party in (*result.organisations, *result.beneficiaries))
        pots = sum(fund.present_transfers for fund in result.funds)
        assert abs(parties + pots - result.value) < 0.01, f"seed {seed}"
        assert abs(sum(party.present_transfers for party in result.organisations) + pots) < 0.01
        assert abs(economy(whole, schedule=runs_of(result)).totals.net - result.value) < 0.01, f"seed {seed}"


def test_the_same_plan_comes_out_again_and_whatever_the_order_of_what_is_listed(engine: Engine) -> None:
    for seed in range(40):
        whole = tiny(seed)
        shuffled = [
            dataclasses.replace(
                one,
                depends_on=_shuffled(one.depends_on, seed),
                alternatives=_shuffled(one.alternatives, seed),
            )
            for one in whole.deliverables
        ]
        other = dataclasses.replace(whole, deliverables=tuple(reversed(shuffled)))

        first, again, reordered = (plan(one, engine=engine) for one in (whole, whole, other))

        assert again == first, f"seed {seed}"
        assert reordered == first, f"seed {seed}"


def test_taking_a_promise_away_never_makes_the_plan_worth_less(engine: Engine) -> None:
    tried = 0
    for whole in (tiny(seed) for seed in range(200)):
        for commitment in whole.commitments:
            kept, freer = plan(whole, engine=engine), plan(whole.without([commitment.id]), engine=engine)

            # What is not estimated comes into the plan by the promise alone, and goes out with it.
            still_planned = deliverables_planned(freer) >= deliverables_planned(kept)
            if kept.value is not None and still_planned:
                tried += 1
                assert freer.value is not None
                assert freer.value >= kept.value - 1e-6 * abs(kept.value)
    assert tried > 30


def deliverables_planned(result: PlanResult) -> set[Id]:
    """What the planner could choose among: all but what was set aside beforehand."""
    aside = {Reason.NOT_ESTIMATED, Reason.DONE, Reason.STOPPED}
    return {placed.deliverable for placed in result.schedule if placed.left_out not in aside}


def test_counting_in_other_money_gives_the_same_plan(engine: Engine) -> None:
    for seed in range(40):
        whole = tiny(seed)

        result, larger = plan(whole, engine=engine), plan(times(whole, 1000), engine=engine)

        assert larger.schedule == result.schedule, f"seed {seed}"
        assert larger.status == result.status
        if result.value is not None and larger.value is not None:
            assert same(larger.value, result.value * 1000)


def times(whole: Collaboration, factor: int) -> Collaboration:
    """The same with every amount of money so many times as large."""

    def scaled(thing: object, *fields: str) -> object:
        changed = {name: _times(getattr(thing, name), factor) for name in fields if getattr(thing, name)}
        return dataclasses.replace(thing, **changed)  # type: ignore[type-var]

    return dataclasses.replace(
        whole,
        costs=tuple(scaled(cost, "total", "per_year", "amounts") for cost in whole.costs),
        benefits=tuple(scaled(benefit, "per_year") for benefit in whole.benefits),
        budgets=tuple(scaled(budget, "amounts") for budget in whole.budgets),
        funding=tuple(scaled(funding, "amounts") for funding in whole.funding),
    )


def _times(value: object, factor: int) -> object:
    if isinstance(value, tuple):
        return tuple(PeriodAmount(period=told.period, amount=_times(told.amount, factor)) for told in value)  # type: ignore[arg-type]
    return dataclasses.replace(value, likely=value.likely * factor)  # type: ignore[type-var, attr-defined]


def _shuffled(ids: tuple[Id, ...], seed: int) -> tuple[Id, ...]:
    return tuple(Random(seed).sample(ids, len(ids)))
