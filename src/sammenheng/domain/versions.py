"""The format's name and version, and how files of older versions are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .faults import CannotBeTrueError, Fault
from .kinds import Json

FORMAT = "sammenheng"
FORMAT_VERSION = 1

Step = Callable[[dict[str, Json]], dict[str, Json]]
STEPS: Mapping[int, Step] = {}
"""For each older version, what makes a file of it one of the next version."""


def read_forward(
    items: dict[str, Json], *, steps: Mapping[int, Step] = STEPS, current: int = FORMAT_VERSION
) -> dict[str, Json]:
    """The file's members as the current version has them.

    Raises CannotBeTrueError when the version is missing, is not a whole number, is newer than this programme, or
    is one that no step starts from.
    """
    version = items.get("format_version")
    if isinstance(version, bool) or not isinstance(version, int):
        raise CannotBeTrueError([Fault("no-version", ("format_version",), {"current": current})])
    if version > current:
        raise CannotBeTrueError([Fault("newer-version", ("format_version",), {"found": version, "current": current})])
    while version < current:
        if version not in steps:
            raise CannotBeTrueError([Fault("unknown-version", ("format_version",), {"found": version})])
        items = steps[version](items)
        version += 1
    return items
