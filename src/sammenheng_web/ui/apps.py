"""The shared parts of all pages as Django knows them."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "sammenheng_web.ui"
    label = "ui"
