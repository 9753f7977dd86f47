"""The room as Django knows it."""

from django.apps import AppConfig

from sammenheng_web.ui import menu


class GuideConfig(AppConfig):
    name = "sammenheng_web.guide"
    label = "guide"

    def ready(self) -> None:
        menu.register("guide")
