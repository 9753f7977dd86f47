"""The kinds of field: how each is read from a file, checked, written, and described as JSON Schema.

A kind knows one form of content. Everything else that differs by kind (columns, form fields) is looked up
from the kind by the layer that needs it.
"""

from __future__ import annotations

import datetime
import difflib
import math
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, TypeVar

from stdnum.no import orgnr

from .faults import MOST_FAULTS, CannotBeTrueError, Fault
from .values import FELLES, LANGUAGES, Code, Id, Period, Quantity, Text, Unit

SHORT, LONG = 300, 20_000
LARGEST = 1e15
MOST_ITEMS = 10_000
ID_PATTERN = "[a-z][a-z0-9-]{1,63}"
_ID = re.compile(ID_PATTERN)
_URL = re.compile(r"https?://[^\s<>\"]+")
_CONTROL = r"\u0000-\u0008\u000b-\u001f\u007f"
TEXT_PATTERN = rf"^[^{_CONTROL}]*[^\s{_CONTROL}][^{_CONTROL}]*$"
ADDRESS_PATTERN = r"^https?://[^\s<>\u0000-\u0020\"]+$"
DATE_PATTERN = "^(1[89][0-9]{2}|2[01][0-9]{2}|2200)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")

T = TypeVar("T")
Json = Any
"""A parsed JSON value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One form of content. `read` turns JSON into a value, `check` tells what is wrong with a value."""

    def read(self, raw: Json) -> Any:
        """The value of this JSON; raises CannotBeTrueError when its shape is wrong."""
        raise NotImplementedError

    def write(self, value: Any) -> Json:
        """The JSON of this value, in canonical form."""
        raise NotImplementedError

    def check(self, value: Any) -> Iterator[Fault]:
        """Everything that is wrong with a value of the right type."""
        raise NotImplementedError

    def references(self, value: Any) -> Iterator[tuple[tuple[str | int, ...], Id, tuple[str, ...]]]:
        """Where the value refers to other objects: place inside the value, id, and the types it may be."""
        return iter(())

    def without(self, value: Any, gone: frozenset[Id]) -> Any:
        """The value with references to `gone` left out; `None` when nothing of it is left."""
        return value

    def schema(self) -> dict[str, Json]:
        """JSON Schema (2020-12) of the written form."""
        raise NotImplementedError


def refuse(code: str, **params: str | int | float) -> CannotBeTrueError:
    """One problem right here, ready to raise."""
    return CannotBeTrueError([Fault(code, (), params)])


def json_type(raw: Json) -> str:
    """The name JSON has for this value's type."""
    if raw is None:
        return "null"
    names = ((bool, "true/false"), (int | float, "number"), (str, "text"), (list, "array"), (dict, "object"))
    return next((name for python, name in names if isinstance(raw, python)), type(raw).__name__)


def expect(raw: Json, wanted: type, name: str) -> Any:
    """`raw` when it is of the wanted JSON type; else a refusal that says which type was found."""
    if raw is None:
        raise refuse("null")
    if not isinstance(raw, wanted) or (isinstance(raw, bool) and wanted is not bool):
        raise refuse("wrong-type", expected=name, found=json_type(raw))
    return raw


def _check_characters(value: str, limit: int) -> Iterator[Fault]:
    if not value.strip():
        yield Fault("empty-text")
    if len(value) > limit:
        yield Fault("too-long", (), {"limit": limit, "length": len(value)})
    if _FORBIDDEN.search(value):
        yield Fault("control-character")
    elif not unicodedata.is_normalized("NFC", value):
        yield Fault("not-normalised")


def _clean(raw: Json) -> str:
    text: str = expect(raw, str, "text")
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n"))


@dataclass(frozen=True, slots=True, kw_only=True)
class TextKind(Kind):
    """A text in one or more languages, each translation a field of its own when changes are merged."""

    long: bool = False

    @property
    def limit(self) -> int:
        """Most characters in one language."""
        return LONG if self.long else SHORT

    def read(self, raw: Json) -> Text:
        found: dict[str, str] = {}
        faults: list[Fault] = []
        for language, value in islice(expect(raw, dict, "object").items(), MOST_FAULTS):
            if language not in LANGUAGES:
                faults.append(Fault("unknown-language", (language[:80],), {"allowed": ", ".join(LANGUAGES)}))
                continue
            try:
                found[language] = _clean(value)
            except CannotBeTrueError as error:
                faults.extend(p.under(language) for p in error.faults)
        faults.extend(repeated_members(raw))
        if faults:
            raise CannotBeTrueError(faults)
        return Text(**found)

    def write(self, value: Text) -> Json:
        return dict(value.items())

    def check(self, value: Text) -> Iterator[Fault]:
        languages = dict(value.items())
        if not languages:
            yield Fault("no-language")
        for language, text in languages.items():
            yield from (p.under(language) for p in _check_characters(text, self.limit))

    def schema(self) -> dict[str, Json]:
        return {"$ref": "#/$defs/LongText" if self.long else "#/$defs/ShortText"}


