"""Tells Django about this app."""

from django.apps import AppConfig


class DashboardConfig(AppConfig):
    """The app as Django knows it."""

    name = "ido_regie.dashboard"
