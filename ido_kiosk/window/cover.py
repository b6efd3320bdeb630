"""The cover over an idle desk: any key or tap brings the visit back, later the visit is wiped.

Where visitors are on their own it comes shortly before, and counts down.
"""

import math
from collections.abc import Callable

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from ido_kiosk.base.language import _, ngettext
from ido_kiosk.desk.service import ThisDesk
from ido_kiosk.qt.announce import announce
from ido_kiosk.qt.layouts import label
from ido_kiosk.window.needs import Needs
from ido_kiosk.window.parts import Parts

_INPUT = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)
_WAKES = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)

_SECOND = 1000
"""In the milliseconds of a timer."""


class Times(msgspec.Struct, frozen=True):
    """After how many seconds without input an idle desk is covered and wiped."""

    cover_after: float
    wipe_after: float
    counts_down: bool
    """Whether the cover is a warning to who is on his own."""


def times_of(parts: Parts) -> Times:
    """As this desk is set now."""
    idle = parts.idle
    if parts.settings.section(ThisDesk).is_unattended(parts.kiosk):
        return Times(max(0.0, idle.unattended_after - idle.warning), idle.unattended_after, True)
    return Times(idle.cover_after, idle.wipe_after, False)


class Cover(QFrame):
    """Hides what is on the screen. Signal: ``touched``; the key or tap that does so does nothing else."""

    touched = Signal()

    def __init__(self, parent: QWidget, seconds_left: Callable[[], float], counts_down: bool) -> None:
        """``seconds_left``: until the visit is wiped; with ``counts_down`` they are shown one by one."""
        super().__init__(parent)
        self._seconds_left, self._counts_down = seconds_left, counts_down
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        title = label(_("Bent u er nog?") if counts_down else _("Even pauze"), "title")
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
        self._tick.start(_SECOND if counts_down else 10 * _SECOND)
        self._warn()
        if counts_down:
            announce(self, f"{title.text()} {self._warning.text()} {text.text()}")

    def _warn(self) -> None:
        if self._counts_down:
            seconds = max(1, round(self._seconds_left()))
            text = ngettext(
                "Over {seconds} seconde wordt alles gewist.", "Over {seconds} seconden wordt alles gewist.", seconds
            )
            self._warning.setText(text.format(seconds=seconds))
            return
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

    ``cover_due`` comes only while there is something to hide; ``wipe_due`` also while something is to be put back.
    """

    cover_due = Signal()
    wipe_due = Signal()

    def __init__(self, times: Times, needs: Needs, parent: QObject) -> None:
        super().__init__(parent)
        self._cover = self._timer(self.cover_due, needs.hiding)
        self._wipe = self._timer(self.wipe_due, lambda: needs.hiding() or needs.putting_back())
        self.use(times)

    def use(self, times: Times) -> None:
        """Count from the start again, to these times."""
        self._cover.setInterval(round(times.cover_after * _SECOND))
        self._wipe.setInterval(round(times.wipe_after * _SECOND))
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

    def _timer(self, due: SignalInstance, is_needed: Callable[[], bool]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(lambda: due.emit() if is_needed() else None)
        return timer


class Covering(QObject):
    """Covers an idle window, and says when its visit is to be wiped. Signal: ``wipe_due``, the cover is off by then."""

    wipe_due = Signal()

    def __init__(self, window: QWidget, parts: Parts, needs: Needs, focus_work: Callable[[], None]) -> None:
        """``focus_work`` puts the focus where the work goes on, when what had it is gone."""
        super().__init__(window)
        self._window, self._parts = window, parts
        self._focus_work = focus_work
        self._cover: Cover | None = None
        self._focus_before: QWidget | None = None
        self._watch = IdleWatch(times_of(parts), needs, self)
        self._watch.cover_due.connect(self._show)
        self._watch.wipe_due.connect(self._wipe)

    def watch(self, window: QWindow) -> None:
        """Count input in this window from now on."""
        self._watch.watch(window)

    def restart(self) -> None:
        """Count from the start again, as this desk is set now."""
        self._watch.use(times_of(self._parts))

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
        self._cover = Cover(self._window, self._watch.seconds_left, times_of(self._parts).counts_down)
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
