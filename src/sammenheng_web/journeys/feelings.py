"""How steps feel to the groups that live through them, in numbers and words, with what we know it from."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from sammenheng.domain import Id
from sammenheng.domain.words import Step
from sammenheng.domain.words.journeys import Experience
from sammenheng.texts import formats
from sammenheng_web.collaborations.rooms import Room
from sammenheng_web.ui.entries import told
from sammenheng_web.ui.said import Said
from sammenheng_web.ui.showing import Link
from sammenheng_web.ui.terms import texts

WORDS: tuple[tuple[float, str, str | Promise], ...] = (
    (-1.5, "danger", pgettext_lazy("experience", "very hard")),
    (-0.5, "warning", pgettext_lazy("experience", "hard")),
    (0.4999, "neutral", pgettext_lazy("experience", "neither hard nor good")),
    (1.4999, "success", pgettext_lazy("experience", "good")),
    (2.0, "success", pgettext_lazy("experience", "very good")),
)
"""Up to which value, the tone, and the words. The scale goes from −2 to +2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A point on the scale: the number, the words and the tone."""

    number: str
    word: str | Promise
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeling:
    """How a step feels to a group, and the insight that says so; None when it is only thought."""

    group: Link
    value: Value
    comment: Said | None
    insight: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lived:
    """A journey as one group lives it: the lowest point and where, the average, how much of it is known."""

    lowest: Value
    at: Link
    average: Value
    told: int
    with_insight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """A group, through this journey and through the one it is held against."""

    group: Link
    here: Lived | None
    there: Lived | None


def value(point: float) -> Value:
    """A point on the scale in numbers and words."""
    tone, word = next((tone, word) for most, tone, word in WORDS if point <= most or most == WORDS[-1][0])
    sign = "+" if point > 0 else "−" if point < 0 else ""
    return Value(number=sign + formats.number(texts(), abs(round(point, 1))), word=word, tone=tone)


def feeling(room: Room, step: Step, experience: Experience) -> Feeling:
    """One experience of one step."""
    return Feeling(
        group=room.showing.link(experience.user_group),
        value=value(experience.value),
        comment=told(step, experience.comment),
        insight=room.showing.link(experience.insight) if experience.insight else None,
    )


def by_group(room: Room, here: Iterable[Step], there: Iterable[Step]) -> tuple[GroupRow, ...]:
    """Every group that somebody has told the experience of."""
    here, there = tuple(here), tuple(there)
    groups = dict.fromkeys(experience.user_group for step in (*here, *there) for experience in step.experience)
    return tuple(
        GroupRow(group=room.showing.link(group), here=_lived(room, here, group), there=_lived(room, there, group))
        for group in groups
    )


def _lived(room: Room, steps: Iterable[Step], group: Id) -> Lived | None:
    found = [(step, one) for step in steps for one in step.experience if one.user_group == group]
    if not found:
        return None
    step, lowest = min(found, key=lambda pair: pair[1].value)
    return Lived(
        lowest=value(lowest.value),
        at=room.showing.link_to(step),
        average=value(fmean(one.value for _, one in found)),
        told=len(found),
        with_insight=sum(one.insight is not None for _, one in found),
    )
