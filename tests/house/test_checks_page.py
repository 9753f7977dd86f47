"""The page about the rules says what the rules say."""

from tests.support.repository import ROOT

import checks_page
from sammenheng.checks import rules


def test_the_page_is_made_from_the_rules_as_they_are() -> None:
    page = ROOT / "docs" / "reference" / "checks.md"

    assert page.read_text("utf-8") == checks_page.page(), "Make it anew: python tools/checks_page.py"


def test_every_rule_has_its_heading_and_its_source_on_the_page() -> None:
    page = checks_page.page()

    for rule in rules():
        assert f"\n## {rule.id}\n" in page
        assert rule.rests_on.title in page
