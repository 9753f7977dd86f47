"""People and organisations as Django knows them."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "sammenheng_web.organisations"
    label = "organisations"
