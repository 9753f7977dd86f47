"""What the room of insight shows, from what the member may see."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from sammenheng.chain import parties
from sammenheng.domain import Collaboration, Id, Thing
from sammenheng.domain.words import Insight, Need, Persona, TestRound, UserGroup
from sammenheng.domain.words.insight import PersonalData, Rating, Scope, Side
from sammenheng.texts import formats
from sammenheng_web.collaborations.rooms import Room
from sammenheng_web.collaborations.your_part import Part
from sammenheng_web.ui.entries import Entry, choice, date, entry, links, newest_first, told
from sammenheng_web.ui.said import Said
from sammenheng_web.ui.showing import Link, Table
from sammenheng_web.ui.sorting import norwegian
from sammenheng_web.ui.terms import texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A user group, and how well it was heard."""

    entry: Entry
    description: Said | None
    is_overlooked: bool
    size: int | None
    heard_by: tuple[Link, ...]
    people: int | None
    needs: int

    @property
    def is_heard(self) -> bool:
        """Whether any insight or test comes from it."""
        return bool(self.heard_by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """The groups on one side."""

    side: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """One insight: how, when, from whom, by whom, what was learnt, and what became of it."""

    entry: Entry
    kind: str
    date: str
    people: int | None
    groups: tuple[Link, ...]
    collected_by: tuple[Link, ...]
    finding: Said | None
    needs: tuple[Link, ...]
    findings: tuple[Link, ...]
    personal_data: Table | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One need: whose, how we know, and whether one organisation can meet it alone."""

    entry: Entry
    groups: tuple[Link, ...]
    insights: tuple[Link, ...]
    priority: int | None
    scope: str
    found_scope: str
    effects: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two things that pull apart."""

    first: Link
    second: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """A group, and how many conflicts it has with each other group; None against itself."""

    group: Link
    cells: tuple[int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflicts:
    """Which groups' needs pull apart, as a matrix and one by one."""

    groups: tuple[Link, ...]
    rows: tuple[MatrixRow, ...]
    each: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A persona."""

    entry: Entry
    group: Link | None
    situation: Said | None
    today: Said | None
    tomorrow: Said | None
    insights: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """How a group marked one step."""

    step: Link
    group: Link | None
    value: str
    people: int | None
    comment: Said | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """A journey tried with users."""

    entry: Entry
    journey: Link | None
    date: str
    people: int | None
    groups: tuple[Link, ...]
    ratings: tuple[Rated, ...]
    result: Said | None
    changed: Said | None


def groups(room: Room, part: Part) -> tuple[Groups, ...]:
    """The user groups, those outside the organisations first; within a side the unheard first."""
    found = [(group, _group(room, group)) for group in part.of(room.collaboration.in_use.user_groups)]
    sides = [(Side.EXTERNAL, choice(Side.EXTERNAL)), (Side.INTERNAL, choice(Side.INTERNAL)), (None, "")]
    each = (
        Groups(side=label, groups=tuple(_unheard_first(shown for group, shown in found if group.side is side)))
        for side, label in sides
    )
    return tuple(side for side in each if side.groups)


def _unheard_first(found: Iterable[Group]) -> list[Group]:
    return sorted(found, key=lambda group: (group.is_heard, norwegian(str(group.entry.title))))


def _group(room: Room, group: UserGroup) -> Group:
    whole = room.collaboration.in_use
    heard = [one for one in (*whole.insights, *whole.test_rounds) if group.id in one.user_groups]
    people = [one.number_heard for one in heard if one.number_heard is not None]
    return Group(
        entry=entry(room.showing, group),
        description=told(group, group.description),
        is_overlooked=bool(group.overlooked),
        size=group.size,
        heard_by=tuple(map(room.showing.link_to, heard)),
        people=sum(people) if people else None,
        needs=sum(group.id in need.user_groups for need in whole.needs),
    )


def insights(room: Room, part: Part) -> tuple[Learnt, ...]:
    """What was learnt, the newest first; what has no date stands last."""
    found = newest_first(part.of(room.collaboration.in_use.insights), lambda insight: insight.collected_on)
    return tuple(_learnt(room, insight) for insight in found)


def _learnt(room: Room, insight: Insight) -> Learnt:
    whole = room.collaboration.in_use
    return Learnt(
        entry=entry(room.showing, insight),
        kind=choice(insight.kind),
        date=date(insight.collected_on),
        people=insight.number_heard,
        groups=links(room.showing, insight.user_groups),
        collected_by=links(room.showing, insight.collected_by),
        finding=told(insight, insight.finding),
        needs=_resting_on(room, whole.needs, insight.id),
        findings=_resting_on(room, whole.findings, insight.id),
        personal_data=_personal_data(room, insight.personal_data),
    )


def _resting_on(room: Room, things: Iterable[Thing], insight: Id) -> tuple[Link, ...]:
    return tuple(room.showing.link_to(thing) for thing in things if insight in thing.insights)  # type: ignore[attr-defined]


def _personal_data(room: Room, held: tuple[PersonalData, ...]) -> Table | None:
    """Why personal data is held; whoever may not see personal data never gets this insight at all."""
    return room.showing.table(held) if held else None


def needs(room: Room, part: Part) -> tuple[Wanted, ...]:
    """The needs, by how much they matter to users."""
    found = part.of(room.collaboration.in_use.needs)
    shown = [_wanted(room, need) for need in found]
    return tuple(sorted(shown, key=lambda need: (need.priority or 6, norwegian(str(need.entry.title)))))


def _wanted(room: Room, need: Need) -> Wanted:
    whole = room.collaboration.in_use
    judged = parties(whole, need.id)
    return Wanted(
        entry=entry(room.showing, need),
        groups=links(room.showing, need.user_groups),
        insights=links(room.showing, need.insights),
        priority=need.priority,
        scope=choice(need.scope),
        found_scope=choice(judged.found) if judged.differs or need.scope is None else "",
        effects=sum(need.id in effect.needs for effect in whole.effects),
    )


def alone_or_together(room: Room, part: Part) -> dict[Scope | None, int]:
    """How many needs one organisation can meet alone, how many take several, how many nobody has judged."""
    needs = part.of(room.collaboration.in_use.needs)
    return {scope: sum(need.scope is scope for need in needs) for scope in (Scope.ALONE, Scope.TOGETHER, None)}


def conflicts(room: Room, part: Part) -> Conflicts:
    """Where the needs of groups pull apart."""
    whole = room.collaboration.in_use
    pairs = list(_group_pairs(whole, part))
    between = sorted({id for pair in pairs for id in pair}, key=lambda id: norwegian(str(room.showing.link(id).title)))
    rows = tuple(
        MatrixRow(
            group=room.showing.link(id),
            cells=tuple(None if id == other else pairs.count(frozenset({id, other})) for other in between),
        )
        for id in between
    )
    each = {
        frozenset({thing.id, other})
        for thing in _pulling(whole, part)
        for other in thing.conflicts_with
        if other != thing.id
    }
    named = [
        sorted((room.showing.link(id) for id in pair), key=lambda link: norwegian(str(link.title))) for pair in each
    ]
    return Conflicts(
        groups=tuple(row.group for row in rows),
        rows=rows,
        each=tuple(
            Conflict(first=first, second=second)
            for first, second in sorted(
                named, key=lambda pair: (pair[0].kind, norwegian(str(pair[0].title)), pair[0].href)
            )
        ),
    )


def _pulling(whole: Collaboration, part: Part) -> Iterator[UserGroup | Need]:
    yield from part.of(whole.needs)
    yield from part.of(whole.user_groups)


def _group_pairs(whole: Collaboration, part: Part) -> Iterator[frozenset[Id]]:
    """The two groups of every conflict: told of the groups themselves, or of needs they have."""
    told_pairs = {
        frozenset({group.id, other}) for group in part.of(whole.user_groups) for other in group.conflicts_with
    }
    yield from (pair for pair in told_pairs if len(pair) == 2)
    needs = {need.id: need for need in whole.needs}
    need_pairs = {frozenset({need.id, other}) for need in part.of(whole.needs) for other in need.conflicts_with}
    for pair in need_pairs:
        for first, second in combinations(sorted(pair), 2):
            for one in needs[first].user_groups:
                for other in needs[second].user_groups:
                    if one != other:
                        yield frozenset({one, other})


def personas(room: Room, part: Part) -> tuple[Told, ...]:
    """The personas."""
    return tuple(_told(room, persona) for persona in part.of(room.collaboration.in_use.personas))


def _told(room: Room, persona: Persona) -> Told:
    return Told(
        entry=entry(room.showing, persona),
        group=room.showing.link(persona.user_group) if persona.user_group else None,
        situation=told(persona, persona.situation),
        today=told(persona, persona.today),
        tomorrow=told(persona, persona.tomorrow),
        insights=links(room.showing, persona.insights),
    )


def test_rounds(room: Room, part: Part) -> tuple[Tested, ...]:
    """The rounds of user tests, the newest first."""
    found = newest_first(part.of(room.collaboration.in_use.test_rounds), lambda test: test.held_on)
    return tuple(_tested(room, test) for test in found)


def _tested(room: Room, test: TestRound) -> Tested:
    return Tested(
        entry=entry(room.showing, test),
        journey=room.showing.link(test.journey) if test.journey else None,
        date=date(test.held_on),
        people=test.number_heard,
        groups=links(room.showing, test.user_groups),
        ratings=tuple(_rated(room, test, rating) for rating in test.ratings),
        result=told(test, test.result),
        changed=told(test, test.changed),
    )


def _rated(room: Room, test: TestRound, rating: Rating) -> Rated:
    return Rated(
        step=room.showing.link(rating.step),
        group=room.showing.link(rating.user_group) if rating.user_group else None,
        value=experience(rating.value),
        people=rating.number_heard,
        comment=told(test, rating.comment),
    )


def experience(value: float) -> str:
    """An experience from −2 to +2, with its sign."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return sign + formats.number(texts(), abs(value))


def people_heard(found: Iterable[Learnt | Tested]) -> int:
    """How many people were heard, where it is told."""
    return sum(one.people or 0 for one in found)
