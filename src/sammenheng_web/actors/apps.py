"""The room as Django knows it."""

from django.apps import AppConfig

from sammenheng_web.ui import menu


class ActorsConfig(AppConfig):
    name = "sammenheng_web.actors"
    label = "actors"

    def ready(self) -> None:
        menu.register("actors")
