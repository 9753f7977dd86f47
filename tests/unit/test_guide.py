"""The guidance as data."""

import re
import tomllib
from pathlib import Path

import pytest

import sammenheng.guide
from sammenheng.guide import Generation, closed_scheme, closed_schemes, sources

FOLDER = Path(sammenheng.guide.__file__).parent


def test_every_source_has_a_number_of_its_own() -> None:
    listed = tomllib.loads((FOLDER / "sources.toml").read_text("utf-8"))["source"]

    assert len(sources()) == len(listed)
    assert [source.number for source in sources().values()] == sorted(sources())


def test_generations_are_kept_apart() -> None:
    assert {source.generation for source in sources().values()} == set(Generation)
    assert sources()[20].generation is Generation.COUNCIL
    assert sources()[26].generation is Generation.AUDIT
    assert sources()[0].generation is Generation.OWN


def test_addresses_are_addresses_and_years_can_be_true() -> None:
    for source in sources().values():
        assert source.address is None or re.fullmatch(r"https?://\S+", source.address)
        assert source.year is None or 2000 <= source.year <= 2100


@pytest.mark.parametrize("named", ["startoff", "StartOff", "startoff-2023"])
def test_a_closed_scheme_is_known_with_and_without_its_edition(named: str) -> None:
    found = closed_scheme(named)

    assert found is not None
    assert found.last_year == 2024


def test_other_schemes_are_not_taken_for_closed() -> None:
    assert closed_scheme("medfinansiering-2026") is None
    assert closed_scheme("startofficial") is None


def test_every_closed_scheme_names_its_source() -> None:
    assert all(scheme.source in sources() for scheme in closed_schemes())
