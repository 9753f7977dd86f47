"""What the room of the guide shows, from what the member may see: the guidance as this collaboration uses it."""

from collections.abc import Iterable
from dataclasses import dataclass

from sammenheng.domain import Id
from sammenheng.domain.words import Activity, Advice, Case, Question, Resource
from sammenheng.domain.words.guidance import ActivityStatus, AdviceVerdict
from sammenheng.domain.words.plan import Phase
from sammenheng_web.collaborations.rooms import Room
from sammenheng_web.collaborations.your_part import Part
from sammenheng_web.ui.entries import Entry, choice, date, entry, links, told
from sammenheng_web.ui.said import Said
from sammenheng_web.ui.showing import Link
from sammenheng_web.ui.sorting import norwegian

PHASES = (*Phase, None)
TONES = {ActivityStatus.DONE: "success", ActivityStatus.UNDER_WAY: "info", ActivityStatus.NOT_STARTED: "warning"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """An activity: who does it, how far it has come, what came of it."""

    entry: Entry
    workstream: Link | None
    responsible: Link | None
    status: str
    tone: str
    is_done: bool
    done_on: str
    results: tuple[Link, ...]
    is_from_guide: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseShown:
    """The activities of a phase."""

    name: str
    activities: tuple[Doing, ...]
    done: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What one organisation answers."""

    organisation: Link
    answer: Said | None
    answered_on: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question with the answers side by side. `agreement` is how the words of the answers compare."""

    entry: Entry
    workstream: Link | None
    is_from_guide: bool
    answers: tuple[Answered, ...]
    agreement: str
    silent: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of advice, and what we do with it."""

    entry: Entry
    verdict: str
    tone: str
    reason: Said | None
    about: tuple[Link, ...]
    is_from_guide: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning:
    """An experience others can learn from."""

    entry: Entry
    happened: Said | None
    lesson: Said | None
    phase: str
    about: tuple[Link, ...]
    contradicts: tuple[Link, ...]
    life_events: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """Something to use again."""

    entry: Entry
    address: str
    description: Said | None
    helps_with: tuple[Link, ...]


def phases(room: Room, part: Part) -> tuple[PhaseShown, ...]:
    """The activities by phase; within a phase by workstream."""
    found = part.of(room.collaboration.in_use.activities)
    each = ((phase, [_doing(room, a) for a in found if a.phase is phase]) for phase in PHASES)
    return tuple(
        PhaseShown(
            name=choice(phase),
            activities=tuple(sorted(doings, key=_by_workstream)),
            done=sum(doing.is_done for doing in doings),
        )
        for phase, doings in each
        if doings
    )


def _by_workstream(doing: Doing) -> tuple[bool, object, object]:
    name = str(doing.workstream.title) if doing.workstream else ""
    return not name, norwegian(name), norwegian(str(doing.entry.title))


def _doing(room: Room, activity: Activity) -> Doing:
    return Doing(
        entry=entry(room.showing, activity),
        workstream=room.showing.link(activity.workstream) if activity.workstream else None,
        responsible=room.showing.link(activity.responsible) if activity.responsible else None,
        status=choice(activity.status),
        tone=TONES.get(activity.status, "neutral") if activity.status else "neutral",
        is_done=activity.status is ActivityStatus.DONE,
        done_on=date(activity.done_on),
        results=things(room, activity.result),
        is_from_guide=activity.guide is not None,
    )


def things(room: Room, ids: Iterable[Id]) -> tuple[Link, ...]:
    """Links to these objects; the collaboration as a whole has no page among them."""
    return links(room.showing, (id for id in ids if id in room.collaboration.objects))


def questions(room: Room, part: Part) -> tuple[Asked, ...]:
    """The questions with every partner's answer; the chosen organisation's own first."""
    found = part.of(room.collaboration.in_use.questions)
    return tuple(_asked(room, part, question) for question in found)


def _asked(room: Room, part: Part, question: Question) -> Asked:
    answers = sorted(question.answers, key=lambda answer: answer.organisation != part.organisation)
    shown = tuple(
        Answered(
            organisation=room.showing.link(answer.organisation),
            answer=told(question, answer.answer),
            answered_on=date(answer.answered_on),
            is_chosen=answer.organisation == part.organisation,
        )
        for answer in answers
    )
    answered = {answer.organisation for answer in answers}
    return Asked(
        entry=entry(room.showing, question),
        workstream=room.showing.link(question.workstream) if question.workstream else None,
        is_from_guide=question.guide is not None,
        answers=shown,
        agreement=_agreement(shown),
        silent=links(room.showing, sorted(_asked_at_all(room) - answered)),
    )


def _agreement(answers: tuple[Answered, ...]) -> str:
    """Whether the answers say the same in the same words. Software cannot tell whether they mean the same."""
    if len(answers) < 2:
        return "alone" if answers else "none"
    return "same" if len({str(answer.answer).strip().casefold() for answer in answers}) == 1 else "differ"


def _asked_at_all(room: Room) -> frozenset[Id]:
    """Organisations that have answered any question: those that could have answered."""
    return frozenset(answer.organisation for q in room.collaboration.in_use.questions for answer in q.answers)


VERDICTS = (*AdviceVerdict, None)


def advice(room: Room, part: Part) -> tuple[Piece, ...]:
    """The advice, what we follow first."""
    found = sorted(part.of(room.collaboration.in_use.advice), key=lambda one: (VERDICTS.index(one.verdict), one.id))
    return tuple(_piece(room, one) for one in found)


def _piece(room: Room, one: Advice) -> Piece:
    return Piece(
        entry=entry(room.showing, one),
        verdict=choice(one.verdict),
        tone="success" if one.verdict is AdviceVerdict.FOLLOW else "neutral",
        reason=told(one, one.reason),
        about=things(room, one.about),
        is_from_guide=one.guide is not None,
    )


def cases(room: Room, part: Part) -> tuple[Learning, ...]:
    """Experiences from elsewhere and from here."""
    return tuple(_learning(room, case) for case in part.of(room.collaboration.in_use.cases))


def _learning(room: Room, case: Case) -> Learning:
    return Learning(
        entry=entry(room.showing, case),
        happened=told(case, case.happened),
        lesson=told(case, case.lesson),
        phase=choice(case.phase),
        about=things(room, case.about),
        contradicts=things(room, case.contradicts),
        life_events=links(room.showing, case.life_events),
    )


def resources(room: Room) -> tuple[Help, ...]:
    """Things to use again; they are everybody's, whichever part is shown."""
    return tuple(_help(room, resource) for resource in room.collaboration.in_use.resources)


def _help(room: Room, resource: Resource) -> Help:
    return Help(
        entry=entry(room.showing, resource),
        address=resource.address or "",
        description=told(resource, resource.description),
        helps_with=things(room, resource.helps_with),
    )
