"""One more field in a description, and it is in file, schema, form, API schema, rows, change log and catalogs.

The type is a scratch one, described twice: once without and once with the new field. Nothing else differs; what
remains for a person to write is the migration that Django then proposes, and the translations.
"""

from typing import Any

from django.apps.registry import Apps
from django.db import models
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.operations import AddField
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ModelState, ProjectState

from sammenheng.domain import Fault, Id, ObjectType, Quantity, Text, Unit, describe
from sammenheng.domain.compare import differences
from sammenheng.domain.describe import quantity, read_described, text, word, write_described
from sammenheng.domain.schema import type_schema
from sammenheng.domain.words.thing import Thing
from sammenheng.texts.labels import messages_of
from sammenheng_web.collaborations import models as stored
from sammenheng_web.collaborations.columns import pack, unpack
from sammenheng_web.collaborations.forms import Speech, form_for


def scratch(*, with_field: bool) -> type[Any]:
    if not with_field:

        @word(label="Scratch", plural="Scratches", norwegian="kladd", room="overview")
        class Scratch(Thing):
            """A type that exists in this test alone."""

            name: Text = text()

        return Scratch

    @word(label="Scratch", plural="Scratches", norwegian="kladd", room="overview")
    class Scratch(Thing):  # type: ignore[no-redef]
        """A type that exists in this test alone."""

        name: Text = text()
        waiting_time: Quantity | None = quantity(
            units=(Unit.DAYS,), least=0, help="From sent to answered", default=None
        )

    return Scratch


BEFORE, AFTER = scratch(with_field=False), scratch(with_field=True)
WAITING = {"likely": 12, "unit": "days", "illustrative": True}


def objects(**more: Any) -> tuple[Any, dict[str, Any]]:
    raw = {"id": "s1", "name": {"nb": "Kladd"}, **more}
    return read_described(AFTER, raw), raw


def new_names(before: Any, after: Any) -> set[str]:
    return set(after) - set(before)


def test_it_is_in_the_file() -> None:
    thing, raw = objects(waiting_time=WAITING)

    written = write_described(thing)

    assert thing.waiting_time == Quantity(likely=12, unit=Unit.DAYS, illustrative=True)
    assert {name: written[name] for name in raw} == raw


def test_it_is_in_the_schema_of_file_and_api() -> None:
    properties = [type_schema(describe(python))["properties"] for python in (BEFORE, AFTER)]

    assert new_names(*properties) == {"waiting_time"}
    assert properties[1]["waiting_time"]["title"] == "Waiting time"
    assert properties[1]["waiting_time"]["description"] == "From sent to answered"


def test_it_is_in_the_form() -> None:
    speech = Speech(label=str, choice=str, fault=_code, named=lambda types: [])

    asked = [form_for(describe(python), speech).base_fields for python in (BEFORE, AFTER)]

    members = ("low", "likely", "high", "unit", "price_year", "source", "illustrative")
    assert new_names(*asked) == {f"waiting_time_{member}" for member in members}


def _code(fault: Fault) -> str:
    return fault.code


def test_it_is_in_the_rows() -> None:
    field = describe(AFTER).field("waiting_time")
    thing, _ = objects(waiting_time=WAITING)

    packed = pack(field, thing.waiting_time, lambda id: "scratch")

    assert unpack(field, packed) == thing.waiting_time


def test_django_proposes_one_migration_with_its_columns_and_constraints() -> None:
    proposed = operations(describe(BEFORE), describe(AFTER))

    columns = {operation.name for operation in proposed if isinstance(operation, AddField)}
    rest = {type(operation).__name__ for operation in proposed} - {"AddField"}
    assert columns == {name for name in packed_names() if name.startswith("waiting_time_")}
    assert rest == {"AddConstraint"}


def packed_names() -> set[str]:
    return set(pack(describe(AFTER).field("waiting_time"), None, lambda id: "scratch"))


def operations(before: ObjectType, after: ObjectType) -> list[Operation]:
    states = [project_state(kind) for kind in (before, after)]
    return MigrationAutodetector(*states)._detect_changes()["scratch"][0].operations


def project_state(kind: ObjectType) -> ProjectState:
    """The state of a project whose one app holds just the table of this type."""
    table = stored._object_model(kind, apps=Apps(), app_label="scratch")
    assert issubclass(table, models.Model)
    state = ProjectState()
    state.add_model(ModelState.from_model(table))
    return state


def test_it_is_in_the_change_log() -> None:
    before, _ = objects()
    after, _ = objects(waiting_time=WAITING)

    (difference,) = differences(before, after)

    assert (difference.field, difference.before, difference.after) == ("waiting_time", None, WAITING)


def test_its_label_and_help_are_asked_for_in_the_catalogs_and_glossary() -> None:
    found = [
        {(message.context, message.text) for message in messages_of(describe(python))} for python in (BEFORE, AFTER)
    ]

    assert new_names(*found) == {("field", "Waiting time"), ("help", "From sent to answered")}


def test_an_object_without_it_reads_as_before() -> None:
    assert read_described(AFTER, {"id": Id("s1"), "name": {"nb": "Kladd"}}).waiting_time is None
