"""The tables of the statistics."""

from ido_kiosk.statistics.records import closed, stated

__all__ = ["closed", "stated"]
