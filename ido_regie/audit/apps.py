"""Tells Django about this app."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The app as Django knows it."""

    name = "ido_regie.audit"
