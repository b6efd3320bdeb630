"""*Nu actueel* on the start screen: what must be done before a day that comes near."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout

from ido_kiosk.base.language import _
from ido_kiosk.finding.service import Reminder
from ido_kiosk.qt.layouts import label
from ido_kiosk.qt.wrapping_button import WrappingButton


class CurrentPart(QFrame):
    """A strip of reminders, each with how sure its day is; a press opens the guide. Without any it hides."""

    def __init__(self, reminders: Sequence[Reminder], choose: Callable[[str], None]) -> None:
        super().__init__()
        self.setObjectName("current")
        self._is_empty = not reminders
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(0)
        layout.addWidget(label(_("Nu actueel"), "subheading"))
        for reminder in reminders:
            words = WrappingButton(reminder.words, "link")
            words.setAccessibleDescription(reminder.remark)
            words.clicked.connect(partial(choose, reminder.guide))
            layout.addWidget(words)
        layout.addWidget(label(" ".join(dict.fromkeys(reminder.remark for reminder in reminders)), "small"))
        if self._is_empty:
            self.hide()

    def show_unless(self, is_searching: bool) -> None:
        """Make room for what was found."""
        self.setVisible(not self._is_empty and not is_searching)
