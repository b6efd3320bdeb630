"""The one window: a bar, the present screen, the panel *Dit bezoek* and the status bar."""

import msgspec
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QMainWindow, QVBoxLayout, QWidget
from shiboken6 import isValid

from ido_kiosk.base import language, paths
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.qt import theme
from ido_kiosk.qt.layouts import Screen, swap
from ido_kiosk.window.actions import Actions
from ido_kiosk.window.cover import Cover, IdleWatch
from ido_kiosk.window.message import Message
from ido_kiosk.window.parts import Look, Parts
from ido_kiosk.window.screens import Screens
from ido_kiosk.window.status_bar import Courier, StatusBar
from ido_kiosk.window.top_bar import TopBar
from ido_kiosk.window.visit_panel import BESIDE_FROM, VisitPanel, shape_for

SMALLEST_WIDTH = 480
PANEL_WIDTH = 300
FRAME = QSize(16, 48)
"""Px that the title bar and edges of a window take at most."""
WORDS_BESIDE_FROM = 300
"""Px at 100 percent text: from this width the words of the bar fit beside their pictograms."""
LOW_UNDER = 560
"""Px at 100 percent text: under this height the bar and the panel give their room to the work."""
ANY_WIDTH = 16_777_215
"""Qt's own word for no limit."""


