"""The glossary says what the words of the domain are, and all of them."""

import tomllib

import pytest
from tests.support.repository import ROOT

import glossary_page
from sammenheng.domain import ObjectType, object_types
from sammenheng.texts import Texts, labels

TOLD = tomllib.loads(glossary_page.TOLD.read_text("utf-8"))


def test_page_is_made_from_the_description_as_it_is() -> None:
    page = ROOT / "docs" / "reference" / "glossary.md"

    assert page.read_text("utf-8") == glossary_page.page(), "Make it anew: python tools/glossary_page.py"


@pytest.mark.parametrize("kind", list(labels.described()), ids=lambda kind: kind.name)
def test_every_class_of_the_domain_stands_there_with_its_words_in_three_languages(kind: ObjectType) -> None:
    rows = [line for line in glossary_page.page().splitlines() if line.startswith(f"| `{kind.name}` |")]

    assert len(rows) == 1
    for language in ("nb", "nn", "en"):
        assert f"**{labels.type_label(Texts(language), kind).lower()}**" in rows[0]
    assert kind.definition in rows[0]


def test_what_is_told_beside_the_description_is_about_words_there_are() -> None:
    assert set(TOLD) - {"Collaboration"} == set(object_types())


def test_no_word_that_is_not_to_be_used_names_the_same_idea() -> None:
    for name, told in TOLD.items():
        kind = next(kind for kind in labels.described() if kind.name == name)
        for language in ("nb", "nn", "en"):
            texts = Texts(language)
            used = {labels.type_label(texts, kind).lower(), labels.types_label(texts, kind).lower()}
            assert not used & set(told["not"]), name
