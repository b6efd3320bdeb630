"""Tells Django about this app."""

from django.apps import AppConfig


class PublicationConfig(AppConfig):
    """The app as Django knows it."""

    name = "ido_regie.publication"
