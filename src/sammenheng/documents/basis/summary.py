"""The summary: what a leader reads in two minutes."""

from __future__ import annotations

from collections.abc import Iterator

from ...checks import Severity
from ...domain.words.insight import Scope
from ...texts import formats, gettext_noop
from ..marks import is_illustrative
from ..values import Block, Line, List, Note, NoteKind, Paragraph, Section, said
from .planned import asked
from .telling import Telling

N_ = gettext_noop


def summary(telling: Telling) -> Section:
    """The main points, each a sentence."""
    blocks: list[Block] = []
    if is_illustrative(telling.whole):
        warning = telling.own(
            N_(
                "This document shows numbers and assumptions that are made up to show the method. They are marked (i). "
                "What is marked (?) is general knowledge or has no source. Numbers in brackets lead to sources."
            )
        )
        blocks.append(
            Note(kind=NoteKind.ILLUSTRATIVE, title=telling.own(N_("Illustrative numbers")), lines=(said(warning),))
        )
    blocks += [Paragraph(line=said(telling.said(telling.whole.summary)))] if telling.whole.summary else []
    blocks.append(List(items=tuple(_points(telling))))
    decision = asked(telling)
    blocks += [decision] if decision else []
    return Section(id="summary", title=telling.own(N_("In short")), blocks=tuple(blocks))


def _points(telling: Telling) -> Iterator[Line]:
    for problem in telling.whole.problems[:1]:
        yield (telling.span(telling.texts.gettext("The problem: "), strong=True), *telling.told(problem))
    for vision in telling.whole.visions[:1]:
        yield (telling.span(telling.texts.gettext("The vision: "), strong=True), *telling.told(vision))
    yield from _concept(telling)
    yield from _together(telling)
    yield from _plan(telling)
    yield from _money(telling)
    yield from _standing(telling)


def _concept(telling: Telling) -> Iterator[Line]:
    for concept in telling.whole.concepts:
        if concept.recommended:
            yield (telling.span(telling.texts.gettext("The recommendation: "), strong=True), *telling.told(concept))


def _together(telling: Telling) -> Iterator[Line]:
    effects = telling.whole.effects
    if effects:
        together = sum(telling.parties_of(effect.id).found is Scope.TOGETHER for effect in effects)
        yield _point(
            telling,
            N_("Users will notice: "),
            N_("{all} effects, of which {together} need several organisations together."),
            all=len(effects),
            together=together,
        )


def _plan(telling: Telling) -> Iterator[Line]:
    plan = telling.basis.plan
    if plan is None or not plan.running:
        yield _point(telling, N_("The plan: "), N_("There is none yet."))
        return
    first = min(plan.running, key=lambda one: one.finish.first_quarter if one.finish else 0)
    last = max(plan.running, key=lambda one: one.finish.first_quarter if one.finish else 0)
    yield _point(
        telling,
        N_("The plan: "),
        N_("{count} deliverables from {start}; the first is finished before {first}, all before {last}."),
        count=len(plan.running),
        start=telling.period(plan.running[0].start),
        first=telling.period(first.finish),
        last=telling.period(last.finish),
    )


def _money(telling: Telling) -> Iterator[Line]:
    result = telling.basis.economy
    totals = result.totals
    yield _point(
        telling,
        N_("Costs and benefits: "),
        N_("Benefits {benefit}, costs {cost}, net present value {npv}. {n} of {of} costs and benefits are counted."),
        benefit=telling.money(totals.present_benefit),
        cost=telling.money(totals.present_cost),
        npv=telling.money(totals.npv),
        n=result.estimated.n,
        of=result.estimated.of,
    )
    losers = [telling.speech.briefly(party.id).text for party in result.net_losers if telling.whole.get(party.id)]
    if losers:
        names = formats.listed(telling.texts, losers)
        yield _point(telling, N_("Who carries more than they gain: "), N_("{names}."), names=names)


def _standing(telling: Telling) -> Iterator[Line]:
    open_ones = sum(one.status in ("open", None) for one in telling.whole.disagreements)
    errors = sum(one.severity is Severity.ERROR for one in telling.basis.found)
    warnings = sum(one.severity is Severity.WARNING for one in telling.basis.found)
    yield _point(
        telling,
        N_("How far we have come: "),
        N_(
            "{endorsements} endorsements are given, {open} disagreements are open, and the checks find {errors} errors "
            "and {warnings} warnings."
        ),
        endorsements=len(telling.whole.endorsements),
        open=open_ones,
        errors=errors,
        warnings=warnings,
    )


def _point(telling: Telling, lead: str, message: str, **params: object) -> Line:
    gettext = telling.texts.gettext
    return (telling.span(gettext(lead), strong=True), telling.span(gettext(message, **params)))
