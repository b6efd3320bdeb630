"""See a sheet before it is printed, and print it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _, ngettext
from ido_kiosk.base.mistakes import report_mistake
from ido_kiosk.qt import preview_parts as parts
from ido_kiosk.qt import printing
from ido_kiosk.qt.announce import announce
from ido_kiosk.qt.background import run
from ido_kiosk.qt.layouts import READING_WIDTH, Screen, box, button, label, swap
from ido_kiosk.qt.preview_parts import Kind, nothing
from ido_kiosk.qt.printing import Printer
from ido_kiosk.qt.sheets import Sheets

_ZOOMS = (50, 75, 100, 150, 200, 300)
"""Percent of the width that fits."""

_MARGIN = 16
_PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PreviewScreen(Screen):
    """One sheet, and others to choose instead.

    Signals: ``printed`` (one for the visitor is on its way to the printer, nobody need wait for it), ``kind_chosen``
    (id: make that sheet and give it to ``show_sheet``), ``closed``.

    ``tell`` shows, in the window, that a print failed after this screen was left; ``unprinted`` is called when a print
    for the visitor failed and none came out before, ``came_out`` with the kind of a sheet that lies at the printer,
    also then. ``remark`` is what to know before printing.
    """

    printed = Signal()
    kind_chosen = Signal(str)
    closed = Signal()

    def __init__(
        self,
        pdf: bytes,
        title: str,
        tell: Callable[[str], None] = lambda _text: None,
        unprinted: Callable[[], None] = lambda: None,
        kinds: Sequence[Kind] = (),
        chosen: str = "",
        remark: str = "",
        came_out: Callable[[str], None] = lambda _kind: None,
    ) -> None:
        super().__init__()
        self.pdf = pdf
        self._kinds = {kind.id: kind for kind in kinds}
        self._kind = chosen
        self._tell = tell
        self._unprinted = unprinted
        self._note_out, self._came_out = came_out, False
        self._zoom = _ZOOMS.index(100)
        self._printers: list[Printer] | None = None
        self._looking = self._asked = self._is_making = False
        self._looked_in_vain = 0
        self._chosen = self._state = ""
        self._count = label("", "muted")
        self._notice, self._choice, self._kind_choice = (nothing() for _part in range(3))
        self._sheets = self._pages(title)
        self._area = self._column(title, remark)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar())
        layout.addWidget(self._area, 1)
        self.setAccessibleName(title)
        self._offer_kinds()
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
        action = parts.SCROLLS.get(Qt.Key(event.key()))
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
        self._print_button = button(_("Printen"), "primary", key="Ctrl+P")
        self._print_button.clicked.connect(self._print)
        self._print_button.installEventFilter(self)
        return parts.bar(self._print_button, self.closed.emit, self._change_zoom)

    def _pages(self, title: str) -> Sheets:
        sheets = Sheets(self.pdf, title)
        sheets.counted.connect(self._show_count)
        sheets.drawn.connect(self._show_pages)
        sheets.failed.connect(self._show_no_picture)
        return sheets

    def _column(self, title: str, remark: str) -> QScrollArea:
        self._head = QWidget()
        self._head_layout = QVBoxLayout(self._head)
        self._head_layout.setContentsMargins(0, 0, 0, 0)
        self._head_layout.setSpacing(12)
        self._title = label(title, "title")
        remarks = [label(remark, "small")] if remark else []
        for part in (self._title, self._notice, self._kind_choice, *remarks, self._count, self._choice):
            self._head_layout.addWidget(part)
        whole = QWidget()
        whole.setObjectName("page")
        self._layout_of_pages = QVBoxLayout(whole)
        self._layout_of_pages.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 24)
        self._layout_of_pages.setSpacing(12)
        self._layout_of_pages.addWidget(self._head)
        self._layout_of_pages.addWidget(self._sheets)
        self._layout_of_pages.addStretch(1)
        area = parts.scroll_area(whole, self)
        area.viewport().installEventFilter(self)
        return area

    def show_sheet(self, pdf: bytes, title: str) -> None:
        """Show the sheet of the kind that was chosen; print it when that was asked meanwhile."""
        self.pdf = pdf
        self._title.setText(title)
        self.setAccessibleName(title)
        before, self._sheets = self._sheets, self._pages(title)
        swap(self._layout_of_pages, before, self._sheets).show()
        self._fit()
        self._is_making = False
        if self._asked:
            self._asked = False
            self._print()

    def keep_sheet(self, kind: str) -> None:
        """The sheet that was chosen could not be made: the one before it stays."""
        self._kind, self._is_making, self._asked = kind, False, False
        self._end_state("loading")
        self._offer_kinds()

    def _offer_kinds(self) -> None:
        """Let the volunteer choose another sheet, where there are others."""
        if self._kinds:
            made = parts.kind_chooser(self._kinds, self._kind, self._choose_kind)
            self._kind_choice = swap(self._head_layout, self._kind_choice, made)
            self._kind_choice.show()

    def _choose_kind(self, kind: str) -> None:
        if kind != self._kind and not self._is_making:
            self._kind, self._is_making = kind, True
            self._offer_kinds()
            self.focus_first()
            self._say("loading", _("Het blad wordt klaargezet."), "information")
            self.kind_chosen.emit(kind)

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
        if self._state == "loading" and self._printers == []:
            self._say_no_printer()
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
        self._say("no printer", parts.no_printer_text(self._looked_in_vain), "error", again)

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
            made = parts.printer_chooser(names, self._chosen, self._choose)
            self._choice = swap(self._head_layout, self._choice, made)
            self._choice.show()
        else:
            self._choice = swap(self._head_layout, self._choice, nothing())

    def _choose(self, name: str) -> None:
        self._chosen = name
        self._offer_choice()
        self._choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _print(self) -> None:
        if self._state == "printing":
            return
        if self._is_making:
            self._asked = True
        elif self._printers:
            self._send()
        else:
            self._asked = True
            self._search()

    def _send(self) -> None:
        self._say("printing", _("Het blad gaat naar de printer. Dit kan even duren."), "information")
        for_visitor = parts.is_for_visitor(self._kinds, self._kind)
        work = partial(printing.send, self.pdf, self._chosen)
        # The window outlives this screen, which may be left before the printer is done.
        run(self.window(), work, partial(self._show_printed, self._kind), partial(self._show_failure, for_visitor))
        if for_visitor:
            self.printed.emit()

    def _show_failure(self, for_visitor: bool, error: Exception) -> None:
        if for_visitor and not self._came_out:
            self._unprinted()
        self._show_error(error)

    def _show_printed(self, kind: str, _none: None) -> None:
        self._came_out = self._came_out or parts.is_for_visitor(self._kinds, kind)
        self._note_out(kind)
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
            self._notice = swap(self._head_layout, self._notice, nothing())

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
