"""The room as Django knows it."""

from django.apps import AppConfig

from sammenheng_web.ui import menu


class EffectsConfig(AppConfig):
    name = "sammenheng_web.effects"
    label = "effects"

    def ready(self) -> None:
        menu.register("effects")
