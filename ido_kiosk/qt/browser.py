"""This computer's browser."""

from PySide6.QtCore import QUrl


def open_in_browser(url: str) -> bool:
    """Open an address in this computer's browser; gives False when there is none that does."""
    from PySide6.QtGui import QDesktopServices  # not needed for the first picture of the window

    return QDesktopServices.openUrl(QUrl(url, QUrl.ParsingMode.StrictMode))
