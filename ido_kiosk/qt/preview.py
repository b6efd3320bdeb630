"""See a sheet before it is printed, and print it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractSlider, QApplication, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _, ngettext
from ido_kiosk.base.mistakes import report_mistake
from ido_kiosk.qt import printing
from ido_kiosk.qt.announce import announce
from ido_kiosk.qt.background import run
from ido_kiosk.qt.layouts import READING_WIDTH, Screen, WrappingRow, box, button, label, swap
from ido_kiosk.qt.printing import Printer
from ido_kiosk.qt.sheets import Sheets

_ZOOMS = (50, 75, 100, 150, 200, 300)
"""Percent of the width that fits."""

_MARGIN = 16
_SCROLLS = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}
_PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PreviewScreen(Screen):
    """One sheet. Signals: ``printed`` (it is on its way to the printer, nobody need wait for it), ``closed``.

    ``tell`` shows, in the window, that a print failed after this screen was left; ``unprinted`` is called when a print
    failed and none came out before, also then.
    """

    printed = Signal()
    closed = Signal()

    def __init__(
        self,
        pdf: bytes,
        title: str,
        tell: Callable[[str], None] = lambda _text: None,
        unprinted: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__()
        self.pdf = pdf
        self._tell = tell
        self._unprinted = unprinted
        self._came_out = False
        self._zoom = _ZOOMS.index(100)
        self._printers: list[Printer] | None = None
        self._looking = False
        self._looked_in_vain = 0
        self._asked = False
        self._chosen = ""
        self._state = ""
        self._sheets = Sheets(pdf, title)
        self._sheets.counted.connect(self._show_count)
        self._sheets.drawn.connect(self._show_pages)
        self._sheets.failed.connect(self._show_no_picture)
        self._count = label("", "muted")
        self._notice = _nothing()
        self._choice = _nothing()
        self._area = self._column(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar())
        layout.addWidget(self._area, 1)
        self.setAccessibleName(title)
        self._say("loading", _("Het blad wordt klaargezet."), "information")
        self._look_for_printers()

    def focus_first(self) -> None:
        """Put the focus on *Printen*."""
        self._print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_ready(self) -> bool:
        """Whether the pages are to be seen and it is known which printers there are."""
        return self._sheets.is_drawn() and self._printers is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll through the pages, wherever the focus is."""
        action = _SCROLLS.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            self._area.verticalScrollBar().triggerAction(action)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the pages to the room; a second press of a double click or a key held down prints nothing more."""
        if watched is self._area.viewport():
            if event.type() == QEvent.Type.Resize:
                self._fit()
            return False
        held = isinstance(event, QKeyEvent) and event.isAutoRepeat() and event.key() in _PRESSES
        return held or event.type() == QEvent.Type.MouseButtonDblClick

    def _bar(self) -> QWidget:
        way_back = button(_("Terug"), "", "back", key="Esc")
        way_back.clicked.connect(self.closed)
        self._print_button = button(_("Printen"), "primary", key="Ctrl+P")
        self._print_button.clicked.connect(self._print)
        self._print_button.installEventFilter(self)
        for shortcut in self._print_button.findChildren(QShortcut):
            shortcut.setAutoRepeat(False)
        smaller = button(_("Kleiner"), key="Ctrl+-")
        smaller.clicked.connect(lambda: self._change_zoom(-1))
        larger = button(_("Groter"), key="Ctrl++")
        larger.clicked.connect(lambda: self._change_zoom(1))
        QShortcut(QKeySequence("Ctrl+="), larger).activated.connect(larger.click)
        return WrappingRow([way_back, self._print_button, smaller, larger], "bar", margin=12)

    def _column(self, title: str) -> QScrollArea:
        self._head = QWidget()
        self._head_layout = QVBoxLayout(self._head)
        self._head_layout.setContentsMargins(0, 0, 0, 0)
        self._head_layout.setSpacing(12)
        for part in (label(title, "title"), self._notice, self._count, self._choice):
            self._head_layout.addWidget(part)
        whole = QWidget()
        whole.setObjectName("page")
        column = QVBoxLayout(whole)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 24)
        column.setSpacing(12)
        column.addWidget(self._head)
        column.addWidget(self._sheets)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(whole)
        area.viewport().installEventFilter(self)
        self._add_sideways_keys(area)
        return area

    def _add_sideways_keys(self, area: QScrollArea) -> None:
        sideways = area.horizontalScrollBar()
        sideways.setSingleStep(80)
        for key, action in (
            ("Ctrl+Left", QAbstractSlider.SliderAction.SliderSingleStepSub),
            ("Ctrl+Right", QAbstractSlider.SliderAction.SliderSingleStepAdd),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(partial(sideways.triggerAction, action))

    def _fit(self) -> None:
        room = self._area.viewport().width() - 2 * _MARGIN
        fitting = min(room, READING_WIDTH * QApplication.font().pixelSize())
        self._head.setFixedWidth(fitting)
        self._sheets.set_width(fitting * _ZOOMS[self._zoom] // 100)

    def _change_zoom(self, steps: int) -> None:
        self._zoom = min(max(self._zoom + steps, 0), len(_ZOOMS) - 1)
        self._fit()
        announce(self, _("{percent} procent").format(percent=_ZOOMS[self._zoom]))

    def _show_count(self, count: int) -> None:
        self._count.setText(ngettext("{count} blad", "{count} bladen", count).format(count=count))

    def _show_pages(self) -> None:
        self._end_state("loading")

    def _show_no_picture(self, error: Exception) -> None:
        report_mistake(type(error), error.__traceback__)
        self._say("no picture", _("Het voorbeeld is niet te zien. U kunt het blad wel printen."), "error")

    def _look_for_printers(self) -> None:
        if not self._looking:
            self._looking = True
            run(self, printing.printers, self._show_printers, self._show_error)

    def _show_printers(self, printers: list[Printer]) -> None:
        asked, self._asked, self._looking = self._asked, False, False
        self._printers = printers
        self._looked_in_vain = 0 if printers else self._looked_in_vain + 1
        self._offer_choice()
        if not printers:
            self._say_no_printer()
        elif asked:
            self._send()
        else:
            self._end_state("searching")

    def _say_no_printer(self) -> None:
        again = button(_("Zoek opnieuw"))
        again.clicked.connect(self._search)
        text = _(
            "Er is geen printer gevonden. Zet de printer aan en controleer de kabel of de wifi. "
            "Probeer het dan opnieuw."
        )
        if self._looked_in_vain > 1:
            text = _(
                "Nog steeds geen printer gevonden, na {times} keer zoeken. Vraag de beheerder om hulp. "
                "Wacht de bezoeker? Schrijf dan op wat nodig is, of laat de bezoeker een foto maken van dit blad."
            ).format(times=self._looked_in_vain)
        self._say("no printer", text, "error", again)

    def _search(self) -> None:
        self.focus_first()
        self._say("searching", _("Even zoeken naar een printer."), "information")
        self._look_for_printers()

    def _offer_choice(self) -> None:
        """Let the volunteer choose where there is a choice; a printer chosen before stays chosen while it is there."""
        names = [printer.name for printer in self._printers or []]
        if self._chosen not in names:
            self._chosen = names[0] if names else ""
        if len(names) > 1:
            self._choice = swap(self._head_layout, self._choice, self._chooser(names))
            self._choice.show()
        else:
            self._choice = swap(self._head_layout, self._choice, _nothing())

    def _chooser(self, names: list[str]) -> QPushButton:
        chooser = button(_("Printer: {name}").format(name=self._chosen), "choice", "printer")
        menu = QMenu(chooser)
        group = QActionGroup(menu)
        for name in names:
            entry = QAction(name, group)
            entry.setCheckable(True)
            entry.setChecked(name == self._chosen)
            entry.triggered.connect(lambda _checked, name=name: self._choose(name))
            menu.addAction(entry)
        chooser.setMenu(menu)
        return chooser

    def _choose(self, name: str) -> None:
        self._chosen = name
        self._offer_choice()
        self._choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _print(self) -> None:
        if self._state == "printing":
            return
        if self._printers:
            self._send()
        else:
            self._asked = True
            self._search()

    def _send(self) -> None:
        self._say("printing", _("Het blad gaat naar de printer. Dit kan even duren."), "information")
        # The window outlives this screen, which may be left before the printer is done.
        run(self.window(), partial(printing.send, self.pdf, self._chosen), self._show_printed, self._show_failure)
        self.printed.emit()

    def _show_failure(self, error: Exception) -> None:
        if not self._came_out:
            self._unprinted()
        self._show_error(error)

    def _show_printed(self, _none: None) -> None:
        self._came_out = True
        if isValid(self):
            self._say("printed", _("Het blad ligt bij de printer."), "good")

    def _show_error(self, error: Exception) -> None:
        known = isinstance(error, DeskError)
        text = str(error) if known else report_mistake(type(error), error.__traceback__)
        if not isValid(self) or not self.isVisible():
            self._tell(text)
        if isValid(self):
            self._looking = self._asked = False
            self._say("failed", text, "error")
            if known:
                self._look_for_printers()

    def _end_state(self, state: str) -> None:
        """Take the notice of this state away; another one stays."""
        if self._state == state:
            self._state = ""
            self._notice = swap(self._head_layout, self._notice, _nothing())

    def _say(self, state: str, text: str, kind: str, remedy: QPushButton | None = None) -> None:
        """Show above the pages how things are, and have a screen reader say it."""
        frame, layout = box(kind)
        layout.addWidget(label(text))
        if remedy:
            layout.addWidget(remedy)
        self._state = state
        self._notice = swap(self._head_layout, self._notice, frame)
        self._notice.show()
        self._area.verticalScrollBar().setValue(0)
        announce(self, text)


def _nothing() -> QWidget:
    """A place for what is not there yet."""
    place = QWidget()
    place.hide()
    return place
