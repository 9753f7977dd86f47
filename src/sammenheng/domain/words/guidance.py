"""The guidance in use here: activities, questions with each partner's answer, advice, cases, resources."""

from __future__ import annotations

import datetime

from ..describe import Described, choice, date, part, parts, ref, refs, string, text, word
from ..values import Code, Id, Text
from .plan import Phase
from .thing import Thing

GUIDE_HELP = "The id of the item in the guidance; absent when it is our own"


class ActivityStatus(Code):
    """How far an activity has come."""

    NOT_STARTED = "not-started", "Not started"
    UNDER_WAY = "under-way", "Under way"
    DONE = "done", "Done"
    NOT_RELEVANT = "not-relevant", "Not relevant, with reason"


class AdviceVerdict(Code):
    """What we do with a piece of advice."""

    FOLLOW = "follow", "We follow it"
    CONSIDER = "consider", "We consider it"
    NOT_RELEVANT = "not-relevant", "Not relevant, with reason"


@word(label="Activity", plural="Activities", norwegian="aktivitet", room="guide")
class Activity(Thing):
    """Something a phase asks for, with who does it and what came of it (no: aktivitet)."""

    name: Text = text()
    guide: str | None = string(label="Item in the guidance", limit=64, default=None, help=GUIDE_HELP)
    workstream: Id | None = ref("Workstream", default=None)
    phase: Phase | None = choice(Phase, default=None)
    responsible: Id | None = ref("Organisation", label="Responsible organisation", default=None)
    status: ActivityStatus | None = choice(ActivityStatus, default=None)
    done_on: datetime.date | None = date(default=None)
    result: tuple[Id, ...] = refs(label="Result")


@part(label="Answer", plural="Answers")
class Answer(Described):
    """What one organisation answers."""

    organisation: Id = ref("Organisation")
    answer: Text = text(long=True)
    answered_on: datetime.date | None = date(default=None)


@word(label="Question", plural="Questions", norwegian="spørsmål", room="guide")
class Question(Thing):
    """A question of the guidance or our own, with each organisation's answer (no: spørsmål)."""

    name: Text = text(label="Question")
    guide: str | None = string(label="Item in the guidance", limit=64, default=None, help=GUIDE_HELP)
    workstream: Id | None = ref("Workstream", default=None)
    answers: tuple[Answer, ...] = parts(Answer)


@word(label="Advice", plural="Advice", norwegian="råd", room="guide")
class Advice(Thing):
    """A piece of advice, and what we do with it (no: råd)."""

    name: Text = text()
    guide: str | None = string(label="Item in the guidance", limit=64, default=None, help=GUIDE_HELP)
    verdict: AdviceVerdict | None = choice(AdviceVerdict, label="What we do with it", default=None)
    reason: Text | None = text(long=True, default=None)
    about: tuple[Id, ...] = refs(label="About")


@word(label="Case", plural="Cases", norwegian="erfaring", room="guide")
class Case(Thing):
    """An experience others can learn from (no: erfaring)."""

    name: Text = text()
    guide: str | None = string(label="Item in the guidance", limit=64, default=None, help=GUIDE_HELP)
    happened: Text | None = text(label="What happened", long=True, default=None)
    lesson: Text | None = text(label="What we learnt", long=True, default=None)
    phase: Phase | None = choice(Phase, default=None)
    life_events: tuple[Id, ...] = refs("LifeEvent")
    about: tuple[Id, ...] = refs(label="About")
    contradicts: tuple[Id, ...] = refs("Advice", "Case", label="Contradicts")


@word(label="Resource", plural="Resources", norwegian="ressurs", room="guide")
class Resource(Thing):
    """Something to use again: a component, a template, a page (no: ressurs)."""

    name: Text = text()
    guide: str | None = string(label="Item in the guidance", limit=64, default=None, help=GUIDE_HELP)
    address: str | None = string(form="url", default=None)
    description: Text | None = text(long=True, default=None)
    helps_with: tuple[Id, ...] = refs(label="Helps with")
