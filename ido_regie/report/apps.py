"""Tells Django about this app."""

from django.apps import AppConfig


class ReportConfig(AppConfig):
    """The app as Django knows it."""

    name = "ido_regie.report"

    def ready(self) -> None:
        """The words beside the numbers go along when municipalities merge."""
        from ido_regie.organisations.merging import goes_along  # tables are known only now
        from ido_regie.report.words import move

        goes_along(move)
