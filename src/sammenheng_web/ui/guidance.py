"""Guidance shown where it is needed: in our own short words, with the source it rests on and its generation."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from sammenheng.guide import Generation, GuideSource, sources

GENERATIONS: dict[Generation, str | Promise] = {
    Generation.THREE_PHASES: pgettext_lazy("guidance", "Three-phase guide (2019/2020)"),
    Generation.GOVERNANCE: pgettext_lazy("guidance", "Governance guide (2021/22)"),
    Generation.UPDATED: pgettext_lazy("guidance", "Updated guide (2024)"),
    Generation.COUNCIL: pgettext_lazy("guidance", "The Digitalisation Council"),
    Generation.AUDIT: pgettext_lazy("guidance", "The Office of the Auditor General"),
    Generation.OTHER: pgettext_lazy("guidance", "Other public guidance"),
    Generation.OWN: pgettext_lazy("guidance", "Our own judgement, not from the guidance"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """A piece of guidance in a sentence or two, and the number of the source it rests on."""

    text: str | Promise
    source: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A hint with what a page says of its source."""

    text: str | Promise
    source: GuideSource
    generation: str | Promise


def shown(hints: Iterable[Hint]) -> tuple[Shown, ...]:
    """Hints with their sources."""
    known = sources()
    return tuple(
        Shown(text=hint.text, source=known[hint.source], generation=GENERATIONS[known[hint.source].generation])
        for hint in hints
    )
