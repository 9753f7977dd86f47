"""Where an object is used: who refers to it, and by which field."""

from collections.abc import Iterator
from dataclasses import dataclass

from sammenheng.domain import ObjectType, Thing, collections
from sammenheng.texts.labels import field_label
from sammenheng_web.ui.showing import Link, Showing
from sammenheng_web.ui.sorting import norwegian
from sammenheng_web.ui.terms import texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """The objects of one type that refer to an object by one field."""

    kind: ObjectType
    name: str
    field: str
    links: tuple[Link, ...]


def uses(showing: Showing, thing: Thing) -> Iterator[Use]:
    """Who refers to an object, gathered by type and by field, in the order of the file."""
    found: dict[tuple[str, str], list[Thing]] = {}
    for id, name in showing.collaboration.referrers.get(thing.id, ()):
        user = showing.collaboration.objects[id]
        found.setdefault((type(user).__name__, name), []).append(user)
    for kind in collections().values():
        for field in kind.fields:
            users = found.get((kind.name, field.name), ())
            if users:
                links = sorted(map(showing.link_to, users), key=lambda link: norwegian(str(link.title)))
                yield Use(kind=kind, name=field.name, field=field_label(texts(), field), links=tuple(links))
