"""The rows of stored collaborations: one table for each type, made from the domain's own description.

Beside the types stand `Identity` (which ids a workspace has used, never reused), `Link` (every list of
references, in chosen order), and one table for each list of parts. Every reference is held by the database,
together with its workspace.
"""

import uuid
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from sammenheng.domain import Collaboration, Field, ObjectType, collections, describe
from sammenheng.domain.describe import PartsKind
from sammenheng.domain.kinds import RefsKind
from sammenheng_web.organisations.models import KEY_LENGTH, Workspace
from sammenheng_web.organisations.reference import Reference

from .columns import ID_LENGTH, checks, columns, targets

HEAD = describe(Collaboration)
TYPES: dict[str, ObjectType] = {kind.key: kind for kind in collections().values()}
TABLE = "collaborations_{}"


def _in_workspace(table: str) -> Reference:
    """Every row stands in a workspace. Not a Django relation: a hundred of those make migrations crawl."""
    return Reference(
        name=f"{table}_workspace_ref", columns=("workspace",), table=Workspace._meta.db_table, targets=("key",)
    )


class Identity(models.Model):
    """An id that a workspace has used, with the type it was used for. It stays when the object is gone."""

    workspace = models.CharField(max_length=KEY_LENGTH)
    ident = models.CharField(max_length=ID_LENGTH)
    type = models.CharField(max_length=40)

    class Meta:
        constraints = [
            _in_workspace("identity"),
            models.UniqueConstraint(name="identity_once", fields=["workspace", "ident"]),
            models.UniqueConstraint(name="identity_of_one_type", fields=["workspace", "ident", "type"]),
        ]

    def __str__(self) -> str:
        return f"{self.workspace}/{self.ident}"


def _ident_reference(table: str, column: str, type_column: str) -> Reference:
    return Reference(
        name=f"{table}_{column}_ref"[:60],
        columns=("workspace", column, type_column),
        table=TABLE.format("identity"),
        targets=("workspace", "ident", "type"),
    )


def list_fields() -> Iterator[tuple[ObjectType, Field]]:
    """Every list of references, with the type that has it."""
    for kind in (HEAD, *TYPES.values()):
        for field in kind.fields:
            if isinstance(field.kind, RefsKind):
                yield kind, field


def _allowed_links() -> Q:
    """Which types a list of references may hold, by the type and field that has it."""
    allowed = Q(field="sources", child_type="source")
    for kind, field in list_fields():
        if field.name == "sources":
            continue
        types = [target.key for target in TYPES.values() if target.name in field.kind.targets]  # type: ignore[attr-defined]
        allowed |= Q(parent_type=kind.key, field=field.name, **({"child_type__in": types} if types else {}))
    return allowed


def _exclusive_links() -> Q:
    fields = sorted({field.name for _, field in list_fields() if field.kind.exclusive})  # type: ignore[attr-defined]
    parents = sorted({kind.key for kind, field in list_fields() if field.kind.exclusive})  # type: ignore[attr-defined]
    return Q(field__in=fields, parent_type__in=parents)


class Link(models.Model):
    """One place in a list of references: which parent, which field, which position, which child."""

    workspace = models.CharField(max_length=KEY_LENGTH)
    parent = models.CharField(max_length=ID_LENGTH)
    parent_type = models.CharField(max_length=40)
    field = models.CharField(max_length=60)
    position = models.PositiveIntegerField()
    child = models.CharField(max_length=ID_LENGTH)
    child_type = models.CharField(max_length=40)

    class Meta:
        constraints = [
            _ident_reference("link", "parent", "parent_type"),
            _ident_reference("link", "child", "child_type"),
            models.UniqueConstraint(
                name="link_one_at_each_position", fields=["workspace", "parent", "field", "position"]
            ),
            models.UniqueConstraint(name="link_named_once", fields=["workspace", "parent", "field", "child"]),
            models.UniqueConstraint(
                name="link_one_parent", fields=["workspace", "field", "child"], condition=_exclusive_links()
            ),
            models.CheckConstraint(name="link_of_allowed_types", condition=_allowed_links()),
        ]

    def __str__(self) -> str:
        return f"{self.workspace}/{self.parent}.{self.field}[{self.position}]"


