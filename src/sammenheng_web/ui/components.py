"""Values that components take when one word is not enough."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table. ``sort_href`` makes its head a link; ``sorted`` is ascending, descending or empty."""

    label: Any
    is_number: bool = False
    sort_href: str = ""
    sorted: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a table. ``lang`` is set when the text is in another language than the page."""

    text: Any
    href: str = ""
    is_head: bool = False
    is_number: bool = False
    lang: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of a stepper."""

    label: Any
    state: str = "ahead"

    def __post_init__(self) -> None:
        if self.state not in ("done", "current", "ahead"):
            raise ValueError(f"A step is done, current or ahead, not {self.state!r}.")


def steps(labels: Sequence[Any], *, current: int) -> tuple[Step, ...]:
    """Steps of which one is current, those before it done."""
    states = ("done" if n < current else "current" if n == current else "ahead" for n in range(len(labels)))
    return tuple(Step(label=label, state=state) for label, state in zip(labels, states, strict=True))
