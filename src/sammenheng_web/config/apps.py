"""The configuration as Django knows it: checks at start-up live here."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "sammenheng_web.config"
    label = "config"

    def ready(self) -> None:
        from sammenheng_web.config import start_up_checks  # noqa: F401
