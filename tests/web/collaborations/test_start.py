"""A file becomes a workspace whole or not at all, and what is sent is read where it can do no harm."""

import json

import pytest
from tests.support.collaborations import make
from tests.web.conftest import People

from sammenheng.domain import Collaboration, FileRefusedError, Id, write
from sammenheng_web.audit.models import Entry
from sammenheng_web.collaborations import mapping
from sammenheng_web.collaborations.access import Member
from sammenheng_web.collaborations.commands import start
from sammenheng_web.collaborations.models import ROWS, Identity, Link, Upload
from sammenheng_web.collaborations.reading import read_apart
from sammenheng_web.organisations.models import Membership, Party, Role, Workspace


@pytest.fixture
def whole() -> Collaboration:
    return make(["Organisation", "Organisation", "Need", "Step", "Deliverable"], seed=8, fill=0.6)


@pytest.mark.slow
@pytest.mark.django_db
def test_a_file_is_kept_and_becomes_a_workspace_with_its_sender_as_facilitator(
    people: People, whole: Collaboration
) -> None:
    organisation = whole.organisations[0].id
    upload = start.keep_upload(people.own, file_name="plan.sammenheng.json", content=write(whole))

    workspace = start.start_from_upload(people.own, upload.pk, organisation=organisation)

    membership = Membership.objects.get(workspace=workspace)
    member = Member(workspace=workspace.key, organisation=organisation, role=Role.FACILITATOR)
    assert (membership.person, membership.organisation, membership.role) == (people.own, organisation, "facilitator")
    assert mapping.collaboration(member).objects.keys() <= whole.objects.keys()
    assert not Upload.objects.exists()
    assert list(
        Entry.objects.filter(person=people.own.id, act="workspace.start").values_list("workspace", flat=True)
    ) == [workspace.key]


@pytest.mark.slow
@pytest.mark.django_db
def test_a_kept_file_is_its_senders_alone(people: People, whole: Collaboration) -> None:
    upload = start.keep_upload(people.own, file_name="plan.sammenheng.json", content=write(whole))

    with pytest.raises(start.NoSuchUploadError):
        start.start_from_upload(people.partner, upload.pk, organisation=whole.organisations[0].id)

    assert Upload.objects.filter(person=people.own).count() == 1


@pytest.mark.slow
@pytest.mark.django_db
def test_an_organisation_outside_the_file_is_refused_and_nothing_is_stored(
    people: People, whole: Collaboration
) -> None:
    upload = start.keep_upload(people.own, file_name="plan.sammenheng.json", content=write(whole))
    before = Workspace.objects.count()

    with pytest.raises(start.UnknownOrganisationError):
        start.start_from_upload(people.own, upload.pk, organisation=Id("somebody-else"))

    assert Workspace.objects.count() == before
    assert Upload.objects.count() == 1


@pytest.mark.django_db
def test_a_failure_half_way_leaves_nothing_behind(
    people: People, whole: Collaboration, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise RuntimeError("the log cannot be written")

    monkeypatch.setattr(start, "record", fail)
    before = row_counts()

    with pytest.raises(RuntimeError):
        start.start(people.own, whole, organisation=whole.organisations[0].id)

    assert row_counts() == before


def row_counts() -> dict[str, int]:
    tables = {"workspace": Workspace, "party": Party, "identity": Identity, "link": Link} | ROWS
    return {name: model._default_manager.count() for name, model in tables.items()}


@pytest.mark.slow
def test_a_file_is_read_apart_as_it_would_be_read_here(whole: Collaboration) -> None:
    assert read_apart(write(whole)) == whole


@pytest.mark.slow
@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"not json", "not-json"),
        (b"\xff\xfe", "wrong-encoding"),
        (b"[" * 100_000, "too-deep"),
        (b" " * (33 * 1024 * 1024), "too-large"),
        (json.dumps({"format": "sammenheng", "format_version": 1, "id": "x1"}).encode(), "missing"),
        (b'{"format": "sammenheng", "x": [' + b"{}," * 10_000_000 + b"{}]}", "too-many-values"),
    ],
    ids=["not-json", "wrong-encoding", "too-deep", "too-large", "nameless", "too-many-values"],
)
def test_what_cannot_be_read_is_refused_with_its_reason(content: bytes, code: str) -> None:
    with pytest.raises(FileRefusedError) as refusal:
        read_apart(content)

    assert refusal.value.faults[0].code == code
