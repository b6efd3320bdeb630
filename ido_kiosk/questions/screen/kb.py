"""*KB-overtyplijst*: one visitor at a time, beside the page of the KB, ticked as it is typed over."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFormLayout, QPushButton, QVBoxLayout, QWidget

from ido_kiosk.base.language import _, ngettext
from ido_kiosk.qt.layouts import Screen, WrappingRow, button, label, page


class KbVisitor(msgspec.Struct, frozen=True):
    """A visitor in words: who it was by number, and per question the fields of the form with what stands in each."""

    ids: tuple[int, ...]
    title: str
    questions: tuple[tuple[tuple[str, str], ...], ...]


class KbScreen(Screen):
    """Signals: ``typed_over`` (ids), ``skipped``, ``paper_requested``, ``strip_toggled``, ``closed``."""

    typed_over = Signal(object)
    skipped = Signal()
    paper_requested = Signal()
    strip_toggled = Signal()
    closed = Signal()

    def __init__(self, visitors: Sequence[KbVisitor], at: int, number: int, is_compared: bool, is_strip: bool) -> None:
        """``at``: which of them is shown; ``number``: how many questions wait; ``is_strip``: over the browser."""
        super().__init__()
        counter = ngettext("Nog {number} vraag niet in KB", "Nog {number} vragen niet in KB", number)
        title = counter.format(number=number) if visitors else _("Alles staat in KB")
        self.setAccessibleName(title)
        self.setWindowTitle(title)
        self._area, column = page()
        column.addWidget(label(title, "heading" if is_strip else "title"))
        for text in self._explanation(bool(visitors), is_compared, is_strip):
            column.addWidget(label(text, "muted"))
        shown = visitors[at % len(visitors)] if visitors else None
        if shown is not None:
            column.addWidget(label(shown.title, "subheading"))
            for fields in shown.questions:
                column.addWidget(_fields(fields))
        column.addStretch(1)
        self._row = self._buttons(shown, len(visitors) > 1, is_strip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self._area, self._row):
            layout.addWidget(part)

    def focus_first(self) -> None:
        """Put the focus on *Overgetypt*, or on what else there is to do."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_for_volunteers(self) -> bool:
        """It is: it shows other visits."""
        return True

    def shows_log(self) -> bool:
        """It does."""
        return True

    def wanted_height(self, width: int) -> int:
        """How high it is at this width when nothing has to be scrolled."""
        content = self._area.widget()
        return (content.heightForWidth(width) if content else 0) + self._row.sizeHint().height() + 1

    def _explanation(self, has_visitors: bool, is_compared: bool, is_strip: bool) -> list[str]:
        if not has_visitors or is_strip:
            return []
        told = [_("Typ dit over in het formulier van de KB. Druk dan op Overgetypt.")]
        return told if is_compared else [*told, _("Volgorde en woorden zijn nog niet met de KB vergeleken.")]

    def _buttons(self, shown: KbVisitor | None, has_more: bool, is_strip: bool) -> WrappingRow:
        """The strip leaves out what the page of the KB needs the room of; Esc goes back there too."""
        made: list[QPushButton] = []
        if shown is not None:
            made.append(_action(_("Overgetypt"), lambda: self.typed_over.emit(shown.ids), "primary"))
            if has_more:
                made.append(_action(_("Overslaan"), self.skipped.emit))
            made.append(_action(_("Groot (F8)") if is_strip else _("Strook (F8)"), self.strip_toggled.emit))
        if not is_strip:
            made.append(_action(_("Print de lijst"), self.paper_requested.emit, picture="printer"))
        if not is_strip or not made:
            made.append(_action(_("Terug"), self.closed.emit, picture="back"))
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.activated.connect(self.closed)
        self._first = made[0]
        return WrappingRow(made, margin=4 if is_strip else 8)


def _action(words: str, action: Callable[[], None], name: str = "", picture: str = "") -> QPushButton:
    made = button(words, name, picture)
    made.clicked.connect(lambda: action())
    return made


def _fields(fields: Sequence[tuple[str, str]]) -> QWidget:
    """The fields of one question, below each other, as on a form."""
    whole = QWidget()
    layout = QFormLayout(whole)
    layout.setContentsMargins(0, 0, 0, 8)
    layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    for name, value in fields:
        layout.addRow(label(name, "muted"), label(value))
    return whole
