"""Whether the choice was a choice, and whether the study behind it was made."""

from __future__ import annotations

from collections.abc import Iterator

from ..domain.words.governance import ControlQuestion, StudyQuestion
from ..domain.words.plan import Phase
from .basis import Basis
from .rule import Hit, ParamKind, Severity, rule


def is_studied(basis: Basis) -> bool:
    """Whether a recommended concept answers all six study questions."""
    return any(
        {answer.question for answer in concept.study_answers} == set(StudyQuestion)
        for concept in basis.whole.concepts
        if concept.recommended
    )


@rule("delivering-without-study", Severity.ERROR, source=51, blocks=Phase.SHAPE, about=("Workstream",))
def delivering_without_study(basis: Basis) -> Iterator[Hit]:
    if not is_studied(basis):
        yield from (Hit(w.id) for w in basis.whole.workstreams if w.phase is Phase.DELIVER)


@rule("no-zero-alternative", Severity.ERROR, source=51, blocks=Phase.SHAPE, about=("Collaboration",))
def no_zero_alternative(basis: Basis) -> Iterator[Hit]:
    if basis.has_reached(Phase.SHAPE) and not any(concept.zero for concept in basis.whole.concepts):
        yield Hit(basis.whole.id)


@rule("only-one-concept", Severity.ADVICE, source=3, blocks=Phase.SHAPE, about=("Collaboration",))
def only_one_concept(basis: Basis) -> Iterator[Hit]:
    ways = [concept for concept in basis.whole.concepts if not concept.zero]
    if basis.has_reached(Phase.SHAPE) and len(ways) < 2:
        yield Hit(basis.whole.id)


@rule(
    "concept-without-control-answers",
    Severity.ADVICE,
    source=3,
    blocks=Phase.SHAPE,
    about=("Concept",),
    params={"missing": ParamKind.COUNT},
)
def concept_without_control_answers(basis: Basis) -> Iterator[Hit]:
    for concept in basis.whole.concepts:
        missing = set(ControlQuestion) - {answer.question for answer in concept.control_answers}
        if not concept.zero and missing:
            yield Hit(concept.id, {"missing": len(missing)})
