"""The cover over an idle desk: any key or tap brings the visit back, later the visit is wiped."""

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from ido_kiosk.base.language import _, ngettext
from ido_kiosk.qt.layouts import label
from ido_kiosk.window.parts import Idle

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

    def __init__(self, parent: QWidget, seconds_left: Callable[[], float]) -> None:
        """``seconds_left``: until the visit is wiped."""
        super().__init__(parent)
        self._seconds_left = seconds_left
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        title = label(_("Even pauze"), "title")
        text = label(_("Druk op een toets of tik op het scherm. Dan gaat u verder waar u was."))
        self._warning = label("")
        layout.addStretch(1)
        for part in (title, text, self._warning):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(part)
        layout.addStretch(1)
        self.setAccessibleName(title.text())
        self.setAccessibleDescription(text.text())
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._warn)
        self._tick.start(10_000)
        self._warn()

    def _warn(self) -> None:
        minutes = max(1, math.ceil(self._seconds_left() / 60))
        text = ngettext(
            "Over {minutes} minuut wordt dit bezoek gewist.", "Over {minutes} minuten wordt dit bezoek gewist.", minutes
        )
        self._warning.setText(text.format(minutes=minutes))

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

    def __init__(self, cover_after: float, wipe_after: float, needed: Callable[[], bool], parent: QObject) -> None:
        """Times are in seconds without input."""
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

    def seconds_left(self) -> float:
        """Until the visit is wiped."""
        return self._wipe.remainingTime() / 1000

    def _timer(self, seconds: float, due: SignalInstance) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(round(seconds * 1000))
        timer.timeout.connect(lambda: due.emit() if self._needed() else None)
        return timer


class Covering(QObject):
    """Covers an idle window, and says when its visit is to be wiped. Signal: ``wipe_due``, the cover is off by then."""

    wipe_due = Signal()

    def __init__(self, window: QWidget, idle: Idle, needed: Callable[[], bool], focus_work: Callable[[], None]) -> None:
        """``focus_work`` puts the focus where the work goes on, when what had it is gone."""
        super().__init__(window)
        self._window = window
        self._focus_work = focus_work
        self._cover: Cover | None = None
        self._focus_before: QWidget | None = None
        self._watch = IdleWatch(idle.cover_after, idle.wipe_after, needed, self)
        self._watch.cover_due.connect(self._show)
        self._watch.wipe_due.connect(self._wipe)

    def watch(self, window: QWindow) -> None:
        """Count input in this window from now on."""
        self._watch.watch(window)

    def restart(self) -> None:
        """Count from the start again."""
        self._watch.restart()

    def is_on(self) -> bool:
        """Whether the cover is there."""
        return self._cover is not None

    def follow(self) -> None:
        """Keep the cover over the whole window, above all that is in it."""
        if self._cover is not None:
            self._cover.setGeometry(self._window.rect())
            self._cover.raise_()

    def _show(self) -> None:
        if self._cover is not None:
            return
        self._focus_before = QApplication.focusWidget()
        self._cover = Cover(self._window, self._watch.seconds_left)
        self._cover.touched.connect(self._wake)
        self._cover.show()
        self.follow()
        self._cover.setFocus()

    def _remove(self) -> None:
        if self._cover is not None:
            self._cover.hide()
            self._cover.deleteLater()
            self._cover = None

    def _wake(self) -> None:
        self._remove()
        self._watch.restart()
        if self._focus_before is not None and isValid(self._focus_before):
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._focus_work()

    def _wipe(self) -> None:
        self._remove()
        self.wipe_due.emit()
