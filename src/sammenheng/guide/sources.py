"""The sources that advice and rules rest on, each with the generation of guidance it belongs to."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Generation(StrEnum):
    """Which guidance a source belongs to. Several hold side by side, and are kept apart."""

    THREE_PHASES = "a"
    """The three-phase guide of 2019/2020."""
    GOVERNANCE = "b"
    """The governance guide of 2021/22, with four themes and three models."""
    UPDATED = "c"
    """The updated governance guide of February 2024."""
    COUNCIL = "council"
    """What Digitaliseringsrådet advises and has seen."""
    AUDIT = "audit"
    """What Riksrevisjonen found."""
    OTHER = "other"
    """Other public guidance: benefits, studies, data sharing, procurement."""
    OWN = "own"
    """Our own judgement; never shown as official."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideSource:
    """One source of the guidance. `in_part`: only the beginning of it was read."""

    number: int
    title: str
    publisher: str
    generation: Generation
    year: int | None = None
    address: str | None = None
    in_part: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedScheme:
    """A funding scheme that no longer takes applications, with the last year it paid for."""

    id: str
    name: str
    last_year: int
    source: int


@cache
def sources() -> Mapping[int, GuideSource]:
    """Every source by its number."""
    raw = tomllib.loads((files(__package__) / "sources.toml").read_text("utf-8"))
    read = (GuideSource(**{**item, "generation": Generation(item["generation"])}) for item in raw["source"])
    return {source.number: source for source in read}


@cache
def closed_schemes() -> tuple[ClosedScheme, ...]:
    """The schemes that are closed."""
    raw = tomllib.loads((files(__package__) / "schemes.toml").read_text("utf-8"))
    return tuple(ClosedScheme(**item) for item in raw["scheme"])


def closed_scheme(scheme: str) -> ClosedScheme | None:
    """The closed scheme that funding names, with or without an edition; None when it is not one of them."""
    named = scheme.casefold()
    return next((c for c in closed_schemes() if named == c.id or named.startswith(f"{c.id}-")), None)
