"""Tells Django about this app."""

from django.apps import AppConfig


class ReportConfig(AppConfig):
    """The app as Django knows it."""

    name = "ido_regie.report"
