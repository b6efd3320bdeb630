"""See a sheet before it is printed, and print it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from ido_kiosk.base.language import _, ngettext
from ido_kiosk.base.mistakes import report_mistake
from ido_kiosk.qt import preview_parts as parts
from ido_kiosk.qt.announce import announce
from ido_kiosk.qt.layouts import READING_WIDTH, Screen, button, label, swap
from ido_kiosk.qt.notice import Notice
from ido_kiosk.qt.preview_parts import Kind, nothing
from ido_kiosk.qt.printer_part import Outcomes, PrinterPart, PrintOrder
from ido_kiosk.qt.sheets import Sheets

_ZOOMS = (50, 75, 100, 150, 200, 300)
"""Percent of the width that fits."""

_MARGIN = 16
_SLACK = 2
"""Px: PDFium sometimes draws a page so much wider than was asked."""
_NOBODY = Outcomes()
_PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PreviewScreen(Screen):
    """One sheet, and others to choose instead.

    Signals: ``printed`` (one for the visitor is on its way to the printer, nobody need wait for it), ``kind_chosen``
    (id: make that sheet and give it to ``show_sheet``), ``closed``.

    ``outcomes`` hears how prints end, also after this screen was left. ``remark`` is what to know before printing.
    """

    printed = Signal()
    kind_chosen = Signal(str)
    closed = Signal()

    def __init__(
        self,
        pdf: bytes,
        title: str,
        outcomes: Outcomes = _NOBODY,
        kinds: Sequence[Kind] = (),
        chosen: str = "",
        remark: str = "",
    ) -> None:
        super().__init__()
        self.pdf = pdf
        self._kinds = {kind.id: kind for kind in kinds}
        self._kind = chosen
        self._zoom = _ZOOMS.index(100)
        self._asked = self._is_making = False
        self._count = label("", "muted")
        self._notice, self._kind_choice = Notice(), nothing()
        self._notice.shown.connect(self._show_notice)
        self._printer = PrinterPart(self, self._notice, outcomes)
        self._printer.sent.connect(self.printed)
        self._printer.focus_needed.connect(self.focus_first)
        self._sheets = self._pages(title)
        self._area = self._column(title, remark)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar())
        layout.addWidget(self._area, 1)
        self.setAccessibleName(title)
        self._offer_kinds()
        self._say_loading()
        self._printer.look()

    def focus_first(self) -> None:
        """Put the focus on *Printen*."""
        self._print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_ready(self) -> bool:
        """Whether the pages are to be seen and it is known which printers there are."""
        return self._sheets.is_drawn() and self._printer.is_known()

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
        for part in (self._title, self._notice, self._kind_choice, *remarks, self._count, self._printer):
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

    def await_sheet(self) -> None:
        """Another sheet is being made: nothing is printed until ``show_sheet`` or ``keep_sheet``."""
        self._is_making = True
        self._say_loading()

    def keep_sheet(self, kind: str) -> None:
        """The sheet that was chosen could not be made: the one before it stays."""
        self._kind, self._is_making, self._asked = kind, False, False
        self._notice.end("loading")
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
            self._say_loading()
            self.kind_chosen.emit(kind)

    def _say_loading(self) -> None:
        self._notice.say("loading", _("Het blad wordt klaargezet."), "information")

    def _show_notice(self) -> None:
        """A notice stands above the pages."""
        self._area.verticalScrollBar().setValue(0)

    def _fit(self) -> None:
        room = self._area.viewport().width() - 2 * _MARGIN - _SLACK
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
        if self._notice.state == "loading":
            self._notice.end("loading")
            self._printer.say_if_none()

    def _show_no_picture(self, error: Exception) -> None:
        report_mistake(type(error), error.__traceback__)
        text = _("Het voorbeeld is niet te zien. U kunt het blad wel printen.")
        self._notice.say("no picture", text, "error")

    def _print(self) -> None:
        if self._is_making:
            self._asked = True
            return
        for_visitor = parts.is_for_visitor(self._kinds, self._kind)
        done = parts.printed_text(self._kinds, self._kind)
        self._printer.print(PrintOrder(self.pdf, self._kind, for_visitor, done))
