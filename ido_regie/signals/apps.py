"""Tells Django about this app."""

from django.apps import AppConfig


class SignalsConfig(AppConfig):
    """The app as Django knows it."""

    name = "ido_regie.signals"

    def ready(self) -> None:
        """Signals go along when municipalities merge."""
        from ido_regie.organisations.merging import goes_along  # tables are known only now
        from ido_regie.signals.service import move

        goes_along(move)