@dataclass(frozen=True, slots=True, kw_only=True)
class StringKind(Kind):
    """A text without language: a number, an address, a reference outside."""

    limit: int = SHORT
    form: str = "plain"

    def read(self, raw: Json) -> str:
        return _clean(raw)

    def write(self, value: str) -> Json:
        return value

    def check(self, value: str) -> Iterator[Fault]:
        yield from _check_characters(value, self.limit)
        if self.form == "organisation-number" and not (value.isdigit() and orgnr.is_valid(value)):
            yield Fault("bad-organisation-number", (), {"value": value[:20]})
        if self.form == "url" and not _URL.fullmatch(value):
            yield Fault("bad-address", (), {"value": value[:80]})
        if self.form == "hash" and not re.fullmatch("[0-9a-f]{64}", value):
            yield Fault("bad-hash")

    def schema(self) -> dict[str, Json]:
        patterns = {"organisation-number": "^[0-9]{9}$", "url": ADDRESS_PATTERN, "hash": "^[0-9a-f]{64}$"}
        return text_schema(self.limit) | ({"pattern": patterns[self.form]} if self.form in patterns else {})


def text_schema(limit: int) -> dict[str, Json]:
    """JSON Schema of a text in one language."""
    return {"type": "string", "minLength": 1, "maxLength": limit, "pattern": TEXT_PATTERN}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceKind(Kind):
    """One of a few codes."""

    codes: type[Code]

    def read(self, raw: Json) -> Code:
        value = expect(raw, str, "text")
        for code in self.codes:
            if code.value == value:
                return code
        raise refuse("unknown-choice", value=value[:40], allowed=", ".join(self.codes))

    def write(self, value: Code) -> Json:
        return value.value

    def check(self, value: Code) -> Iterator[Fault]:
        if not isinstance(value, self.codes):
            yield Fault("unknown-choice", (), {"value": str(value)[:40], "allowed": ", ".join(self.codes)})

    def schema(self) -> dict[str, Json]:
        return {"enum": [code.value for code in self.codes]}


@dataclass(frozen=True, slots=True, kw_only=True)
class BooleanKind(Kind):
    """True or false; unknown is absent."""

    def read(self, raw: Json) -> bool:
        value: bool = expect(raw, bool, "true/false")
        return value

    def write(self, value: bool) -> Json:
        return value

    def check(self, value: bool) -> Iterator[Fault]:
        if not isinstance(value, bool):
            yield Fault("wrong-type", (), {"expected": "true/false", "found": json_type(value)})

    def schema(self) -> dict[str, Json]:
        return {"type": "boolean"}


