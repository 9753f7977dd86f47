"""The planner: the best staged plan for a collaboration, with proof of how good it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..domain import Collaboration, Id, Period
from ..economy import EconomyResult, Run, Settings, economy
from ..economy.result import Party
from .compile import Compiled, compile_problem
from .engine import Engine, Outcome
from .problem import Cause, CauseKind
from .reasons import reasons
from .result import Placed, PlanCause, PlanParty, PlanResult, Reason, Status
from .setting import setting_of
from .solve import Answer, solve, starts_without_scarcity
from .stages import stages

SECONDS = 60.0
"""How long a plan may be searched for when the caller does not say."""


def plan(
    collaboration: Collaboration,
    *,
    engine: Engine,
    plan: Id | None = None,
    settings: Settings | None = None,
    seconds: float = SECONDS,
) -> PlanResult:
    """Which deliverables, by whom, when (no: trinnvis plan).

    Greatest are the discounted benefits less costs, within budgets, key people, dependencies and promises; `plan`
    names the plan of the file whose start, length, stages and commitments hold. Deliverables without duration or
    cost are left out unless they are promised. Raises EngineFailedError when the engine gives no answer in time.
    """
    compiled = compile_problem(setting_of(collaboration, plan=plan, settings=settings))
    if not compiled.problem.tasks or compiled.setting.frame.first_year is None:
        constant = compiled.problem.constant
        nothing = Answer(outcome=Outcome.OPTIMAL, starts={}, value=constant, bound=constant)
        return _Telling(compiled, nothing, None).result(Status.NOTHING_TO_PLAN)
    answer = solve(compiled.problem, engine, seconds=seconds)
    telling = _Telling(compiled, answer, engine.name)
    if answer.outcome is Outcome.INFEASIBLE:
        return telling.infeasible()
    left = reasons(
        compiled.problem,
        answer.starts,
        lambda: starts_without_scarcity(compiled.problem, engine, seconds=seconds),
    )
    status = Status(answer.outcome.value)
    if all(task.started is not None for task in compiled.problem.tasks):
        status = Status.NOTHING_TO_PLAN  # all there is runs already or is done
    return telling.result(status, left)


@dataclass(frozen=True)
class _Telling:
    """An answer in the words of the file."""

    compiled: Compiled
    answer: Answer
    engine: str | None

    def result(self, status: Status, left: Mapping[str, Reason] | None = None) -> PlanResult:
        schedule = self._schedule()
        account = self._account(schedule)
        return replace(
            self._without_plan(status, account),
            value=self.answer.value,
            bound=self.answer.bound,
            gap=self.answer.gap,
            schedule=self._placed(schedule, left or {}),
            stages=stages(self.compiled.setting, schedule),
            organisations=tuple(_party(party) for party in account.organisations),
            beneficiaries=tuple(_party(party) for party in account.beneficiaries),
            funds=account.funds,
        )

    def infeasible(self) -> PlanResult:
        causes = tuple(self._cause(cause) for cause in sorted(self.answer.causes, key=_promises_first))
        return replace(self._without_plan(Status.INFEASIBLE, self._account({})), causes=causes)

    def _without_plan(self, status: Status, account: EconomyResult) -> PlanResult:
        setting = self.compiled.setting
        known = setting.frame.first_year is not None
        periods = range(setting.first, setting.periods) if known else range(0)
        return PlanResult(
            status=status,
            plan=None if setting.plan is None else setting.plan.id,
            first_year=setting.frame.first_year,
            years=setting.frame.years,
            edition=setting.frame.edition,
            engine=self.engine,
            periods=tuple(Period.of_quarter(setting.origin + period) for period in periods),
            estimated=account.estimated,
            basis=account.basis,
            notes=self.compiled.notes,
        )

    def _schedule(self) -> dict[Id, Run]:
        durations = {task.id: task.duration for task in self.compiled.problem.tasks}
        return self.compiled.setting.runs_of(self.answer.starts, durations)

    def _account(self, schedule: Mapping[Id, Run]) -> EconomyResult:
        frame = self.compiled.setting.frame
        same = Settings(first_year=frame.first_year, years=frame.years, edition=frame.edition, timing=frame.timing)
        whole = self.compiled.setting.whole
        return economy(whole, schedule={**self.compiled.setting.settled, **schedule}, settings=same)

    def _placed(self, schedule: Mapping[Id, Run], left: Mapping[str, Reason]) -> tuple[Placed, ...]:
        """What runs, by start; then what is left out, by id."""
        placed = [(run, id) for id, run in schedule.items()]
        runs = [(id, run.entry(id)) for run, id in sorted(placed, key=lambda told: (told[0].start, told[1]))]
        out = {**self.compiled.left_out, **{Id(id): reason for id, reason in left.items()}}
        return (
            *(Placed(deliverable=id, start=entry.start, finish=entry.finish) for id, entry in runs),
            *(Placed(deliverable=id, left_out=out[id]) for id in sorted(out)),
        )

    def _cause(self, cause: Cause) -> PlanCause:
        told = self.compiled.limits.get(cause.id)
        return PlanCause(
            kind=cause.kind,
            commitment=Id(cause.id) if cause.kind is CauseKind.COMMITMENT else None,
            deliverable=Id(cause.about) if cause.about else None,
            others=tuple(Id(other) for other in cause.others),
            organisation=None if told is None else told.organisation,
            competence=None if told is None else told.competence,
            period=None if told is None else told.period,
            amount=None if told is None else told.amount,
        )


def _party(party: Party) -> PlanParty:
    return PlanParty(
        id=party.id,
        present_cost=party.present_cost,
        present_benefit=party.present_benefit,
        present_transfers=party.present_transfers,
        net=party.net,
        first_gain=party.first_gain,
        estimated=party.estimated,
    )


def _promises_first(cause: Cause) -> tuple[bool, Cause]:
    return cause.kind is not CauseKind.COMMITMENT, cause
