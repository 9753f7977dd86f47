"""One page for each organisation: what it must change, what that costs, what it gains, when, what it is asked."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain import Id, Thing
from ...domain.words import Deliverable, Organisation
from ...economy.result import Party
from ...texts import gettext_noop
from ..values import Block, Cell, Line, List, Note, NoteKind, Section, Table, said
from .money import parties_table
from .telling import Telling

N_ = gettext_noop


def your_parts(telling: Telling, only: Id | None) -> Section:
    """A page for each organisation that has a part; for one of them when it is named."""
    chosen = [o for o in telling.whole.organisations if (o.id == only if only else has_part(telling, o.id))]
    sections = tuple(_part(telling, organisation, first=organisation is chosen[0]) for organisation in chosen)
    title = telling.own(N_("Your part: one page for each organisation"))
    intro = telling.paragraph(
        N_("What each organisation must change, what it costs, what it gains, when, and what it is asked to decide.")
    )
    return Section(id="your-part", title=title, blocks=(intro,), sections=sections, new_page=True)


def has_part(telling: Telling, organisation: Id) -> bool:
    """Whether the organisation has something to change, deliver, carry, gain or answer."""
    whole = telling.whole
    return bool(
        any(change.organisation == organisation for change in whole.changes)
        or any(organisation in (d.accountable, *d.contributors) for d in whole.deliverables)
        or any(party.id == organisation for party in telling.basis.economy.organisations)
        or any(finding.remover == organisation for finding in whole.findings)
        or any(law.change_owner == organisation for law in whole.regulations)
    )


def _part(telling: Telling, organisation: Organisation, *, first: bool) -> Section:
    blocks: list[Block] = []
    asked = tuple(_asked(telling, organisation.id))
    if asked:
        blocks.append(Note(kind=NoteKind.ASK, title=telling.own(N_("What you are asked")), lines=asked))
    for message, items in (
        (N_("What you must change:"), _changes(telling, organisation.id)),
        (N_("What you contribute to the shared story:"), _chapters(telling, organisation.id)),
        (N_("What users will notice from it:"), _effects(telling, organisation.id)),
    ):
        found = tuple(items)
        if found:
            blocks += [telling.paragraph(message), List(items=found)]
    deliveries = _deliveries(telling, organisation.id)
    if deliveries:
        blocks.append(deliveries)
    account = next((p for p in telling.basis.economy.organisations if p.id == organisation.id), None)
    blocks += _account(telling, organisation, account)
    return Section(
        id=f"part-{organisation.id}", title=telling.speech.name(organisation), blocks=tuple(blocks), new_page=not first
    )


def _changes(telling: Telling, organisation: Id) -> Iterator[Line]:
    for change in telling.whole.changes:
        if change.organisation == organisation:
            text = telling.said(change.description, change)
            yield (*telling.told(change), *((telling.span(": "), *said(text)) if text else ()))


def _chapters(telling: Telling, organisation: Id) -> Iterator[Line]:
    for story in telling.whole.stories:
        for chapter in story.chapters:
            if chapter.organisation == organisation:
                yield telling.told(story, telling.said(chapter.contribution, story))


def _effects(telling: Telling, organisation: Id) -> Iterator[Line]:
    for effect in telling.whole.effects:
        if any(party.organisation == organisation for party in telling.parties_of(effect.id).parties):
            yield telling.told(effect)


def _deliveries(telling: Telling, organisation: Id) -> Table | None:
    gettext, plan = telling.texts.gettext, telling.basis.plan
    placed = {one.deliverable: one for one in plan.placed} if plan else {}
    rows = []
    for deliverable in telling.whole.deliverables:
        if organisation not in (deliverable.accountable, *deliverable.contributors):
            continue
        when = placed.get(deliverable.id)
        others = [id for id in (deliverable.accountable, *deliverable.contributors) if id and id != organisation]
        role = gettext("Accountable") if deliverable.accountable == organisation else gettext("Contributes")
        rows.append(
            (
                Cell(lines=(telling.told(deliverable),)),
                telling.text_cell(role),
                telling.text_cell(_when(telling, when.start if when else None, when.finish if when else None)),
                Cell(lines=tuple(said(telling.speech.briefly(id)) for id in dict.fromkeys(others))),
            )
        )
    if not rows:
        return None
    return Table(
        caption=telling.own(N_("What you deliver, and when")),
        head=telling.head(gettext("Deliverable"), gettext("Your role"), gettext("When"), gettext("Together with")),
        rows=tuple(rows),
        weights=(2.2, 1, 1.4, 1.4),
    )


def _when(telling: Telling, start: object, finish: object) -> str:
    from ...domain import Period
    from .planned import span_of

    known = isinstance(start, Period) and isinstance(finish, Period)
    return span_of(telling, start, finish) if known else telling.texts.gettext("Not in the plan")  # type: ignore[arg-type]


def _account(telling: Telling, organisation: Organisation, account: Party | None) -> list[Block]:
    if account is None:
        name = telling.speech.name(organisation).text
        return [
            telling.missing(
                "your-part", N_("No cost and no benefit is estimated for {organisation}."), organisation=name
            )
        ]
    table = parties_table(telling, (account,), N_("Your costs and benefits as present values"), transfers=True)
    told: list[Block] = [table]
    if account.is_net_loser:
        told.append(telling.paragraph(N_("You carry more than you gain. Nothing that is agreed makes up for it.")))
    if account.first_gain:
        told.append(
            telling.paragraph(N_("Your first gain comes in {period}."), period=telling.period(account.first_gain))
        )
    return told


def _asked(telling: Telling, organisation: Id) -> Iterator[Line]:
    """What only this organisation can say yes to."""
    plan = telling.basis.plan
    starts = {one.deliverable: one.start for one in plan.running} if plan else {}
    for deliverable in telling.whole.deliverables:
        if (
            deliverable.accountable == organisation
            and deliverable.status not in ("done", "stopped")
            and deliverable.id in starts
        ):
            yield _ask(
                telling,
                N_("Take responsibility for “{what}” from {when}"),
                deliverable,
                when=telling.period(starts[deliverable.id]),
            )
    for deliverable in telling.whole.deliverables:
        if _has_staff(deliverable, organisation) and deliverable.id in starts:
            yield _ask(
                telling,
                N_("Set people free for “{what}” from {when}"),
                deliverable,
                when=telling.period(starts[deliverable.id]),
            )
    for finding in telling.whole.findings:
        if finding.remover == organisation and finding.id in telling.standing:
            yield _ask(telling, N_("Remove the obstacle “{what}”"), finding)
    for law in telling.whole.regulations:
        if law.change_owner == organisation and law.wanted_change and law.id in telling.standing:
            yield _ask(telling, N_("Drive the change of “{what}”"), law)
    for transfer in telling.whole.transfers:
        if transfer.giver == organisation and transfer.status == "proposed":
            yield _ask(telling, N_("Agree to the payment “{what}”"), transfer)
    if not any(e.organisation == organisation for e in telling.whole.endorsements):
        yield (
            telling.span(
                telling.texts.gettext("Endorse the goals and the plan, at the level that can promise resources")
            ),
        )


def _has_staff(deliverable: Deliverable, organisation: Id) -> bool:
    return deliverable.accountable != organisation and any(
        need.organisation == organisation for need in deliverable.staff
    )


def _ask(telling: Telling, message: str, thing: Thing, **params: str) -> Line:
    """A request that names an object; the object's words keep their language."""
    words = telling.speech.marked(thing)
    before, _, after = telling.texts.gettext(message, what="\0", **params).partition("\0")
    named = said(words)
    return (telling.span(before), *named, *((telling.span(after),) if after else ()), *telling.cited(thing.sources))
