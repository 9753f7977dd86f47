"""The change log tells every field that differs, and nothing else."""

import dataclasses

from tests.support.collaborations import make, one_of_everything

from sammenheng.domain import Text, describe
from sammenheng.domain.compare import What, compare, differences


def test_a_collaboration_does_not_differ_from_itself() -> None:
    whole = one_of_everything()

    assert compare(whole, whole) == ()


def test_a_changed_translation_is_told_by_its_language() -> None:
    before = make(["Need"], seed=1)
    need = before.needs[0]
    after = dataclasses.replace(before, needs=(dataclasses.replace(need, name=Text(nb="Ny", en="New")),))

    (change,) = compare(before, after)

    told = {(d.field, d.language): d.after for d in change.differences}
    assert (change.what, change.id, change.type) == (What.CHANGED, need.id, "Need")
    assert told["name", "nb"] == "Ny"
    assert told["name", "en"] == "New"


def test_added_and_removed_objects_are_told() -> None:
    before = make(["Need", "Need"], seed=1, fill=0.0)
    after = dataclasses.replace(before, needs=before.needs[:1])

    assert [(c.what, c.id) for c in compare(before, after)] == [(What.REMOVED, before.needs[1].id)]
    assert [(c.what, c.id) for c in compare(after, before)] == [(What.ADDED, before.needs[1].id)]


def test_every_field_of_every_type_is_told_when_it_goes() -> None:
    full = one_of_everything()
    missed = []
    for thing in full.objects.values():
        for field in describe(type(thing)).fields:
            value = getattr(thing, field.name)
            if field.always_there or not field.is_written(value):
                continue
            bare = dataclasses.replace(thing, **{field.name: () if isinstance(value, tuple) else None})
            if {difference.field for difference in differences(thing, bare)} != {field.name}:
                missed.append(f"{type(thing).__name__}.{field.name}")

    assert missed == []
