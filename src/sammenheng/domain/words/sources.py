"""What facts rest on: sources, parameter editions, frozen contents, measured figures."""

from __future__ import annotations

import datetime

from ..describe import (
    Described,
    boolean,
    choice,
    date,
    integer,
    number,
    part,
    parts,
    quantity,
    ref,
    refs,
    string,
    text,
    word,
)
from ..values import Code, Id, Quantity, Text
from .thing import Thing


class SourceKind(Code):
    """What sort of source it is."""

    REPORT = "report", "Report"
    PAGE = "web-page", "Web page"
    LAW = "law", "Law or preparatory work"
    PRESS = "press", "Press"
    DATA = "data", "Data"
    INTERNAL = "internal", "Own material"
    CODE = "source-code", "Source code or technical documentation"


class JoiningLevel(Code):
    """How measured figures of several organisations were put together."""

    ADDED = "added", "Each measured its own part"
    JOINED = "joined", "Joined under pseudonyms"


class Measure(Code):
    """What is measured of journeys."""

    JOURNEYS = "journeys", "Journeys"
    MEDIAN_DAYS = "median-days", "Median days from start to end"
    HANDOVERS = "handovers", "Handovers for each journey"
    CONTACTS = "contacts", "Contacts for each journey"
    REPEATS = "repeats", "Times the same was told again"
    DROP_OUTS = "drop-outs", "Share that dropped out"
    WAITING_DAYS = "waiting-days", "Median days of waiting before the step"


@word(label="Source", plural="Sources", norwegian="kilde", room="insight")
class Source(Thing):
    """Where a fact comes from (no: kilde)."""

    name: Text = text(label="Title")
    kind: SourceKind | None = choice(SourceKind, default=None)
    publisher: str | None = string(default=None)
    year: int | None = integer(least=1800, most=2200, default=None)
    address: str | None = string(form="url", default=None, limit=600)
    retrieved_on: datetime.date | None = date(default=None)
    read_in_part: bool | None = boolean(label="Read only in part", default=None)


@part(label="Discount rate", plural="Discount rates")
class RateStep(Described):
    """The real discount rate from a year on, counted from the first year."""

    from_year: int = integer(label="From year number", least=0, most=500)
    rate: float = number(label="Per cent a year", least=0, most=50)


@word(label="Parameter edition", plural="Parameter editions", norwegian="parameterutgave", room="benefits")
class ParameterEdition(Thing):
    """Rule values with the day they hold from and where they come from (no: parameterutgave)."""

    name: Text = text()
    edition: str = string(limit=60, help="Such as R-109/2021")
    valid_from: datetime.date | None = date(default=None)
    verified: bool | None = boolean(label="Verified against the source", default=None)
    rates: tuple[RateStep, ...] = parts(RateStep)
    tax_cost: float | None = number(label="Tax-funding cost in per cent", least=0, most=100, default=None)


@word(label="Snapshot", plural="Snapshots", norwegian="øyeblikksbilde", room="report")
class Snapshot(Thing):
    """A content frozen at a moment, known by its fingerprint (no: øyeblikksbilde)."""

    name: Text = text()
    taken_on: datetime.date | None = date(default=None)
    content_hash: str | None = string(label="Fingerprint", form="hash", limit=64, default=None)
    of: tuple[Id, ...] = refs(label="Of")


@part(label="Figure", plural="Figures")
class Figure(Described):
    """One released figure."""

    measure: Measure = choice(Measure)
    step: Id | None = ref("Step", default=None)
    organisation: Id | None = ref("Organisation", default=None)
    value: Quantity = quantity()


@word(label="Measured summary", plural="Measured summaries", norwegian="måling", room="journeys")
class MeasuredSummary(Thing):
    """Released figures of measured journeys, never events (no: måling)."""

    name: Text = text()
    journey: Id | None = ref("Journey", default=None)
    from_date: datetime.date | None = date(label="From", default=None)
    to_date: datetime.date | None = date(label="Until", default=None)
    smallest_group: int | None = integer(label="Smallest group shown", least=5, default=None)
    joining: JoiningLevel | None = choice(JoiningLevel, label="How figures were put together", default=None)
    figures: tuple[Figure, ...] = parts(Figure)
