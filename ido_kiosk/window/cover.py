"""The cover over an idle desk: any key or tap brings the visit back, later the visit is wiped."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ido_kiosk.base.language import _
from ido_kiosk.qt.layouts import label

_INPUT = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)
_WAKES = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)


class Cover(QFrame):
    """Hides what is on the screen. Signal: ``touched``; the key or tap that does so does nothing else."""

    touched = Signal()

    def __init__(self, parent: QWidget, minutes: int) -> None:
        """``minutes``: how long it takes until the visit is wiped."""
        super().__init__(parent)
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        title = label(_("Even pauze"), "title")
        text = label(_("Druk op een toets of tik op het scherm. Dan gaat u verder waar u was."))
        warning = label(_("Over {minutes} minuten wordt dit bezoek gewist.").format(minutes=minutes))
        layout.addStretch(1)
        for part in (title, text, warning):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(part)
        layout.addStretch(1)
        self.setAccessibleName(title.text())
        self.setAccessibleDescription(f"{text.text()} {warning.text()}")

    def event(self, event: QEvent) -> bool:
        """Wake at a key or tap; a shortcut comes as an ordinary key, so that nothing acts behind the cover."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() in _WAKES:
            self.touched.emit()
            return True
        return super().event(event)


class IdleWatch(QObject):
    """Counts the time since the last input. Signals: ``cover_due``, ``wipe_due``.

    While ``needed`` says that there is nothing to hide, neither comes.
    """

    cover_due = Signal()
    wipe_due = Signal()

    def __init__(self, cover_after: int, wipe_after: int, needed: Callable[[], bool], parent: QObject) -> None:
        """Times are in milliseconds without input."""
        super().__init__(parent)
        self._needed = needed
        self._cover = self._timer(cover_after, self.cover_due)
        self._wipe = self._timer(wipe_after, self.wipe_due)
        self.restart()

    def watch(self, window: QWindow) -> None:
        """Count input in this window. Only the window: a filter on everything would slow everything down."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count input as activity."""
        if event.type() in _INPUT:
            self.restart()
        return False

    def is_counting(self) -> bool:
        """Whether something is still to happen without input."""
        return self._cover.isActive() or self._wipe.isActive()

    def restart(self) -> None:
        """Count from the start again."""
        self._cover.start()
        self._wipe.start()

    def _timer(self, milliseconds: int, due: SignalInstance) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(lambda: due.emit() if self._needed() else None)
        return timer
