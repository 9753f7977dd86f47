"""What was settled and what is not: decisions, agreements, disagreements, reviews with their recommendations."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from sammenheng.domain import Id
from sammenheng.domain.words import Agreement, Decision, Disagreement, Recommendation, Review
from sammenheng.domain.words.governance import CouncilTheme, DecisionOutcome, DisagreementStatus
from sammenheng_web.collaborations.rooms import Room
from sammenheng_web.collaborations.your_part import Part
from sammenheng_web.ui.entries import Entry, choice, date, entry, links, newest_first, told
from sammenheng_web.ui.said import Said
from sammenheng_web.ui.showing import Link

TONES = {
    DecisionOutcome.APPROVED: "success",
    DecisionOutcome.REJECTED: "danger",
    DecisionOutcome.POSTPONED: "warning",
    DecisionOutcome.NOTED: "neutral",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionShown:
    """What was decided."""

    entry: Entry
    outcome: str
    tone: str
    date: str
    body: Link | None
    reason: Said | None
    about: tuple[Link, ...]
    basis: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementShown:
    """What the parties have agreed; what nobody has told is None."""

    entry: Entry
    phase: str
    workstream: Link | None
    parties: tuple[Link, ...]
    covers: tuple[bool | None, ...]
    signed_on: str
    until: str
    is_over: bool
    document: Said | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What one organisation means."""

    organisation: Link
    view: Said | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisagreementShown:
    """Where the parties differ."""

    entry: Entry
    views: tuple[Opinion, ...]
    level: str
    deadline: str
    is_late: bool
    status: str
    is_open: bool
    resolution: Said | None
    about: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Advised:
    """A recommendation."""

    entry: Entry
    description: Said | None
    follow_up: str
    reason: Said | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One theme of a review: what was asked against what was advised."""

    name: str
    asked: tuple[Said, ...]
    advised: tuple[Advised, ...]

    @property
    def only_advised(self) -> bool:
        """Whether advice came where nothing was asked."""
        return bool(self.advised) and not self.asked


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewShown:
    """A review."""

    entry: Entry
    date: str
    themes: tuple[Theme, ...]


def decisions(room: Room, part: Part) -> tuple[DecisionShown, ...]:
    """The decisions, the newest first."""
    found = newest_first(part.of(room.collaboration.in_use.decisions), lambda decision: decision.decided_on)
    return tuple(_decision(room, decision) for decision in found)


def _decision(room: Room, decision: Decision) -> DecisionShown:
    return DecisionShown(
        entry=entry(room.showing, decision),
        outcome=choice(decision.outcome),
        tone=TONES[decision.outcome] if decision.outcome else "neutral",
        date=date(decision.decided_on),
        body=room.showing.link(decision.body) if decision.body else None,
        reason=told(decision, decision.reason),
        about=_about(room, decision.about),
        basis=room.showing.link(decision.basis) if decision.basis else None,
    )


def _about(room: Room, ids: Iterable[Id]) -> tuple[Link, ...]:
    """What something is about; the collaboration as a whole has no page among the objects."""
    return links(room.showing, (id for id in ids if id in room.collaboration.objects))


def agreements(room: Room, part: Part, today: datetime.date) -> tuple[AgreementShown, ...]:
    """The agreements, the newest first."""
    found = newest_first(part.of(room.collaboration.in_use.agreements), lambda agreement: agreement.signed_on)
    return tuple(_agreement(room, agreement, today) for agreement in found)


def _agreement(room: Room, agreement: Agreement, today: datetime.date) -> AgreementShown:
    return AgreementShown(
        entry=entry(room.showing, agreement),
        phase=choice(agreement.phase),
        workstream=room.showing.link(agreement.workstream) if agreement.workstream else None,
        parties=links(room.showing, agreement.parties),
        covers=(agreement.covers_money, agreement.covers_roles, agreement.covers_structure),
        signed_on=date(agreement.signed_on),
        until=date(agreement.until),
        is_over=agreement.until is not None and agreement.until < today,
        document=told(agreement, agreement.document),
    )


def disagreements(room: Room, part: Part, today: datetime.date) -> tuple[DisagreementShown, ...]:
    """The disagreements, the open ones first, by deadline."""
    found = sorted(
        part.of(room.collaboration.in_use.disagreements),
        key=lambda one: (not _is_open(one), one.deadline or datetime.date.max, one.id),
    )
    return tuple(_disagreement(room, one, today) for one in found)


def _is_open(one: Disagreement) -> bool:
    return one.status in (DisagreementStatus.OPEN, None)


def _disagreement(room: Room, one: Disagreement, today: datetime.date) -> DisagreementShown:
    return DisagreementShown(
        entry=entry(room.showing, one),
        views=tuple(
            Opinion(organisation=room.showing.link(view.organisation), view=told(one, view.view)) for view in one.views
        ),
        level=choice(one.level),
        deadline=date(one.deadline),
        is_late=_is_open(one) and one.deadline is not None and one.deadline < today,
        status=choice(one.status),
        is_open=_is_open(one),
        resolution=told(one, one.resolution),
        about=_about(room, one.about),
    )


def reviews(room: Room) -> tuple[ReviewShown, ...]:
    """The reviews, the newest first; they are everybody's, whichever part is shown."""
    found = newest_first(room.collaboration.in_use.reviews, lambda review: review.held_on)
    return tuple(_review(room, review) for review in found)


def _review(room: Room, review: Review) -> ReviewShown:
    advice = [one for one in room.collaboration.in_use.recommendations if one.review == review.id]
    themes = (_theme(room, review, advice, theme) for theme in (*CouncilTheme, None))
    return ReviewShown(
        entry=entry(room.showing, review),
        date=date(review.held_on),
        themes=tuple(theme for theme in themes if theme.asked or theme.advised),
    )


def _theme(room: Room, review: Review, advice: Iterable[Recommendation], theme: CouncilTheme | None) -> Theme:
    questions = (told(review, asked.question) for asked in review.asked if asked.theme is theme)
    return Theme(
        name=choice(theme),
        asked=tuple(question for question in questions if question),
        advised=tuple(_advised(room, one) for one in advice if one.theme is theme),
    )


def advice_without_review(room: Room) -> tuple[Advised, ...]:
    """Recommendations that name no review."""
    return tuple(_advised(room, one) for one in room.collaboration.in_use.recommendations if one.review is None)


def _advised(room: Room, one: Recommendation) -> Advised:
    return Advised(
        entry=entry(room.showing, one),
        description=told(one, one.description),
        follow_up=choice(one.follow_up),
        reason=told(one, one.follow_up_reason),
    )
