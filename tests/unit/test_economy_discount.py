"""What a later krone is worth, and which rule values say so."""

import pytest
from tests.support.priced import amounts, collaboration, cost, organisation, said

from sammenheng.domain import Id
from sammenheng.domain.words import ParameterEdition
from sammenheng.domain.words.sources import RateStep
from sammenheng.economy import Settings, Timing, default_edition, discount_factor, economy, editions
from sammenheng.economy.frame import Frame


@pytest.mark.parametrize(
    ("year", "factor"),
    [
        (0, 1.0),
        (1, 0.961538),
        (5, 0.821927),
        (10, 0.675564),
        (40, 0.208289),
        (41, 0.202222),
        (75, 0.074022),
        (76, 0.072571),
    ],
)
def test_the_factor_of_a_year_is_forward_rates_multiplied(year: int, factor: float) -> None:
    assert discount_factor(year, default_edition()) == pytest.approx(factor, abs=5e-7)


def test_half_a_year_is_discounted_at_the_rate_of_the_year_it_lies_in() -> None:
    edition = default_edition()

    assert discount_factor(40.5, edition) == pytest.approx(discount_factor(40, edition) / 1.03**0.5)


def test_a_time_before_the_beginning_is_refused() -> None:
    with pytest.raises(ValueError, match="before the beginning"):
        discount_factor(-1, default_edition())


@pytest.mark.parametrize(
    ("timing", "factor"),
    [
        (Timing(), 1 / 1.04),
        (Timing(first_year_number=1), 1 / 1.04**2),
        (Timing(mid_year=True), 1 / 1.04**1.5),
        (Timing(first_year_number=1, mid_year=True), 1 / 1.04**1.5),
    ],
)
def test_when_a_year_counts_is_a_setting(timing: Timing, factor: float) -> None:
    whole = collaboration(
        organisations=(organisation("court"),), costs=(cost("build", "court", amounts=amounts(y2027=100)),)
    )

    result = economy(whole, settings=Settings(timing=timing))

    assert result.totals.present_cost == pytest.approx(100 * factor)
    assert result.timing == timing


def test_every_quarter_of_a_year_counts_as_its_year() -> None:
    frame = Frame.of(collaboration(), Settings())

    factors = {frame.factor_of_quarter(2027 * 4 + quarter) for quarter in range(4)}

    assert factors == {frame.factor(2027)}


def test_editions_say_what_is_verified_and_where_they_come_from() -> None:
    assert {"R-109/2021", "R-109/2014", "R-14/1999"} <= editions().keys()
    for edition in editions().values():
        assert edition.source
        assert edition.valid_from
        assert not edition.tax_cost_verified
    assert default_edition().edition == "R-109/2021"
    assert not default_edition().is_verified


def test_the_edition_of_the_file_is_used_and_named_in_the_result() -> None:
    own = ParameterEdition(
        id=Id("own"),
        name=said("own"),
        edition="X-1",
        verified=True,
        rates=(RateStep(from_year=0, rate=10),),
        tax_cost=0,
    )
    whole = collaboration(
        organisations=(organisation("court"),),
        costs=(cost("build", "court", amounts=amounts(y2027=110)),),
        parameter_editions=(own,),
        parameters=Id("own"),
    )

    result = economy(whole)

    assert (result.edition.edition, result.edition.origin, result.edition.is_verified) == ("X-1", "file", True)
    assert result.totals.present_cost == pytest.approx(100)
    assert result.totals.tax_cost == 0
    assert not [note for note in result.notes if note.code == "edition_not_verified"]


def test_what_the_edition_of_the_file_leaves_open_comes_from_the_edition_it_names() -> None:
    own = ParameterEdition(id=Id("own"), name=said("own"), edition="R-14/1999", verified=True)
    whole = collaboration(parameter_editions=(own,), parameters=Id("own"))

    edition = economy(whole).edition

    assert [step.rate for step in edition.rates] == [3.5]
    assert (edition.tax_cost, edition.tax_cost_verified) == (20, False)
