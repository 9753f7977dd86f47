"""The page about the command shows what the command prints, for every verb."""

import pytest

import command_page
from sammenheng.cli import VERBS


@pytest.mark.slow
def test_answers_on_the_page_are_what_the_command_prints() -> None:
    page = command_page.PAGE.read_text("utf-8")

    assert page == command_page.page(), "Bring it up to date: python tools/command_page.py"
    assert page.count("```console") >= len(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_a_heading_and_an_answer(verb: str) -> None:
    page = command_page.PAGE.read_text("utf-8")

    assert f"\n## {verb}\n" in page, f"Tell what {verb} does in docs/reference/command.md."
    assert f"$ sammenheng {verb}" in page, f"Show an answer of {verb}; python tools/command_page.py prints it."
