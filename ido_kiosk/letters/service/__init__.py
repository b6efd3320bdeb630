"""What letters can do, the feature's only door: load, check what was filled in, make ready for paper, explain."""

from ido_kiosk.letters.service.draft import SENDER_HINTS, Dots, Draft, Ready

__all__ = ["SENDER_HINTS", "Dots", "Draft", "Ready"]
