"""The tour of the smallest example is true: what it says one will see is what one sees."""

import datetime
import re

import pytest
from tests.support.examples import MINIMAL, content, example
from tests.support.repository import ROOT

from sammenheng.checks import Severity, check
from sammenheng.domain import Collaboration, FileRefusedError, read

TOUR = (ROOT / "docs/guides/first-steps.md").read_text("utf-8")
TODAY = datetime.date(2026, 11, 21)


def warnings(collaboration: Collaboration) -> list[str]:
    return [one.rule for one in check(collaboration, today=TODAY) if one.severity is Severity.WARNING]


def changed() -> str:
    """The example with the lines that the tour adds, where the tour adds them."""
    added = re.search(r'^    "disagreements": \[.*?^    \],$', TOUR, re.DOTALL | re.MULTILINE)
    assert added is not None
    original = content(MINIMAL).decode()
    assert original.count('"roles": [') == 1
    return original.replace('"roles": [', f'{added.group()}\n  "roles": [')


def test_the_tour_tells_the_findings_one_gets() -> None:
    found = check(example(MINIMAL), today=TODAY)

    assert [one for one in found if one.severity is not Severity.WARNING] == []
    assert sorted(warnings(example(MINIMAL))) == sorted(
        [
            "no-disagreement-logged",
            "public-organisation-not-at-table",
            *["leadership-not-behind"] * 2,
            "net-loser",
            "operation-not-funded",
        ]
    )


def test_the_change_in_the_tour_takes_away_the_first_finding() -> None:
    after = read(changed().encode())

    assert len(warnings(after)) == len(warnings(example(MINIMAL))) - 1
    assert "no-disagreement-logged" not in warnings(after)


def test_the_mistake_in_the_tour_is_refused_with_the_likely_cure() -> None:
    mistaken = changed().replace('"organisation": "org-nav", "view"', '"organisation": "org-navv", "view"')

    with pytest.raises(FileRefusedError) as refused:
        read(mistaken.encode())

    assert [(fault.code, fault.params["near"]) for fault in refused.value.faults] == [("dangling-near", "org-nav")]


def test_every_id_and_file_the_tour_names_exists() -> None:
    named = re.findall(r"sammenheng chain (examples/\S+) (\S+) --lang", TOUR)

    assert len(named) >= 4
    for path, id in named:
        assert id in read((ROOT / path).read_bytes()).objects
    for path in re.findall(r"`(examples/\S+?)`", TOUR):
        assert (ROOT / path).is_file()
    for path in re.findall(r"\]\((\.\./\S+?)\)", TOUR):
        assert (ROOT / "docs/guides" / path).is_file()
