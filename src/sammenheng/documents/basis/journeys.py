"""Chapters on the journey: pictures and tables of today and tomorrow, and concrete cases walked through both."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain import Id
from ...domain.words import Journey, Persona, Step
from ...domain.words.journeys import Experience, JourneyKind
from ...texts import gettext_noop
from ..journey_content import NO_INSIGHT, Lane, journey_content, signed
from ..journey_map import SIZES, Paper, journey_sheets
from ..journey_tables import journey_tables
from ..values import Block, Cell, Line, List, Paragraph, Section, Table, said
from ..words import Words
from .telling import Telling

N_ = gettext_noop
PICTURED = (Lane.STEP, Lane.EXPERIENCE, Lane.FINDINGS, Lane.DIFFERENCE)
TABLED = (Lane.STEP, Lane.EXPERIENCE, Lane.FRONT, Lane.FINDINGS, Lane.NEEDS, Lane.DIFFERENCE)
MOST_CASES = 3
MOST_STEPS = 9
MOST_LOWEST = 5


def journeys(telling: Telling) -> Section:
    """The journeys as pictures, each followed by its table."""
    parts = tuple(_journey(telling, journey) for journey in _in_order(telling))
    blocks: list[Block] = []
    for kind, message in (
        (JourneyKind.AS_IS, N_("Today's journey is not described.")),
        (JourneyKind.TO_BE, N_("Tomorrow's journey is not described.")),
    ):
        if all(journey.kind is not kind for journey in telling.whole.journeys):
            blocks.append(telling.missing("journeys", message))
    title = telling.own(N_("The journey today and tomorrow"))
    return Section(id="journeys", title=title, blocks=tuple(blocks), sections=parts, new_page=True)


def _in_order(telling: Telling) -> list[Journey]:
    kinds = list(JourneyKind)
    return sorted(telling.whole.journeys, key=lambda journey: (kinds.index(journey.kind), journey.id))


def _journey(telling: Telling, journey: Journey) -> Section:
    pictured = journey_content(telling.whole, journey.id, texts=telling.texts, lanes=PICTURED)
    tabled = journey_content(telling.whole, journey.id, texts=telling.texts, lanes=TABLED)
    if not pictured.steps:
        blocks: tuple[Block, ...] = (telling.missing("journeys", N_("The journey has no steps yet.")),)
    else:
        wide, high = SIZES[Paper.A4]
        sheets = journey_sheets(pictured, telling.texts, Paper.A4)
        figures = (sheet.figure((max(wide, sheet.width + 60), max(high, sheet.height + 60))) for sheet in sheets)
        low = _lowest(telling, journey)
        blocks = (
            *telling.told_text(journey.description, journey),
            *low,
            *figures,
            *journey_tables(tabled, telling.texts),
        )
    return Section(id=f"journey-{journey.id}", title=telling.speech.marked(journey), blocks=blocks)


def _lowest(telling: Telling, journey: Journey) -> list[Block]:
    """Where it is hardest, in words: what a reader of the picture should look for."""
    felt = [
        (told.value, step, told)
        for stage in telling.whole.each(*journey.stages)
        for step in telling.whole.each(*getattr(stage, "steps", ()))
        if isinstance(step, Step)
        for told in step.experience
        if told.value < 0
    ]
    if not felt:
        return []
    items = tuple(
        (
            *telling.told(step),
            telling.span(f" – {telling.speech.named(told.user_group).text}: "),
            *_shown(telling, told),
        )
        for _, step, told in sorted(felt, key=lambda each: each[0])[:MOST_LOWEST]
    )
    return [telling.paragraph(N_("Where it is hardest, from −2 to +2:")), List(items=items)]


def _shown(telling: Telling, told: Experience) -> Line:
    return (telling.span(signed(telling.texts, told.value) + ("" if told.insight else NO_INSIGHT), strong=True),)


def cases(telling: Telling) -> Section:
    """Two or three concrete people, and how it goes for them today and tomorrow."""
    personas = sorted(telling.whole.personas, key=lambda persona: (-_told_of(telling, persona), persona.id))[
        :MOST_CASES
    ]
    blocks: tuple[Block, ...] = ()
    if len(personas) < 2:
        blocks = (
            telling.missing(
                "cases", N_("Fewer than two personas are told, so the journey is not shown for real people.")
            ),
        )
    sections = tuple(_case(telling, persona) for persona in personas)
    title = telling.own(N_("What it means for people"))
    return Section(id="cases", title=title, blocks=blocks, sections=sections, new_page=True)


def _told_of(telling: Telling, persona: Persona) -> int:
    """How well a case can be told: both journeys count most, then how many steps are known."""
    both = [len(list(_walk(telling, persona.user_group, kind))) for kind in JourneyKind]
    return min(both) * 100 + sum(both)


def _walk(telling: Telling, group: Id | None, kind: JourneyKind) -> Iterator[tuple[Step, float]]:
    """The steps of journeys of this kind that the group's experience is told of."""
    for journey in telling.whole.journeys:
        if journey.kind is not kind:
            continue
        for stage in telling.whole.each(*journey.stages):
            for step in telling.whole.each(*getattr(stage, "steps", ())):
                if isinstance(step, Step):
                    yield from ((step, told.value) for told in step.experience if told.user_group == group)


