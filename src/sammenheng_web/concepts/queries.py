"""What the room of concepts shows, from what the member may see."""

from collections.abc import Iterable
from dataclasses import dataclass

from sammenheng.domain import Id, Thing
from sammenheng.domain.words import Concept
from sammenheng.domain.words.governance import ControlQuestion, StudyQuestion
from sammenheng_web.collaborations.rooms import Room
from sammenheng_web.collaborations.your_part import Part
from sammenheng_web.ui.entries import Entry, choice, entry, told
from sammenheng_web.ui.said import Said
from sammenheng_web.ui.showing import Link
from sammenheng_web.ui.sorting import norwegian


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """A concept."""

    entry: Entry
    description: Said | None
    is_zero: bool
    is_recommended: bool
    view: str
    study_level: str
    journey: Link | None
    effects: int
    deliverables: int
    study_gaps: int
    control_gaps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one concept answers to one question; neither verdict nor text is a gap."""

    verdict: str = ""
    text: Said | None = None

    @property
    def is_gap(self) -> bool:
        """Whether nobody has answered."""
        return not self.verdict and self.text is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A question, with each concept's answer."""

    question: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """An effect or a deliverable, and which concepts hold it."""

    link: Link
    held: tuple[bool, ...]


def concepts(room: Room) -> tuple[Concept, ...]:
    """The concepts, all of them whichever part is shown: the zero alternative first, the recommended next."""
    return tuple(
        sorted(
            room.collaboration.in_use.concepts,
            key=lambda concept: (not concept.zero, not concept.recommended, concept.id),
        )
    )


def alternatives(room: Room, concepts: Iterable[Concept]) -> tuple[Alternative, ...]:
    """The concepts in short."""
    return tuple(_alternative(room, concept) for concept in concepts)


def _alternative(room: Room, concept: Concept) -> Alternative:
    answered = {answer.question for answer in concept.study_answers}
    controlled = {answer.question for answer in concept.control_answers}
    return Alternative(
        entry=entry(room.showing, concept),
        description=told(concept, concept.description),
        is_zero=bool(concept.zero),
        is_recommended=bool(concept.recommended),
        view=choice(concept.view),
        study_level=choice(concept.study_level),
        journey=room.showing.link(concept.journey) if concept.journey else None,
        effects=len(concept.effects),
        deliverables=len(concept.deliverables),
        study_gaps=len(set(StudyQuestion) - answered),
        # Nothing is changed by doing nothing: there is nothing to control.
        control_gaps=0 if concept.zero else len(set(ControlQuestion) - controlled),
    )


def study(concepts: Iterable[Concept]) -> tuple[Row, ...]:
    """The six study questions, with each concept's answer."""
    answers = [{answer.question: told(c, answer.answer) for answer in c.study_answers} for c in concepts]
    return tuple(
        Row(question=choice(question), cells=tuple(Cell(text=told_by.get(question)) for told_by in answers))
        for question in StudyQuestion
    )


def control(concepts: Iterable[Concept]) -> tuple[Row, ...]:
    """The control questions, with each concept's short answer and why."""
    answers = [
        {
            answer.question: Cell(verdict=choice(answer.verdict), text=told(concept, answer.answer))
            for answer in concept.control_answers
        }
        for concept in concepts
    ]
    return tuple(
        Row(question=choice(question), cells=tuple(told_by.get(question, Cell()) for told_by in answers))
        for question in ControlQuestion
    )


def effects(room: Room, part: Part, concepts: Iterable[Concept]) -> tuple[Holding, ...]:
    """Which concepts hold which effects."""
    return _holdings(room, part.of(room.collaboration.in_use.effects), [concept.effects for concept in concepts])


def deliverables(room: Room, part: Part, concepts: Iterable[Concept]) -> tuple[Holding, ...]:
    """Which concepts hold which deliverables."""
    held = [concept.deliverables for concept in concepts]
    return _holdings(room, part.of(room.collaboration.in_use.deliverables), held)


def _holdings(room: Room, things: Iterable[Thing], held: list[tuple[Id, ...]]) -> tuple[Holding, ...]:
    rows = (Holding(link=room.showing.link_to(t), held=tuple(t.id in ids for ids in held)) for t in things)
    return tuple(sorted(rows, key=lambda row: (-sum(row.held), norwegian(str(row.link.title)))))
