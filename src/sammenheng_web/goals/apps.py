"""The room as Django knows it."""

from django.apps import AppConfig

from sammenheng_web.ui import menu


class GoalsConfig(AppConfig):
    name = "sammenheng_web.goals"
    label = "goals"

    def ready(self) -> None:
        menu.register("goals")
