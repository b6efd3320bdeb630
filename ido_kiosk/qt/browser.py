"""This computer's browser."""


def open_in_browser(url: str) -> bool:
    """Open an address in this computer's browser; gives False when there is none that does."""
    from PySide6.QtCore import QUrl  # neither is needed for the first picture of the window
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl(QUrl(url, QUrl.ParsingMode.StrictMode))
