"""The solver in its own process: it answers, is ended when it must be, and says why it could not."""

import pytest
from tests.support.engines import engine

from sammenheng.planning import Engine, EngineFailedError
from sammenheng.planning.adapters import cp_sat
from sammenheng.planning.adapters.cp_sat import CpSat
from sammenheng.planning.engine import Outcome
from sammenheng.planning.limits import scale_for, whole
from sammenheng.planning.problem import Gain, MoneyLimit, Outlay, Pin, PinKind, PlanProblem, Task
from sammenheng.planning.reasons import earliest_finishes
from sammenheng.planning.solve import solve

__all__ = ["engine"]
pytestmark = pytest.mark.slow


def many(count: int = 40, periods: int = 30, *, promised: bool = False) -> PlanProblem:
    """A problem that takes more than a moment: many equal tasks under one tight budget."""
    tasks = tuple(
        Task(id=f"t{n:02}", duration=2 + n % 3, outlays=(Outlay(party="o", payer="o", running=7.0 + n * n % 11),))
        for n in range(count)
    )
    gains = tuple(
        Gain(
            id=f"g{n}",
            needs=((f"t{n:02}",), (f"t{(n * 7 + 3) % count:02}",)),
            per_period=(("o", 3.0 + n % 5),),
            ramp=(0.5, 1.0),
            until=periods * 2,
        )
        for n in range(count)
    )
    limits = tuple(MoneyLimit(id=f"m{t}", payer="o", start=t, finish=t + 1, amount=31.0) for t in range(periods))
    pins = tuple(Pin(id=f"p{n}", task=f"t{n:02}", kind=PinKind.INCLUDED) for n in range(2)) if promised else ()
    discount = tuple(0.99**t for t in range(periods * 2))
    return PlanProblem(
        periods=periods, end=periods * 2, discount=discount, tasks=tasks, gains=gains, money=limits, pins=pins
    )


def test_when_time_is_up_the_best_plan_so_far_has_a_bound_that_holds(engine: Engine) -> None:
    short, longer = solve(many(), engine, seconds=0.5), solve(many(), engine, seconds=3)

    assert short.outcome in (Outcome.FEASIBLE, Outcome.OPTIMAL)
    assert short.value <= longer.bound + 1e-6
    assert longer.value <= short.bound + 1e-6
    assert short.gap >= 0


def test_without_time_nothing_is_started_and_the_bound_is_what_everything_would_give(engine: Engine) -> None:
    answer = solve(many(), engine, seconds=0)

    assert (answer.outcome, answer.starts, answer.value) == (Outcome.FEASIBLE, {}, 0)
    assert answer.bound > 0


def test_without_time_a_plan_that_must_hold_something_is_not_made_up(engine: Engine) -> None:
    with pytest.raises(EngineFailedError) as refused:
        solve(many(promised=True), engine, seconds=0)

    assert refused.value.code == "out-of-time"


def test_a_process_that_does_not_answer_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cp_sat, "GRACE_SECONDS", -9.5)

    with CpSat() as engine, pytest.raises(EngineFailedError) as refused:
        solve(many(count=80, periods=60), engine, seconds=10)

    assert refused.value.code == "out-of-time"


def test_a_process_with_too_little_memory_says_so() -> None:
    with pytest.raises(EngineFailedError) as refused, CpSat(memory_mib=16):
        pass

    assert refused.value.code == "out-of-memory"


def test_a_missing_solver_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    script = cp_sat.SCRIPT.read_text("utf-8").replace("ortools.sat.python", "ortools_that_is_not_there")
    elsewhere = cp_sat.Path(str(tmp_path)) / "process.py"
    elsewhere.write_text(script, "utf-8")
    monkeypatch.setattr(cp_sat, "SCRIPT", elsewhere)

    with pytest.raises(EngineFailedError) as refused, CpSat():
        pass

    assert refused.value.code == "missing"


def test_the_solver_is_named_with_its_version(engine: Engine) -> None:
    assert engine.name.startswith("CP-SAT 9.")


@pytest.mark.parametrize(
    ("amounts", "scale"),
    [((1, 20, 300), 1), ((0.5, 2), 10), ((0.125,), 1000), ((), 1), ((1_000_000 / 3, 7.0), 10_000)],
)
def test_amounts_are_made_whole_by_the_smallest_power_of_ten_that_does(amounts: tuple[float, ...], scale: int) -> None:
    assert scale_for(amounts) == scale


def test_thirds_that_fit_exactly_still_fit_when_made_whole() -> None:
    scale = scale_for((10_000_000 / 3, 10_000_000))

    assert 3 * whole(10_000_000 / 3, scale) <= whole(10_000_000, scale)


def test_what_can_be_finished_earliest_follows_the_chain_of_needs() -> None:
    problem = PlanProblem(
        periods=6,
        end=6,
        discount=(1.0,) * 6,
        tasks=(
            Task(id="a", duration=2, earliest=1),
            Task(id="b", duration=1, needs=(("a",),), lead_time=1),
            Task(id="c", duration=2, needs=(("b", "a"),)),
            Task(id="d", duration=1, needs=(("nobody",),)),
            Task(id="e", duration=4, needs=(("a",),)),
        ),
    )

    assert earliest_finishes(problem) == {"a": 3, "b": 5, "c": 5}
