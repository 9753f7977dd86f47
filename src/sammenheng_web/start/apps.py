"""The start page as Django knows it."""

from django.apps import AppConfig


class StartConfig(AppConfig):
    name = "sammenheng_web.start"
    label = "start"
