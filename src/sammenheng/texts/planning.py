"""What a plan says in codes, in words: how it ended, why something is left out, why there is no plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from ..domain import Collaboration, Id
from ..domain.words import Deliverable
from ..planning.problem import CauseKind
from ..planning.result import Note, NoteCode, PlanCause, PlanResult, Reason, Status
from . import formats
from .catalog import Texts, gettext_noop
from .found import name_of

N_ = gettext_noop

REASONS: Final[Mapping[Reason, str]] = {
    Reason.NOT_ESTIMATED: N_("lacks duration or cost, so it cannot be weighed against the others"),
    Reason.ALTERNATIVE_CHOSEN: N_("an alternative to it is chosen or done"),
    Reason.EXCLUDED: N_("it is promised that it shall not be part of the plan"),
    Reason.NOT_WORTH_IT: N_("it costs more than it is counted to give"),
    Reason.NO_ROOM: N_("there is not money, people or time enough for it"),
    Reason.DEPENDENCY_LEFT_OUT: N_("something it depends on is not in the plan"),
    Reason.DONE: N_("it is done"),
    Reason.STOPPED: N_("it has been stopped"),
}

NOTES: Final[Mapping[NoteCode, str]] = {
    NoteCode.FIRST_YEAR_UNKNOWN: N_("The file names no year, so nothing could be placed in time. Set the first year."),
    NoteCode.FIRST_YEAR_ASSUMED: N_(
        "The file does not say which year is the first; the earliest one it names is used."
    ),
    NoteCode.YEARS_ASSUMED: N_("The file does not say how many years to count; ten are counted, as is usual."),
    NoteCode.EDITION_NOT_VERIFIED: N_("Not all rule values have been checked against their source."),
    NoteCode.PERIODS_ASSUMED: N_(
        "The file does not say how long the plan lasts; six years are used, more where promises need it."
    ),
    NoteCode.STARTS_WITH_FIRST_YEAR: N_(
        "The plan of the file begins before the years that are counted; it is made from the first year on."
    ),
    NoteCode.DURATION_ASSUMED: N_("“{name}” has no duration. It must be in the plan, so one quarter is assumed."),
    NoteCode.COST_UNKNOWN: N_("“{name}” must be in the plan, but has no cost. The plan costs more than it says."),
    NoteCode.START_UNKNOWN: N_(
        "“{name}” is under way, but no plan says since when. It is counted from the beginning of the plan."
    ),
    NoteCode.BUDGET_USED_UP: N_(
        "{name} must pay more than its budget whatever is planned. Nothing of it is left for deliverables."
    ),
    NoteCode.COMMITMENT_WITHOUT_PERIOD: N_(
        "The commitment “{name}” names no period, and is kept only as far as it goes."
    ),
    NoteCode.COMMITMENT_ON_STOPPED: N_("“{name}” has been stopped, but a commitment still promises it."),
}


def status(texts: Texts, result: PlanResult) -> str:
    """How the search for a plan ended."""
    match result.status:
        case Status.OPTIMAL:
            return texts.gettext("This is the best plan there is. It is proven that no other is worth more.")
        case Status.FEASIBLE:
            told = N_("This is the best plan found in the time given. Another may be worth up to {share} more.")
            return texts.gettext(told, share=_missed(texts, result))
        case Status.INFEASIBLE:
            return texts.gettext("There is no plan: these things cannot all hold. Take away any of them.")
        case Status.NOTHING_TO_PLAN:
            told = N_("There is nothing to plan. A deliverable can be planned when it has a duration and a cost.")
            return texts.gettext(told)


def reason(texts: Texts, code: Reason) -> str:
    """Why a deliverable is not in the plan, to stand beside its name."""
    return texts.gettext(REASONS[code])


def note(texts: Texts, whole: Collaboration, told: Note) -> str:
    """A note about a plan."""
    name = "" if told.id is None else name_of(texts, whole, told.id)
    return texts.gettext(NOTES[told.code], name=name)


def cause(texts: Texts, whole: Collaboration, told: PlanCause) -> str:
    """One of the things that cannot all hold."""
    name = _name(texts, whole, told.deliverable)
    match told.kind:
        case CauseKind.COMMITMENT:
            promise = _name(texts, whole, told.commitment)
            return texts.gettext("The commitment “{name}” must be kept.", name=promise)
        case CauseKind.UNDER_WAY:
            return texts.gettext("“{name}” is begun or done, and cannot be left out.", name=name)
        case CauseKind.MONEY | CauseKind.PEOPLE:
            return _limit(texts, whole, told)
        case CauseKind.ALTERNATIVES:
            names = _names(texts, whole, (*_known(told.deliverable), *told.others))
            return texts.gettext("Only one of {names} can be carried out.", names=names)
        case CauseKind.DEPENDENCY:
            before = _names(texts, whole, told.others, style="or")
            return texts.gettext("“{name}” must wait for {before}.", name=name, before=before)
        case CauseKind.HORIZON:
            return texts.gettext("“{name}” takes longer than the plan lasts.", name=name)
        case CauseKind.EARLIEST | CauseKind.LEAD_TIME:
            return _waiting(texts, whole, told, name)


def _limit(texts: Texts, whole: Collaboration, told: PlanCause) -> str:
    who, amount = _name(texts, whole, told.organisation), told.amount or 0.0
    period = "" if told.period is None else formats.period(texts, told.period)
    if told.kind is CauseKind.MONEY:
        money = formats.money(texts, amount)
        return texts.gettext("{name} has {amount} to spend in {period}.", name=who, amount=money, period=period)
    return texts.gettext(
        "{name} has {people} of the competence “{competence}” in {period}.",
        name=who,
        people=formats.number(texts, amount),
        competence=told.competence,
        period=period,
    )


def _waiting(texts: Texts, whole: Collaboration, told: PlanCause, name: str) -> str:
    deliverable = whole.get(told.deliverable)
    assert isinstance(deliverable, Deliverable)
    if told.kind is CauseKind.EARLIEST and deliverable.earliest is not None:
        period = formats.period(texts, deliverable.earliest)
        return texts.gettext("“{name}” cannot start before {period}.", name=name, period=period)
    return texts.ngettext(
        "“{name}” must wait {count} quarter before it can start.",
        "“{name}” must wait {count} quarters before it can start.",
        deliverable.lead_time or 0,
        name=name,
    )


def _missed(texts: Texts, result: PlanResult) -> str:
    """How much more a better plan may be worth."""
    return formats.money(texts, (result.bound or 0.0) - (result.value or 0.0))


def _name(texts: Texts, whole: Collaboration, id: Id | None) -> str:
    return "" if id is None else name_of(texts, whole, id)


def _names(texts: Texts, whole: Collaboration, ids: Iterable[Id], *, style: str = "standard") -> str:
    names = [f"“{name_of(texts, whole, id)}”" for id in ids]
    return formats.listed(texts, names, style="or" if style == "or" else "standard")


def _known(id: Id | None) -> tuple[Id, ...]:
    return () if id is None else (id,)
