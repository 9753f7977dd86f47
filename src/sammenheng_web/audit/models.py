"""The log of acts (no: revisjonslogg)."""

from django.db import models


class Entry(models.Model):
    """One act: who did what to which object, for which organisation, when.

    Workspace, person and object are written as bare ids, not as references: the log outlives what it tells about,
    and erasing a person must neither remove nor block an entry.
    """

    workspace = models.CharField(max_length=12, blank=True)
    person = models.UUIDField(null=True)
    organisation = models.CharField(max_length=64, blank=True)
    act = models.CharField(max_length=64)
    object = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()
    detail = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["workspace", "organisation", "at"]),
            models.Index(fields=["person", "at"]),
        ]
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M:%S} {self.act}"
