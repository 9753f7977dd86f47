"""The room as Django knows it."""

from django.apps import AppConfig

from sammenheng_web.ui import menu


class PlanConfig(AppConfig):
    name = "sammenheng_web.plan"
    label = "plan"

    def ready(self) -> None:
        menu.register("plan")