def _field_constraints(table: str, fields: tuple[Field, ...]) -> Iterator[models.BaseConstraint]:
    for field in fields:
        for number, condition in enumerate(checks(field)):
            yield models.CheckConstraint(name=f"{table}_{field.name}_{number}", condition=condition)
        for target in targets(field):
            if target.type_column:
                yield _ident_reference(table, target.column, target.type_column)
            else:
                yield Reference(
                    name=f"{table}_{target.column}_ref",
                    columns=("workspace", target.column),
                    table=TABLE.format(target.types[0].replace("-", "_")),
                    targets=("workspace", "ident"),
                )


def _model(
    name: str, table: str, body: dict[str, Any], constraints: list[models.BaseConstraint], **placed: Any
) -> type[models.Model]:
    meta = type("Meta", (), {"db_table": TABLE.format(table), "constraints": constraints} | placed)
    return type(name, (models.Model,), {"__module__": __name__, "Meta": meta} | body)


def _stored_columns(kind: ObjectType) -> dict[str, models.Field]:
    return {name: column for field in kind.fields if field.name != "id" for name, column in columns(field).items()}


def _object_model(kind: ObjectType, **placed: Any) -> type[models.Model]:
    """The table of a type; `placed` puts it in another app or registry, for tests."""
    table = kind.key.replace("-", "_")
    body: dict[str, Any] = {
        "__doc__": kind.python.__doc__,
        "row": models.BigAutoField(primary_key=True),
        "workspace": models.CharField(max_length=KEY_LENGTH),
        "ident": models.CharField(max_length=ID_LENGTH),
        "version": models.PositiveIntegerField(default=1),
    }
    constraints: list[models.BaseConstraint] = [
        models.UniqueConstraint(name=f"{table}_once", fields=["workspace", "ident"]),
        Reference(
            name=f"{table}_ident_ref",
            columns=("workspace", "ident"),
            table=TABLE.format("identity"),
            targets=("workspace", "ident"),
        ),
        *_field_constraints(table, tuple(field for field in kind.fields if field.name != "id")),
    ]
    if kind is HEAD:
        constraints.append(models.UniqueConstraint(name="collaboration_one_head", fields=["workspace"]))
    else:
        felles = Q(owner__isnull=True)
        constraints += [
            models.CheckConstraint(name=f"{table}_felles_is_shared", condition=~felles | Q(shared=True)),
            models.CheckConstraint(
                name=f"{table}_secret_is_own", condition=~Q(sensitivity=2) | (~felles & Q(shared=False))
            ),
        ]
    return _model(f"{kind.name}Row", table, body | _stored_columns(kind), constraints, **placed)


def _part_model(kind: ObjectType, field: Field) -> type[models.Model]:
    part = describe(field.kind.part)  # type: ignore[attr-defined]
    table = f"{kind.key.replace('-', '_')}_{field.name}"
    body: dict[str, Any] = {
        "__doc__": part.python.__doc__,
        "row": models.BigAutoField(primary_key=True),
        "workspace": models.CharField(max_length=KEY_LENGTH),
        "parent": models.CharField(max_length=ID_LENGTH),
        "position": models.PositiveIntegerField(),
    }
    constraints: list[models.BaseConstraint] = [
        models.UniqueConstraint(name=f"{table}_one_at_each_position", fields=["workspace", "parent", "position"]),
        Reference(
            name=f"{table}_parent_ref",
            columns=("workspace", "parent"),
            table=TABLE.format(kind.key.replace("-", "_")),
            targets=("workspace", "ident"),
        ),
        *_field_constraints(table, part.fields),
    ]
    return _model(
        f"{kind.name}{field.name.title().replace('_', '')}Part", table, body | _stored_columns(part), constraints
    )


ROWS: dict[str, type[models.Model]] = {kind.key: _object_model(kind) for kind in (HEAD, *TYPES.values())}
"""The table of each type, by the type's key; the collaboration's own fields under `collaboration`."""

PARTS: dict[tuple[str, str], type[models.Model]] = {
    (kind.key, field.name): _part_model(kind, field)
    for kind in TYPES.values()
    for field in kind.fields
    if isinstance(field.kind, PartsKind)
}
"""The table of each list of parts, by type and field."""


class Upload(models.Model):
    """A file somebody has sent and not yet decided on: checked, in canonical form, kept for a day.

    Its id is random, so that it does not tell how many files others have sent.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    file_name = models.CharField(max_length=200)
    content = models.BinaryField()
    received_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.file_name
