"""The shared planning instances with known optimum, solved to it."""

import os
from pathlib import Path

import pytest
from tests.support.engines import engine
from tests.support.planner_instances import best_known, read_instance

from sammenheng.planning import Engine
from sammenheng.planning.engine import Outcome
from sammenheng.planning.solve import solve

__all__ = ["engine"]

NEAR = 1.0
"""One thousand kroner, the unit of the instances."""

SMALL = [f"planner_20x12x6_s{number}" for number in range(6)]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder() -> Path:
    return Path(os.environ["SAMMENHENG_DATA"]) / "planning" / "planner"


@pytest.mark.parametrize("name", SMALL)
def test_a_small_instance_is_solved_to_its_known_optimum(engine: Engine, folder: Path, name: str) -> None:
    problem = read_instance(folder / f"{name}.json")

    answer = solve(problem, engine, seconds=60)

    assert answer.outcome is Outcome.OPTIMAL
    assert abs(answer.value - best_known(folder)[name]) <= NEAR
    assert answer.bound == answer.value


def test_a_larger_instance_has_a_bound_above_the_best_known_value(engine: Engine, folder: Path) -> None:
    problem = read_instance(folder / "planner_100x24x15_s1.json")

    answer = solve(problem, engine, seconds=5)

    known = best_known(folder)["planner_100x24x15_s1"]
    assert answer.bound >= known - NEAR
    assert answer.value <= known + NEAR
