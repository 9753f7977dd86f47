"""Starting a collaboration from a file: kept aside first, then all of it or nothing."""

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from sammenheng.domain import Collaboration, Id, read, write
from sammenheng_web.audit.record import record
from sammenheng_web.organisations.models import Membership, Party, Person, Role, Workspace

from ..mapping import store
from ..models import Upload
from ..reading import read_apart

KEPT_FOR = datetime.timedelta(days=1)


class UnknownOrganisationError(ValueError):
    """The organisation somebody wants to act for is not in the collaboration."""


class NoSuchUploadError(LookupError):
    """There is no such file waiting for this person: decided on, too old, or another's."""


def keep_upload(person: Person, *, file_name: str, content: bytes) -> Upload:
    """Check a file that was sent and keep it aside for its sender to decide on.

    Raises FileRefusedError with every fault found; then nothing is kept.
    """
    whole = read_apart(content)
    Upload.objects.filter(received_at__lt=timezone.now() - KEPT_FOR).delete()
    with transaction.atomic():
        upload = Upload.objects.create(person=person, file_name=file_name[:200], content=write(whole))
        record("upload.receive", person=person.id, detail={"objects": len(whole.objects), "bytes": len(content)})
    return upload


def kept_upload(person: Person, upload_id: UUID) -> tuple[Upload, Collaboration]:
    """A file that waits for this person, with what it holds; raises NoSuchUploadError."""
    young_enough = timezone.now() - KEPT_FOR
    upload = Upload.objects.filter(pk=upload_id, person=person, received_at__gte=young_enough).first()
    if upload is None:
        raise NoSuchUploadError(upload_id)
    return upload, read(bytes(upload.content))


def start_from_upload(person: Person, upload_id: UUID, *, organisation: Id, personal_data: bool = False) -> Workspace:
    """Make a workspace of a kept file, with its sender as facilitator acting for one of its organisations.

    All of it or nothing. Raises NoSuchUploadError when the file does not wait any more, and UnknownOrganisationError
    when the organisation is not in it.
    """
    with transaction.atomic():
        upload, whole = kept_upload(person, upload_id)
        workspace = start(person, whole, organisation=organisation, personal_data=personal_data)
        upload.delete()
    return workspace


def start(person: Person, whole: Collaboration, *, organisation: Id, personal_data: bool = False) -> Workspace:
    """Make a workspace of a collaboration, with this person as facilitator acting for one of its organisations."""
    if organisation not in {party.id for party in whole.organisations}:
        raise UnknownOrganisationError(organisation)
    with transaction.atomic():
        workspace = Workspace.objects.create()
        store(workspace.key, whole)
        Party.objects.bulk_create(Party(workspace=workspace, organisation=party.id) for party in whole.organisations)
        Membership.objects.create(
            person=person,
            workspace=workspace,
            organisation=organisation,
            role=Role.FACILITATOR,
            may_see_personal_data=personal_data,
        )
        record(
            "workspace.start",
            workspace=workspace.key,
            person=person.id,
            organisation=organisation,
            detail={"objects": len(whole.objects)},
        )
    return workspace


def discard_upload(person: Person, upload_id: UUID) -> None:
    """Let go of a kept file."""
    upload, _ = kept_upload(person, upload_id)
    with transaction.atomic():
        upload.delete()
        record("upload.discard", person=person.id)
