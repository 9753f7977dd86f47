"""CP-SAT of OR-Tools as an engine, in a process of its own with hard limits of time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from ..engine import EngineFailedError, Outcome, Solved
from ..model import Model, Row
from ..problem import Cause

SCRIPT: Final = Path(__file__).with_name("cp_sat_process.py")
START_SECONDS: Final = 60.0
NO_MEMORY: Final = ("bad_alloc", "MemoryError", "allocate memory", "Resource temporarily unavailable")
"""What is said when there is no memory left; threads need some too."""

GRACE_SECONDS: Final = 10.0
"""How long the process may go on after its time, before it is ended."""


class CpSat:
    """CP-SAT; the process lives while the engine is entered: `with CpSat() as engine: …`."""

    def __init__(self, *, memory_mib: int = 6144, seed: int = 1) -> None:
        self.memory_mib = memory_mib
        self.seed = seed
        self._process: subprocess.Popen[str] | None = None
        self._version = ""

    @property
    def name(self) -> str:
        """Which solver, with version."""
        return f"CP-SAT {self._version}"

    def __enter__(self) -> Self:
        """Start the process."""
        # A file, not a pipe: nobody reads while an answer is waited for, and a full pipe would stop the process.
        self._said = tempfile.TemporaryFile(mode="w+", encoding="utf-8", errors="replace")
        self._process = subprocess.Popen(  # noqa: S603 - this very Python, with a script of our own
            [sys.executable, "-P", str(SCRIPT), str(self.memory_mib)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            text=True,
            encoding="utf-8",
        )
        try:
            self._version = str(self._read(START_SECONDS)["version"])
        except EngineFailedError as error:
            self._end()
            code = "missing" if "ModuleNotFoundError" in error.detail or "ImportError" in error.detail else error.code
            raise EngineFailedError(code, error.detail) from None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process."""
        self._end()

    def solve(self, model: Model, *, seconds: float) -> Solved:
        """The best values, ties broken by the model's second objective."""
        asked = {"ask": "solve", "objective": list(model.objective), "tie_break": list(model.tie_break)}
        told = self._ask({**asked, "rows": [_row(row, None) for row in model.rows]}, model, seconds)
        return Solved(outcome=Outcome(told["outcome"]), values=tuple(told["values"]), bound=told["bound"])

    def conflict(self, model: Model, causes: Sequence[Cause], *, seconds: float) -> tuple[Cause, ...]:
        """Of the causes, in the order to drop them, an irreducible set that leaves no plan."""
        place = {cause: number for number, cause in enumerate(causes)}
        rows = [_row(row, None if row.cause is None else place[row.cause]) for row in model.rows]
        told = self._ask({"ask": "conflict", "causes": len(causes), "rows": rows}, model, seconds)
        if not told["in_time"]:
            raise EngineFailedError("out-of-time")
        return tuple(causes[number] for number in told["conflict"])

    def _ask(self, asked: dict[str, Any], model: Model, seconds: float) -> Any:
        assert self._process is not None, "the engine must be entered first"
        assert self._process.stdin is not None
        whole = {**asked, "upper": list(model.upper), "seconds": seconds, "seed": self.seed}
        try:
            self._process.stdin.write(json.dumps(whole) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise self._failed(timed_out=False) from None
        return self._read(seconds + GRACE_SECONDS)

    def _read(self, seconds: float) -> Any:
        """The next line; the process is ended when it does not come in time."""
        process = self._process
        assert process is not None
        assert process.stdout is not None
        ended = threading.Event()

        def end() -> None:
            ended.set()
            process.kill()

        timer = threading.Timer(seconds, end)
        timer.start()
        try:
            line = process.stdout.readline()
        finally:
            timer.cancel()
        if not line:
            raise self._failed(timed_out=ended.is_set())
        return json.loads(line)

    def _failed(self, *, timed_out: bool) -> EngineFailedError:
        assert self._process is not None
        self._process.communicate()
        self._said.seek(0)
        said = self._said.read()
        last = said.strip().splitlines()[-1][:300] if said.strip() else ""
        if timed_out:
            return EngineFailedError("out-of-time")
        return EngineFailedError("out-of-memory" if any(sign in said for sign in NO_MEMORY) else "died", last)

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None
            self._said.close()


def _row(row: Row, cause: int | None) -> tuple[list[int], list[int], int | None, int | None, int | None]:
    columns = [column for column, _ in row.terms]
    return columns, [coefficient for _, coefficient in row.terms], row.low, row.high, cause
