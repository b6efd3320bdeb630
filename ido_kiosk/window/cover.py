"""The cover over an idle desk: any key or tap brings the visit back, later the visit is wiped."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from ido_kiosk.base.language import _
from ido_kiosk.qt.layouts import label

_INPUT = (
    QEvent.Type.KeyPress,
    QEvent.Type.ShortcutOverride,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)
_WAKES = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)


class Cover(QFrame):
    """Hides what is on the screen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        title = label(_("Even pauze"), "title")
        text = label(_("Druk op een toets of tik op het scherm. Dan gaat u verder waar u was."))
        self._warning = label("")
        for part in (title, text, self._warning):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(1)
        layout.addWidget(title)
        layout.addWidget(text)
        layout.addWidget(self._warning)
        layout.addStretch(1)
        self.setAccessibleName(title.text())
        self.setAccessibleDescription(text.text())

    def warn(self, minutes: int) -> None:
        """Say in how many minutes the visit is wiped."""
        self._warning.setText(_("Over {minutes} minuten wordt dit bezoek gewist.").format(minutes=minutes))


class IdleWatch(QObject):
    """Watches the whole application for input. Signals: ``cover_due``, ``wipe_due``, ``woken``.

    The key or tap that wakes a covered desk does nothing else. While ``needed`` says that there is nothing to hide,
    the desk is not covered.
    """

    cover_due = Signal()
    wipe_due = Signal()
    woken = Signal()

    def __init__(
        self, application: QApplication, cover_after: int, wipe_after: int, needed: Callable[[], bool], parent: QObject
    ) -> None:
        """Times are in milliseconds without input."""
        super().__init__(parent)
        self.covered = False
        self._needed = needed
        self._cover = self._timer(cover_after, self._on_cover)
        self._wipe = self._timer(wipe_after, self._on_wipe)
        application.installEventFilter(self)
        self._restart()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count input as activity; swallow what wakes a covered desk."""
        if event.type() not in _INPUT:
            return False
        if not self.covered:
            self._restart()
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # so that a shortcut behind the cover does not act: the key comes as an ordinary one
        elif event.type() in _WAKES:
            self.wake()
        return True

    def is_counting(self) -> bool:
        """Whether something is still to happen without input."""
        return self._cover.isActive() or self._wipe.isActive()

    def wake(self) -> None:
        """Take the cover away and count from the start again."""
        self.covered = False
        self._restart()
        self.woken.emit()

    def _timer(self, milliseconds: int, action: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(action)
        return timer

    def _restart(self) -> None:
        self._cover.start()
        self._wipe.start()

    def _on_cover(self) -> None:
        if self._needed():
            self.covered = True
            self.cover_due.emit()

    def _on_wipe(self) -> None:
        if self._needed():
            self.covered = False
            self.wipe_due.emit()
