"""The one window: a bar, the present screen, the panel *Dit bezoek* and the status bar."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QMainWindow, QVBoxLayout, QWidget

from ido_kiosk.base import language, paths
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.qt import theme
from ido_kiosk.qt.layouts import swap
from ido_kiosk.window.cover import Cover, IdleWatch
from ido_kiosk.window.message import Message
from ido_kiosk.window.parts import Look, Parts
from ido_kiosk.window.screens import Screens
from ido_kiosk.window.status_bar import Courier, StatusBar
from ido_kiosk.window.top_bar import TopBar
from ido_kiosk.window.visit_panel import PanelState, VisitPanel

SMALLEST_WIDTH = 480
BESIDE_FROM = 900
"""Px at 100 percent text: from this width the panel stands beside the work, else under it."""
STRIP_FROM = 440
"""Px at 100 percent text: from this width words and buttons of the panel fit beside each other in a strip."""
PANEL_WIDTH = 300
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
        self._screens = Screens(parts)
        self._screens.changed.connect(self._show_screen)
        self._screens.visit_changed.connect(self._refresh)
        self._screens.said.connect(lambda text: self._message.say(text))
        self._screens.undo_requested.connect(self._undo)
        self._screens.failed.connect(lambda text: self._message.warn(text))
        self._courier = Courier(parts, self)
        self._courier.delivered.connect(lambda: self._status.refresh(self._courier.last))
        self._cover: Cover | None = None
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
        room = self.screen().availableSize()
        return QSize(min(1280, room.width()), min(860, room.height()))

    def start_work(self) -> None:
        """The database is open: show what waits, and deliver from now on."""
        self._can_log = True
        self._refresh()
        self._courier.go()

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
        elif self._act(self._parts.visit.end):
            self._wipe_clipboard()
            event.accept()
        else:
            event.ignore()

    def _make_shortcuts(self) -> None:
        for keys, action in (
            (("F9", "Ctrl+Return", "Ctrl+Enter"), self._log),
            (("F12", "Ctrl+Shift+N"), self._new_visitor),
            (("Ctrl+Z",), self._undo),
            (("Ctrl+K",), self._screens.home),
            (("F1",), self._screens.open_help),
            (("Ctrl+Shift+Q",), self._close_on_purpose),
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
        self._panel.log_requested.connect(self._log)
        self._panel.undo_requested.connect(self._undo)
        self._panel.leave_out_requested.connect(self._leave_out)
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
        layout.addWidget(self._top_bar())
        layout.addWidget(self._message)
        layout.addLayout(self._work, 1)
        layout.addWidget(self._status)
        self.setCentralWidget(whole)
        self._arrange()
        self._refresh()
        self._show_screen()

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
        """Put the panel where there is room for it."""
        room = self.width() * 100 // self._look.text_size
        beside = room >= BESIDE_FROM
        self._work.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._panel.set_shape("beside" if beside else "strip" if room >= STRIP_FROM else "stack")
        self._status.set_short(not beside)
        width = PANEL_WIDTH * self._look.text_size // 100
        self._panel.setMinimumWidth(width if beside else 0)
        self._panel.setMaximumWidth(width if beside else ANY_WIDTH)

    def _show_screen(self) -> None:
        self._message.hide()
        self._watch.restart()
        fresh = self._screens.make()
        self._screen = swap(self._work, self._screen, fresh)
        QTimer.singleShot(0, fresh, fresh.focus_first)

    def _refresh(self) -> None:
        """Show what the visit and the deliveries are now, as soon as the database is open."""
        if not self._can_log:
            return
        from ido_kiosk.questions import service as questions

        visit = self._parts.visit
        state = PanelState(
            proposals=tuple((topic, self._topic(topic)) for topic in visit.proposals),
            logged=tuple(self._topic(entry.topic) for entry in visit.logged),
            later=len(questions.waiting()),
            can_undo=bool(visit.logged),
        )
        self._panel.show_state(state)
        self._status.refresh(self._courier.last)

    def _topic(self, code: str) -> str:
        return self._screens.say("onderwerpen", code)

    def _act(self, action: Callable[[], object]) -> bool:
        """Do something that may be refused; the reason is shown. Gives whether it was done."""
        try:
            action()
        except DeskError as error:
            self._message.warn(str(error))
            return False
        return True

    def _log(self) -> None:
        visit = self._parts.visit
        if not visit.proposals:
            self._message.say(_("Er is niets om vast te leggen. Open een gids of kies zelf een onderwerp."))
            return
        words = ", ".join(self._topic(topic) for topic in visit.proposals)
        if self._act(visit.log):
            self._screens.home()
            self._message.say(_("Vastgelegd: {question}").format(question=words))
        self._refresh()

    def _undo(self) -> None:
        topic = ""

        def take_back() -> None:
            nonlocal topic
            topic = self._parts.visit.take_back() or ""

        if self._act(take_back) and topic:
            self._message.say(_("Niet meer vastgelegd: {question}").format(question=self._topic(topic)))
        self._refresh()

    def _leave_out(self, topic: str) -> None:
        self._parts.visit.leave_out(topic)
        self._refresh()

    def _new_visitor(self) -> None:
        waits = bool(self._parts.visit.proposals)
        if self._wipe():
            done = _("Klaar voor de volgende bezoeker.")
            self._message.say(f"{done} {_('De vraag wacht bij Later vastleggen.')}" if waits else done)

    def _wipe(self) -> bool:
        """Forget everything of this visit. Gives False, with the reason on the screen, when that could not be done."""
        popup = self._application.activePopupWidget()
        if popup is not None:
            popup.close()
        self._wipe_clipboard()
        done = self._act(self._parts.visit.end)
        if done:
            self._screens.forget()
        self._refresh()
        return done

    def _wipe_clipboard(self) -> None:
        clipboard = QGuiApplication.clipboard()
        clipboard.clear(clipboard.Mode.Clipboard)
        if clipboard.supportsSelection():
            clipboard.clear(clipboard.Mode.Selection)

    def _has_something_to_hide(self) -> bool:
        visit = self._parts.visit
        return bool(visit.proposals or visit.logged or not self._screens.is_home())

    def _show_cover(self) -> None:
        minutes_left = (self._parts.idle.wipe_after - self._parts.idle.cover_after) // 60_000
        self._cover = Cover(self, minutes_left)
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
        self._show_screen()

    def _wipe_after_idle(self) -> None:
        self._remove_cover()
        if self._wipe():
            self._message.say(_("Het vorige bezoek is gewist, omdat niemand iets deed."))

    def change_look(self, **changed: str | int) -> None:
        self._look = msgspec.structs.replace(self._look, **changed)
        language.use(self._look.language, paths.translations())
        theme.apply(self._application, theme.resolve(self._look.theme), self._look.text_size)
        self._build()
        try:
            self._parts.settings.save(self._look)
        except OSError:
            self._message.warn(_("Deze keuze geldt nu wel, maar is niet bewaard. Kijk of de schijf vol is."))

    def _follow_system(self) -> None:
        """The computer's own colours or contrast changed: take them over, unless a theme was chosen here."""
        if not self._look.theme:
            self.change_look(theme="")

    def _close_on_purpose(self) -> None:
        self.setProperty("may_close", True)
        self.close()
