"""The room as Django knows it."""

from django.apps import AppConfig

from sammenheng_web.ui import menu


class ConceptsConfig(AppConfig):
    name = "sammenheng_web.concepts"
    label = "concepts"

    def ready(self) -> None:
        menu.register("concepts")
