"""JSON Schema of the file: it holds for what the reader takes, and refuses what its shape makes wrong."""

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from tests.support.collaborations import collaborations, one_of_everything

from sammenheng.domain import Collaboration, FileRefusedError, read, write
from sammenheng.domain.kinds import LONG
from sammenheng.domain.schema import components, file_schema, object_schema

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT / "docs" / "reference" / "sammenheng.schema.json"
EXAMPLES = sorted((ROOT / "examples").glob("*.sammenheng.json"))
VALIDATOR = Draft202012Validator(file_schema(), format_checker=FormatChecker())
TOLD_BY_SHAPE = {
    "bad-address",
    "bad-date",
    "bad-hash",
    "bad-id",
    "bad-period",
    "control-character",
    "empty-text",
    "missing",
    "no-language",
    "no-price-year",
    "not-whole",
    "null",
    "out-of-range",
    "too-long",
    "unknown-choice",
    "unknown-field",
    "unknown-field-near",
    "unknown-language",
    "wrong-type",
}
"""Faults that a schema can see. The others hold between fields, between objects, or need a calculation."""


def test_schema_is_itself_valid_and_refers_to_nothing_else_than_its_own_definitions() -> None:
    schema = file_schema()

    Draft202012Validator.check_schema(schema)

    assert references(schema) == {f"#/$defs/{name}" for name in schema["$defs"]}


def test_published_schema_is_the_current_one() -> None:
    published = json.loads(PUBLISHED.read_text("utf-8"))

    assert published == file_schema(), "Run: ./sammenheng schema -o docs/reference/sammenheng.schema.json"


def test_components_of_the_api_are_the_same_definitions_at_their_place() -> None:
    moved = json.dumps(components())

    assert "#/$defs/" not in moved
    assert json.loads(moved.replace("#/components/schemas/", "#/$defs/")) == file_schema()["$defs"]


def test_schema_of_one_object_takes_each_object_of_its_type() -> None:
    whole = json.loads(write(one_of_everything(each=1)))

    for need in whole["needs"]:
        Draft202012Validator(object_schema("Need")).validate(need)


def test_there_are_examples_to_hold_against_the_schema() -> None:
    assert EXAMPLES


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_example_is_as_the_schema_says(example: Path) -> None:
    VALIDATOR.validate(json.loads(example.read_text("utf-8")))


@pytest.mark.slow
@settings(max_examples=60, deadline=None, database=None)
@given(collaborations(20))
def test_schema_takes_every_file_the_domain_writes(whole: Collaboration) -> None:
    VALIDATOR.validate(json.loads(write(whole)))


@pytest.mark.slow
@settings(max_examples=400, deadline=None, database=None)
@given(collaborations(6), st.integers(0, 2**32 - 1))
def test_schema_and_reader_agree_on_files_with_one_thing_changed(whole: Collaboration, seed: int) -> None:
    changed = json.loads(write(whole))
    change_one_thing(changed, Random(seed))

    found = faults_of(changed)

    if VALIDATOR.is_valid(changed):
        assert not found & TOLD_BY_SHAPE
    else:
        assert found


def faults_of(raw: Any) -> set[str]:
    """The codes of what the reader finds wrong."""
    try:
        read(json.dumps(raw).encode())
    except FileRefusedError as refused:
        return {fault.code for fault in refused.faults}
    return set()


def change_one_thing(raw: Any, random: Random) -> None:
    """Somewhere in the file: leave out, add, or put something else in its place."""
    places: list[tuple[Any, Any]] = []

    def visit(container: Any) -> None:
        for key in list(container) if isinstance(container, dict) else range(len(container)):
            places.append((container, key))
            if isinstance(container[key], dict | list):
                visit(container[key])

    visit(raw)
    container, key = random.choice([place for place in places if place[1] not in ("format", "format_version")])
    random.choice(CHANGES)(container, key, random)


def leave_out(container: Any, key: Any, random: Random) -> None:
    del container[key]


def add_unknown(container: Any, key: Any, random: Random) -> None:
    if isinstance(container, dict):
        container[random.choice(["nothing", "names", "x", "de"])] = container[key]


def put_instead(container: Any, key: Any, random: Random) -> None:
    container[key] = random.choice(OTHERS)


CHANGES: list[Callable[[Any, Any, Random], None]] = [leave_out, add_unknown, put_instead, put_instead, put_instead]
OTHERS = [
    *(None, True, False, 0, 1, -1, 2.5, 3.0, 10**16, -(10**18), 1e300, "", "  ", "a", "ab", "A", "felles"),
    *("2027", "2027Q1", "2027Q5", "2027-01-31", "2027-02-31", "1799-12-31", "2027-13-01", "https://a.no", "ftp://a.no"),
    *("\u0000", "x" * 301, "x" * (LONG + 1), "f" * 64, "974760673", "97476067", "NOK", "low", "active"),
    *([], ["ab"], ["ab", "ab"], [None], [{}], {}, {"nb": "Hei"}, {"nb": ""}, {"de": "Hallo"}, {"nb": None}),
    *({"likely": 1, "unit": "NOK"}, {"likely": 1.5, "unit": "NOK", "price_year": 2025}, {"likely": 1, "unit": "days"}),
    *({"likely": 1}, {"likely": 1, "unit": "days", "price_year": 1}, {"low": 2, "likely": 1, "unit": "days"}),
]


def references(schema: Any) -> set[str]:
    """Everything a schema refers to."""
    if isinstance(schema, dict):
        inner = {found for value in schema.values() for found in references(value)}
        return inner | ({schema["$ref"]} if "$ref" in schema else set())
    if isinstance(schema, list):
        return {found for item in schema for found in references(item)}
    return set()
