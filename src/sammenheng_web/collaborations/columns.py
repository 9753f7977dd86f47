"""How each kind of field stands in columns: which columns, what must hold, value to columns and back."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Q

from sammenheng.domain import FELLES, LANGUAGES, Code, Field, Period, Quantity, Text, Unit, object_types
from sammenheng.domain.describe import PartsKind
from sammenheng.domain.kinds import (
    BooleanKind,
    ChoiceKind,
    DateKind,
    IdKind,
    Kind,
    NumberKind,
    PeriodKind,
    QuantityKind,
    RefKind,
    RefsKind,
    StringKind,
    TextKind,
    canonical_number,
)

Row = Mapping[str, Any]
ID_LENGTH = 64
NULLABLE = {"null": True, "blank": True}


@dataclass(frozen=True, slots=True)
class Target:
    """What a column refers to: one type of object, or any of several, then with the type in a column of its own."""

    column: str
    types: tuple[str, ...]

    @property
    def type_column(self) -> str | None:
        """The column with the type of what is named, where it may be of several."""
        return None if len(self.types) == 1 else f"{self.column}_type"


def columns(field: Field) -> dict[str, models.Field]:
    """The columns of a field by their name; none for what stands in a table of its own."""
    return _form(field).columns(field)


def checks(field: Field) -> Iterator[Q]:
    """What must hold in the columns of a field."""
    return _form(field).checks(field)


def targets(field: Field) -> Iterator[Target]:
    """Which columns of a field refer to other objects."""
    if isinstance(field.kind, RefKind) and not isinstance(field.kind, RefsKind):
        yield Target(field.name, tuple(object_types()[name].key for name in field.kind.targets))
    if isinstance(field.kind, QuantityKind):
        yield Target(f"{field.name}_source", ("source",))


def pack(field: Field, value: Any, type_of: Callable[[str], str]) -> dict[str, Any]:
    """The columns' content for a value; `type_of` tells the type of an object by its id."""
    packed = _form(field).pack(field, value)
    for target in targets(field):
        if target.type_column:
            named = packed[target.column]
            packed[target.type_column] = None if named is None else type_of(named)
    return packed


def unpack(field: Field, row: Row) -> Any:
    """The value in the columns of a row."""
    return _form(field).unpack(field, row)


class Form:
    """A kind of field that stands in one column."""

    def column(self, kind: Any, empty: dict[str, bool]) -> models.Field:
        """The column, which may be empty when `empty` says so."""
        raise NotImplementedError

    def columns(self, field: Field) -> dict[str, models.Field]:
        """All columns of the field."""
        return {field.name: self.column(field.kind, {} if field.always_there else NULLABLE)}

    def checks(self, field: Field) -> Iterator[Q]:
        """Conditions on the columns."""
        return iter(())

    def pack(self, field: Field, value: Any) -> dict[str, Any]:
        """Column contents of a value."""
        return {field.name: None if value is None else field.kind.write(value)}

    def unpack(self, field: Field, row: Row) -> Any:
        """Value of column contents."""
        content = row[field.name]
        return None if content is None else field.kind.read(content)


class TextForm(Form):
    """One column for each language, so that translations are changed one by one."""

    def columns(self, field: Field) -> dict[str, models.Field]:
        return {f"{field.name}_{language}": models.TextField(**NULLABLE) for language in LANGUAGES}

    def checks(self, field: Field) -> Iterator[Q]:
        names = [f"{field.name}_{language}" for language in LANGUAGES]
        never_empty = Q(*(Q(**{f"{name}__isnull": True}) | ~Q(**{name: ""}) for name in names))
        written = Q(*(Q(**{f"{name}__isnull": False}) for name in names), _connector=Q.OR)
        yield never_empty & written if field.required else never_empty

    def pack(self, field: Field, value: Text | None) -> dict[str, Any]:
        return {f"{field.name}_{language}": getattr(value, language, None) for language in LANGUAGES}

    def unpack(self, field: Field, row: Row) -> Text | None:
        found = {language: row[f"{field.name}_{language}"] for language in LANGUAGES}
        return Text(**found) if any(text is not None for text in found.values()) else None


class StringForm(Form):
    """A text without language."""

    def column(self, kind: StringKind, empty: dict[str, bool]) -> models.Field:
        return models.CharField(max_length=kind.limit, **empty)


class ChoiceForm(Form):
    """A code; the database knows which codes there are."""

    def column(self, kind: ChoiceKind, empty: dict[str, bool]) -> models.Field:
        return models.CharField(max_length=40, **empty)

    def checks(self, field: Field) -> Iterator[Q]:
        kind: Any = field.kind
        yield Q(**{f"{field.name}__in": [code.value for code in kind.codes]})


class BooleanForm(Form):
    """Yes, no or unknown."""

    def column(self, kind: BooleanKind, empty: dict[str, bool]) -> models.Field:
        return models.BooleanField(**empty)


class NumberForm(Form):
    """A number within its bounds."""

    def column(self, kind: NumberKind, empty: dict[str, bool]) -> models.Field:
        return models.BigIntegerField(**empty) if kind.whole else models.FloatField(**empty)

    def checks(self, field: Field) -> Iterator[Q]:
        kind: Any = field.kind
        bounds = canonical_number(kind.least), canonical_number(kind.most)
        yield Q(**{f"{field.name}__gte": bounds[0], f"{field.name}__lte": bounds[1]})


