"""Writing to the log."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from sammenheng_web.audit.models import Entry

Fact = str | int | bool


def record(
    act: str,
    *,
    workspace: str = "",
    person: UUID | None = None,
    organisation: str = "",
    object: str = "",
    detail: Mapping[str, Fact] | None = None,
    at: datetime | None = None,
) -> Entry:
    """Write one entry. ``detail`` holds counts, codes and hashes; never a name, an address or content."""
    return Entry.objects.create(
        workspace=workspace,
        person=person,
        organisation=organisation,
        act=act,
        object=object,
        at=at or timezone.now(),
        detail=dict(detail or {}),
    )
