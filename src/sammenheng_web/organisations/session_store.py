"""Sessions in the database, with the person they belong to, so that people can see and end theirs."""

from datetime import datetime
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

BEGAN_AT = "began_at"
USED_AT = "used_at"
DEVICE = "device"


class SessionStore(DatabaseStore):
    """Django's database sessions, with some of what they hold lifted into columns."""

    @classmethod
    def get_model_class(cls) -> Any:
        """The row of a session."""
        from sammenheng_web.organisations.models import PersonSession

        return PersonSession

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        """The row for this data. The id people end a session by stays the same for the life of its key."""
        row = super().create_model_instance(data)
        known = self.get_model_class().objects.filter(session_key=row.session_key).values_list("id", flat=True).first()
        if known is not None:
            row.id = known
        row.person_id = data.get(SESSION_KEY)
        row.began_at = moment(data.get(BEGAN_AT))
        row.used_at = moment(data.get(USED_AT))
        row.device = data.get(DEVICE, "")
        return row


def moment(text: str | None) -> datetime | None:
    """The time written in a session."""
    return datetime.fromisoformat(text) if text else None
