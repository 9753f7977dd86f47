"""The room of all content as Django knows it."""

from django.apps import AppConfig

from sammenheng_web.ui import menu


class ContentConfig(AppConfig):
    name = "sammenheng_web.content"
    label = "content"

    def ready(self) -> None:
        menu.register("content")
