"""The card of one thing: an urgent situation, a life event, an organisation."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ido_kiosk.base.blocks import Told
from ido_kiosk.base.language import _
from ido_kiosk.finding.screen.calls import calls_view
from ido_kiosk.finding.service import Card, Link, Part
from ido_kiosk.guides.screen import Surroundings, channel_detail
from ido_kiosk.qt.block_view import block_view
from ido_kiosk.qt.layouts import Screen, WrappingRow, box, bring_into_view, button, dutch_below, label, page, stack
from ido_kiosk.qt.scrolling import scroll

_MARGIN = 12
"""Px around the row that stays in sight."""


class CardScreen(Screen):
    """One card. Signals: ``guide_requested`` and ``letter_requested`` (id), ``paper_requested``, ``closed``, ``left``
    (what was opened from it: whoever comes back goes on there).
    """

    guide_requested = Signal(str)
    letter_requested = Signal(str)
    paper_requested = Signal()
    closed = Signal()
    left = Signal(str)

    def __init__(self, card: Card, around: Surroundings, place: str = "") -> None:
        """``place``: what was opened from it before, empty at first."""
        super().__init__()
        self._around = around
        self._place = place
        self._links: dict[str, QPushButton] = {}
        area, column = page()
        self._bar = area.verticalScrollBar()
        column.addWidget(label(card.kicker, "kicker"))
        column.addWidget(label(card.title, "title"))
        if isinstance(card.title, Told):
            column.addWidget(dutch_below(card.title))
        for part in card.parts:
            if not (part.for_volunteer and around.visitor_view):
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
        """Put the focus where one was, or on what is usually done next: the paper, or else the first guide, *Terug*."""
        there = self._links.get(self._place, self._first)
        there.setFocus(Qt.FocusReason.OtherFocusReason)
        if there is not self._first:
            bring_into_view(there)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll the page, wherever the focus is."""
        if not scroll(self._bar, event):
            super().keyPressEvent(event)

    def _part(self, part: Part) -> QWidget:
        parts = [block_view(part.blocks)] if part.blocks else []
        if part.look == "calls":
            frame, inside = box("calls")
            for shown in (calls_view(part.lines, self._around), *parts):
                inside.addWidget(shown)
            parts = [frame]
        else:
            parts += [channel_detail(line, self._around) for line in part.lines]
        whole, _layout = stack([*parts, *(self._link(link) for link in part.links)], gap=12)
        return whole

    def _link(self, link: Link) -> QPushButton:
        is_letter = link.kind == "letter"
        words = _("Brief op papier: {title}") if is_letter else _("Open de gids: {title}")
        made = button(words.format(title=link.words), "choice", "letter" if is_letter else "book")
        made.clicked.connect(lambda: self._open(link))
        self._links[_place(link)] = made
        return made

    def _open(self, link: Link) -> None:
        self.left.emit(_place(link))
        (self.letter_requested if link.kind == "letter" else self.guide_requested).emit(link.id)

    def _row(self, can_print: bool) -> QWidget:
        way_back = button(_("Terug"), "", "back", key="Esc")
        way_back.clicked.connect(self.closed)
        self._first = next(iter(self._links.values()), way_back)
        if not can_print:
            return WrappingRow([way_back], margin=_MARGIN)
        paper = button(_("Blad"), "", "printer", key="Ctrl+P")
        paper.setAccessibleName(_("Blad voor de bezoeker"))
        paper.clicked.connect(self.paper_requested)
        self._first = paper
        return WrappingRow([way_back, paper], margin=_MARGIN)


def _place(link: Link) -> str:
    """How a link is remembered: a guide and a letter may have the same id."""
    return f"{link.kind}/{link.id}"