def canonical_number(value: float) -> int | float:
    """The number as it is written: whole numbers without a decimal point."""
    return int(value) if float(value).is_integer() else float(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberKind(Kind):
    """A number within bounds; `whole` for counts."""

    whole: bool = False
    least: float = -LARGEST
    most: float = LARGEST

    def read(self, raw: Json) -> float:
        value = expect(raw, (int, float), "number")  # type: ignore[arg-type]
        if not -LARGEST <= value <= LARGEST:  # also refuses not-a-number and integers too large for a float
            raise refuse("out-of-range", least=self.least, most=self.most)
        return canonical_number(value)

    def write(self, value: float) -> Json:
        return canonical_number(value)

    def check(self, value: float) -> Iterator[Fault]:
        if not math.isfinite(value) or not self.least <= value <= self.most:
            yield Fault("out-of-range", (), {"least": self.least, "most": self.most})
        elif self.whole and not float(value).is_integer():
            yield Fault("not-whole")
        elif round(value, 6) != value:
            yield Fault("too-precise", (), {"digits": 6})

    def schema(self) -> dict[str, Json]:
        bounds = {"minimum": canonical_number(self.least), "maximum": canonical_number(self.most)}
        return {"type": "integer" if self.whole else "number", **bounds}


@dataclass(frozen=True, slots=True, kw_only=True)
class DateKind(Kind):
    """A day in the calendar."""

    def read(self, raw: Json) -> datetime.date:
        value = expect(raw, str, "text")
        try:
            if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
                raise ValueError
            return datetime.date.fromisoformat(value)
        except ValueError:
            raise refuse("bad-date", value=value[:40]) from None

    def write(self, value: datetime.date) -> Json:
        return value.isoformat()

    def check(self, value: datetime.date) -> Iterator[Fault]:
        if type(value) is not datetime.date or not 1800 <= value.year <= 2200:
            yield Fault("bad-date", (), {"value": str(value)[:40]})

    def schema(self) -> dict[str, Json]:
        return {"type": "string", "format": "date", "pattern": DATE_PATTERN}


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodKind(Kind):
    """A year or a quarter."""

    def read(self, raw: Json) -> Period:
        value = expect(raw, str, "text")
        try:
            return Period.parse(value)
        except ValueError:
            raise refuse("bad-period", value=value[:40]) from None

    def write(self, value: Period) -> Json:
        return str(value)

    def check(self, value: Period) -> Iterator[Fault]:
        if not 1000 <= value.year <= 2999 or value.quarter not in (None, 1, 2, 3, 4):
            yield Fault("bad-period", (), {"value": str(value)[:40]})

    def schema(self) -> dict[str, Json]:
        return {"type": "string", "pattern": "^[12][0-9]{3}(Q[1-4])?$"}


@dataclass(frozen=True, slots=True, kw_only=True)
class IdKind(Kind):
    """The object's own name in the collaboration."""

    def read(self, raw: Json) -> Id:
        value = expect(raw, str, "text")
        if not _ID.fullmatch(value):
            raise refuse("bad-id", value=value[:70])
        return Id(value)

    def write(self, value: Id) -> Json:
        return value

    def check(self, value: Id) -> Iterator[Fault]:
        if not _ID.fullmatch(value):
            yield Fault("bad-id", (), {"value": value[:70]})

    def schema(self) -> dict[str, Json]:
        return {"$ref": "#/$defs/Id"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RefKind(IdKind):
    """A reference to one other object; no `targets` means an object of any type."""

    targets: tuple[str, ...] = ()
    acyclic: bool = False
    or_felles: bool = False

    def references(self, value: Id) -> Iterator[tuple[tuple[str | int, ...], Id, tuple[str, ...]]]:
        if not (self.or_felles and value == FELLES):  # an owner that is all together, not an object
            yield (), value, self.targets

    def without(self, value: Id, gone: frozenset[Id]) -> Id | None:
        return None if value in gone else value


@dataclass(frozen=True, slots=True, kw_only=True)
class RefsKind(RefKind):
    """References in the order a user chose. `exclusive`: an object stands in at most one such list."""

    exclusive: bool = False

    def read(self, raw: Json) -> tuple[Id, ...]:  # type: ignore[override]
        return tuple(read_each(raw, lambda item: IdKind.read(self, item)))

    def write(self, value: tuple[Id, ...]) -> Json:  # type: ignore[override]
        return list(value)

    def check(self, value: tuple[Id, ...]) -> Iterator[Fault]:  # type: ignore[override]
        seen: set[Id] = set()
        for position, item in enumerate(value):
            yield from (p.under(position) for p in IdKind.check(self, item))
            if item in seen:
                yield Fault("named-twice", (position,), {"id": item})
            seen.add(item)

    def references(  # type: ignore[override]
        self, value: tuple[Id, ...]
    ) -> Iterator[tuple[tuple[str | int, ...], Id, tuple[str, ...]]]:
        for position, item in enumerate(value):
            yield (position,), item, self.targets

    def without(self, value: tuple[Id, ...], gone: frozenset[Id]) -> tuple[Id, ...]:  # type: ignore[override]
        return tuple(item for item in value if item not in gone)

    def schema(self) -> dict[str, Json]:
        return {
            "type": "array",
            "items": {"$ref": "#/$defs/Id"},
            "maxItems": MOST_ITEMS,
            "uniqueItems": True,
        }


def read_each(raw: Json, read: Callable[[Json], T], *, most: int = MOST_ITEMS) -> Iterator[T]:
    """Every item of a JSON array, read one by one; raises with the faults of all items when any is wrong."""
    items = expect(raw, list, "array")
    if len(items) > most:
        raise refuse("too-many", most=most, found=len(items))
    faults: list[Fault] = []
    for position, item in enumerate(items):
        try:
            yield read(item)
        except CannotBeTrueError as error:
            faults.extend(p.under(position) for p in error.faults)
        if len(faults) >= MOST_FAULTS:
            break
    if faults:
        raise CannotBeTrueError(faults)


AMOUNTS = ("low", "likely", "high")
PRICE_YEAR = NumberKind(whole=True, least=1900, most=2200)
QUANTITY_MEMBERS = ("low", "likely", "high", "unit", "price_year", "source", "illustrative")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityKind(Kind):
    """An estimated amount; `units` tells what it may count, `least` the smallest amount that can be true."""

    units: tuple[Unit, ...] = ()
    least: float = -LARGEST

    def read(self, raw: Json) -> Quantity:
        items = expect(raw, dict, "object")
        kinds: dict[str, Kind] = {
            "low": NumberKind(),
            "likely": NumberKind(),
            "high": NumberKind(),
            "unit": ChoiceKind(codes=Unit),
            "price_year": PRICE_YEAR,
            "source": IdKind(),
            "illustrative": BooleanKind(),
        }
        return Quantity(**read_members(items, kinds, required=("likely", "unit")))

    def write(self, value: Quantity) -> Json:
        written: dict[str, Json] = {}
        for name in QUANTITY_MEMBERS:
            member = getattr(value, name)
            if member is None or member is False:
                continue
            written[name] = canonical_number(member) if name in AMOUNTS else member
        written["unit"] = value.unit.value
        return written

    def check(self, value: Quantity) -> Iterator[Fault]:
        for name in AMOUNTS:
            amount = getattr(value, name)
            if amount is not None:
                whole = value.unit is Unit.NOK
                yield from (p.under(name) for p in NumberKind(whole=whole, least=self.least).check(amount))
        if value.low is not None and value.low > value.likely:
            yield Fault("low-above-likely", ("low",), {"low": value.low, "likely": value.likely})
        if value.high is not None and value.high < value.likely:
            yield Fault("high-below-likely", ("high",), {"high": value.high, "likely": value.likely})
        if self.units and value.unit not in self.units:
            allowed = ", ".join(unit.value for unit in self.units)
            yield Fault("unknown-choice", ("unit",), {"value": value.unit.value, "allowed": allowed})
        if value.price_year is not None:
            yield from (p.under("price_year") for p in PRICE_YEAR.check(value.price_year))
        elif value.unit is Unit.NOK:
            yield Fault("no-price-year", ("price_year",))

    def references(self, value: Quantity) -> Iterator[tuple[tuple[str | int, ...], Id, tuple[str, ...]]]:
        if value.source is not None:
            yield ("source",), value.source, ("Source",)

    def without(self, value: Quantity, gone: frozenset[Id]) -> Quantity:
        return replace(value, source=None) if value.source in gone else value

    def schema(self) -> dict[str, Json]:
        members: dict[str, Json] = {}
        if self.units:
            members["unit"] = {"enum": [unit.value for unit in self.units]}
        if self.least > -LARGEST:
            members |= {name: {"minimum": canonical_number(self.least)} for name in AMOUNTS}
        return {"$ref": "#/$defs/Quantity"} | ({"properties": members} if members else {})


def read_members(items: dict[str, Json], kinds: dict[str, Kind], *, required: tuple[str, ...]) -> dict[str, Any]:
    """Every member of a JSON object read by its kind; collects unknown, missing and wrong members."""
    values: dict[str, Any] = {}
    faults: list[Fault] = []
    for name, raw in items.items():
        if len(faults) >= MOST_FAULTS:
            break
        if name not in kinds:
            faults.append(unknown_member(name, tuple(kinds)))
            continue
        try:
            values[name] = kinds[name].read(raw)
        except CannotBeTrueError as error:
            faults.extend(p.under(name) for p in error.faults)
    faults.extend(Fault("missing", (name,)) for name in required if name not in items)
    faults.extend(repeated_members(items))
    if faults:
        raise CannotBeTrueError(faults)
    return values


def repeated_members(items: Json) -> Iterator[Fault]:
    """Names that stand more than once in a JSON object; a file's objects remember them."""
    return (Fault("duplicate-key", (name[:80],)) for name in getattr(items, "repeated", ()))


def unknown_member(name: str, known: tuple[str, ...]) -> Fault:
    """A member nobody knows, with the nearest known name when there is one."""
    near = difflib.get_close_matches(name, known, n=1)
    if near:
        return Fault("unknown-field-near", (name[:80],), {"near": near[0]})
    return Fault("unknown-field", (name[:80],))
