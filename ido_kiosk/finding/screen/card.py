"""The card of one thing: an urgent situation, a life event, an organisation."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ido_kiosk.base.language import _
from ido_kiosk.finding.service import Card, Part
from ido_kiosk.qt.block_view import block_view
from ido_kiosk.qt.layouts import Screen, WrappingRow, box, button, label, page
from ido_kiosk.qt.scrolling import scroll

_MARGIN = 12
"""Px around the row that stays in sight."""


class CardScreen(Screen):
    """One card. Signals: ``guide_requested`` (id), ``paper_requested``, ``closed``."""

    guide_requested = Signal(str)
    paper_requested = Signal()
    closed = Signal()

    def __init__(self, card: Card) -> None:
        super().__init__()
        self._links: list[QPushButton] = []
        area, column = page()
        self._bar = area.verticalScrollBar()
        column.addWidget(label(card.kicker, "kicker"))
        column.addWidget(label(card.title, "title"))
        for part in card.parts:
            column.addWidget(self._part(part))
        column.addStretch(1)
        line = QFrame()
        line.setObjectName("line")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (area, line, self._row(card.can_print)):
            layout.addWidget(widget)
        self.setAccessibleName(f"{card.kicker}. {card.title}")

    def focus_first(self) -> None:
        """Put the focus on what is usually done next: the paper, or else the first guide or *Terug*."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll the page, wherever the focus is."""
        if not scroll(self._bar, event):
            super().keyPressEvent(event)

    def _part(self, part: Part) -> QWidget:
        shown = block_view(part.blocks)
        if part.look:
            frame, inside = box(part.look)
            inside.addWidget(shown)
            shown = frame
        if not part.links:
            return shown
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(shown)
        for link in part.links:
            made = button(_("Open de gids: {title}").format(title=link.words), "choice", "book")
            made.clicked.connect(lambda _checked=False, id_=link.guide: self.guide_requested.emit(id_))
            self._links.append(made)
            layout.addWidget(made)
        return whole

    def _row(self, can_print: bool) -> QWidget:
        way_back = button(_("Terug"), "", "back", key="Esc")
        way_back.clicked.connect(self.closed)
        self._first = (self._links or [way_back])[0]
        if not can_print:
            return WrappingRow([way_back], margin=_MARGIN)
        paper = button(_("Blad"), "", "printer", key="Ctrl+P")
        paper.setAccessibleName(_("Blad voor de bezoeker"))
        paper.clicked.connect(self.paper_requested)
        self._first = paper
        return WrappingRow([way_back, paper], margin=_MARGIN)
