"""*Nog na te kijken*: what the coordinator should look up, and what was marked as wrong."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ido_kiosk.base.language import _
from ido_kiosk.desk.screen.parts import filled_page, way_back
from ido_kiosk.desk.service import Row, Section
from ido_kiosk.qt.layouts import Screen, box, button, label


class ToCheckScreen(Screen):
    """The list. Signals: ``fact_chosen`` (id), ``spot_done`` (Spot), ``undo_requested``, ``closed``."""

    fact_chosen = Signal(str)
    spot_done = Signal(object)
    undo_requested = Signal()
    closed = Signal()

    def __init__(self, sections: Sequence[Section], undo: str) -> None:
        """``undo``: the last change in words, empty when there is none to undo."""
        super().__init__()
        self._back = way_back(self.closed.emit)
        self.setWindowTitle(_("Nog na te kijken"))
        parts: list[QWidget] = [label(self.windowTitle(), "title"), *self._undo(undo), self._back]
        if not sections:
            parts.append(label(_("Alles is nagekeken.")))
        for section in sections:
            parts += [label(section.title, "heading"), label(section.explanation, "muted")]
            parts += [self._row(row) for row in section.rows]
        filled_page(self, parts)

    def focus_first(self) -> None:
        """Put the focus on the way back, which is at the top."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _undo(self, undo: str) -> list[QWidget]:
        if not undo:
            return []
        made = button(_("Maak ongedaan: {change}").format(change=undo), "", "undo")
        made.clicked.connect(self.undo_requested)
        return [made]

    def _row(self, row: Row) -> QWidget:
        frame, layout = box("information")
        layout.addWidget(label(row.words, "subheading"))
        layout.addWidget(label(row.note, "small"))
        for action in self._actions(row):
            layout.addWidget(action, 0, Qt.AlignmentFlag.AlignLeading)
        return frame

    def _actions(self, row: Row) -> list[QPushButton]:
        made: list[QPushButton] = []
        if row.fact:
            check = button(_("Nakijken"))
            check.setAccessibleName(_("Nakijken: {what}").format(what=row.words))
            check.clicked.connect(lambda: self.fact_chosen.emit(row.fact))
            made.append(check)
        if row.spot is not None:
            done = button(_("Afgehandeld"))
            done.setAccessibleName(_("Afgehandeld: {what}").format(what=row.words))
            done.clicked.connect(lambda: self.spot_done.emit(row.spot))
            made.append(done)
        return made
