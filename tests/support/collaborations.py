"""Valid collaborations made at random from the domain's own description: every type, every field, every kind.

`collaborations()` is a Hypothesis strategy; `make` and `one_of_everything` are the plain functions behind it.
What a collaboration consists of shrinks; the content of its objects follows from a seed, because drawing every
field one by one would be some hundred times slower.
"""

import datetime
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from random import Random
from typing import Any

from hypothesis import strategies as st

from sammenheng.domain import FELLES, LANGUAGES, Collaboration, Field, Id, ObjectType, Period, Quantity, Text, Unit
from sammenheng.domain.collaboration import collections, object_types
from sammenheng.domain.describe import PartsKind, describe
from sammenheng.domain.kinds import (
    BooleanKind,
    ChoiceKind,
    DateKind,
    Kind,
    NumberKind,
    PeriodKind,
    QuantityKind,
    RefKind,
    RefsKind,
    StringKind,
    TextKind,
)

LETTERS = (
    "abcdefghijklmnopqrstuvwxyz æøåÆØÅ éòâŋšžčđŧáÁŊŠ 0123456789 .,;:!?()%&/'\"\\<>{}[]=+-@#*_|~ "
    "–—«»…§€½ àêü 漢字 עברית 👩‍👧 \u00a0\u2028\u200d"
)
NUMBERS_OF_ORGANISATIONS = ("974760673", "991825827", "889640782", "974761076", "971032081", "938708606")
ENVELOPE = frozenset({"id", "owner", "shared", "sensitivity"})
EARLIEST, LATEST = datetime.date(1800, 1, 1).toordinal(), datetime.date(2200, 12, 31).toordinal()


def collaborations(size: int = 12, *, types: Iterable[str] | None = None) -> st.SearchStrategy[Collaboration]:
    """Valid collaborations of at most about `size` objects, of these types (all types when not told)."""
    names = sorted(object_types() if types is None else types)
    return st.builds(
        make,
        st.lists(st.sampled_from(names), max_size=size),
        seed=st.integers(0, 2**32 - 1),
        fill=st.sampled_from((0.0, 0.3, 0.7, 1.0)),
    )


def make(types: Sequence[str], *, seed: int, fill: float = 0.5) -> Collaboration:
    """A collaboration with one object for each name in `types`, and those they cannot be without.

    `fill` is how likely a field that may be absent is given a value.
    """
    return _Making(Random(seed), fill).collaboration(types)


def one_of_everything(*, seed: int = 1, each: int = 3) -> Collaboration:
    """A collaboration with objects of every type and every field filled in somewhere."""
    return make(sorted(object_types()) * each, seed=seed, fill=1.0)


@cache
def _needed_types() -> dict[str, frozenset[str]]:
    """For each type, the types of which an object must exist before one of it can."""
    return {
        name: frozenset(
            target
            for described in kind.fields
            if described.required and isinstance(described.kind, RefKind)
            for target in described.kind.targets
        )
        for name, kind in object_types().items()
    }


def _with_needed(types: Sequence[str]) -> list[str]:
    wanted = list(types)
    for name in wanted:
        wanted.extend(sorted(_needed_types()[name] - set(wanted)))
    return wanted


@dataclass(frozen=True)
class _Planned:
    """An object that is going to be: everything that decides who may see it."""

    id: Id
    type: str
    owner: Id = FELLES
    shared: bool = True
    sensitivity: int = 0

    @property
    def is_open(self) -> bool:
        return self.owner == FELLES or self.shared

    def can_hang_on(self, target: "_Planned") -> bool:
        """Whether everybody who sees this may see the target."""
        if target.id == self.id:
            return True
        openly = target.is_open or (not self.is_open and target.owner == self.owner)
        return openly and target.sensitivity <= self.sensitivity