class DateForm(Form):
    """A day."""

    def column(self, kind: DateKind, empty: dict[str, bool]) -> models.Field:
        return models.DateField(**empty)

    def pack(self, field: Field, value: Any) -> dict[str, Any]:
        return {field.name: value}

    def unpack(self, field: Field, row: Row) -> Any:
        return row[field.name]


class PeriodForm(Form):
    """A year or a quarter, as its label."""

    def column(self, kind: PeriodKind, empty: dict[str, bool]) -> models.Field:
        return models.CharField(max_length=6, **empty)

    def unpack(self, field: Field, row: Row) -> Period | None:
        return None if row[field.name] is None else Period.parse(row[field.name])


class RefForm(Form):
    """The id of another object. *Felles* as owner is an empty column: it names no organisation."""

    def column(self, kind: RefKind, empty: dict[str, bool]) -> models.Field:
        return models.CharField(max_length=ID_LENGTH, **empty)

    def columns(self, field: Field) -> dict[str, models.Field]:
        empty = {} if field.always_there and field.name != "owner" else NULLABLE
        made = {field.name: self.column(field.kind, empty)}
        types = {target.type_column for target in targets(field)} - {None}
        return made | {name: models.CharField(max_length=40, **empty) for name in types}

    def checks(self, field: Field) -> Iterator[Q]:
        for target in targets(field):
            if target.type_column and target.types:
                yield Q(**{f"{target.type_column}__in": list(target.types)})
            if target.type_column:  # a type column without an id, or the reverse, would slip past the foreign key
                yield Q(**{f"{target.column}__isnull": True, f"{target.type_column}__isnull": True}) | Q(
                    **{f"{target.column}__isnull": False, f"{target.type_column}__isnull": False}
                )

    def pack(self, field: Field, value: Any) -> dict[str, Any]:
        return {field.name: None if value == FELLES else value}

    def unpack(self, field: Field, row: Row) -> Any:
        return FELLES if field.name == "owner" and row[field.name] is None else row[field.name]


class QuantityForm(Form):
    """An estimate: seven columns."""

    def columns(self, field: Field) -> dict[str, models.Field]:
        name, empty = field.name, {} if field.always_there else NULLABLE
        return {
            f"{name}_low": models.FloatField(**NULLABLE),
            f"{name}_likely": models.FloatField(**empty),
            f"{name}_high": models.FloatField(**NULLABLE),
            f"{name}_unit": models.CharField(max_length=40, **empty),
            f"{name}_price_year": models.IntegerField(**NULLABLE),
            f"{name}_source": models.CharField(max_length=ID_LENGTH, **NULLABLE),
            f"{name}_illustrative": models.BooleanField(**empty),
        }

    def checks(self, field: Field) -> Iterator[Q]:
        name, column = field.name, models.F
        kind: Any = field.kind
        known_unit = Q(**{f"{name}_unit__in": [unit.value for unit in kind.units or Unit]})
        low = Q(**{f"{name}_low__isnull": True}) | Q(**{f"{name}_low__lte": column(f"{name}_likely")})
        high = Q(**{f"{name}_high__isnull": True}) | Q(**{f"{name}_high__gte": column(f"{name}_likely")})
        absent = Q(**{f"{name}_{member}__isnull": True for member in ("low", "likely", "high", "unit")})
        yield (known_unit & low & high) | absent

    def pack(self, field: Field, value: Quantity | None) -> dict[str, Any]:
        members = ("low", "likely", "high", "unit", "price_year", "source", "illustrative")
        packed = {f"{field.name}_{member}": getattr(value, member, None) for member in members}
        unit = packed[f"{field.name}_unit"]
        return packed | {f"{field.name}_unit": unit.value if isinstance(unit, Code) else None}

    def unpack(self, field: Field, row: Row) -> Quantity | None:
        if row[f"{field.name}_likely"] is None:
            return None
        numbers = {name: row[f"{field.name}_{name}"] for name in ("low", "likely", "high")}
        return Quantity(
            **{name: None if number is None else canonical_number(number) for name, number in numbers.items()},
            unit=Unit(row[f"{field.name}_unit"]),
            price_year=row[f"{field.name}_price_year"],
            source=row[f"{field.name}_source"],
            illustrative=row[f"{field.name}_illustrative"],
        )


class Elsewhere(Form):
    """What stands in rows of another table: lists of references and parts."""

    def columns(self, field: Field) -> dict[str, models.Field]:
        return {}

    def pack(self, field: Field, value: Any) -> dict[str, Any]:
        return {}


_FORMS: dict[type[Kind], Form] = {
    TextKind: TextForm(),
    StringKind: StringForm(),
    ChoiceKind: ChoiceForm(),
    BooleanKind: BooleanForm(),
    NumberKind: NumberForm(),
    DateKind: DateForm(),
    PeriodKind: PeriodForm(),
    IdKind: RefForm(),
    RefKind: RefForm(),
    QuantityKind: QuantityForm(),
    RefsKind: Elsewhere(),
    PartsKind: Elsewhere(),
}


def _form(field: Field) -> Form:
    return _FORMS[type(field.kind)]
