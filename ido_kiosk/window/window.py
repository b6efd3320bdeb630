"""The one window: a bar, the present screen, the panel *Dit bezoek* and the status bar."""

import msgspec
from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QMainWindow

from ido_kiosk.base import language, paths
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.qt import theme
from ido_kiosk.qt.announce import announce
from ido_kiosk.qt.layouts import Screen, swap
from ido_kiosk.qt.reading_order import go_on
from ido_kiosk.window.actions import Actions
from ido_kiosk.window.arrangement import Places, arrange, put_together, show_window, size_window
from ido_kiosk.window.cover import Covering
from ido_kiosk.window.keys import TabKey, add_keys
from ido_kiosk.window.log_actions import LogActions
from ido_kiosk.window.message import Message
from ido_kiosk.window.needs import needs_of
from ido_kiosk.window.parts import Look, Parts
from ido_kiosk.window.screens import Screens
from ido_kiosk.window.status_bar import Courier, StatusBar
from ido_kiosk.window.strip import WIDTH, Strip, refusal
from ido_kiosk.window.top_bar import TopBar
from ido_kiosk.window.traces import clear_outside
from ido_kiosk.window.view import View
from ido_kiosk.window.visit_panel import VisitPanel

SMALLEST_WIDTH = 480


class Window(QMainWindow):
    """Shows screens and connects their signals; it knows no rules."""

    def __init__(self, parts: Parts, look: Look, application: QApplication) -> None:
        super().__init__()
        self._parts = parts
        self._look = look
        self._application = application
        self._can_log = self._close_anyway = False
        self._tab_key: TabKey | None = None
        self._view = View()
        self._screens = self._connected_screens()
        self._actions = self._connected_actions()
        self._log_actions = LogActions(parts, self._actions, self._screens)
        self._courier = Courier(parts, self._screens.read_sent, self)
        self._courier.delivered.connect(lambda: self._status.refresh(self._courier.last))
        self._needs = needs_of(parts, self._screens, lambda: self._look, self._view)
        self._covering = Covering(self, parts, self._needs, self._focus_work)
        self._covering.wipe_due.connect(self._wipe_after_idle)
        self._strip = Strip(self, self._view, self._log_actions.beside)
        self.setMinimumWidth(SMALLEST_WIDTH)
        size_window(self, parts.kiosk)
        self._build()
        theme.on_system_change(self._follow_system)

    def _connected_screens(self) -> Screens:
        made = Screens(self._parts, self._view)
        made.changed.connect(self._show_screen)
        made.visit_changed.connect(self._refresh)
        made.noted.connect(self.note)
        made.failed.connect(self.warn)
        made.finished.connect(self._invite_to_log)
        made.keep_look_requested.connect(self._keep_look)
        made.visitor_view_toggled.connect(self.toggle_visitor_view)
        made.strip_toggled.connect(self.toggle_strip)
        return made

    def _connected_actions(self) -> Actions:
        made = Actions(self._parts, self._screens, self)
        made.said.connect(self.say)
        made.noted.connect(self.note)
        made.failed.connect(self.warn)
        made.changed.connect(self._refresh)
        return made

    def present(self) -> None:
        """Show the window; a kiosk fills the screen."""
        show_window(self, fills_screen=self._parts.kiosk)

    def start_work(self) -> None:
        """The database is open: show what waits, let the keys work, and deliver from now on."""
        self._can_log = True
        self._make_shortcuts()
        self._log_actions.start()
        self._courier.start()

    def deliver(self) -> None:
        """Deliver what waits, now."""
        self._courier.go(now=True)

    def say(self, text: str) -> None:
        """Show good news."""
        self._message.say(text)

    def note(self, text: str) -> None:
        """Show what is neither good nor bad."""
        self._message.note(text)

    def warn(self, text: str) -> None:
        """Show that something went wrong."""
        self._message.warn(text)

    def showEvent(self, event: QShowEvent) -> None:
        """Watch for input from now on."""
        super().showEvent(event)
        self._covering.watch(self.windowHandle())
        self._tab_key = self._tab_key or TabKey(self.windowHandle(), self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panel beside or under the work, whichever fits."""
        super().resizeEvent(event)
        self._arrange()
        self._covering.follow()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes in the order of reading."""
        is_asked = self._tab_key is not None and self._tab_key.take() and not self._covering.is_on()
        return (is_asked and go_on(self, forward)) or super().focusNextPrevChild(forward)

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
        add_keys(self, ("F9", "Ctrl+Return", "Ctrl+Enter"), self._actions.log)
        self._log_actions.add_keys(self)
        add_keys(self, ("F12", "Ctrl+Shift+N"), self._new_visitor)
        add_keys(self, ("Ctrl+Z",), self._actions.undo)
        add_keys(self, ("Ctrl+K",), self._screens.ask_home)
        add_keys(self, ("F1",), self._screens.open_help)
        add_keys(self, ("F6", "Ctrl+Shift+B"), self.toggle_visitor_view)
        add_keys(self, ("F8", "Ctrl+Shift+S"), self.toggle_strip)
        add_keys(self, ("Ctrl+Shift+Q",), self.close_on_purpose)

    def _build(self) -> None:
        """Make all parts anew, in the present language and look."""
        self._message = Message()
        self._panel = self._visit_panel()
        self._status = StatusBar(self._parts)
        self._screen = Screen()
        self._work = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._work.setSpacing(0)
        self._work.addWidget(self._screen, 1)
        self._work.addWidget(self._panel)
        bar = self._top_bar()
        self._log_actions.connect_parts(self._panel, bar)
        self._places = Places(bar, self._message, self._work, self._panel, self._status)
        put_together(self, self._places)
        self._refresh()
        self._show_screen()
        self._covering.follow()

    def _visit_panel(self) -> VisitPanel:
        panel = VisitPanel()
        panel.ordinary_view_requested.connect(self.toggle_visitor_view)
        return panel

    def _top_bar(self) -> TopBar:
        bar = TopBar(self._look.text_size, self._look.theme, self._parts.settings)
        bar.home_requested.connect(self._screens.ask_home)
        bar.help_requested.connect(self._screens.open_help)
        bar.new_visitor_requested.connect(self._new_visitor)
        bar.language_chosen.connect(lambda code: self.change_look(language=code))
        bar.text_size_chosen.connect(lambda percent: self.change_look(text_size=percent))
        bar.theme_chosen.connect(lambda name: self.change_look(theme=name))
        return bar

    def _percent(self) -> int:
        """The text size now: in the visitor's view one size larger."""
        return theme.larger(self._look.text_size) if self._view.visitor else self._look.text_size

    def _arrange(self) -> None:
        arrange(self._places, self.size() * 100 / self._percent(), self._percent(), self._view, self._screen)

    def toggle_visitor_view(self) -> None:
        """Show what the visitor may see only, larger; or all of it again."""
        if not self._view.visitor and self._screen.is_for_volunteers():
            self.note(_("Dit scherm is alleen voor vrijwilligers. Daar is geen bezoekersbeeld van."))
            return
        self._view.visitor = not self._view.visitor
        self._use(self._look)
        announce(self, _("Bezoekersbeeld staat aan.") if self._view.visitor else _("Bezoekersbeeld staat uit."))

    def toggle_strip(self) -> None:
        """Shrink to a strip that stays over the browser; or grow again."""
        if not self._view.strip and (refused := refusal(self._screen, self._parts.kiosk)):
            self.note(refused)
            return
        self._strip.toggle()
        self._build()
        self._strip.fit(self._screen, self._percent())
        announce(self, _("Strook.") if self._view.strip else _("Groot venster."))

    def _show_screen(self) -> None:
        self._message.hide()
        self._covering.restart()
        fresh = self._screens.make()
        if self._view.visitor and fresh.is_for_volunteers():
            self._view.visitor = False
            QTimer.singleShot(0, self, lambda: self._use(self._look))
        fresh.windowTitleChanged.connect(self._show_place)
        self._screen = swap(self._work, self._screen, fresh)
        self._arrange()
        self._show_place()
        QTimer.singleShot(0, fresh, self._focus_work)

    def _show_place(self) -> None:
        """A new screen or step: say it in the title, and give it its room in the strip."""
        self.setWindowTitle(self._screen.place() or _("Informatiepunt Digitale Overheid"))
        if self._view.strip and self._screen.wanted_height(WIDTH) is None:
            QTimer.singleShot(0, self, self._end_strip)
        elif self._view.strip:
            QTimer.singleShot(0, self._screen, lambda: self._strip.fit(self._screen, self._percent()))

    def _end_strip(self) -> None:
        """The strip is for guides only."""
        self._strip.leave()
        self._arrange()

    def _focus_work(self) -> None:
        if not self._covering.is_on():
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
        if self._screens.holds_back() or self._screens.letters.holds_back():
            return
        self._clear_traces()
        self._actions.next_visitor()

    def _clear_traces(self) -> None:
        """What a visitor may have left outside the visit: an open menu, the clipboard, the look."""
        clear_outside(self._application)
        own = self._parts.settings.section(Look)
        if self._look != own or not self._view.is_ordinary():
            self._view.visitor = False
            self._strip.leave()
            self._use(own)

    def _wipe_after_idle(self) -> None:
        was_used = self._needs.hiding()
        self._clear_traces()
        if self._actions.wipe() and was_used:
            self.note(_("Het vorige bezoek is gewist, omdat niemand iets deed."))

    def _invite_to_log(self) -> None:
        """A guide is at its end: the next key logs."""
        if self._parts.visit.proposals:
            QTimer.singleShot(0, self._panel, self._panel.focus_log)
            self.note(_("Klaar? Leg de vraag nu vast met Enter of F9."))

    def change_look(self, **changed: str | int) -> None:
        """Change language, theme or text size, for this visit."""
        self._use(msgspec.structs.replace(self._look, **changed))

    def _use(self, look: Look) -> None:
        self._look = look
        language.use(look.language, paths.translations())
        theme.apply(self._application, theme.resolve(look.theme), self._percent())
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
