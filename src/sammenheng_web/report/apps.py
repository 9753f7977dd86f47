"""The room as Django knows it."""

from django.apps import AppConfig

from sammenheng_web.ui import menu


class ReportConfig(AppConfig):
    name = "sammenheng_web.report"
    label = "report"

    def ready(self) -> None:
        menu.register("report")
