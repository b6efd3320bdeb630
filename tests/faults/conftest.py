"""The whole kiosk of the window's tests, here with faults around it."""

from tests.window.conftest import desk, open_kiosk, player

__all__ = ["desk", "open_kiosk", "player"]
