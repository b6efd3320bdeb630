"""What a visitor may have left outside the visit."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication


def clear_outside(application: QApplication) -> None:
    """Close an open menu and empty the clipboard."""
    popup = application.activePopupWidget()
    if popup is not None:
        popup.close()
    clipboard = QGuiApplication.clipboard()
    clipboard.clear(clipboard.Mode.Clipboard)
    if clipboard.supportsSelection():
        clipboard.clear(clipboard.Mode.Selection)
