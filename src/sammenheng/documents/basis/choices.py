"""Chapters on what could be done: concepts side by side, and the six questions every study answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from ...domain import describe
from ...domain.words import Concept
from ...domain.words.governance import ControlQuestion, StudyQuestion
from ...texts import gettext_noop
from ...texts.labels import choice_label, field_label
from ..values import Block, Cell, Line, List, Paragraph, Section, Table, said
from .telling import Telling

N_ = gettext_noop
MOST_ACROSS: Final = 4


def in_order(telling: Telling) -> list[Concept]:
    """Concepts: doing nothing new first, the recommended one last."""
    return sorted(telling.whole.concepts, key=lambda c: (not c.zero, bool(c.recommended), c.id))


def concepts(telling: Telling) -> Section:
    """The concepts beside each other, against the same questions."""
    found, blocks = in_order(telling), list[Block]()
    if len(found) < 2:
        blocks.append(telling.missing("concepts", N_("There are fewer than two concepts to choose between.")))
    elif not any(concept.zero for concept in found):
        blocks.append(telling.missing("concepts", N_("The zero alternative is not described.")))
    for first in range(0, len(found), MOST_ACROSS):
        blocks.append(_side_by_side(telling, found[first : first + MOST_ACROSS]))
    title = telling.own(N_("Concepts side by side"))
    return Section(id="concepts", title=title, blocks=tuple(blocks), new_page=True)


def _side_by_side(telling: Telling, found: list[Concept]) -> Table:
    gettext = telling.texts.gettext
    told: list[tuple[str, Callable[[Concept], tuple[Line, ...]]]] = [
        (gettext("In short"), lambda c: (said(telling.said(c.description, c)),)),
        (_field(telling, "view"), lambda c: (said(telling.speech.label(c.view)),) if c.view else ()),
        (_field(telling, "effects"), lambda c: telling.named(c.effects)),
        (_field(telling, "deliverables"), lambda c: telling.named(c.deliverables)),
        (
            _field(telling, "study_level"),
            lambda c: (said(telling.speech.label(c.study_level)),) if c.study_level else (),
        ),
    ]
    rows = [(telling.text_cell(label), *(Cell(lines=lines(c)) for c in found)) for label, lines in told]
    for question in ControlQuestion:
        cells = (Cell(lines=tuple(_control(telling, concept, question))) for concept in found)
        rows.append((telling.text_cell(choice_label(telling.texts, question)), *cells))
    heads = (Cell(lines=(telling.told(concept), *_standing(telling, concept))) for concept in found)
    return Table(
        caption=telling.own(N_("The concepts against the same questions")),
        head=(telling.text_cell(gettext("Question")), *heads),
        rows=tuple(rows),
        weights=(1, *(1.4 for _ in found)),
    )


def _field(telling: Telling, name: str) -> str:
    return field_label(telling.texts, describe(Concept).field(name))


def _standing(telling: Telling, concept: Concept) -> Iterator[Line]:
    if concept.zero:
        yield (telling.span(telling.texts.gettext("Zero alternative")),)
    if concept.recommended:
        yield (telling.span(telling.texts.gettext("Recommended")),)


def _control(telling: Telling, concept: Concept, question: ControlQuestion) -> Iterator[Line]:
    for told in concept.control_answers:
        if told.question is question:
            yield said(telling.speech.label(told.verdict), strong=True)
            yield said(telling.said(told.answer, concept))
            return
    yield (telling.span(telling.texts.gettext("Not answered")),)


def study(telling: Telling) -> Section:
    """The six questions, answered from the model; what is not answered is said."""
    sections = tuple(
        Section(
            id=question.value,
            title=telling.speech.own(f"{number}. {choice_label(telling.texts, question)}"),
            blocks=tuple(_answers(telling, question)) + tuple(FROM_THE_MODEL[question](telling)),
        )
        for number, question in enumerate(StudyQuestion, start=1)
    )
    intro = telling.paragraph(
        N_(
            "The questions of the instructions for official studies, answered with what the parties have written. "
            "The recommended concept stands first."
        )
    )
    title = telling.own(N_("The six study questions"))
    return Section(id="study", title=title, blocks=(intro,), sections=sections, new_page=True)


def _answers(telling: Telling, question: StudyQuestion) -> Iterator[Block]:
    answered = []
    for concept in reversed(in_order(telling)):
        for told in concept.study_answers:
            if told.question is question:
                lead = (*said(telling.speech.name(concept), strong=True), telling.span(": "))
                answered.append((*lead, *telling.told(concept, telling.said(told.answer, concept))))
    if answered:
        yield List(items=tuple(answered))
    else:
        label = choice_label(telling.texts, question)
        yield telling.missing("study", N_("No concept answers the study question “{question}”"), question=label)


def _listed(telling: Telling, message: str, items: tuple[Line, ...]) -> Iterator[Block]:
    if items:
        yield telling.paragraph(message)
        yield List(items=items)


def _problem(telling: Telling) -> Iterator[Block]:
    yield from _listed(
        telling,
        N_("The problem and the goals as they stand in the collaboration:"),
        (
            *telling.named(problem.id for problem in telling.whole.problems),
            *telling.named(goal.id for goal in telling.whole.goals if goal.level == "effect"),
        ),
    )


def _measures(telling: Telling) -> Iterator[Block]:
    yield from _listed(telling, N_("Concepts that were considered:"), telling.named(c.id for c in in_order(telling)))


def _principles(telling: Telling) -> Iterator[Block]:
    wanted = (law for law in telling.whole.regulations if law.wanted_change and law.id in telling.standing)
    items = tuple(
        (*telling.told(law), telling.span(": "), *said(telling.said(law.wanted_change, law))) for law in wanted
    )
    yield from _listed(telling, N_("Changes of regulations that are wanted:"), items)


def _effects(telling: Telling) -> Iterator[Block]:
    totals = telling.basis.economy.totals
    yield telling.paragraph(
        N_(
            "Calculated present values: benefits {benefit}, costs {cost}, net {net}. "
            "See the chapter on costs and benefits."
        ),
        benefit=telling.money(totals.present_benefit),
        cost=telling.money(totals.present_cost),
        net=telling.money(totals.net),
    )


def _recommended(telling: Telling) -> Iterator[Block]:
    found = tuple(concept for concept in telling.whole.concepts if concept.recommended)
    if not found:
        yield telling.missing("study", N_("No concept is marked as recommended."))
    for concept in found:
        yield Paragraph(line=telling.told(concept))
        yield from telling.told_text(concept.description, concept)


def _preconditions(telling: Telling) -> Iterator[Block]:
    laws = [law for law in telling.whole.regulations if law.id in telling.standing and law.expected_in_force]
    yield from _listed(
        telling,
        N_("Regulations that must change, with when they are expected to be in force:"),
        tuple((*telling.told(law), telling.span(f": {telling.period(law.expected_in_force)}")) for law in laws),
    )
    grave = [f.id for f in telling.whole.findings if f.severity == "high" and f.id in telling.standing]
    yield from _listed(telling, N_("Grave obstacles and gaps that must be removed:"), telling.named(grave))


FROM_THE_MODEL: Final[dict[StudyQuestion, Callable[[Telling], Iterator[Block]]]] = {
    StudyQuestion.PROBLEM: _problem,
    StudyQuestion.MEASURES: _measures,
    StudyQuestion.PRINCIPLES: _principles,
    StudyQuestion.EFFECTS: _effects,
    StudyQuestion.RECOMMENDED: _recommended,
    StudyQuestion.PRECONDITIONS: _preconditions,
}
