"""The room as Django knows it."""

from django.apps import AppConfig

from sammenheng_web.ui import menu


class GovernanceConfig(AppConfig):
    name = "sammenheng_web.governance"
    label = "governance"

    def ready(self) -> None:
        menu.register("governance")
