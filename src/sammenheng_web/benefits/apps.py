"""The room as Django knows it."""

from django.apps import AppConfig

from sammenheng_web.ui import menu


class BenefitsConfig(AppConfig):
    name = "sammenheng_web.benefits"
    label = "benefits"

    def ready(self) -> None:
        menu.register("benefits")
