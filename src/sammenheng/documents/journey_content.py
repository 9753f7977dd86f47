"""What stands on a journey map: stages and steps across, lanes down, one cell for each step in each lane."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ..domain import Collaboration, Id, Thing
from ..domain.words import Effect, Finding, Journey, Step, Touchpoint
from ..domain.words.journeys import Stage
from ..domain.words.services import FindingNature
from ..texts import Texts, gettext_noop
from ..texts.formats import number
from .words import Speech, Words, with_mark

N_ = gettext_noop
NO_INSIGHT = "°"


class NotAJourneyError(Exception):
    """There is no journey in use with this id."""

    def __init__(self, id: Id) -> None:
        self.id = id
        super().__init__(id)


class Lane(StrEnum):
    """The lanes of a journey map, from the user's side inwards."""

    STEP = "step"
    MIND = "mind"
    EXPERIENCE = "experience"
    FRONT = "front"
    BEHIND = "behind"
    SERVICES = "services"
    SYSTEMS = "systems"
    REGULATIONS = "regulations"
    DATA_FLOWS = "data-flows"
    FINDINGS = "findings"
    NEEDS = "needs"
    EFFECTS = "effects"
    DIFFERENCE = "difference"


LABELS: Final = {
    Lane.STEP: N_("What the user does"),
    Lane.MIND: N_("Thinks and feels"),
    Lane.EXPERIENCE: N_("Experience"),
    Lane.FRONT: N_("Seen by the user"),
    Lane.BEHIND: N_("Behind the scenes"),
    Lane.SERVICES: N_("Services"),
    Lane.SYSTEMS: N_("Systems"),
    Lane.REGULATIONS: N_("Regulations"),
    Lane.DATA_FLOWS: N_("Data flows"),
    Lane.FINDINGS: N_("Findings"),
    Lane.NEEDS: N_("Needs"),
    Lane.EFFECTS: N_("Effects for the user"),
    Lane.DIFFERENCE: N_("Difference from today"),
}
ALL_LANES: Final = tuple(Lane)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing in a cell: what it is or whose it is, then what it says. A finding also has its nature as a mark."""

    head: Words | None = None
    body: tuple[Words, ...] = ()
    mark: FindingNature | None = None

    @property
    def texts(self) -> tuple[Words, ...]:
        """All its texts, in order of reading."""
        return (*((self.head,) if self.head else ()), *self.body)


Cell = tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneContent:
    """One lane: its name and a cell for each step."""

    lane: Lane
    label: Words
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeling:
    """How one step feels to one group; None when nobody has said."""

    value: float | None
    shown: str
    comment: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """The experience of one user group through the journey, a feeling for each step."""

    group: Words
    feelings: tuple[Feeling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StageContent:
    """A stage: its name and how many of the steps are in it."""

    name: Words
    steps: int
    continued: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyContent:
    """Everything on the map of one journey, before it is given places."""

    journey: Id
    language: str
    title: Words
    about: tuple[Words, ...]
    stages: tuple[StageContent, ...]
    steps: tuple[Id, ...]
    lanes: tuple[LaneContent, ...]
    curves: tuple[Curve, ...]

    def part(self, first: int, after: int) -> JourneyContent:
        """The map of the steps from `first` up to, not with, `after`."""
        cut = slice(first, after)
        stages, start = [], 0
        for stage in self.stages:
            end = start + stage.steps
            held = min(end, after) - max(start, first)
            if held > 0:
                stages.append(StageContent(name=stage.name, steps=held, continued=start < first))
            start = end
        return JourneyContent(
            journey=self.journey,
            language=self.language,
            title=self.title,
            about=self.about,
            stages=tuple(stages),
            steps=self.steps[cut],
            lanes=tuple(
                LaneContent(lane=held.lane, label=held.label, cells=held.cells[cut])
                for held in self.lanes
                if held.lane is Lane.EXPERIENCE or any(held.cells[cut])
            ),
            curves=tuple(Curve(group=curve.group, feelings=curve.feelings[cut]) for curve in self.curves),
        )

    def with_lanes(self, lanes: Sequence[Lane]) -> JourneyContent:
        """The same steps with only these lanes."""
        kept = tuple(held for held in self.lanes if held.lane in lanes)
        return JourneyContent(
            journey=self.journey,
            language=self.language,
            title=self.title,
            about=self.about,
            stages=self.stages,
            steps=self.steps,
            lanes=kept,
            curves=self.curves if Lane.EXPERIENCE in lanes else (),
        )


def journey_content(
    collaboration: Collaboration,
    journey_id: Id,
    *,
    texts: Texts,
    lanes: Iterable[Lane] = ALL_LANES,
    organisation: Id | None = None,
) -> JourneyContent:
    """What stands on the map of this journey; with an organisation, only the steps that it has a part in.

    Raises NotAJourneyError when there is no such journey in use.
    """
    whole = collaboration.in_use
    journey = whole.get(journey_id)
    if not isinstance(journey, Journey):
        raise NotAJourneyError(journey_id)
    reading = _Reading(Speech(whole, texts))
    stages, steps = reading.stages(journey, organisation)
    wanted = frozenset(lanes)
    found = [(lane, [READERS[lane](reading, step) for step in steps]) for lane in READERS if lane in wanted]
    curves = reading.curves(steps) if Lane.EXPERIENCE in wanted else ()
    contents = {lane: tuple(cells) for lane, cells in found if lane is Lane.STEP or any(cells)}
    if curves:
        contents[Lane.EXPERIENCE] = tuple(() for _ in steps)
    return JourneyContent(
        journey=journey.id,
        language=texts.language,
        title=reading.speech.marked(journey),
        about=reading.about(journey, organisation),
        stages=stages,
        steps=tuple(step.id for step in steps),
        lanes=tuple(
            LaneContent(lane=lane, label=reading.speech.own(texts.gettext(LABELS[lane])), cells=contents[lane])
            for lane in Lane
            if lane in contents
        ),
        curves=curves,
    )


class _Reading:
    """Reads the cells of one collaboration's maps."""

    def __init__(self, speech: Speech) -> None:
        self.speech = speech
        self.whole = speech.whole
        self.findings_at = _by_step(self.whole.findings)
        self.effects_at = _by_step(self.whole.effects)

    def stages(self, journey: Journey, organisation: Id | None) -> tuple[tuple[StageContent, ...], list[Step]]:
        """The stages that have steps to show, and those steps in order."""
        stages, steps = [], []
        for stage in self.things(journey.stages):
            held = [
                step
                for step in self.things(getattr(stage, "steps", ()))
                if isinstance(step, Step) and (organisation is None or organisation in self.parties(step))
            ]
            if held:
                stages.append(StageContent(name=self.speech.marked(stage), steps=len(held)))
                steps += held
        return tuple(stages), steps

    def parties(self, step: Step) -> frozenset[Id]:
        """Organisations with a part in a step: they meet the user, provide, run, give or get data, or must mend."""
        found: set[Id | None] = {touchpoint.organisation for touchpoint in self.touchpoints(step)}
        for thing in self.things((*step.services, *step.systems, *step.data_flows)):
            found.update(getattr(thing, "providers", ()))
            found.update(getattr(thing, name, None) for name in ("organisation", "provider", "consumer"))
        for finding in self.findings_at.get(step.id, ()):
            if isinstance(finding, Finding):
                found.update((*finding.organisations, finding.remover))
        return frozenset(id for id in found if id)

    def about(self, journey: Journey, organisation: Id | None) -> tuple[Words, ...]:
        """The lines below the title: whose journey it is, and what is told of it."""
        speech = self.speech
        groups = ", ".join(words.text for words in speech.names(journey.user_groups))
        kind = speech.label(journey.kind).text
        lines = [speech.name(self.whole), speech.own(f"{kind}: {groups}" if groups else kind)]
        if organisation:
            part = speech.texts.gettext("The part of {organisation}", organisation=speech.named(organisation).text)
            lines.append(speech.own(part))
        return tuple(line for line in (*lines, speech.said(journey.description, journey)) if line)

    def things(self, ids: Iterable[Id]) -> tuple[Thing, ...]:
        """The objects with these ids."""
        return tuple(self.whole.each(*ids))

    def touchpoints(self, step: Step) -> tuple[Touchpoint, ...]:
        """Where the step meets organisations."""
        return tuple(thing for thing in self.things(step.touchpoints) if isinstance(thing, Touchpoint))

    def step(self, step: Step) -> Cell:
        """What the user does, when it applies, until when, and where it leads."""
        texts, speech = self.speech.texts, self.speech
        lines = [speech.said(step.description, step)]
        told = (
            (step.condition, N_("Applies when: {text}")),
            (step.deadline, N_("Deadline: {text}")),
        )
        lines += [
            _around(texts.gettext(pattern, text="{text}"), speech.said(text, step)) for text, pattern in told if text
        ]
        after = [(id, N_("Goes on to: {text}")) for id in step.next]
        after += [(step.opens, N_("Opens the journey: {text}"))] if step.opens else []
        lines += [_around(texts.gettext(pattern, text="{text}"), speech.named(id)) for id, pattern in after]
        return (Entry(head=speech.marked(step), body=tuple(line for line in lines if line)),)

    def mind(self, step: Step) -> Cell:
        """What the user thinks, and feels."""
        speech = self.speech
        told = ((step.thinks, N_("Thinks")), (step.feels, N_("Feels")))
        return tuple(
            Entry(head=speech.own(speech.texts.gettext(label)), body=(speech.said(text, step),))
            for text, label in told
            if text
        )

    def front(self, step: Step) -> Cell:
        """The touchpoints that the user sees; those of which nobody has said otherwise are seen."""
        return self._meetings(step, seen=True)

    def behind(self, step: Step) -> Cell:
        """What organisations do behind the scenes."""
        return self._meetings(step, seen=False)

    def _meetings(self, step: Step, *, seen: bool) -> Cell:
        return tuple(self._meeting(t) for t in self.touchpoints(step) if (t.stage is not Stage.BEHIND) is seen)

    def _meeting(self, touchpoint: Touchpoint) -> Entry:
        speech = self.speech
        asked = speech.said(touchpoint.information, touchpoint)
        pattern = speech.texts.gettext("Asks for: {text}", text="{text}")
        name = with_mark(speech.said(touchpoint.name, touchpoint), touchpoint)
        body = (name, speech.named(touchpoint.channel), _around(pattern, asked) if asked else asked)
        return Entry(head=speech.briefly(touchpoint.organisation), body=tuple(words for words in body if words))

    def services(self, step: Step) -> Cell:
        """Services of the step and of its touchpoints."""
        return self._list((*step.services, *(t.service for t in self.touchpoints(step))))

    def systems(self, step: Step) -> Cell:
        """Systems of the step and of its touchpoints."""
        return self._list((*step.systems, *(t.system for t in self.touchpoints(step))))

    def regulations(self, step: Step) -> Cell:
        """Laws and rules that hold here, with their paragraph."""
        return tuple(
            Entry(body=tuple(w for w in (self.speech.marked(law), self._paragraph(law)) if w))
            for law in self.things(step.regulations)
        )

    def _paragraph(self, law: Thing) -> Words:
        return self.speech.own(getattr(law, "paragraph", None) or "")

    def data_flows(self, step: Step) -> Cell:
        """Data that goes from one organisation to another here."""
        speech, found = self.speech, []
        for flow in self.things(step.data_flows):
            provider, consumer = (speech.briefly(getattr(flow, side, None)) for side in ("provider", "consumer"))
            ends = " → ".join(words.text for words in (provider, consumer) if words)
            found.append(Entry(head=speech.own(ends) if ends else None, body=(speech.marked(flow),)))
        return tuple(found)

    def findings(self, step: Step) -> Cell:
        """Obstacles, gaps and what works well."""
        return tuple(self._finding(f) for f in self.findings_at.get(step.id, ()) if isinstance(f, Finding))

    def _finding(self, finding: Finding) -> Entry:
        codes = [self.speech.label(code).text for code in (finding.nature, finding.type) if code]
        head = self.speech.own(" · ".join(codes)) if codes else None
        return Entry(head=head, body=(self.speech.marked(finding),), mark=finding.nature)

    def needs(self, step: Step) -> Cell:
        """Needs felt here."""
        return self._list(step.needs)

    def effects(self, step: Step) -> Cell:
        """Effects noticed here."""
        return self._list(e.id for e in self.effects_at.get(step.id, ()) if isinstance(e, Effect))

    def difference(self, step: Step) -> Cell:
        """What becomes of today's step, and why."""
        if step.difference is None and step.difference_reason is None:
            return ()
        head = self.speech.label(step.difference) if step.difference else None
        reason = self.speech.said(step.difference_reason, step)
        return (Entry(head=head, body=(reason,) if reason else ()),)

    def _list(self, ids: Iterable[Id | None]) -> Cell:
        known = self.things(dict.fromkeys(id for id in ids if id))
        return tuple(Entry(body=(self.speech.marked(thing),)) for thing in known)

    def curves(self, steps: Sequence[Step]) -> tuple[Curve, ...]:
        """A curve for each group that somebody has told the experience of, in order of first appearance."""
        groups = dict.fromkeys(experience.user_group for step in steps for experience in step.experience)
        return tuple(
            Curve(group=self.speech.named(group), feelings=tuple(self._feeling(step, group) for step in steps))
            for group in groups
        )

    def _feeling(self, step: Step, group: Id) -> Feeling:
        told = next((e for e in step.experience if e.user_group == group), None)
        if told is None:
            return Feeling(value=None, shown="", comment=None)
        mark = "" if told.insight else NO_INSIGHT
        comment = self.speech.said(told.comment, step) or None
        return Feeling(value=told.value, shown=signed(self.speech.texts, told.value) + mark, comment=comment)


