"""A few key combinations that also work while another program has the focus, where the platform allows that.

Only these combinations are asked for, by name, from Windows or the X server. Nothing listens to other keys: visitors
type passwords on this computer.
"""

import os
import sys
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication


class Grip(Protocol):
    """Holds the combinations until it lets go."""

    refused: list[int]
    """The F-keys whose combination another program has."""

    def let_go(self) -> None:
        """Give the combinations back."""


def can_take() -> bool:
    """Whether this computer hands out combinations: Windows and X11 do, Wayland and the rest do not."""
    platform = QGuiApplication.platformName()
    if sys.platform == "win32":
        return platform == "windows"
    else:  # noqa: RET505 - mypy leaves out a branch for another platform, not what follows a return
        return sys.platform == "linux" and platform == "xcb" and not _is_wayland()


def take(keys: Sequence[int], pressed: Callable[[int], object], parent: QObject) -> Grip | None:
    """Take Ctrl+Shift with each of these F-keys (4 is F4); ``pressed`` gets the key, once a press.

    None where this computer hands out no combinations.
    """
    if not can_take():
        return None
    if sys.platform == "win32":
        from ido_kiosk.qt.windows_keys import WindowsKeys

        return WindowsKeys(keys, pressed)
    else:  # noqa: RET505
        from ido_kiosk.qt.x11_keys import hold

        return hold(keys, pressed, parent)


def _is_wayland() -> bool:
    """Under Wayland an X window sees the keys of other X windows only, so that it would work now and then."""
    return os.environ.get("XDG_SESSION_TYPE") == "wayland" or "WAYLAND_DISPLAY" in os.environ
