"""JSON Schema (2020-12) of the file and of each type, derived from the description.

A schema describes the shape. What holds between fields and between objects (references, circles, who may see
what) is told only by reading the file.
"""

from __future__ import annotations

from typing import Final

from .collaboration import Collaboration, collections, object_types
from .describe import ObjectType, PartsKind, describe
from .file import MOST_OBJECTS
from .kinds import AMOUNTS, ID_PATTERN, LONG, PRICE_YEAR, SHORT, Json, NumberKind, text_schema
from .values import LANGUAGES, Unit
from .versions import FORMAT, FORMAT_VERSION

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
DEFINITIONS: Final = "#/$defs/"
COMPONENTS: Final = "#/components/schemas/"
Schema = dict[str, Json]


def file_schema() -> Schema:
    """The whole file, as the current version of the format has it."""
    head = type_schema(describe(Collaboration))
    held = {name: PartsKind(part=kind.python, most=MOST_OBJECTS).schema() for name, kind in collections().items()}
    format_members = {"format": {"const": FORMAT}, "format_version": {"const": FORMAT_VERSION}}
    return {
        "$schema": DIALECT,
        **head,
        "required": [*format_members, *head["required"]],
        "properties": {**format_members, **head["properties"], **held},
        "$defs": definitions(),
    }


def object_schema(type_name: str) -> Schema:
    """One object of a type, by its name in code; raises KeyError when there is no such type."""
    return {"$schema": DIALECT, **type_schema(object_types()[type_name]), "$defs": definitions()}


def components() -> Schema:
    """Every type, part and common value under its name, as OpenAPI 3.1 keeps schemas under `components`."""
    moved: Schema = _moved(definitions())
    return moved


def definitions() -> Schema:
    """Every type, part and common value under its name."""
    types = _types_and_parts()
    return {**_common(), **{name: type_schema(types[name]) for name in sorted(types)}}


def type_schema(kind: ObjectType) -> Schema:
    """The members of one described type."""
    properties = {
        field.name: {"title": field.label, **({"description": field.help} if field.help else {}), **field.kind.schema()}
        for field in kind.fields
    }
    required = [field.name for field in kind.fields if field.required]
    return {
        "title": kind.label,
        "description": kind.definition,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _common() -> Schema:
    return {
        "Id": {"type": "string", "pattern": f"^{ID_PATTERN}$"},
        "ShortText": _text(SHORT),
        "LongText": _text(LONG),
        "Quantity": _quantity(),
    }


def _text(limit: int) -> Schema:
    return {
        "description": "A text in one or more languages",
        "type": "object",
        "properties": dict.fromkeys(LANGUAGES, text_schema(limit)),
        "minProperties": 1,
        "additionalProperties": False,
    }


def _quantity() -> Schema:
    number = NumberKind().schema()
    return {
        "description": "An estimated amount. Money is whole kroner of a price year",
        "type": "object",
        "properties": {
            **dict.fromkeys(AMOUNTS, number),
            "unit": {"enum": [unit.value for unit in Unit]},
            "price_year": PRICE_YEAR.schema(),
            "source": {"$ref": f"{DEFINITIONS}Id"},
            "illustrative": {"type": "boolean"},
        },
        "required": ["likely", "unit"],
        "additionalProperties": False,
        "if": {"properties": {"unit": {"const": Unit.NOK.value}}},
        "then": {"properties": {name: {"type": "integer"} for name in AMOUNTS}, "required": ["price_year"]},
    }


def _types_and_parts() -> dict[str, ObjectType]:
    """Every object type, and every part that lives inside one, by name."""
    found: dict[str, ObjectType] = {}
    waiting = list(object_types().values())
    while waiting:
        kind = waiting.pop()
        if kind.name not in found:
            found[kind.name] = kind
            waiting.extend(describe(f.kind.part) for f in kind.fields if isinstance(f.kind, PartsKind))
    return found


def _moved(schema: Json) -> Json:
    """The same schema with its references pointing to where OpenAPI keeps them."""
    if isinstance(schema, dict):
        return {name: _moved(value) for name, value in schema.items()}
    if isinstance(schema, list):
        return [_moved(item) for item in schema]
    if isinstance(schema, str) and schema.startswith(DEFINITIONS):
        return COMPONENTS + schema.removeprefix(DEFINITIONS)
    return schema
