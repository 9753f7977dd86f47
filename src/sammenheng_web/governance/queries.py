"""What the room of governance shows, from what the member may see: how it is steered, and by whom."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from sammenheng.domain.words import Body, GovernanceModel, Role
from sammenheng.domain.words.governance import RoleKind
from sammenheng_web.collaborations.rooms import Room
from sammenheng_web.collaborations.your_part import Part
from sammenheng_web.ui.entries import Entry, choice, date, entry, links, told
from sammenheng_web.ui.said import Said
from sammenheng_web.ui.showing import Link
from sammenheng_web.ui.sorting import norwegian

TRAITS: dict[str, str | Promise] = {
    "problem-clarity": pgettext_lazy("trait", "The problem is clear"),
    "goal-agreement": pgettext_lazy("trait", "We agree on the goal"),
    "solution-known": pgettext_lazy("trait", "The solution is known"),
    "number-of-actors": pgettext_lazy("trait", "Many actors"),
    "actors-known": pgettext_lazy("trait", "The actors are known"),
    "dependency-density": pgettext_lazy("trait", "Much hangs together"),
    "need-for-binding-money": pgettext_lazy("trait", "Money must be bound"),
    "need-for-speed": pgettext_lazy("trait", "It is urgent"),
    "system-change": pgettext_lazy("trait", "The whole system changes"),
    "trust": pgettext_lazy("trait", "We trust each other"),
}
HIGHEST = 5
AT_THE_LEAST = (RoleKind.PROCESS_OWNER, RoleKind.OPERATIVE_LEADER)
"""Somebody must own the process, and somebody must lead the work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """How one trait of the situation is judged."""

    trait: str | Promise
    value: int
    reason: Said | None

    @property
    def marks(self) -> tuple[bool, ...]:
        """One mark for each step of the scale, True as far as it is judged."""
        return tuple(step <= self.value for step in range(1, HIGHEST + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelShown:
    """How a workstream is governed in a phase."""

    entry: Entry
    workstream: Link | None
    phase: str
    model: str
    reasons: Said | None
    scores: tuple[Judged, ...]
    reconsider_on: str
    is_overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatShown:
    """A place in a body."""

    organisation: Link
    position: Said | None
    is_leader: bool
    chairs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyShown:
    """A body with its seats. `leaders` is how many have power over resources."""

    entry: Entry
    kind: str
    mandate: Said | None
    seats: tuple[SeatShown, ...]
    leaders: int
    workstreams: tuple[Link, ...]
    decides_goals: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleShown:
    """Who answers for what."""

    entry: Entry
    kind: str
    organisation: Link | None
    matter: Said | None
    workstream: Link | None
    phases: Said | None
    authority: Said | None


def models(room: Room, part: Part, today: datetime.date) -> tuple[ModelShown, ...]:
    """The models, by workstream."""
    found = [_model(room, model, today) for model in part.of(room.collaboration.in_use.governance_models)]
    return tuple(sorted(found, key=lambda m: norwegian(str(m.workstream.title if m.workstream else m.entry.title))))


def _model(room: Room, model: GovernanceModel, today: datetime.date) -> ModelShown:
    return ModelShown(
        entry=entry(room.showing, model),
        workstream=room.showing.link(model.workstream) if model.workstream else None,
        phase=choice(model.phase),
        model=choice(model.model),
        reasons=told(model, model.reasons),
        scores=tuple(
            Judged(trait=TRAITS.get(score.trait, score.trait), value=score.value, reason=told(model, score.reason))
            for score in model.scores
        ),
        reconsider_on=date(model.reconsider_on),
        is_overdue=model.reconsider_on is not None and model.reconsider_on < today,
    )


def bodies(room: Room, part: Part) -> tuple[BodyShown, ...]:
    """The bodies, those that steer first."""
    found = sorted(part.of(room.collaboration.in_use.bodies), key=lambda body: (body.kind is None, _place(body)))
    return tuple(_body(room, body) for body in found)


def _place(body: Body) -> tuple[int, str]:
    order = list(type(body.kind)) if body.kind is not None else []
    return (order.index(body.kind) if body.kind is not None else 0), body.id


def _body(room: Room, body: Body) -> BodyShown:
    seats = sorted(body.seats, key=lambda seat: (not seat.chairs, not seat.leader))
    return BodyShown(
        entry=entry(room.showing, body),
        kind=choice(body.kind),
        mandate=told(body, body.mandate),
        seats=tuple(
            SeatShown(
                organisation=room.showing.link(seat.organisation),
                position=told(body, seat.position),
                is_leader=bool(seat.leader),
                chairs=bool(seat.chairs),
            )
            for seat in seats
        ),
        leaders=sum(bool(seat.leader) for seat in body.seats),
        workstreams=links(room.showing, body.workstreams),
        decides_goals=tuple(
            room.showing.link_to(g) for g in room.collaboration.in_use.goals if g.decided_by == body.id
        ),
    )


KINDS = (*RoleKind, None)


def roles(room: Room, part: Part) -> tuple[RoleShown, ...]:
    """Who answers for which joint matter, in the order of the kinds of role."""
    found = sorted(part.of(room.collaboration.in_use.roles), key=lambda role: (KINDS.index(role.kind), role.id))
    return tuple(_role(room, role) for role in found)


def _role(room: Room, role: Role) -> RoleShown:
    return RoleShown(
        entry=entry(room.showing, role),
        kind=choice(role.kind),
        organisation=room.showing.link(role.organisation) if role.organisation else None,
        matter=told(role, role.matter),
        workstream=room.showing.link(role.workstream) if role.workstream else None,
        phases=told(role, role.phases),
        authority=told(role, role.authority),
    )


def roles_missing(room: Room) -> tuple[str, ...]:
    """The roles no collaboration can be without, and that nobody holds."""
    return tuple(choice(kind) for kind in _unfilled(room, AT_THE_LEAST))


def roles_unfilled(room: Room) -> tuple[str, ...]:
    """Other kinds of role that nobody holds; not every collaboration needs them."""
    return tuple(choice(kind) for kind in _unfilled(room, [k for k in RoleKind if k not in AT_THE_LEAST]))


def _unfilled(room: Room, kinds: Iterable[RoleKind]) -> list[RoleKind]:
    held = {role.kind for role in room.collaboration.in_use.roles if role.organisation}
    return [kind for kind in kinds if kind not in held]
