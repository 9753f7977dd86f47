"""A foreign key over several columns, so that the database itself refuses references between workspaces."""

from typing import Any

from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


class Reference(models.BaseConstraint):
    """These columns name a row of another table, checked when the transaction ends.

    A column that is NULL names nothing. The named columns must be unique together in the other table.
    """

    def __init__(self, *, name: str, columns: tuple[str, ...], table: str, targets: tuple[str, ...]) -> None:
        self.columns, self.table, self.targets = tuple(columns), table, tuple(targets)
        super().__init__(name=name)

    def constraint_sql(self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor) -> str | None:
        """The clause inside CREATE TABLE; on PostgreSQL it waits until every table exists."""
        if schema_editor.connection.vendor == "postgresql":
            return self.create_sql(model, schema_editor)
        return self._clause(schema_editor)

    def create_sql(self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor) -> None:
        """Add the constraint when all statements of the migration have run."""
        table = schema_editor.quote_name(model._meta.db_table)
        schema_editor.deferred_sql.append(f"ALTER TABLE {table} ADD {self._clause(schema_editor)}")

    def remove_sql(self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor) -> str:
        """Drop the constraint."""
        quote = schema_editor.quote_name
        return f"ALTER TABLE {quote(model._meta.db_table)} DROP CONSTRAINT {quote(self.name)}"

    def _clause(self, schema_editor: BaseDatabaseSchemaEditor) -> str:
        quote = schema_editor.quote_name
        here, there = (", ".join(quote(name) for name in names) for names in (self.columns, self.targets))
        return (
            f"CONSTRAINT {quote(self.name)} FOREIGN KEY ({here}) REFERENCES {quote(self.table)} ({there}) "
            "DEFERRABLE INITIALLY DEFERRED"
        )

    def validate(self, model: Any, instance: Any, exclude: Any = None, using: str = "default") -> None:
        """Left to the database: only it sees every row at the end of the transaction."""

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """How a migration writes the constraint down."""
        path, _, kwargs = super().deconstruct()
        return path, (), kwargs | {"columns": self.columns, "table": self.table, "targets": self.targets}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reference) and self.deconstruct() == other.deconstruct()

    __hash__ = models.BaseConstraint.__hash__
