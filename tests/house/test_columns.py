"""Every field of the domain has its column, every reference its constraint, and the database refuses what is wrong."""

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from tests.support.collaborations import make

from sammenheng.domain import Field, ObjectType, describe
from sammenheng.domain.describe import PartsKind
from sammenheng.domain.kinds import RefsKind
from sammenheng_web.collaborations import mapping
from sammenheng_web.collaborations.columns import columns, targets
from sammenheng_web.collaborations.models import HEAD, PARTS, ROWS, TYPES, Identity, Link
from sammenheng_web.organisations.models import Workspace


def described_tables() -> list[tuple[ObjectType, type[Any]]]:
    tables = [(kind, ROWS[kind.key]) for kind in (HEAD, *TYPES.values())]
    return tables + [
        (describe(TYPES[key].field(name).kind.part), model)  # type: ignore[attr-defined]
        for (key, name), model in PARTS.items()
    ]


def columns_in_database(model: type[Any]) -> set[str]:
    with connection.cursor() as cursor:
        return {column.name for column in connection.introspection.get_table_description(cursor, model._meta.db_table)}


def foreign_keys_in_database(model: type[Any]) -> set[str]:
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f'PRAGMA foreign_key_list("{table}")')
            return {row[3] for row in cursor.fetchall()}
        cursor.execute(
            "SELECT a.attname FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND "
            "a.attnum = ANY(c.conkey) WHERE c.contype = 'f' AND c.conrelid = %s::regclass",
            [table],
        )
        return {row[0] for row in cursor.fetchall()}


@pytest.mark.django_db
def test_every_field_has_its_columns_in_the_database() -> None:
    missing = []
    for kind, model in described_tables():
        there = columns_in_database(model)
        for field in kind.fields:
            wanted = {"ident"} if field.name == "id" else set(columns(field))
            missing += [f"{kind.name}.{field.name}: {name}" for name in wanted - there]

    assert missing == []


@pytest.mark.django_db
def test_every_reference_is_a_foreign_key_in_the_database() -> None:
    missing = []
    for kind, model in described_tables():
        held = foreign_keys_in_database(model)
        missing += [
            f"{kind.name}.{target.column}"
            for field in kind.fields
            for target in targets(field)
            if target.column not in held
        ]

    assert missing == []


def test_every_list_of_references_and_parts_has_its_place() -> None:
    def has_place(kind: ObjectType, field: Field) -> bool:
        if isinstance(field.kind, PartsKind):
            return (kind.key, field.name) in PARTS
        return isinstance(field.kind, RefsKind) or bool(columns(field)) or field.name == "id"

    assert [
        f"{kind.name}.{field.name}" for kind in TYPES.values() for field in kind.fields if not has_place(kind, field)
    ] == []


@pytest.fixture
def stored(db: None) -> Workspace:
    workspace = Workspace.objects.create()
    with transaction.atomic():
        mapping.store(workspace.key, make(["Deliverable", "Effect", "Organisation", "Step"], seed=4, fill=0.0))
    return workspace


def refused(change: Any) -> bool:
    try:
        with transaction.atomic():
            change()
            connection.check_constraints()
    except IntegrityError:
        return True
    return False


def test_database_refuses_a_reference_to_what_does_not_exist(stored: Workspace) -> None:
    deliverables = ROWS["deliverable"]._default_manager.filter(workspace=stored.key)

    assert refused(lambda: deliverables.update(accountable="no-such-organisation"))


def test_database_refuses_a_reference_to_another_type(stored: Workspace) -> None:
    effect = ROWS["effect"]._default_manager.filter(workspace=stored.key).get()

    assert refused(
        lambda: ROWS["deliverable"]._default_manager.filter(workspace=stored.key).update(accountable=effect.ident)
    )


def test_database_refuses_a_reference_into_another_workspace(stored: Workspace) -> None:
    other = Workspace.objects.create()
    Identity.objects.create(workspace=other.key, ident="org-there", type="organisation")
    ROWS["organisation"]._default_manager.create(
        workspace=other.key, ident="org-there", name_nb="Der", shared=True, sensitivity=0, state="active"
    )

    assert refused(
        lambda: ROWS["deliverable"]._default_manager.filter(workspace=stored.key).update(accountable="org-there")
    )


def test_database_refuses_a_link_to_a_type_the_list_may_not_hold(stored: Workspace) -> None:
    parent = ROWS["deliverable"]._default_manager.filter(workspace=stored.key).get().ident
    child = ROWS["step"]._default_manager.filter(workspace=stored.key).get().ident

    assert refused(
        lambda: Link.objects.create(
            workspace=stored.key,
            parent=parent,
            parent_type="deliverable",
            field="effects",
            position=0,
            child=child,
            child_type="step",
        )
    )


@pytest.mark.parametrize(
    "change",
    [
        {"state": "unheard-of"},
        {"sensitivity": 3},
        {"owner": None, "shared": False},
        {"sensitivity": 2},
        {"name_nb": "", "name_en": "x"},
        {"name_nb": None, "name_nn": None, "name_en": None, "name_se": None},
        {"duration": 0},
    ],
)
def test_database_refuses_what_the_domain_refuses(stored: Workspace, change: dict[str, Any]) -> None:
    assert refused(lambda: ROWS["deliverable"]._default_manager.filter(workspace=stored.key).update(**change))


def test_database_refuses_an_id_used_before(stored: Workspace) -> None:
    used = Identity.objects.filter(workspace=stored.key).values_list("ident", flat=True)[0]

    assert refused(lambda: Identity.objects.create(workspace=stored.key, ident=used, type="need"))
