"""What can be wrong with a value or a file: a code and its parameters, at a place. Sentences are made elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice

Place = tuple[str | int, ...]
"""Steps from the outside in: member names and list positions."""

MOST_FAULTS = 100
"""More than this many problems are not collected; the first ones tell what kind of mistake it is."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that cannot be true: `code` names it, `params` fill its sentence, `place` tells where."""

    code: str
    place: Place = ()
    params: Mapping[str, str | int | float] = field(default_factory=dict)

    def under(self, *outer: str | int) -> Fault:
        """The same problem seen from further out."""
        return Fault(self.code, (*outer, *self.place), self.params)

    @property
    def path(self) -> str:
        """The place as a JSON path, such as `$.needs[3].user_groups[0]`."""
        return "$" + "".join(f"[{step}]" if isinstance(step, int) else _member(step) for step in self.place)


def _member(name: str) -> str:
    return f".{name}" if name.replace("_", "a").isalnum() else f"[{name!r}]"


class CannotBeTrueError(ValueError):
    """A value that refuses to exist, with every problem that was found."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(islice(faults, MOST_FAULTS))
        super().__init__("; ".join(f"{p.path}: {p.code}" for p in self.faults[:3]))
