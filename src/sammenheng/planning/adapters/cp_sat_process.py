"""The process that runs CP-SAT: reads models as lines of JSON, answers in lines of JSON.

Started as a script by `cp_sat`, and needs nothing of Sammenheng. OR-Tools is told the model in its own text form
through the compiled module, since importing its modelling layer takes some two seconds.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

LARGEST = 2**63 - 1
WORKERS = 8  # fewer make poor bounds, whatever the number of cores: each is another way to search
TIE_SECONDS = 5.0


def main() -> None:
    """Answer each line of standard input; the first line of output tells the version."""
    memory = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    if memory:
        limit_memory(memory)
    tell = teller()
    tell({"version": version()})
    for line in sys.stdin:
        asked = json.loads(line)
        answer = {"solve": solve, "conflict": conflict}[asked["ask"]]
        tell(answer(asked))


def teller() -> Callable[[Any], None]:
    """Writes an answer to where standard output was; from now on whatever else prints does so to standard error."""
    stream = sys.stdout
    sys.stdout = sys.stderr

    def tell(answer: Any) -> None:
        stream.write(json.dumps(answer) + "\n")
        stream.flush()

    return tell


def limit_memory(mebibytes: int) -> None:
    """Let the process have no more than this, where the system can hold it to that."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (mebibytes * 2**20, mebibytes * 2**20))


def version() -> str:
    """The version of OR-Tools; fails here when it is not installed."""
    from importlib.metadata import version as version_of

    from ortools.sat.python import cp_model_helper  # noqa: F401

    return version_of("ortools")


def solve(asked: dict[str, Any]) -> dict[str, Any]:
    """The best values, and among equally good ones the best by the second objective."""
    began = time.monotonic()
    deadline = began + asked["seconds"]
    first = Run(asked, asked["objective"]).run(deadline)
    if first["outcome"] != "optimal" or not any(asked["tie_break"]):
        return first
    best = sum(map(product, zip(asked["objective"], first["values"], strict=True)))
    kept = (list(range(len(asked["upper"]))), asked["objective"], best, None, None)
    # Choosing among equals may take as long as finding one of them did, and some seconds more.
    enough = time.monotonic() + (time.monotonic() - began) + TIE_SECONDS
    second = Run(asked, asked["tie_break"], extra=[kept], hint=first["values"]).run(min(deadline, enough))
    return {**first, "values": second["values"]} if second["values"] else first


def conflict(asked: dict[str, Any]) -> dict[str, Any]:
    """Which causes cannot all hold: drop one after the other, and put back each without which a plan exists."""
    deadline = time.monotonic() + asked["seconds"]
    kept = set(range(asked["causes"]))
    for cause in range(asked["causes"]):
        without = kept - {cause}
        if Run(asked, None, causes=without).run(deadline)["outcome"] == "infeasible":
            kept = without
    return {"conflict": sorted(kept), "in_time": time.monotonic() < deadline}


class Run:
    """One model, solved once."""

    def __init__(
        self,
        asked: dict[str, Any],
        objective: list[int] | None,
        *,
        extra: Iterable[tuple[Any, ...]] = (),
        hint: list[int] | None = None,
        causes: set[int] | None = None,
    ) -> None:
        self.asked, self.objective, self.extra, self.hint, self.causes = asked, objective, extra, hint, causes

    def run(self, deadline: float) -> dict[str, Any]:
        """Outcome, values and bound."""
        from ortools.sat.python import cp_model_helper as sat

        left = deadline - time.monotonic()
        if left <= 0:
            return {"outcome": "unknown", "values": [], "bound": 0.0}
        model, parameters = sat.CpModelProto(), sat.SatParameters()
        assert model.parse_text_format("".join(self.text()))
        assert parameters.parse_text_format(
            f"num_workers: {WORKERS if self.objective else 1} "
            f"random_seed: {self.asked['seed']} max_time_in_seconds: {left:.3f}"
        )
        solver: Any = sat.SolveWrapper()
        solver.set_parameters(parameters)
        response = solver.solve(model)
        name = str(response.status).rsplit(".", 1)[-1].lower()
        assert name != "model_invalid"
        values = [int(value) for value in response.solution]
        return {"outcome": name, "values": values, "bound": -response.best_objective_bound}

    def text(self) -> Iterator[str]:
        """The model in protocol buffer text; the engine makes things small, so the objective is turned round."""
        for upper in self.asked["upper"]:
            yield f"variables{{domain:[0,{upper}]}}\n"
        for columns, coefficients, low, high, cause in (*self.asked["rows"], *self.extra):
            if cause is None or self.causes is None or cause in self.causes:
                bounds = f"{-LARGEST if low is None else low},{LARGEST if high is None else high}"
                yield f"constraints{{linear{{vars:{columns} coeffs:{coefficients} domain:[{bounds}]}}}}\n"
        if self.objective:
            used = [column for column, value in enumerate(self.objective) if value]
            yield f"objective{{vars:{used} coeffs:{[-self.objective[column] for column in used]}}}\n"
        if self.hint:
            yield f"solution_hint{{vars:{list(range(len(self.hint)))} values:{self.hint}}}\n"


def product(pair: tuple[int, int]) -> int:
    """One factor times the other."""
    return pair[0] * pair[1]


if __name__ == "__main__":
    main()
