"""Words, numbers and days in the reader's language."""

import datetime

import pytest
from tests.support.collaborations import make

from sammenheng.chain import Link
from sammenheng.checks import rules
from sammenheng.domain import Collaboration, Id, Period, Quantity, Text, Unit, describe, object_types
from sammenheng.domain.words import Finding, Touchpoint
from sammenheng.domain.words.services import Severity
from sammenheng.texts import Texts, formats, labels
from sammenheng.texts.links import LABELS
from sammenheng.texts.rules import RULES

NB, NN, EN, SE = (Texts(language) for language in ("nb", "nn", "en", "se"))
NBSP = "\u00a0"


def test_language_nobody_prepared_is_refused() -> None:
    with pytest.raises(ValueError, match="only in nb, nn, en, se"):
        Texts("de")


def test_placeholders_are_filled_by_name() -> None:
    assert NB.gettext("line {line}: {path}", path="$.needs", line=4) == "linje 4: $.needs"


def test_text_without_parameters_may_have_braces_in_what_people_wrote() -> None:
    assert EN.gettext("{source} – {guidance}", source="{x}", guidance="{}") == "{x} – {}"


def test_number_decides_between_one_and_many_and_is_written_as_people_read_it() -> None:
    told = [NB.ngettext("{count} warning", "{count} warnings", count) for count in (0, 1, 2, 12_345)]

    assert told == ["0 advarsler", "1 advarsel", "2 advarsler", f"12{NBSP}345 advarsler"]


def test_northern_sami_reads_bokmål_until_it_has_texts_but_has_its_own_days() -> None:
    assert SE.gettext("Errors") == "Feil"
    assert formats.date(SE, datetime.date(2027, 1, 1)) == "2027 ođđajagemánnu 1"


@pytest.mark.parametrize(
    ("texts", "written"),
    [(NB, f"1{NBSP}234,5"), (NN, f"1{NBSP}234,5"), (SE, f"1{NBSP}234,5"), (EN, "1,234.5")],
    ids=lambda value: getattr(value, "language", ""),
)
def test_numbers_have_the_signs_of_the_language(texts: Texts, written: str) -> None:
    assert formats.number(texts, 1234.5) == written


@pytest.mark.parametrize(
    ("kroner", "written"),
    [
        (24_000_000, "24,0 mill. kr"),
        (-1_260_000, "−1,3 mill. kr"),
        (999_999, f"999{NBSP}999 kr"),
        (0.4, "0 kr"),
        (-0.4, "0 kr"),
        (2_345_600_000, f"2{NBSP}345,6 mill. kr"),
    ],
)
def test_money_is_in_millions_from_one_million_up(kroner: float, written: str) -> None:
    assert formats.money(NB, kroner) == written


def test_days_and_periods_are_written_out() -> None:
    assert formats.date(NB, datetime.date(2027, 1, 1)) == "1. januar 2027"
    assert formats.date(EN, datetime.date(2027, 1, 1)) == "1 January 2027"
    assert formats.period(NN, Period(2027, 1)) == "1. kvartal 2027"
    assert formats.period(EN, Period(2027, 1)) == "Q1 2027"
    assert formats.period(NB, Period(2027)) == "2027"


@pytest.mark.parametrize(
    ("quantity", "written"),
    [
        (Quantity(likely=12), "12"),
        (Quantity(likely=12.5, unit=Unit.PERCENT), "12,5 %"),
        (Quantity(likely=3, low=2, high=5, unit=Unit.WEEKS), "3 uker (fra 2 uker til 5 uker)"),
        (Quantity(likely=5_000_000, unit=Unit.NOK, price_year=2026), "5,0 mill. kr"),
        (Quantity(likely=3, low=2, unit=Unit.DAYS), "3 dager"),
    ],
    ids=str,
)
def test_quantity_has_its_unit_and_its_span_when_both_ends_are_known(quantity: Quantity, written: str) -> None:
    assert formats.quantity(NB, quantity) == written


def test_several_things_are_listed_as_a_sentence() -> None:
    assert formats.listed(NN, ["a", "b", "c"]) == "a, b og c"
    assert formats.listed(NB, ["a", "b"], style="or") == "a eller b"
    assert formats.listed(EN, ["a"]) == "a"


def test_what_people_wrote_is_shown_in_the_nearest_language() -> None:
    assert EN.said(Text(nb="hus", nn="hus på nynorsk"), source="nn") == "hus på nynorsk"
    assert NN.said(Text(nb="hus", en="house")) == "hus"
    assert NB.said(None) == ""


def test_object_without_a_name_is_called_by_its_type_and_id() -> None:
    touchpoint = Touchpoint(id=Id("tp-1"), organisation=Id("org-1"))

    assert labels.object_name(NB, touchpoint) == "Kontaktpunkt tp-1"


def test_same_english_word_is_two_things_in_norwegian() -> None:
    state = next(code for code in labels.choices() if code.__name__ == "Level")

    assert labels.choice_label(NB, state("state")) == "Stat"
    assert labels.field_label(NB, describe(Finding).field("severity")) == "Alvorlighet"
    assert labels.choice_label(NN, Severity.HIGH) == "Høg"


@pytest.mark.parametrize("texts", [NB, NN], ids=["nb", "nn"])
def test_every_type_field_and_choice_has_a_label_and_the_types_differ(texts: Texts) -> None:
    kinds = list(object_types().values())

    assert all(labels.field_label(texts, field) for kind in kinds for field in kind.fields)
    assert all(labels.definition(texts, kind) for kind in kinds)
    assert len({labels.type_label(texts, kind) for kind in kinds}) == len(kinds)


def test_choices_of_one_list_can_be_told_apart_in_every_language() -> None:
    for codes in labels.choices():
        for texts in (NB, NN, EN):
            told = [labels.choice_label(texts, code) for code in codes]
            assert len(set(told)) == len(told), (codes.__name__, texts.language)


def test_norwegian_term_of_the_description_is_the_label_in_bokmål() -> None:
    for kind in (describe(Collaboration), *object_types().values()):
        assert labels.type_label(NB, kind).casefold().startswith(kind.norwegian.casefold()), kind.name


def test_every_rule_and_every_link_has_words() -> None:
    assert {rule.id for rule in rules()} == set(RULES)
    assert set(LABELS) == set(Link)


def test_generated_collaboration_has_a_name_for_every_object() -> None:
    whole = make(sorted(object_types()), seed=3, fill=0.2)

    assert all(labels.object_name(NB, thing) for thing in whole.objects.values())
