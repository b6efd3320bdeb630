"""*Nu actueel* on the start screen: what must be done before a day that comes near."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout

from ido_kiosk.base.language import _
from ido_kiosk.qt.layouts import label
from ido_kiosk.qt.wrapping_button import WrappingButton

if TYPE_CHECKING:
    from ido_kiosk.finding.service import Reminder

_REMARK_AFTER = 300
"""Milliseconds: at the start of the program, when its first picture stands and can be used."""


class CurrentPart(QFrame):
    """A strip of reminders, each with how sure its day is; a press opens the guide. Without any it hides."""

    def __init__(self, reminders: "Sequence[Reminder]", choose: Callable[[str], None]) -> None:
        super().__init__()
        self.setObjectName("current")
        self._is_empty = not reminders
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(0)
        layout.addWidget(label(_("Nu actueel"), "subheading"))
        self._links = [self._link(reminder, choose) for reminder in reminders]
        self._remark = label("", "small")
        for part in (*self._links, self._remark):
            layout.addWidget(part)
        if self._is_empty:
            self.hide()
        elif QApplication.activeWindow():
            self._say_how_sure(reminders)
        else:
            QTimer.singleShot(_REMARK_AFTER, self, partial(self._say_how_sure, reminders))

    def _link(self, reminder: "Reminder", choose: Callable[[str], None]) -> WrappingButton:
        made = WrappingButton(reminder.words, "link")
        made.clicked.connect(partial(choose, reminder.guide))
        return made

    def _say_how_sure(self, reminders: "Sequence[Reminder]") -> None:
        remarks = [reminder.remark() for reminder in reminders]
        for link, remark in zip(self._links, remarks, strict=True):
            link.setAccessibleDescription(remark)
        self._remark.setText(" ".join(dict.fromkeys(remarks)))

    def show_unless(self, is_searching: bool) -> None:
        """Make room for what was found."""
        self.setVisible(not self._is_empty and not is_searching)
