"""A collaboration comes back from its rows as it went in, for one who sees everything."""

import dataclasses

import pytest
from django.db import connection, transaction
from django.db.models import Q
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from tests.support.collaborations import collaborations, make, one_of_everything

from sammenheng.domain import Collaboration, Text, object_types, write
from sammenheng_web.collaborations import mapping
from sammenheng_web.collaborations.models import ROWS
from sammenheng_web.organisations.models import Workspace

pytestmark = pytest.mark.django_db
EVERYTHING = Q()


def stored(whole: Collaboration) -> Workspace:
    workspace = Workspace.objects.create()
    with transaction.atomic():
        mapping.store(workspace.key, whole)
    return workspace


@pytest.mark.slow
def test_every_field_of_every_type_comes_back_byte_for_byte() -> None:
    whole = one_of_everything(each=2)

    again = mapping.load(stored(whole).key, EVERYTHING)

    assert write(again) == write(whole)


@pytest.mark.slow
@settings(max_examples=1_000, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(collaborations(30))
def test_generated_collaboration_comes_back_from_its_rows_byte_for_byte(whole: Collaboration) -> None:
    with transaction.atomic():
        again = mapping.load(stored(whole).key, EVERYTHING)
        connection.check_constraints()
        transaction.set_rollback(True)

    assert write(again) == write(whole)


@pytest.mark.slow
def test_one_changed_row_changes_just_that_value() -> None:
    whole = one_of_everything(each=1)
    workspace = stored(whole)
    need = whole.needs[0]

    ROWS["need"]._default_manager.filter(workspace=workspace.key, ident=need.id).update(name_nb="Et annet behov")

    changed = dataclasses.replace(need, name=dataclasses.replace(need.name, nb="Et annet behov"))
    expected = dataclasses.replace(whole, needs=(changed, *whole.needs[1:]))
    assert write(mapping.load(workspace.key, EVERYTHING)) == write(expected)


@pytest.mark.slow
def test_ten_and_two_thousand_objects_take_the_same_number_of_queries() -> None:
    types = sorted(object_types())
    small = stored(make(types[:10], seed=1, fill=0.5))
    large = stored(make((types * 40)[:2000], seed=2, fill=0.5))

    counts = [queries_to_load(workspace) for workspace in (small, large)]

    assert len(mapping.load(large.key, EVERYTHING).objects) >= 2000
    assert counts[0] == counts[1]


def queries_to_load(workspace: Workspace) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        mapping.load(workspace.key, EVERYTHING)
    return len(queries)


def test_workspace_without_a_collaboration_says_so() -> None:
    with pytest.raises(mapping.NoSuchCollaborationError):
        mapping.load(Workspace.objects.create().key, EVERYTHING)


def test_two_workspaces_with_the_same_ids_stay_apart() -> None:
    here = make(["Need", "UserGroup"], seed=3, fill=1.0)
    there = dataclasses.replace(here, name=Text(nb="Et annet samarbeid"))
    first, second = stored(here), stored(there)

    loaded = [write(mapping.load(workspace.key, EVERYTHING)) for workspace in (first, second)]

    assert loaded == [write(here), write(there)]
