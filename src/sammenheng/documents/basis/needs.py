"""Chapters on why: the problem and for whom, needs, goals, and what users will notice."""

from __future__ import annotations

from collections.abc import Iterator

from ...chain import unlock
from ...domain import Id
from ...domain.words.goals import GoalLevel
from ...domain.words.insight import Scope
from ...texts import gettext_noop
from ...texts.labels import choice_label
from ..values import Block, Cell, Line, List, Paragraph, Section, Table, said
from .telling import Telling

N_ = gettext_noop
MOST_TO_SOLVE = 4


def problem_and_needs(telling: Telling) -> Section:
    """What is wrong today and for whom, and what they need."""
    whole, blocks = telling.whole, list[Block]()
    for problem in whole.problems:
        blocks.append(Paragraph(line=telling.told(problem)))
        blocks += telling.told_text(problem.today, problem)
        if problem.if_nothing_is_done:
            blocks.append(telling.paragraph(N_("If nothing is done:")))
            blocks += telling.told_text(problem.if_nothing_is_done, problem)
    if not whole.problems:
        blocks.append(telling.missing("problem", N_("Nobody has described the problem.")))
    if whole.user_groups:
        blocks.append(_groups(telling))
    if whole.needs:
        blocks.append(_needs(telling))
    else:
        blocks.append(telling.missing("problem", N_("No needs are described.")))
    return Section(
        id="problem", title=telling.own(N_("The problem and the needs")), blocks=tuple(blocks), new_page=True
    )


def _groups(telling: Telling) -> Table:
    rows = []
    heard = {group for insight in telling.whole.insights for group in insight.user_groups}
    for group in telling.whole.user_groups:
        told = telling.texts.gettext("Heard") if group.id in heard else telling.texts.gettext("Not heard")
        size = telling.texts.ngettext("one person", "{count} people", group.size) if group.size else "–"
        rows.append(
            (
                Cell(lines=(telling.told(group),)),
                Cell(lines=(said(telling.said(group.description, group)),)),
                telling.text_cell(size, number=True),
                telling.text_cell(told),
            )
        )
    gettext = telling.texts.gettext
    return Table(
        caption=telling.own(N_("Who it concerns")),
        head=telling.head(
            gettext("User group"), gettext("Who they are"), gettext("How many"), gettext("In the insight")
        ),
        rows=tuple(rows),
        weights=(1.4, 2.2, 0.8, 0.8),
    )


def _needs(telling: Telling) -> Table:
    gettext, rows = telling.texts.gettext, []
    for need in sorted(telling.whole.needs, key=lambda need: (need.priority or 9, need.id)):
        scope = choice_label(telling.texts, need.scope) if need.scope else "–"
        backed = telling.texts.ngettext("one insight", "{count} insights", len(need.insights)) if need.insights else "–"
        rows.append(
            (
                Cell(lines=(telling.told(need),)),
                Cell(lines=tuple(said(words) for words in telling.speech.names(need.user_groups))),
                telling.text_cell(scope),
                telling.text_cell(backed),
                telling.text_cell(str(need.priority or "–"), number=True),
            )
        )
    return Table(
        caption=telling.own(N_("What they need")),
        head=telling.head(
            gettext("Need"), gettext("For whom"), gettext("Alone or together"), gettext("Rests on"), gettext("Priority")
        ),
        rows=tuple(rows),
        weights=(2.1, 1.8, 1, 0.9, 0.8),
    )


def goals(telling: Telling) -> Section:
    """The vision, and goals on four levels with what they are measured by."""
    blocks: list[Block] = []
    for vision in telling.whole.visions:
        blocks.append(Paragraph(line=telling.told(vision)))
        blocks += telling.told_text(vision.description, vision)
    if telling.whole.goals:
        blocks.append(_goals(telling))
    else:
        blocks.append(telling.missing("goals", N_("No goals are set.")))
    return Section(id="goals", title=telling.own(N_("Goals")), blocks=tuple(blocks))


def _goals(telling: Telling) -> Table:
    gettext, rows = telling.texts.gettext, []
    levels = list(GoalLevel)
    for goal in sorted(telling.whole.goals, key=lambda g: (levels.index(g.level) if g.level else 9, g.id)):
        measured = [said(telling.said(goal.indicator, goal))] if goal.indicator else []
        if goal.baseline:
            measured.append((telling.span(gettext("Now: ")), *telling.amount(goal.baseline, goal)))
        if goal.target:
            measured.append((telling.span(gettext("Target: ")), *telling.amount(goal.target, goal)))
        if goal.reach_by:
            measured.append((telling.span(gettext("By {date}", date=telling.date(goal.reach_by))),))
        rows.append(
            (
                Cell(lines=(telling.told(goal),)),
                telling.text_cell(choice_label(telling.texts, goal.level) if goal.level else "–"),
                Cell(lines=tuple(measured)),
                Cell(lines=(said(telling.speech.named(goal.decided_by)),)),
            )
        )
    return Table(
        caption=telling.own(N_("Goals and how they are measured")),
        head=telling.head(gettext("Goal"), gettext("Level"), gettext("Measured by"), gettext("Decided by")),
        rows=tuple(rows),
        weights=(2, 1, 2, 1.2),
    )


