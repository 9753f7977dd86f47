"""The file gives back the value it was made from, and the value the very same bytes."""

import pytest
from hypothesis import given, settings
from tests.support.collaborations import collaborations, fields_filled, make, one_of_everything

from sammenheng.domain import Collaboration, describe, object_types, read, write
from sammenheng.domain.describe import PartsKind


@pytest.mark.slow
@settings(max_examples=1_000, deadline=None, database=None)
@given(collaborations(30))
def test_generated_collaboration_comes_back_from_its_file_byte_for_byte(whole: Collaboration) -> None:
    content = write(whole)

    again = read(content)

    assert again == whole
    assert write(again) == content


@pytest.mark.slow
def test_collaboration_with_every_field_of_every_type_comes_back_from_its_file() -> None:
    whole = one_of_everything()
    assert fields_filled(whole).keys() == every_field()

    again = read(write(whole))

    assert again == whole


def test_objects_given_in_any_order_make_the_same_file() -> None:
    whole = make(["Need", "Step", "Organisation"] * 3, seed=1, fill=0.5)
    turned = {name: tuple(reversed(getattr(whole, name))) for name in ("needs", "steps", "organisations")}

    content = write(Collaboration(**{**members(whole), **turned}))

    assert content == write(whole)


def members(whole: Collaboration) -> dict[str, object]:
    return {name: getattr(whole, name) for name in whole.__dataclass_fields__}


def every_field() -> set[str]:
    """Every field of every type and part, by `Type.field`."""
    found: set[str] = set()
    waiting = [describe(Collaboration), *object_types().values()]
    while waiting:
        kind = waiting.pop()
        found.update(f"{kind.name}.{field.name}" for field in kind.fields)
        waiting.extend(describe(f.kind.part) for f in kind.fields if isinstance(f.kind, PartsKind))
    return found