def _case(telling: Telling, persona: Persona) -> Section:
    blocks: list[Block] = list(telling.told_text(persona.situation, persona))
    named = ((persona.today, N_("Today: "), JourneyKind.AS_IS), (persona.tomorrow, N_("Tomorrow: "), JourneyKind.TO_BE))
    for text, lead, kind in named:
        told = telling.told(persona, telling.said(text, persona)) if text else ()
        if told:
            blocks.append(Paragraph(line=(telling.span(telling.texts.gettext(lead), strong=True), *told)))
        steps = list(_walk(telling, persona.user_group, kind))
        if steps:
            blocks += _walked(telling, steps, kind)
    title = telling.speech.marked(persona)
    group = telling.speech.named(persona.user_group)
    if group:
        title = Words(f"{title.text} – {group.text}", title.language)
    return Section(id=f"case-{persona.id}", title=title, blocks=tuple(blocks))


def _walked(telling: Telling, steps: list[tuple[Step, float]], kind: JourneyKind) -> Iterator[Block]:
    """The steps that are felt the most, in their order."""
    felt = sorted(range(len(steps)), key=lambda number: -abs(steps[number][1]))[:MOST_STEPS]
    yield _walked_table(telling, [steps[number] for number in sorted(felt)], kind)
    left = len(steps) - len(felt)
    if left > 0:
        told = telling.texts.ngettext(
            "One more step, less felt, stands in the table of the journey.",
            "{count} more steps, less felt, stand in the table of the journey.",
            left,
        )
        yield Paragraph(line=(telling.span(told),))


def _walked_table(telling: Telling, steps: list[tuple[Step, float]], kind: JourneyKind) -> Table:
    gettext = telling.texts.gettext
    today = kind is JourneyKind.AS_IS
    rows = tuple(
        (
            Cell(lines=(telling.told(step),)),
            Cell(lines=(_felt(telling, step, value),), number=True),
            Cell(lines=tuple(_obstacles(telling, step) if today else _differs(telling, step))),
        )
        for step, value in steps
    )
    return Table(
        caption=telling.own(N_("The way today") if today else N_("The way tomorrow")),
        head=telling.head(
            gettext("Step"),
            gettext("Experience"),
            gettext("What stands in the way") if today else gettext("What is different"),
        ),
        rows=rows,
        weights=(2.2, 0.8, 2.4),
    )


def _felt(telling: Telling, step: Step, value: float) -> Line:
    told = next((e for e in step.experience if e.value == value and e.insight), None)
    return (telling.span(signed(telling.texts, value) + ("" if told else NO_INSIGHT)),)


def _obstacles(telling: Telling, step: Step) -> Iterator[Line]:
    for finding in telling.whole.findings:
        if step.id in finding.steps and finding.nature != "works-well":
            yield telling.told(finding)


def _differs(telling: Telling, step: Step) -> Iterator[Line]:
    parts = [telling.speech.label(step.difference)] if step.difference else []
    reason = telling.said(step.difference_reason, step)
    line: Line = said(parts[0], strong=True) if parts else ()
    if reason:
        line += (*((telling.span(": "),) if parts else ()), *said(reason))
    if line:
        yield line