class Window(QMainWindow):
    """Shows screens and connects their signals; it knows no rules."""

    def __init__(self, parts: Parts, look: Look, application: QApplication) -> None:
        super().__init__()
        self._parts = parts
        self._look = look
        self._application = application
        self._can_log = False
        self._close_anyway = False
        self._screens = Screens(parts)
        self._screens.changed.connect(self._show_screen)
        self._screens.visit_changed.connect(self._refresh)
        self._screens.noted.connect(lambda text: self._message.note(text))
        self._screens.failed.connect(lambda text: self._message.warn(text))
        self._screens.finished.connect(self._invite_to_log)
        self._screens.keep_look_requested.connect(self._keep_look)
        self._actions = Actions(parts, self._screens, self)
        self._actions.said.connect(lambda text: self._message.say(text))
        self._actions.noted.connect(lambda text: self._message.note(text))
        self._actions.failed.connect(lambda text: self._message.warn(text))
        self._actions.changed.connect(self._refresh)
        self._courier = Courier(parts, self)
        self._courier.delivered.connect(lambda: self._status.refresh(self._courier.last))
        self._cover: Cover | None = None
        self._focus_before: QWidget | None = None
        self._watch = IdleWatch(parts.idle.cover_after, parts.idle.wipe_after, self._has_something_to_hide, self)
        self._watch.cover_due.connect(self._show_cover)
        self._watch.wipe_due.connect(self._wipe_after_idle)
        self._build()
        self._make_shortcuts()
        theme.on_system_change(self._follow_system)

    def present(self) -> None:
        """Show the window; a kiosk fills the screen."""
        if self._parts.kiosk:
            self.setGeometry(self.screen().geometry())  # without a window manager full screen alone does not fill it
            self.showFullScreen()
        else:
            self.resize(self._fitting_size())
            self.show()
        self.activateWindow()

    def _fitting_size(self) -> QSize:
        room = self.screen().availableSize() - FRAME
        return QSize(min(1280, room.width()), min(860, room.height()))

    def start_work(self) -> None:
        """The database is open: show what waits, and deliver from now on."""
        self._can_log = True
        self._refresh()
        self.deliver()

    def deliver(self) -> None:
        """Deliver what waits, now."""
        self._courier.go()

    def say(self, text: str) -> None:
        """Show good news."""
        self._message.say(text)

    def warn(self, text: str) -> None:
        """Show that something went wrong."""
        self._message.warn(text)

    def showEvent(self, event: QShowEvent) -> None:
        """Watch for input from now on."""
        super().showEvent(event)
        self._watch.watch(self.windowHandle())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panel beside or under the work, whichever fits."""
        super().resizeEvent(event)
        self._arrange()
        if self._cover is not None:
            self._cover.setGeometry(self.rect())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was not logged; a kiosk that fills the screen closes by Ctrl+Shift+Q only."""
        if self._parts.kiosk and not self.property("may_close"):
            event.ignore()
        elif self._actions.wipe() or self._close_anyway:
            self._clear_traces()
            event.accept()
        else:
            self._close_anyway = True  # the reason is told; the second time the window does close
            event.ignore()
        self.setProperty("may_close", False)

    def _make_shortcuts(self) -> None:
        for keys, action in (
            (("F9", "Ctrl+Return", "Ctrl+Enter"), self._actions.log),
            (("F12", "Ctrl+Shift+N"), self._new_visitor),
            (("Ctrl+Z",), self._actions.undo),
            (("Ctrl+K",), self._screens.home),
            (("F1",), self._screens.open_help),
            (("Ctrl+Shift+Q",), self.close_on_purpose),
        ):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.setAutoRepeat(False)
                shortcut.activated.connect(action)

    def _build(self) -> None:
        """Make all parts anew, in the present language and look."""
        self.setWindowTitle(_("Informatiepunt Digitale Overheid"))
        self.setMinimumWidth(SMALLEST_WIDTH)
        self._message = Message()
        self._panel = VisitPanel()
        self._panel.log_requested.connect(self._actions.log)
        self._panel.undo_requested.connect(self._actions.undo)
        self._panel.leave_out_requested.connect(self._actions.leave_out)
        self._panel.later_requested.connect(self._screens.open_waiting)
        self._status = StatusBar(self._parts)
        self._screen: QWidget = QWidget()
        self._work = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._work.setSpacing(0)
        self._work.addWidget(self._screen, 1)
        self._work.addWidget(self._panel)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._bar = self._top_bar()
        layout.addWidget(self._bar)
        layout.addWidget(self._message)
        layout.addLayout(self._work, 1)
        layout.addWidget(self._status)
        self.setCentralWidget(whole)
        self._arrange()
        self._refresh()
        self._show_screen()
        if self._cover is not None:
            self._cover.raise_()

    def _top_bar(self) -> TopBar:
        bar = TopBar(self._look.text_size, self._look.theme)
        bar.home_requested.connect(self._screens.home)
        bar.help_requested.connect(self._screens.open_help)
        bar.new_visitor_requested.connect(self._new_visitor)
        bar.language_chosen.connect(lambda code: self.change_look(language=code))
        bar.text_size_chosen.connect(lambda percent: self.change_look(text_size=percent))
        bar.theme_chosen.connect(lambda name: self.change_look(theme=name))
        return bar

    def _arrange(self) -> None:
        """Put the panel where there is room for it, and leave most room for the work."""
        wide, high = (length * 100 // self._look.text_size for length in (self.width(), self.height()))
        low, beside = high < LOW_UNDER, wide >= BESIDE_FROM
        self._bar.set_low(low and wide >= WORDS_BESIDE_FROM)
        self._work.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._panel.set_shape(shape_for(wide, low))
        self._status.set_short(not beside)
        self._status.setVisible(not low)
        width = PANEL_WIDTH * self._look.text_size // 100
        self._panel.setMinimumWidth(width if beside else 0)
        self._panel.setMaximumWidth(width if beside else ANY_WIDTH)

    def _show_screen(self) -> None:
        self._message.hide()
        self._watch.restart()
        fresh = self._screens.make()
        self._screen = swap(self._work, self._screen, fresh)
        QTimer.singleShot(0, fresh, self._focus_work)

    def _focus_work(self) -> None:
        if self._cover is None and isinstance(self._screen, Screen):
            self._screen.focus_first()

    def _refresh(self) -> None:
        """Show what the visit and the deliveries are now, as soon as the database is open."""
        if not self._can_log:
            return
        had_focus = self._panel.has_focus()
        self._panel.show_state(self._actions.state())
        if had_focus and not self._panel.has_focus() and not self._panel.focus_log():
            self._focus_work()
        self._status.refresh(self._courier.last)

    def _new_visitor(self) -> None:
        self._clear_traces()
        self._actions.next_visitor()

    def _clear_traces(self) -> None:
        """What a visitor may have left outside the visit: an open menu, the clipboard, the look."""
        popup = self._application.activePopupWidget()
        if popup is not None:
            popup.close()
        clipboard = QGuiApplication.clipboard()
        clipboard.clear(clipboard.Mode.Clipboard)
        if clipboard.supportsSelection():
            clipboard.clear(clipboard.Mode.Selection)
        own = self._parts.settings.section(Look)
        if self._look != own:
            self._use(own)

    def _has_something_to_hide(self) -> bool:
        visit = self._parts.visit
        return bool(visit.proposals or visit.logged or not self._screens.is_home())

    def _show_cover(self) -> None:
        if self._cover is not None:
            return
        self._focus_before = QApplication.focusWidget()
        self._cover = Cover(self, self._watch.seconds_left)
        self._cover.touched.connect(self._wake)
        self._cover.setGeometry(self.rect())
        self._cover.show()
        self._cover.raise_()
        self._cover.setFocus()

    def _remove_cover(self) -> None:
        if self._cover is not None:
            self._cover.hide()
            self._cover.deleteLater()
            self._cover = None

    def _wake(self) -> None:
        self._remove_cover()
        self._watch.restart()
        if self._focus_before is not None and isValid(self._focus_before):
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._focus_work()

    def _wipe_after_idle(self) -> None:
        self._remove_cover()
        self._clear_traces()
        if self._actions.wipe():
            self._message.note(_("Het vorige bezoek is gewist, omdat niemand iets deed."))

    def _invite_to_log(self) -> None:
        """A guide is at its end: the next key logs."""
        if self._parts.visit.proposals:
            QTimer.singleShot(0, self._panel, self._panel.focus_log)
            self._message.note(_("Klaar? Leg de vraag nu vast met Enter of F9."))

    def change_look(self, **changed: str | int) -> None:
        """Change language, theme or text size, for this visit."""
        self._use(msgspec.structs.replace(self._look, **changed))

    def _use(self, look: Look) -> None:
        self._look = look
        language.use(look.language, paths.translations())
        theme.apply(self._application, theme.resolve(look.theme), look.text_size)
        self._build()

    def _keep_look(self) -> None:
        """Make the present look that of this desk."""
        try:
            self._parts.settings.save(self._look)
        except DeskError as error:
            self._message.warn(str(error))
        else:
            self._message.say(_("Onthouden. Zo begint deze balie voortaan."))

    def _follow_system(self) -> None:
        """The computer's own colours or contrast changed: take them over, unless a theme was chosen here."""
        if not self._look.theme:
            self.change_look(theme="")

    def close_on_purpose(self) -> None:
        """Close, also a kiosk that fills the screen."""
        self.setProperty("may_close", True)
        self.close()
