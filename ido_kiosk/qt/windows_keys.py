"""Key combinations from Windows: ``RegisterHotKey`` sends these and no others, as a message to this program."""

import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _MESSAGE = 0x0312
    """WM_HOTKEY."""
    _CONTROL, _SHIFT, _NO_REPEAT = 0x0002, 0x0004, 0x4000
    _F1 = 0x70

    class WindowsKeys(QAbstractNativeEventFilter):
        """Holds the combinations; see ``ido_kiosk.qt.global_keys.Grip``."""

        def __init__(self, keys: Sequence[int], pressed: Callable[[int], object]) -> None:
            super().__init__()
            self._pressed = pressed
            self._user = ctypes.WinDLL("user32")
            held = _CONTROL | _SHIFT | _NO_REPEAT
            taken = {key: bool(self._user.RegisterHotKey(None, key, held, _F1 + key - 1)) for key in keys}
            self.refused = [key for key, is_ours in taken.items() if not is_ours]
            self._ours = [key for key, is_ours in taken.items() if is_ours]
            if (application := QCoreApplication.instance()) is not None:
                application.installNativeEventFilter(self)

        def let_go(self) -> None:
            """Give the combinations back; Windows does that by itself when the program ends."""
            for key in self._ours:
                self._user.UnregisterHotKey(None, key)
            self._ours = []
            if (application := QCoreApplication.instance()) is not None:
                application.removeNativeEventFilter(self)

        def nativeEventFilter(self, _kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
            """Look at one kind of message only; all others go on unread."""
            found = wintypes.MSG.from_address(int(message))
            if found.message != _MESSAGE or found.wParam not in self._ours:
                return False, 0
            self._pressed(found.wParam)
            return True, 0
