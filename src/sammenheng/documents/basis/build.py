"""Puts the chapters together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ...domain import Id
from ...texts import Texts
from ..marks import illustrative_line, version_line
from ..values import Document, Section
from ..words import Words
from . import choices, endings, journeys, money, needs, planned, summary, your_part
from .ministries import areas, matches, ministries
from .telling import Basis, Telling

CHAPTERS: Final[tuple[Callable[[Telling], Section], ...]] = (
    summary.summary,
    needs.problem_and_needs,
    journeys.journeys,
    journeys.cases,
    needs.goals,
    needs.effects,
    choices.concepts,
    choices.study,
    planned.plan,
    money.money,
    money.uncertainty,
    needs.disagreements,
    needs.endorsements,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionBasis:
    """The document, and what it could not answer: the chapter and the gap in words."""

    document: Document
    gaps: tuple[tuple[str, str], ...]


def decision_basis(
    basis: Basis, texts: Texts, *, organisation: Id | None = None, ministry: str | None = None
) -> DecisionBasis:
    """The whole decision basis; for one organisation or ministry its summary and that one's page."""
    telling = Telling(basis, texts)
    wanted = (summary.summary,) if organisation or ministry else CHAPTERS
    chapters = [chapter(telling) for chapter in wanted]
    if organisation or not ministry:
        chapters.append(your_part.your_parts(telling, organisation))
    if ministry or not organisation:
        chapters.append(ministries(telling, ministry))
    if not (organisation or ministry):
        chapters.append(endings.missing(telling))
    chapters.append(endings.sources(telling))
    gaps = dict.fromkeys((chapter, words.text) for chapter, words in telling.gaps)
    return DecisionBasis(
        document=_document(telling, tuple(c for c in chapters if c.blocks or c.sections)), gaps=tuple(gaps)
    )


def ministry_names(basis: Basis, texts: Texts, wanted: str) -> tuple[bool, tuple[str, ...]]:
    """Whether this ministry is in the collaboration, and the names of those that are."""
    found = areas(Telling(basis, texts))
    telling = Telling(basis, texts)
    return any(matches(telling, name, held, wanted) for name, held in found.items()), tuple(found)


def _document(telling: Telling, chapters: tuple[Section, ...]) -> Document:
    whole, texts = telling.whole, telling.texts
    name = telling.speech.name(whole)
    version = Words(version_line(texts, whole, telling.basis.today), texts.language)
    what = texts.gettext("Decision basis for the shaping phase")
    warning = illustrative_line(texts, whole)
    return Document(
        title=name,
        subtitle=(Words(what, texts.language), version),
        language=texts.language,
        marks=Words(" · ".join(line for line in (f"{name.text}: {what}", warning) if line), texts.language),
        footer=version,
        sections=chapters,
    )
