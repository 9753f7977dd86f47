"""One page for each ministry: what crosses sectors, what it is asked, and which case shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...domain import Id
from ...domain.words import Effect, Finding, Organisation
from ...texts import formats, gettext_noop
from ..values import Block, Cell, Line, Note, NoteKind, Paragraph, Section, Table, said
from ..words import Words
from .telling import Telling

N_ = gettext_noop


def areas(telling: Telling) -> dict[str, tuple[Organisation, ...]]:
    """The ministry areas in the collaboration, each with its organisations, by name in the document's language."""
    found: dict[str, list[Organisation]] = {}
    for organisation in telling.whole.organisations:
        words = telling.said(organisation.ministry_area, organisation)
        if words:
            found.setdefault(words.text, []).append(organisation)
    return {name: tuple(found[name]) for name in sorted(found, key=str.casefold)}


def ministries(telling: Telling, only: str | None) -> Section:
    """A page for each ministry with something that crosses sectors or is asked of it; for one when it is named."""
    chosen = {name: held for name, held in areas(telling).items() if only is None or matches(telling, name, held, only)}
    made = (_page(telling, number, name, held) for number, (name, held) in enumerate(chosen.items(), start=1))
    pages = tuple(page for page in made if page)
    title = telling.own(N_("For the ministries: what crosses sectors"))
    intro = telling.paragraph(
        N_("What no organisation can solve alone, what each ministry is asked, and a case that shows it.")
    )
    first = tuple(replace(page, new_page=False) for page in pages[:1])
    return Section(id="ministries", title=title, blocks=(intro,), sections=(*first, *pages[1:]), new_page=True)


def matches(telling: Telling, name: str, held: tuple[Organisation, ...], wanted: str) -> bool:
    """Whether this is the ministry that was named, in any language, or by the short name of an organisation in it."""
    told = {text.casefold() for one in held if one.ministry_area for _, text in one.ministry_area.items()}
    shorts = {one.short_name.casefold() for one in held if one.short_name}
    return wanted.casefold() in told | shorts | {name.casefold()}


def _page(telling: Telling, number: int, name: str, held: tuple[Organisation, ...]) -> Section | None:
    ids = frozenset(organisation.id for organisation in held)
    crossing = [effect for effect in telling.whole.effects if _crosses(telling, effect, ids)]
    asked = tuple(_asked(telling, ids))
    if not crossing and not asked:
        return None
    blocks: list[Block] = []
    if asked:
        blocks.append(Note(kind=NoteKind.ASK, title=telling.own(N_("What the ministry is asked")), lines=asked))
    own = formats.listed(telling.texts, (telling.speech.name(one).text for one in held))
    blocks.append(telling.paragraph(N_("Organisations of this area in the collaboration: {names}."), names=own))
    if crossing:
        blocks.append(_crossing(telling, crossing))
    case = _case(telling, crossing)
    if case:
        blocks.append(Paragraph(line=case))
    return Section(id=f"ministry-{number}", title=Words(name, telling.language), blocks=tuple(blocks), new_page=True)


def _areas_of(telling: Telling, effect: Effect) -> frozenset[str]:
    """Ministry areas of those an effect cannot do without; outside the state each level is an area of its own."""
    found = telling.organisations(party.organisation for party in telling.parties_of(effect.id).parties)
    return frozenset(_area(telling, organisation) for organisation in found)


def _area(telling: Telling, organisation: Organisation) -> str:
    words = telling.said(organisation.ministry_area, organisation)
    if words:
        return words.text
    return (
        telling.speech.label(organisation.level).text if organisation.level else telling.speech.name(organisation).text
    )


def _crosses(telling: Telling, effect: Effect, ids: frozenset[Id]) -> bool:
    needed = {party.organisation for party in telling.parties_of(effect.id).parties}
    return bool(needed & ids) and len(_areas_of(telling, effect)) > 1


def _crossing(telling: Telling, crossing: list[Effect]) -> Table:
    gettext = telling.texts.gettext
    rows = tuple(
        (
            Cell(lines=(telling.told(effect),)),
            telling.text_cell(formats.listed(telling.texts, sorted(_areas_of(telling, effect), key=str.casefold))),
            Cell(lines=telling.named(effect.regulations)),
        )
        for effect in crossing
    )
    return Table(
        caption=telling.own(N_("What crosses sectors")),
        head=telling.head(
            gettext("What the user notices"), gettext("Areas that are needed"), gettext("Regulations that must change")
        ),
        rows=rows,
        weights=(1.8, 1.8, 1.4),
    )


def _asked(telling: Telling, ids: frozenset[Id]) -> Iterator[Line]:
    gettext = telling.texts.gettext
    for law in telling.whole.regulations:
        if law.id in telling.standing and law.wanted_change and (law.owner_ministry in ids or law.change_owner in ids):
            lead = telling.span(gettext("Change the regulation: "))
            when = f" ({telling.period(law.expected_in_force)})" if law.expected_in_force else ""
            yield (lead, *telling.told(law), telling.span(f"{when}: "), *said(telling.said(law.wanted_change, law)))
    for finding in telling.whole.findings:
        if finding.id in telling.standing and _is_asked(finding, ids):
            yield (telling.span(gettext("Remove the obstacle: ")), *telling.told(finding))
    for one in telling.whole.disagreements:
        if (
            one.status == "open"
            and one.level in ("political", "strategic")
            and any(v.organisation in ids for v in one.views)
        ):
            yield (telling.span(gettext("Settle the disagreement: ")), *telling.told(one))


def _is_asked(finding: Finding, ids: frozenset[Id]) -> bool:
    by_ministry = finding.removed_by in ("ministry", "parliament") or finding.level == "political"
    return by_ministry and (
        finding.remover in ids or (finding.remover is None and bool(ids.intersection(finding.organisations)))
    )


def _case(telling: Telling, crossing: list[Effect]) -> Line:
    """The persona whose journey meets most of what crosses sectors."""
    steps = {step for effect in crossing for step in effect.steps}
    best: tuple[int, Line] = (0, ())
    for persona in telling.whole.personas:
        felt = sum(
            any(told.user_group == persona.user_group for told in step.experience)
            for step in telling.whole.steps
            if step.id in steps
        )
        if felt > best[0]:
            lead = telling.span(telling.texts.gettext("The case that shows it: "), strong=True)
            text = telling.said(persona.situation, persona)
            best = felt, (lead, *telling.told(persona), *((telling.span(". "), *said(text)) if text else ()))
    return best[1]
