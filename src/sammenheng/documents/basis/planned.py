"""The chapter on the plan: when what starts, what each stage gives, where the course can be adjusted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...domain import Id, Period
from ...domain.words import Deliverable, PlanStage
from ...planning.result import Placed, Reason, Status
from ...texts import gettext_noop
from ..svg import svg
from ..timeline import Bar, timeline
from ..values import Block, Cell, Figure, Line, List, Note, NoteKind, Paragraph, Section, Table, said
from ..words import Words
from .telling import Telling
from .work_plan import WorkPlan, WorkStage

N_ = gettext_noop

REASONS: Final = {
    Reason.NOT_ESTIMATED: N_("Not estimated"),
    Reason.ALTERNATIVE_CHOSEN: N_("Another alternative was chosen"),
    Reason.EXCLUDED: N_("It was promised that it is left out"),
    Reason.NOT_WORTH_IT: N_("It costs more than it gives"),
    Reason.NO_ROOM: N_("No room within budgets and key people"),
    Reason.DEPENDENCY_LEFT_OUT: N_("Something it depends on is left out"),
    Reason.DONE: N_("Done already"),
    Reason.STOPPED: N_("Stopped"),
}
STATUS: Final = {
    Status.OPTIMAL: N_("No better plan exists with these numbers."),
    Status.FEASIBLE: N_("A better plan may exist: this one gives {value}, and none can give more than {bound}."),
    Status.INFEASIBLE: N_("The promises cannot all be kept, so there is no plan."),
    Status.NOTHING_TO_PLAN: N_("There is nothing to plan yet."),
}


def plan(telling: Telling) -> Section:
    """The plan as a picture, then the same and more as tables."""
    blocks = tuple(_blocks(telling, telling.basis.plan))
    return Section(id="plan", title=telling.own(N_("The plan")), blocks=blocks, new_page=True)


def _blocks(telling: Telling, found: WorkPlan | None) -> Iterator[Block]:
    if found is None or not found.running:
        yield telling.missing("plan", N_("No plan is followed, and none was given."))
        return
    own = telling.whole.get(found.plan)
    if own is not None:
        yield Paragraph(line=telling.told(own))
    if found.status is None:
        yield telling.paragraph(
            N_("The plan is the one the parties follow. It has not been compared with the best plan there is.")
        )
    else:
        yield telling.paragraph(
            STATUS[found.status], value=telling.money(found.value or 0), bound=telling.money(found.bound or 0)
        )
    yield _picture(telling, found)
    yield _table(telling, found)
    if found.stages:
        yield _stages(telling, found)
    stops = tuple(_stops(telling))
    if stops:
        yield telling.paragraph(N_("Stop points, where the course can be adjusted or the work stopped:"))
        yield List(items=stops)
    if found.left_out:
        yield telling.paragraph(N_("Not in the plan:"))
        yield List(
            items=tuple(
                (*telling.told(telling.whole.objects[one.deliverable]), telling.span(_reason(telling, one)))
                for one in found.left_out
            )
        )


def _reason(telling: Telling, one: Placed) -> str:
    return f" – {telling.texts.gettext(REASONS[one.left_out])}" if one.left_out else ""


def _picture(telling: Telling, found: WorkPlan) -> Figure:
    bars = [_bar(telling, one) for one in found.running]
    drawing = timeline(bars)
    caption = telling.own(N_("The plan in time"))
    alternative = telling.own(
        N_("Timeline with {count} deliverables from {start} until {finish}. The table below has the same content."),
        count=len(bars),
        start=telling.period(Period.of_quarter(min(bar.start for bar in bars))),
        finish=telling.period(Period.of_quarter(max(bar.finish for bar in bars))),
    )
    drawn = svg(
        drawing,
        title=caption.text,
        description=alternative.text,
        language=telling.language,
        name="timeline",
        standalone=True,
        scale=0.7,
    )
    return Figure(
        svg=drawn, width=drawing.width * 0.7, height=drawing.height * 0.7, alternative=alternative, caption=caption
    )


def _bar(telling: Telling, one: Placed) -> Bar:
    assert one.start is not None
    assert one.finish is not None
    deliverable = telling.whole.objects[one.deliverable]
    return Bar(
        name=telling.speech.marked(deliverable),
        start=one.start.first_quarter,
        finish=one.finish.first_quarter,
        told=Words(span_of(telling, one.start, one.finish), telling.language),
    )


def span_of(telling: Telling, start: Period | None, finish: Period | None) -> str:
    """From the first period to the last one in which it runs."""
    if start is None or finish is None:
        return telling.period(start or finish)
    last = Period.of_quarter(max(finish.first_quarter - 1, start.first_quarter))
    first = telling.period(Period.of_quarter(start.first_quarter))
    return telling.texts.gettext("{first} to {last}", first=first, last=telling.period(last))


def _table(telling: Telling, found: WorkPlan) -> Table:
    gettext, rows = telling.texts.gettext, []
    for one in found.running:
        deliverable = telling.whole.objects[one.deliverable]
        assert isinstance(deliverable, Deliverable)
        rows.append(
            (
                Cell(lines=(telling.told(deliverable),)),
                Cell(lines=(said(telling.speech.briefly(deliverable.accountable)),)),
                Cell(lines=tuple(said(telling.speech.briefly(id)) for id in deliverable.contributors)),
                telling.text_cell(span_of(telling, one.start, one.finish)),
                Cell(lines=telling.named(deliverable.depends_on)),
            )
        )
    return Table(
        caption=telling.own(N_("Deliverables in the plan")),
        head=telling.head(
            gettext("Deliverable"), gettext("Accountable"), gettext("Contributors"), gettext("When"), gettext("After")
        ),
        rows=tuple(rows),
        weights=(2, 1, 1.1, 1.3, 1.6),
    )


def _stages(telling: Telling, found: WorkPlan) -> Table:
    gettext = telling.texts.gettext
    rows = tuple(
        (
            Cell(lines=(_stage_name(telling, stage),)),
            telling.text_cell(span_of(telling, stage.start, stage.finish)),
            Cell(lines=telling.named(stage.deliverables)),
            Cell(lines=tuple(_notices(telling, stage))),
        )
        for stage in found.stages
    )
    return Table(
        caption=telling.own(N_("Stages, and what users notice after each")),
        head=telling.head(
            gettext("Stage"), gettext("When"), gettext("Deliverables"), gettext("What users notice afterwards")
        ),
        rows=rows,
        weights=(1.1, 1.1, 2, 1.8),
    )


def _stage_name(telling: Telling, stage: WorkStage) -> Line:
    own = telling.whole.get(stage.id)
    return telling.told(own) if own else (telling.span(str(stage.year or "–")),)


def _notices(telling: Telling, stage: WorkStage) -> Iterator[Line]:
    own = telling.whole.get(stage.id)
    if isinstance(own, PlanStage) and own.gives:
        yield telling.told(own, telling.said(own.gives, own))
    done: set[Id] = set(stage.deliverables)
    for effect in telling.whole.effects:
        if any(effect.id in d.effects for d in telling.whole.deliverables if d.id in done):
            yield telling.told(effect)


def _stops(telling: Telling) -> Iterator[Line]:
    for stop in sorted(telling.whole.stop_points, key=lambda s: (s.when.first_quarter if s.when else 10**9, s.id)):
        line = (*telling.told(stop), telling.span(f" ({telling.period(stop.when)})"))
        question = telling.said(stop.question, stop)
        yield (*line, telling.span(": "), *said(question)) if question else line


def asked(telling: Telling) -> Note | None:
    """What the steering bodies are asked to decide, when stop points say so."""
    open_stops = [stop for stop in telling.whole.stop_points if stop.outcome is None and stop.question]
    if not open_stops:
        return None
    first = min(open_stops, key=lambda s: (s.when.first_quarter if s.when else 10**9, s.id))
    body = telling.speech.named(first.decided_by)
    who = telling.texts.gettext(
        "To be decided by {body}, {when}:", body=body.text or "–", when=telling.period(first.when)
    )
    return Note(
        kind=NoteKind.ASK,
        title=telling.own(N_("The next decision")),
        lines=((telling.span(who),), telling.told(first, telling.said(first.question, first))),
    )
