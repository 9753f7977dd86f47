"""The app of stored collaborations."""

from django.apps import AppConfig


class CollaborationsConfig(AppConfig):
    """Stored collaborations."""

    name = "sammenheng_web.collaborations"
    default_auto_field = "django.db.models.BigAutoField"
