"""`sammenheng plan`: the staged plan, how good it is, and what each party gets."""

from __future__ import annotations

from typing import Final

from ..domain import Collaboration, Id
from ..domain.words import Plan
from ..planning import SECONDS, EngineFailedError, PlanResult, Status, plan
from ..planning.adapters.cp_sat import CpSat
from ..planning.result import NoteCode, Stage
from ..texts import economy as economy_texts
from ..texts import formats
from ..texts import planning as texts_of_plans
from ..texts.found import name_of
from .answers import content_of
from .call import Call
from .engines import refused_engine
from .output import named
from .parsing import Verbs
from .party_table import UNKNOWN, party_table
from .refusals import CallError

VERSION: Final = 1
NO_PLAN: Final = 1
MOST_SECONDS: Final = 86_400


def add_parser(verbs: Verbs) -> None:
    """Tell the verb."""
    texts = verbs.texts
    parser = verbs.add("plan", texts.gettext("find the best staged plan: who delivers what, and when"), run)
    told = texts.gettext("the id of the plan in the file whose start, length, stages and commitments hold")
    parser.add_argument("--id", metavar="ID", help=told)
    told = texts.gettext("the most seconds to search; 60 when not told")
    parser.add_argument("--seconds", metavar="N", type=_seconds, default=SECONDS, help=told)


def run(call: Call) -> int:
    """Plan, and show the plan; 1 when the commitments leave none."""
    whole = call.collaboration()
    chosen = _chosen(call, whole)
    try:
        with call.aside.working(call.texts.gettext("Planning")), CpSat() as engine:
            result = plan(whole, engine=engine, plan=chosen, seconds=call.arguments.seconds)
    except EngineFailedError as error:
        raise refused_engine(call.texts, error) from None
    if call.wants_json:
        call.answer("plan", VERSION, {"collaboration": whole.id, **content_of(result)})
    else:
        _Shown(call, whole.in_use, result).all()
    return NO_PLAN if result.status is Status.INFEASIBLE else 0


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 < seconds <= MOST_SECONDS:
        raise ValueError(text)
    return seconds


def _chosen(call: Call, whole: Collaboration) -> Id | None:
    if call.arguments.id is None:
        return None
    found = named(whole, call.arguments.id, "--id")
    if not isinstance(found, Plan):
        allowed = formats.listed(call.texts, (thing.id for thing in whole.in_use.plans), style="or")
        raise CallError("unknown-value", "--id", {"value": found.id, "name": "--id", "allowed": allowed})
    return found.id


class _Shown:
    """The plan for people."""

    def __init__(self, call: Call, whole: Collaboration, result: PlanResult) -> None:
        self.texts, self.screen = call.texts, call.screen
        self.whole, self.result = whole, result

    def all(self) -> None:
        """Everything about the plan."""
        self.screen.line(self.texts.said(self.whole.name, source=self.whole.source_language), style="bold")
        self.screen.line(texts_of_plans.status(self.texts, self.result))
        if self.result.status is Status.INFEASIBLE:
            for cause in self.result.causes:
                self.screen.line(f"• {texts_of_plans.cause(self.texts, self.whole, cause)}", indent=2, hang=2)
        else:
            self.value()
            for number, stage in enumerate(self.result.stages, start=1):
                self.stage(number, stage)
            self.left_out()
            self.parties()
        self.notes()

    def value(self) -> None:
        texts, result = self.texts, self.result
        if result.value is None or result.first_year is None:
            return
        told = texts.ngettext(
            "Value: {value}, benefits less costs over {count} year from {year}, in present value.",
            "Value: {value}, benefits less costs over {count} years from {year}, in present value.",
            result.years,
            value=formats.money(texts, result.value),
            year=result.first_year,
        )
        self.screen.line(told)

    def stage(self, number: int, stage: Stage) -> None:
        texts = self.texts
        self.screen.heading(self.stage_name(number, stage))
        placed = {one.deliverable: one for one in self.result.schedule}
        rows = []
        for id in stage.deliverables:
            start, finish = placed[id].start, placed[id].finish
            if start is not None and finish is not None:
                rows.append((self.name(id), formats.period(texts, start), formats.period(texts, finish)))
        self.screen.columns(
            [(texts.gettext("Deliverable"), texts.gettext("Start"), texts.gettext("Finished before")), *rows]
        )
        told = (
            (texts.gettext("Users notice"), tuple(e.effect for e in stage.effects if e.complete)),
            (texts.gettext("Begun"), tuple(e.effect for e in stage.effects if not e.complete)),
            (texts.gettext("Gain from now on"), (*stage.organisations, *stage.beneficiaries)),
        )
        for label, ids in told:
            if ids:
                names = formats.listed(texts, (self.name(id) for id in ids))
                self.screen.line(texts.gettext("{label}: {names}", label=label, names=names), indent=2, hang=2)

    def stage_name(self, number: int, stage: Stage) -> str:
        if stage.id is not None:
            return self.name(stage.id)
        return self.texts.gettext("Stage {number}: finished in {year}", number=number, year=stage.year)

    def left_out(self) -> None:
        rows = [
            (self.name(one.deliverable), texts_of_plans.reason(self.texts, one.left_out))
            for one in self.result.schedule
            if one.left_out is not None
        ]
        if rows:
            self.screen.heading(self.texts.gettext("Not in the plan"))
            self.screen.columns(rows)

    def parties(self) -> None:
        texts = self.texts
        parties = (*self.result.organisations, *self.result.beneficiaries)
        if not parties:
            return
        self.screen.heading(texts.gettext("What each party pays and gains, in NOK million, present value"))
        table = party_table(texts, [(self.name(party.id), party) for party in parties])
        gains = [UNKNOWN if p.first_gain is None else formats.period(texts, p.first_gain) for p in parties]
        rows = [(*row, gain) for row, gain in zip(table, (texts.gettext("First gain"), *gains), strict=True)]
        self.screen.columns(rows, right=range(1, len(table[0])))
        self.screen.line(economy_texts.basis(texts, self.result.basis), indent=2)

    def notes(self) -> None:
        texts = self.texts
        self.screen.heading(texts.gettext("Good to know"))
        # That values are not checked is said with the values, last.
        for note in (note for note in self.result.notes if note.code is not NoteCode.EDITION_NOT_VERIFIED):
            self.screen.line(f"• {texts_of_plans.note(texts, self.whole, note)}", indent=2, hang=2)
        self.screen.line(f"• {economy_texts.edition(texts, self.result.edition)}", indent=2, hang=2)

    def name(self, id: Id) -> str:
        return name_of(self.texts, self.whole, id)
