"""Every reference of the domain says which way it leads along the thread."""

from collections.abc import Iterator

import pytest

from sammenheng.chain import COMMON, DIRECTIONS, Direction, direction_of
from sammenheng.domain import ObjectType, describe, object_types
from sammenheng.domain.describe import PartsKind
from sammenheng.domain.kinds import QuantityKind, RefKind


def references(kind: ObjectType, before: str = "") -> Iterator[str]:
    """The name of every field by which an object may name another."""
    for field in kind.fields:
        name = f"{before}{field.name}"
        if isinstance(field.kind, RefKind):
            yield name
        elif isinstance(field.kind, PartsKind):
            yield from references(describe(field.kind.part), f"{name}.")
        elif isinstance(field.kind, QuantityKind):
            yield f"{name}.source"


@pytest.mark.parametrize("name", sorted(object_types()))
def test_every_reference_of_a_type_is_in_the_table(name: str) -> None:
    fields = list(references(object_types()[name]))

    assert [direction_of(name, field) for field in fields]


def test_the_table_names_nothing_that_does_not_exist() -> None:
    named = {(kind, field) for kind, fields in DIRECTIONS.items() for field in fields}
    existing = {(name, field) for name, kind in object_types().items() for field in references(kind)}

    assert set(DIRECTIONS) == set(object_types())
    assert named <= existing
    assert all(field in {name for _, name in existing} for field in COMMON)


def test_the_source_of_an_amount_stands_beside_it() -> None:
    assert direction_of("Cost", "amounts.amount.source") is Direction.BESIDE


def test_a_reference_nobody_has_judged_is_refused() -> None:
    with pytest.raises(KeyError, match=r"Need\.hidden"):
        direction_of("Need", "hidden")
