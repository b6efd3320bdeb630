"""Tells Django about this app."""

from django.apps import AppConfig


class DeliveriesConfig(AppConfig):
    """The app as Django knows it."""

    name = "ido_regie.deliveries"