@dataclass
class _Making:
    random: Random
    fill: float
    planned: dict[str, list[_Planned]] = field(default_factory=dict)
    taken: set[str] = field(default_factory=lambda: {FELLES})
    children: set[tuple[str, Id]] = field(default_factory=set)
    whole: Id = FELLES  # until it has its own

    def collaboration(self, types: Sequence[str]) -> Collaboration:
        self.whole = self.new_id()
        # Organisations first: they own the others.
        for name in sorted(_with_needed(types), key=lambda name: name != "Organisation"):
            self.plan(name)
        held = {
            collection: tuple(self.thing(kind, planned) for planned in self.planned.get(kind.name, ()))
            for collection, kind in collections().items()
        }
        return Collaboration(id=self.whole, **self.fields(describe(Collaboration), None), **held)

    def plan(self, type_name: str) -> None:
        """Choose id and envelope. The first of each type is open, so that something always can be hung on."""
        others = self.planned.setdefault(type_name, [])
        planned = _Planned(self.new_id(), type_name)
        if others and self.happens():
            planned = self.envelope(planned)
        others.append(planned)

    def envelope(self, planned: _Planned) -> _Planned:
        shared, sensitivity = self.random.random() < 0.5, self.random.randint(0, 2)
        organisations = list(self.planned.get("Organisation", ()))
        if planned.type == "Organisation":
            organisations.append(planned)
        for owner in self.random.sample(organisations, len(organisations)):
            wish = _Planned(planned.id, planned.type, owner.id, shared and sensitivity < 2, sensitivity)
            if wish.can_hang_on(owner):
                return wish
        return _Planned(planned.id, planned.type, sensitivity=min(sensitivity, 1))

    def thing(self, kind: ObjectType, planned: _Planned) -> Any:
        told = {
            "id": planned.id,
            "owner": planned.owner,
            "shared": planned.shared,
            "sensitivity": planned.sensitivity,
        }
        return kind.python(**told | self.fields(kind, planned))

    def part(self, python: type[Any]) -> Any:
        """A part, or None when it needs an object that is not there."""
        values = self.fields(describe(python), None)
        return python(**values) if all(f.name in values for f in describe(python).fields if f.required) else None

    def fields(self, kind: ObjectType, planned: _Planned | None) -> dict[str, Any]:
        """The fields other than id and who may see it, by name; those left out are unknown."""
        values = {}
        for described in kind.fields:
            if described.name in ENVELOPE:
                continue
            if described.required or self.happens():
                value = self.value(described, planned)
                if value is not None and value != ():
                    values[described.name] = value
        return values

    def value(self, described: Field, planned: _Planned | None) -> Any:
        kind = described.kind
        match kind:
            case RefsKind():
                return self.some(kind, described, planned)
            case RefKind():
                candidates = self.candidates(kind, described, planned)
                return self.random.choice(candidates).id if candidates else None
            case PartsKind():
                made = (self.part(kind.part) for _ in range(self.count(3)))
                return tuple(part for part in made if part is not None)
            case QuantityKind():
                return self.quantity(kind)
            case _:
                return self.plain(kind)

    def plain(self, kind: Kind) -> Any:
        """A value that hangs on nothing."""
        match kind:
            case TextKind():
                return self.text(kind)
            case StringKind():
                return self.string(kind)
            case ChoiceKind():
                return self.random.choice(list(kind.codes))
            case BooleanKind():
                return self.random.random() < 0.5
            case NumberKind():
                return self.number(kind.least, kind.most, whole=kind.whole)
            case DateKind():
                return datetime.date.fromordinal(self.random.randint(EARLIEST, LATEST))
            case PeriodKind():
                return Period(self.random.randint(1000, 2999), self.random.choice((None, 1, 2, 3, 4)))
        raise TypeError(f"No way known to make a {type(kind).__name__}; tell it here.")

    def candidates(self, kind: RefKind, described: Field, planned: _Planned | None) -> list[_Planned]:
        names = kind.targets or tuple(self.planned)
        found = [target for name in names for target in self.planned.get(name, ())]
        if planned is None:
            return found
        if kind.acyclic:
            found = [target for target in found if self.comes_before(target, planned)]
        if described.required:
            found = [target for target in found if planned.can_hang_on(target)]
        return found

    def comes_before(self, target: _Planned, planned: _Planned) -> bool:
        """An order in which references that must not run in a circle may point one way only."""
        same = self.planned[planned.type]
        return target.type != planned.type or same.index(target) < same.index(planned)

    def some(self, kind: RefsKind, described: Field, planned: _Planned | None) -> tuple[Id, ...]:
        found = [target.id for target in self.candidates(kind, described, planned)]
        if not kind.targets and self.random.random() < 0.1:
            found.append(self.whole)
        if kind.exclusive:
            found = [id for id in found if (described.name, id) not in self.children]
        chosen = self.random.sample(found, min(self.count(4), len(found)))
        if kind.exclusive:
            self.children.update((described.name, id) for id in chosen)
        return tuple(chosen)

    def quantity(self, kind: QuantityKind) -> Quantity:
        unit = self.random.choice(kind.units or tuple(Unit))
        low, likely, high = sorted(self.number(max(kind.least, -1e15), 1e15, whole=unit is Unit.NOK) for _ in range(3))
        sources = self.planned.get("Source", ())
        return Quantity(
            low=low if self.happens() else None,
            likely=likely,
            high=high if self.happens() else None,
            unit=unit,
            price_year=self.random.randint(1900, 2200) if unit is Unit.NOK or self.happens() else None,
            source=self.random.choice(sources).id if sources and self.happens() else None,
            illustrative=self.random.random() < 0.5,
        )

    def number(self, least: float, most: float, *, whole: bool) -> float:
        """Bounds, small numbers and large ones, all within the bounds and at most six digits after the point."""
        near = Random.uniform(self.random, max(least, -100), min(most, 100))
        far = self.random.uniform(least, most)
        number = self.random.choice((least, most, near, near, near, far))
        if whole:
            return min(max(round(number), int(least)), int(most))
        rounded = min(max(round(number, self.random.randint(0, 6)), least), most)
        return int(rounded) if float(rounded).is_integer() else rounded

    def text(self, kind: TextKind) -> Text:
        languages = [language for language in LANGUAGES if self.random.random() < 0.5] or ["nb"]
        return Text(**{language: self.characters(kind.limit) for language in languages})

    def string(self, kind: StringKind) -> str:
        match kind.form:
            case "organisation-number":
                return self.random.choice(NUMBERS_OF_ORGANISATIONS)
            case "url":
                return f"https://www.example.no/{self.random.randrange(10**6)}?q=æ&amp;p=1#{self.random.random()}"
            case "hash":
                return f"{self.random.getrandbits(256):064x}"
            case _:
                return self.characters(kind.limit)

    def characters(self, limit: int) -> str:
        """Something that is not only space, in NFC, of at most `limit` characters; now and then exactly that."""
        most = min(limit, 30) if self.random.random() < 0.98 else limit
        length = self.random.randint(1, most) if most < limit or self.random.random() < 0.5 else most
        letters = "".join(self.random.choices(LETTERS + "\n\t", k=length - 1))
        normal = unicodedata.normalize("NFC", self.random.choice("aøŠ1=<") + letters)
        return normal[:limit]

    def happens(self) -> bool:
        return self.random.random() < self.fill

    def count(self, most: int) -> int:
        return self.random.randint(1, most)

    def new_id(self) -> Id:
        while True:
            length = self.random.choice((1, 7, 7, 7, 20, 63))
            tail = "".join(self.random.choices("abcdefghijklmnopqrstuvwxyz0123456789-", k=length))
            id = self.random.choice("abcxyz") + tail
            if id not in self.taken:
                self.taken.add(id)
                return Id(id)


def fields_filled(whole: Collaboration) -> Counter[str]:
    """How often each field of each type and part is written, by `Type.field`."""
    filled: Counter[str] = Counter()

    def count(value: Any) -> None:
        kind = describe(type(value))
        for described in kind.fields:
            content = getattr(value, described.name)
            if described.is_written(content):
                filled[f"{kind.name}.{described.name}"] += 1
                if isinstance(described.kind, PartsKind):
                    for part in content:
                        count(part)

    count(whole)
    for thing in whole.objects.values():
        count(thing)
    return filled
