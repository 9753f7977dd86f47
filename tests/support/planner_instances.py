"""The shared planning instances as planning problems."""

import csv
import json
from pathlib import Path
from typing import Any

from sammenheng.planning.problem import Crew, Fund, Gain, MoneyLimit, Outlay, PeopleLimit, PlanProblem, Task

QUARTERS = 4


def read_instance(path: Path) -> PlanProblem:
    """The problem in one `planner_*.json`."""
    raw: dict[str, Any] = json.loads(path.read_text("utf-8"))
    end = raw["periods"] + raw["tail_periods"] + 1  # the last period named still counts
    # The first of a list of alternatives stands for "one of them"; the others stand for themselves.
    groups = {listed[0]: tuple(listed) for listed in raw["alternatives"]}
    needs: dict[str, list[tuple[str, ...]]] = {}
    for before, after in raw["precedence"]:
        needs.setdefault(after, []).append(groups.get(before, (before,)))
    return PlanProblem(
        periods=raw["periods"],
        end=end,
        discount=tuple(raw["discount_per_period"] ** period for period in range(end)),
        tasks=tuple(_task(one, tuple(needs.get(one["id"], ()))) for one in raw["deliverables"]),
        gains=tuple(_gain(one, groups, end) for one in raw["benefits"]),
        exclusive=tuple(tuple(listed) for listed in raw["alternatives"]),
        money=tuple(
            MoneyLimit(id=f"{payer}-{period}", payer=payer, start=period, finish=period + 1, amount=amount)
            for payer, caps in raw["money_cap"].items()
            for period, amount in enumerate(caps)
        ),
        people=tuple(
            PeopleLimit(id=f"{party}-{period}-people", party=party, competence="any", period=period, people=people)
            for party, caps in raw["staff_cap"].items()
            for period, people in enumerate(caps)
        ),
        funds=(
            Fund(
                id="fund",
                share=raw["fund_max_share"],
                pots=tuple(
                    (year * QUARTERS, (year + 1) * QUARTERS, amount)
                    for year, amount in enumerate(raw["shared_fund_per_year"])
                ),
            ),
        ),
    )


def best_known(folder: Path) -> dict[str, float]:
    """The best known value of each instance, in thousand kroner."""
    with (folder / "best_known.csv").open(encoding="utf-8") as stream:
        return {row["instance"]: float(row["best_value_kNOK"]) for row in csv.DictReader(stream)}


def _task(raw: dict[str, Any], needs: tuple[tuple[str, ...], ...]) -> Task:
    return Task(
        id=raw["id"],
        duration=raw["duration"],
        earliest=raw["earliest"],
        needs=needs,
        outlays=tuple(Outlay(party=who, payer=who, running=cost) for who, cost in raw["cost_per_period"].items()),
        crew=tuple(Crew(party=who, competence="any", people=people) for who, people in raw["staff"].items()),
    )


def _gain(raw: dict[str, Any], groups: dict[str, tuple[str, ...]], end: int) -> Gain:
    return Gain(
        id=raw["id"],
        needs=tuple(groups.get(one, (one,)) for one in raw["requires"]),
        per_period=tuple(raw["full_value_per_period"].items()),
        ramp=tuple((k + 1) / raw["ramp_periods"] for k in range(raw["ramp_periods"])),
        until=end,
    )
