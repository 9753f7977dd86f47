"""The worked examples, read once, and ways to walk through all they say."""

import functools
from collections.abc import Iterator
from typing import Any

from tests.support.repository import ROOT

from sammenheng.domain import Collaboration, Quantity, Text, describe, read
from sammenheng.domain.describe import Described

MINIMAL, DEATH, ILL_CHILD = "minimal", "dodsfall-og-arv", "alvorlig-sykt-barn"
NAMES = (MINIMAL, DEATH, ILL_CHILD)


def content(name: str) -> bytes:
    """The bytes of an example."""
    return (ROOT / "examples" / f"{name}.sammenheng.json").read_bytes()


@functools.cache
def example(name: str) -> Collaboration:
    """An example as a value."""
    return read(content(name))


def values(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """The content of every described field, inside parts too, with where it stands."""
    for field in describe(type(value)).fields:
        held = getattr(value, field.name)
        place = f"{path}.{field.name}"
        for item in held if isinstance(held, tuple) else (held,):
            if item is not None:
                yield place, item
                if isinstance(item, Described):
                    yield from values(item, place)


def all_values(collaboration: Collaboration) -> Iterator[tuple[str, Any]]:
    """Every value of the collaboration and of all its objects."""
    yield from values(collaboration, collaboration.id)
    for thing in collaboration.objects.values():
        yield from values(thing, thing.id)


def texts(collaboration: Collaboration) -> Iterator[tuple[str, Text]]:
    """Every text, with where it stands."""
    yield from ((place, value) for place, value in all_values(collaboration) if isinstance(value, Text))


def quantities(collaboration: Collaboration) -> Iterator[tuple[str, Quantity]]:
    """Every quantity, with where it stands."""
    yield from ((place, value) for place, value in all_values(collaboration) if isinstance(value, Quantity))
