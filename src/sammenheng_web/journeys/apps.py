"""The room as Django knows it."""

from django.apps import AppConfig

from sammenheng_web.ui import menu


class JourneysConfig(AppConfig):
    name = "sammenheng_web.journeys"
    label = "journeys"

    def ready(self) -> None:
        menu.register("journeys")
