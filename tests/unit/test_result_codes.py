"""Every code a plan or a calculation may answer with stands in its schema and has words."""

import json
from enum import Enum
from pathlib import Path

import pytest

from sammenheng.economy.flows import Missing
from sammenheng.economy.result import Case, NoteCode, ScheduleOrigin
from sammenheng.planning.problem import CauseKind
from sammenheng.planning.result import NoteCode as PlanNoteCode
from sammenheng.planning.result import Reason, Status
from sammenheng.texts import economy as economy_texts
from sammenheng.texts import planning as planning_texts

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


def enums_in(schema: str) -> list[list[str]]:
    """Every list of codes in a published schema."""
    found: list[list[str]] = []

    def walk(node: object) -> None:
        if isinstance(node, dict):
            if "enum" in node:
                found.append(sorted(node["enum"]))
            for member in node.values():
                walk(member)
        elif isinstance(node, list):
            for member in node:
                walk(member)

    walk(json.loads((REFERENCE / f"{schema}.schema.json").read_text("utf-8")))
    return found


@pytest.mark.parametrize(
    ("schema", "codes"),
    [
        ("plan", Status),
        ("plan", Reason),
        ("plan", PlanNoteCode),
        ("plan", CauseKind),
        ("economy", Missing),
        ("economy", NoteCode),
        ("economy", Case),
        ("economy", ScheduleOrigin),
    ],
)
def test_the_schema_lists_the_codes_there_are(schema: str, codes: type[Enum]) -> None:
    assert sorted(code.value for code in codes) in enums_in(schema)


def test_every_code_has_words() -> None:
    assert planning_texts.REASONS.keys() == set(Reason)
    assert planning_texts.NOTES.keys() == set(PlanNoteCode)
    assert economy_texts.MISSING.keys() == set(Missing)
    assert economy_texts.NOTES.keys() == set(NoteCode)
    assert economy_texts.CASES.keys() == set(Case)
