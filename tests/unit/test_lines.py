"""The line in a file where something stands."""

import json

import pytest

from sammenheng.domain.faults import Place
from sammenheng.domain.lines import line_of

FILE = """{
  "id": "a1",
  "needs": [
    {"id": "n1"},
    {
      "id": "n2",
      "user_groups": [
        "g1",
        "g2"
      ]
    }
  ],
  "id": "a2"
}
"""


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ((), 1),
        (("needs",), 3),
        (("needs", 0, "id"), 4),
        (("needs", 1), 5),
        (("needs", 1, "user_groups", 1), 9),
        (("needs", 1, "name"), 5),
        (("needs", 7), 3),
        (("id", "inside"), 13),
        (("id",), 13),
    ],
    ids=str,
)
def test_place_stands_in_its_line_and_what_is_missing_in_that_of_its_container(place: Place, line: int) -> None:
    found = line_of(FILE, place)

    assert found == line


def test_text_that_is_not_json_has_no_lines() -> None:
    assert line_of('{"needs": [', ("needs", 0)) is None


def test_numbers_of_any_length_are_passed_over() -> None:
    text = json.dumps({"a": [0], "b": 1}, indent=1).replace("0", "9" * 10_000)

    assert line_of(text, ("b",)) == 5