def signed(texts: Texts, value: float) -> str:
    """A number from −2 to +2 as people write it."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return sign + number(texts, abs(round(value, 2)))


def _around(pattern: str, words: Words) -> Words:
    """Words of people with a lead of ours; they keep their own language."""
    return Words(pattern.replace("{text}", words.text), words.language)


def _by_step(things: Iterable[Finding | Effect]) -> dict[Id, list[Thing]]:
    found: dict[Id, list[Thing]] = {}
    for thing in things:
        for step in thing.steps:
            found.setdefault(step, []).append(thing)
    return found


READERS: Final[dict[Lane, Callable[[_Reading, Step], Cell]]] = {
    Lane.STEP: _Reading.step,
    Lane.MIND: _Reading.mind,
    Lane.FRONT: _Reading.front,
    Lane.BEHIND: _Reading.behind,
    Lane.SERVICES: _Reading.services,
    Lane.SYSTEMS: _Reading.systems,
    Lane.REGULATIONS: _Reading.regulations,
    Lane.DATA_FLOWS: _Reading.data_flows,
    Lane.FINDINGS: _Reading.findings,
    Lane.NEEDS: _Reading.needs,
    Lane.EFFECTS: _Reading.effects,
    Lane.DIFFERENCE: _Reading.difference,
}
