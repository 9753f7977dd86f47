"""One solver process for all tests of a module."""

from collections.abc import Iterator

import pytest

from sammenheng.planning.adapters.cp_sat import CpSat


@pytest.fixture(scope="module")
def engine() -> Iterator[CpSat]:
    """The exact engine, started once."""
    with CpSat() as started:
        yield started
