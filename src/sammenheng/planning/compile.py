"""From a collaboration to a planning problem: quarters become periods, words become numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ..domain import Id, Period
from ..domain.words import Benefit, Commitment, Cost
from ..domain.words.effects import DeliverableStatus
from ..domain.words.plan import CommitmentKind
from ..economy.calculate import economy
from ..economy.flows import QUARTERS, cost_payer, is_estimated, party_of, ramp_share, spread
from ..economy.frame import Settings
from ..economy.schedule import exclusive_sets, stand_ins
from .limits_of_file import Told, competence_key, funds, money_limits, people_limits
from .problem import Crew, Gain, Outlay, Pin, PinKind, PlanProblem, Task
from .result import Note, NoteCode, Reason
from .setting import Setting
from .sorting import Candidate, Sorted, sort_deliverables
from .value import Needs, Valuer

_KINDS = {
    CommitmentKind.STARTS: PinKind.STARTS,
    CommitmentKind.FINISHED_BY: PinKind.FINISHED_BY,
    CommitmentKind.NOT_BEFORE: PinKind.NOT_BEFORE,
    CommitmentKind.INCLUDED: PinKind.INCLUDED,
    CommitmentKind.EXCLUDED: PinKind.EXCLUDED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """A problem, and what is needed to tell its answer in the words of the file."""

    setting: Setting
    problem: PlanProblem
    left_out: Mapping[Id, Reason]
    limits: Mapping[str, Told]
    notes: tuple[Note, ...]


def compile_problem(setting: Setting) -> Compiled:
    """The planning problem of a collaboration."""
    sorted_out = sort_deliverables(setting)
    compiling = _Compiling(setting, sorted_out)
    tasks = tuple(compiling.tasks())
    known = {task.id for task in tasks}
    money, told_money, used_up = money_limits(setting, known)
    people, told_people = people_limits(setting)
    pins, vague = _pins(setting, known)
    problem = PlanProblem(
        periods=setting.periods,
        end=setting.end,
        first=setting.first,
        discount=tuple(setting.frame.factor_of_quarter(quarter) for quarter in setting.frame.window),
        tasks=tasks,
        gains=tuple(compiling.gains()),
        exclusive=_exclusive(setting, known),
        money=money,
        people=people,
        funds=funds(setting, known),
        pins=pins,
    )
    return Compiled(
        setting=setting,
        problem=_with_constant(setting, problem),
        left_out=sorted_out.left_out,
        limits={**told_money, **told_people},
        notes=(*setting.notes, *sorted_out.notes, *vague, *used_up),
    )


@dataclass(frozen=True, slots=True)
class _Compiling:
    setting: Setting
    sorted: Sorted

    def tasks(self) -> Iterator[Task]:
        origin, whole = self.setting.origin, self.setting.whole
        costs: dict[Id, list[Cost]] = {}
        for cost in whole.costs:
            if cost.deliverable is not None and is_estimated(cost):
                costs.setdefault(cost.deliverable, []).append(cost)
        for candidate in self.sorted.candidates:
            deliverable = candidate.deliverable
            earliest = 0 if deliverable.earliest is None else max(0, deliverable.earliest.first_quarter - origin)
            outlays = (self._outlay(cost, candidate) for cost in costs.get(deliverable.id, ()))
            yield Task(
                id=deliverable.id,
                duration=candidate.duration,
                earliest=earliest,
                lead_time=deliverable.lead_time or 0,
                needs=self._needs(deliverable.depends_on),
                outlays=tuple(outlay for outlay in outlays if outlay is not None),
                crew=tuple(
                    Crew(party=need.organisation, competence=competence_key(need.competence), people=need.people)
                    for need in deliverable.staff
                ),
                started=candidate.started,
            )

    def _outlay(self, cost: Cost, candidate: Candidate) -> Outlay | None:
        whole, setting = self.setting.whole, self.setting
        party, payer = party_of(cost, whole), cost_payer(cost, whole)
        if party is None or payer is None:
            return None
        until = _until(setting, cost.to_period)
        yearly = 0.0 if cost.per_year is None else cost.per_year.likely / QUARTERS
        dated = {quarter - setting.origin: amount for quarter, amount in spread(cost.amounts).items()}
        if cost.from_period is not None:
            for period in range(max(0, cost.from_period.first_quarter - setting.origin), until if yearly else 0):
                dated[period] = dated.get(period, 0.0) + yearly
            yearly = 0.0
        return Outlay(
            party=party,
            payer=payer,
            running=0.0 if cost.total is None else cost.total.likely / candidate.duration,
            after=yearly,
            until=until,
            dated=tuple(sorted(dated.items())),
        )

    def gains(self) -> Iterator[Gain]:
        for benefit in self.setting.whole.benefits:
            party = party_of(benefit, self.setting.whole)
            needs = self._needs(benefit.deliverables)
            if benefit.per_year is None or party is None or not needs:
                continue
            begin = 0 if benefit.from_period is None else benefit.from_period.first_quarter - self.setting.origin
            yield Gain(
                id=benefit.id,
                needs=needs,
                per_period=((party, benefit.per_year.likely / QUARTERS),),
                ramp=_ramp(benefit),
                until=_until(self.setting, benefit.to_period),
                earliest=max(0, begin),
            )

    def _needs(self, deliverables: Iterable[Id]) -> Needs:
        """What is needed and not done, each with all that does in its place."""
        whole = self.setting.whole
        instead = stand_ins(whole)
        done = {id for id, reason in self.sorted.left_out.items() if reason is Reason.DONE}
        groups = ((id, *(other for other in instead.get(id, ()) if other != id)) for id in deliverables)
        return tuple(sorted(group for group in groups if not done.intersection(group)))


def _until(setting: Setting, to_period: Period | None) -> int:
    if to_period is None:
        return setting.end
    return max(0, min(to_period.first_quarter - setting.origin, setting.end))


def _ramp(benefit: Benefit) -> tuple[float, ...]:
    """The share of the full benefit quarter by quarter, until it changes no more."""
    quarters = max((point.year for point in benefit.ramp), default=0) * QUARTERS
    return tuple(ramp_share(benefit, quarter) for quarter in range(quarters + 1))


def _exclusive(setting: Setting, known: set[str]) -> tuple[tuple[str, ...], ...]:
    """What is done excludes beforehand; of the rest in each set, one at most."""
    done = {d.id for d in setting.whole.deliverables if d.status is DeliverableStatus.DONE}
    groups = (tuple(sorted(id for id in group - done if id in known)) for group in exclusive_sets(setting.whole))
    return tuple(sorted({group for group in groups if len(group) > 1}))


def _pins(setting: Setting, known: set[str]) -> tuple[tuple[Pin, ...], list[Note]]:
    pins: list[Pin] = []
    vague: list[Note] = []
    for commitment in setting.commitments:
        if commitment.deliverable not in known:
            continue
        kind = _KINDS[commitment.kind]
        if commitment.when is None and kind not in (PinKind.INCLUDED, PinKind.EXCLUDED):
            vague.append(Note(code=NoteCode.COMMITMENT_WITHOUT_PERIOD, id=commitment.id))
            if kind is PinKind.NOT_BEFORE:
                continue
            kind = PinKind.INCLUDED
        pins.append(_pin(setting, commitment, kind))
    return tuple(pins), vague


def _pin(setting: Setting, commitment: Commitment, kind: PinKind) -> Pin:
    when = commitment.when
    return Pin(
        id=commitment.id,
        task=commitment.deliverable,
        kind=kind,
        start=None if when is None else when.first_quarter - setting.origin,
        finish=None if when is None else when.end_quarter - setting.origin,
    )


def _with_constant(setting: Setting, problem: PlanProblem) -> PlanProblem:
    """Add what comes whatever is planned: the net of all that no choice changes."""
    frame = setting.frame
    same = Settings(first_year=frame.first_year, years=frame.years, edition=frame.edition, timing=frame.timing)
    given = {task.id: task.started for task in problem.tasks if task.started is not None}
    settled = setting.settled_with(given, {task.id: task.duration for task in problem.tasks})
    net = economy(setting.whole, schedule=settled, settings=same).totals.net
    return replace(problem, constant=net - Valuer(problem).value(given))
