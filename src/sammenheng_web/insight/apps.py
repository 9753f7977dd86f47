"""The room as Django knows it."""

from django.apps import AppConfig

from sammenheng_web.ui import menu


class InsightConfig(AppConfig):
    name = "sammenheng_web.insight"
    label = "insight"

    def ready(self) -> None:
        menu.register("insight")
