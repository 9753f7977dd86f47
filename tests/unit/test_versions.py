"""A file of an older version is read as the current version has it, one step after the other."""

from typing import Any

import pytest

from sammenheng.domain import CannotBeTrueError
from sammenheng.domain.versions import FORMAT_VERSION, STEPS, read_forward

Members = dict[str, Any]


def title_became_name(items: Members) -> Members:
    return {"name" if name == "title" else name: value for name, value in items.items()}


def name_became_text(items: Members) -> Members:
    return items | {"name": {"nb": items["name"]}}


SCRATCH = {1: title_became_name, 2: name_became_text}


def refusal(items: Members, **more: Any) -> str:
    with pytest.raises(CannotBeTrueError) as refused:
        read_forward(items, **more)
    return refused.value.faults[0].code


def test_an_older_file_takes_every_step_in_order() -> None:
    read = read_forward({"format_version": 1, "title": "Sorg"}, steps=SCRATCH, current=3)

    assert read["name"] == {"nb": "Sorg"}
    assert "title" not in read


def test_a_file_in_between_takes_only_the_steps_that_are_left() -> None:
    assert read_forward({"format_version": 2, "name": "Sorg"}, steps=SCRATCH, current=3)["name"] == {"nb": "Sorg"}


def test_a_file_of_today_is_left_as_it_is() -> None:
    items = {"format_version": 3, "name": {"nb": "Sorg"}}

    assert read_forward(items, steps=SCRATCH, current=3) == items


@pytest.mark.parametrize("version", [None, "1", True, 1.5])
def test_a_file_without_a_whole_version_is_refused(version: object) -> None:
    assert refusal({"format_version": version}, steps=SCRATCH, current=3) == "no-version"


def test_a_file_from_the_future_and_one_nobody_knows_are_refused_each_in_its_way() -> None:
    assert refusal({"format_version": 4}, steps=SCRATCH, current=3) == "newer-version"
    assert refusal({"format_version": 0}, steps=SCRATCH, current=3) == "unknown-version"


def test_every_version_before_today_has_a_step() -> None:
    assert set(STEPS) == set(range(1, FORMAT_VERSION))
