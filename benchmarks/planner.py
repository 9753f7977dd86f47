"""The planner beside a named peer, in the same run: the same models solved by CP-SAT and by HiGHS.

    planner.py FOLDER [--seconds N] [--pattern planner_20x12x6_*]

FOLDER holds the shared planning instances and best_known.csv. One line for each instance: value, best known value,
status, seconds of each, and how many times as long the peer took. Exits 1 when an optimum is missed by more than
one unit (a thousand kroner). Each solver runs in a process of its own, as their libraries do not go together.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.support.planner_instances import best_known, read_instance  # noqa: E402

from sammenheng.planning.adapters.cp_sat import CpSat  # noqa: E402
from sammenheng.planning.build import model_of  # noqa: E402
from sammenheng.planning.model import Model  # noqa: E402
from sammenheng.planning.problem import PlanProblem  # noqa: E402
from sammenheng.planning.solve import solve  # noqa: E402
from sammenheng.planning.value import Valuer  # noqa: E402

PEER = "HiGHS"
NEAR = 1.0
LINE = "{:<24} {:>14} {:>14} {:>10} {:>9} {:>14} {:>11} {:>9} {:>7}"


class Timed(NamedTuple):
    """A solver's answer to one instance."""

    value: float
    status: str
    seconds: float


def main() -> int:
    """Run all instances; 1 when an optimum was missed."""
    given = _arguments()
    known = best_known(given.folder)
    paths = sorted(given.folder.glob(f"{given.pattern}.json"))
    if not paths:
        print(f"No instance {given.pattern}.json in {given.folder}.", file=sys.stderr)
        return 2
    missed = 0
    with CpSat() as engine:
        print(f"{engine.name} in the planner, beside {PEER} (branch and cut, as it comes) on the same linear model")
        head = ("instance", "value", "known", "status", "seconds", PEER, "status", "seconds", "ratio")
        print(LINE.format(*head))
        for path in paths:
            problem = read_instance(path)
            ours, peer = ours_on(problem, engine, given.seconds), peer_on(problem, given.seconds)
            best = known[path.stem]
            missed += ours.status == "optimal" and abs(ours.value - best) > NEAR
            missed += ours.status != "optimal" and path.stem.startswith("planner_20x12x6")
            told = (f"{ours.value:.2f}", f"{best:.2f}", ours.status, f"{ours.seconds:.2f}")
            beside = (f"{peer.value:.2f}", peer.status, f"{peer.seconds:.2f}", f"{peer.seconds / ours.seconds:.1f}")
            print(LINE.format(path.stem, *told, *beside), flush=True)
    print(f"{len(paths) - missed} of {len(paths)} as known")
    return 1 if missed else 0


def ours_on(problem: PlanProblem, engine: CpSat, seconds: float) -> Timed:
    """The planner from problem to answer, choice among equals included."""
    began = time.perf_counter()
    answer = solve(problem, engine, seconds=seconds)
    return Timed(answer.value, answer.outcome.value, time.perf_counter() - began)


def peer_on(problem: PlanProblem, seconds: float) -> Timed:
    """The peer from problem to answer, in a process of its own that is started beforehand."""
    context = multiprocessing.get_context("spawn")
    asking, answering = context.Pipe()
    process = context.Process(target=_peer_process, args=(answering,))
    process.start()
    asking.recv()
    began = time.perf_counter()
    model = model_of(problem)
    asking.send((model, seconds))
    status, values = asking.recv()
    took = time.perf_counter() - began
    process.join()
    return Timed(Valuer(problem).value(model.starts(values)) if values else 0.0, status, took)


def _peer_process(line: multiprocessing.connection.Connection) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # it greets on standard output, which belongs to the table
    from ortools.linear_solver import pywraplp

    line.send("ready")
    model, seconds = line.recv()
    line.send(_solved_by_peer(model, seconds, pywraplp))


def _solved_by_peer(model: Model, seconds: float, pywraplp: object) -> tuple[str, list[int]]:
    solver = pywraplp.Solver.CreateSolver(PEER.upper())  # type: ignore[attr-defined]
    solver.SetTimeLimit(round(seconds * 1000))
    columns = [solver.IntVar(0, upper, "") for upper in model.upper]
    for row in model.rows:
        low = -solver.infinity() if row.low is None else row.low
        constraint = solver.Constraint(low, solver.infinity() if row.high is None else row.high)
        for column, coefficient in row.terms:
            constraint.SetCoefficient(columns[column], coefficient)
    objective = solver.Objective()
    for column, worth in enumerate(model.objective):
        # In units of money rather than the fine units of whole-number search, which floating point bears badly.
        objective.SetCoefficient(columns[column], worth / model.scale)
    objective.SetMaximization()
    parameters = pywraplp.MPSolverParameters()  # type: ignore[attr-defined]
    parameters.SetDoubleParam(parameters.RELATIVE_MIP_GAP, 0.0)
    ended = solver.Solve(parameters)
    if ended not in (solver.OPTIMAL, solver.FEASIBLE):
        return "unknown", []
    status = "optimal" if ended == solver.OPTIMAL else "feasible"
    return status, [round(column.solution_value()) for column in columns]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where the instances are")
    parser.add_argument("--seconds", type=float, default=60.0, help="the most seconds for each solver and instance")
    parser.add_argument("--pattern", default="planner_20x12x6_*", help="which instances")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
