"""Tell a screen reader what happened, without moving the focus."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say this text politely."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # takes a while, and the start says nothing

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
