"""Results of the library as content for machines: the same names, unknown left out, codes and periods as text."""

from __future__ import annotations

import dataclasses
import json
from enum import Enum
from typing import Any

from ..domain import Collaboration, Id, Period
from ..economy import Run, Schedule
from .call import Call, read_file, readable
from .refusals import CallError


def content_of(value: Any) -> Any:
    """A result value as what JSON holds."""
    if isinstance(value, Period):
        return str(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        members = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        return {name: content_of(member) for name, member in members.items() if member is not None}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [content_of(member) for member in value]
    return value


def planned(call: Call, whole: Collaboration, name: str) -> Schedule:
    """The schedule in an answer of `plan --json`; raises CallError when it is something else or of another file."""
    not_a_plan = CallError("not-a-plan", "--plan", {"file": readable(name)})
    try:
        told = json.loads(read_file(call.texts, name))
        runs = [(Id(entry["deliverable"]), _run(entry)) for entry in told["schedule"] if "start" in entry]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise not_a_plan from None
    known = {deliverable.id for deliverable in whole.deliverables}
    if told.get("format") != "sammenheng-plan" or any(id not in known for id, _ in runs):
        raise not_a_plan
    return dict(runs)


def _run(entry: dict[str, str]) -> Run:
    start, finish = Period.parse(entry["start"]), Period.parse(entry["finish"])
    if start.first_quarter >= finish.first_quarter:
        raise ValueError(entry)
    return Run(start.first_quarter, finish.first_quarter)