def effects(telling: Telling) -> Section:
    """What users will notice, who is needed for each, and what must be solved first."""
    gettext, whole = telling.texts.gettext, telling.whole
    if not whole.effects:
        blocks: tuple[Block, ...] = (telling.missing("effects", N_("No effects for the user are described.")),)
    else:
        alone = tuple(e for e in whole.effects if telling.parties_of(e.id).found is Scope.ALONE)
        told = telling.paragraph(
            N_("{together} of {all} effects need several organisations together; {alone} can be reached by one alone."),
            together=sum(telling.parties_of(e.id).found is Scope.TOGETHER for e in whole.effects),
            all=len(whole.effects),
            alone=len(alone),
        )
        rows = tuple(tuple(_effect(telling, number)) for number in range(len(whole.effects)))
        table = Table(
            caption=telling.own(N_("Effects for the user")),
            head=telling.head(
                gettext("What the user notices"),
                gettext("Alone or together"),
                gettext("Who is needed"),
                gettext("What must be solved first"),
                gettext("How we see it"),
            ),
            rows=rows,
            weights=(1.8, 0.9, 1.4, 1.8, 1.4),
        )
        blocks = (told, table)
    return Section(id="effects", title=telling.own(N_("What users will notice")), blocks=blocks)


def _effect(telling: Telling, number: int) -> Iterator[Cell]:
    effect = telling.whole.effects[number]
    found = telling.parties_of(effect.id)
    scope = found.found or found.declared
    sets = unlock(telling.whole, effect.id).sets
    first = list(_to_solve(telling, [item.id for item in sets[0].to_solve])) if sets else []
    yield Cell(lines=(telling.told(effect),))
    yield telling.text_cell(choice_label(telling.texts, scope) if scope else "–")
    yield Cell(lines=tuple(said(telling.speech.briefly(party.organisation)) for party in found.parties))
    yield Cell(lines=tuple(first)) if first else telling.text_cell(telling.texts.gettext("Nothing stands in the way"))
    yield Cell(lines=(said(telling.said(effect.measure, effect)),))


def _to_solve(telling: Telling, ids: list[Id]) -> Iterator[Line]:
    """The first of what stands in the way; how much more there is."""
    yield from telling.named(ids[:MOST_TO_SOLVE])
    left = len(ids) - MOST_TO_SOLVE
    if left > 0:
        yield (telling.span(telling.texts.ngettext("and one more", "and {count} more", left)),)


def disagreements(telling: Telling) -> Section:
    """Where the parties differ, who means what, and who must settle it by when."""
    blocks: list[Block] = []
    for one in telling.whole.disagreements:
        facts = []
        if one.status:
            facts.append(choice_label(telling.texts, one.status))
        if one.level:
            level = choice_label(telling.texts, one.level)
            facts.append(telling.texts.gettext("to be settled at level: {level}", level=level))
        if one.deadline:
            facts.append(telling.texts.gettext("by {date}", date=telling.date(one.deadline)))
        known = (telling.span(f" – {'; '.join(facts)}"),) if facts else ()
        blocks.append(Paragraph(line=(*telling.told(one), *known)))
        views = tuple(
            (
                *said(telling.speech.named(view.organisation), strong=True),
                telling.span(": "),
                *said(telling.said(view.view, one)),
            )
            for view in one.views
        )
        blocks += [List(items=views)] if views else []
        blocks += telling.told_text(one.resolution, one)
    if not blocks:
        blocks.append(telling.paragraph(N_("No disagreement is recorded. That is not the same as agreement.")))
    return Section(id="disagreements", title=telling.own(N_("Where the parties differ")), blocks=tuple(blocks))


def endorsements(telling: Telling) -> Section:
    """Who stands behind what, and whether that still holds."""
    gettext, rows = telling.texts.gettext, list[tuple[Cell, ...]]()
    for one in telling.whole.endorsements:
        rows.append(
            (
                Cell(lines=(telling.told(one),)),
                telling.text_cell(choice_label(telling.texts, one.level) if one.level else "–"),
                Cell(lines=telling.named(one.of)),
                telling.text_cell(telling.date(one.given_on)),
                telling.text_cell(_standing(telling, number=len(rows))),
            )
        )
    if not rows:
        gap = telling.missing("endorsements", N_("Nobody has endorsed problem, goals, journey or plan."))
        return Section(id="endorsements", title=telling.own(N_("Who stands behind it")), blocks=(gap,))
    table = Table(
        caption=telling.own(N_("Endorsements")),
        head=telling.head(
            gettext("Who"), gettext("At which level"), gettext("Stands behind"), gettext("Given"), gettext("Holds")
        ),
        rows=tuple(rows),
        weights=(1.6, 1.1, 1.8, 1, 1.2),
    )
    return Section(id="endorsements", title=telling.own(N_("Who stands behind it")), blocks=(table,))


def _standing(telling: Telling, *, number: int) -> str:
    from ...domain.hashes import endorsed_hash

    one, gettext = telling.whole.endorsements[number], telling.texts.gettext
    if one.until and one.until < telling.basis.today:
        return gettext("Ran out {date}", date=telling.date(one.until))
    if one.content_hash and one.of and endorsed_hash(telling.whole, one.of) != one.content_hash:
        return gettext("The content has changed since")
    return gettext("Yes") if one.content_hash else gettext("Not tied to a content")
