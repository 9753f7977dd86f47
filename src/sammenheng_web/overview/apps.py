"""The overview of a room as Django knows it, and its place in the menu."""

from django.apps import AppConfig

from sammenheng_web.ui import menu


class OverviewConfig(AppConfig):
    name = "sammenheng_web.overview"
    label = "overview"

    def ready(self) -> None:
        menu.register("overview")
