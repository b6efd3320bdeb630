"""Tells Django about this app."""

from django.apps import AppConfig


class SignalsConfig(AppConfig):
    """The app as Django knows it."""

    name = "ido_regie.signals"
