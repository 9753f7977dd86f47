"""The audit as Django knows it."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "sammenheng_web.audit"
    label = "audit"
