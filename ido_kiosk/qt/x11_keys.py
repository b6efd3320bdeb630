"""Key combinations from the X server: it sends these and no others, on a connection of their own."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSocketNotifier

if TYPE_CHECKING:
    from Xlib.display import Display

_F1 = 0xFFBE
"""The sign of F1 in the X protocol; those of the other F-keys follow it."""

_ANY_KEY = 0
"""What the X server says for a key that this keyboard has not; asked for, it would mean every key."""


def hold(keys: Sequence[int], pressed: Callable[[int], object], parent: QObject) -> "X11Keys | None":
    """Take Ctrl+Shift with these F-keys; None where the X server cannot be reached."""
    from Xlib import error
    from Xlib.display import Display

    try:
        return X11Keys(Display(), keys, pressed, parent)
    except (error.DisplayError, error.ConnectionClosedError, OSError):
        return None


class X11Keys:
    """Holds the combinations; see ``ido_kiosk.qt.global_keys.Grip``."""

    def __init__(
        self, connection: "Display", keys: Sequence[int], pressed: Callable[[int], object], parent: QObject
    ) -> None:
        self._connection = connection
        self._pressed = pressed
        self._released_at = -1
        codes = {key: connection.keysym_to_keycode(_F1 + key - 1) for key in keys}
        self._keys = {code: key for key, code in codes.items()}
        self.refused = [key for key, code in codes.items() if code == _ANY_KEY or not self._grab(code)]
        self._notifier = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, parent)
        self._notifier.activated.connect(self._read)
        connection.flush()

    def let_go(self) -> None:
        """Give the combinations back; the X server does that by itself when the connection ends."""
        self._notifier.setEnabled(False)
        self._notifier.deleteLater()
        self._tried(self._connection.close)

    def _grab(self, code: int) -> bool:
        """Ask for one combination, whether Caps Lock and Num Lock are on or not; gives whether it is ours."""
        from Xlib import X, error

        root, refused = self._connection.screen().root, error.CatchError(error.BadAccess)
        for locks in (0, X.LockMask, X.Mod2Mask, X.LockMask | X.Mod2Mask):
            held = X.ControlMask | X.ShiftMask | locks
            root.grab_key(code, held, False, X.GrabModeAsync, X.GrabModeAsync, onerror=refused)
        self._connection.sync()
        return refused.get_error() is None

    def _read(self) -> None:
        """Handle what has come in; after the X server has gone nothing comes any more."""
        if not self._tried(self._handle_all):
            self._notifier.setEnabled(False)

    def _handle_all(self) -> None:
        while self._connection.pending_events():
            self._handle(self._connection.next_event())

    def _handle(self, event: Any) -> None:
        """Handle one of Xlib's events.

        A key that is held down is released and pressed in the same millisecond, over and over: that is one press.
        """
        from Xlib import X

        if event.type == X.KeyRelease:
            self._released_at = event.time
        elif event.type == X.KeyPress and event.time != self._released_at:
            self._pressed(self._keys[event.detail])

    def _tried(self, act: Callable[[], object]) -> bool:
        from Xlib import error

        try:
            act()
        except (error.ConnectionClosedError, OSError):
            return False
        return True
