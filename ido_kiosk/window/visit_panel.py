"""The panel *Dit bezoek*: what was done, the proposed questions, and the one key that logs them."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ido_kiosk.base.language import _, ngettext
from ido_kiosk.qt.layouts import button, label


@dataclass(frozen=True)
class PanelState:
    """What the panel shows, in words."""

    proposals: tuple[tuple[str, str], ...] = ()
    """Questions that will be logged: code of the topic and its words."""
    logged: tuple[str, ...] = ()
    """Questions of this visit that are safe on disk."""
    later: int = 0
    """Visits that were wiped before their questions were logged."""
    can_undo: bool = False


class VisitPanel(QFrame):
    """Signals: ``log_requested``, ``leave_out_requested`` (topic), ``undo_requested``, ``later_requested``."""

    log_requested = Signal()
    leave_out_requested = Signal(str)
    undo_requested = Signal()
    later_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._compact = False
        self._state = PanelState()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 12, 16, 12)
        self._layout.setSpacing(8)
        self._build()

    def show_state(self, state: PanelState) -> None:
        """Show this state."""
        if state != self._state:
            self._state = state
            self._build()

    def set_compact(self, compact: bool) -> None:
        """Beside the work (wide window) or as a low strip beneath it (narrow window)."""
        if compact != self._compact:
            self._compact = compact
            self.setProperty("compact", compact)
            self.style().unpolish(self)
            self.style().polish(self)
            self._build()

    def _build(self) -> None:
        _clear(self._layout)
        self._layout.setDirection(QBoxLayout.Direction.TopToBottom)
        if not self._compact:
            self._layout.addWidget(label(_("Dit bezoek"), "heading"))
        self._layout.addLayout(self._texts())
        for made in self._actions():
            self._layout.addWidget(made)
        if not self._compact:
            self._layout.addStretch(1)

    def _texts(self) -> QVBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(4)
        state = self._state
        if state.proposals:
            texts.addWidget(label(_("Voorstel om vast te leggen:"), "muted"))
        for topic, text in state.proposals:
            texts.addLayout(self._proposal(topic, text))
        for text in state.logged:
            texts.addWidget(label(_("✓ Vastgelegd: {question}").format(question=text)))
        if not state.proposals and not state.logged:
            texts.addWidget(label(self._empty(), "muted"))
        return texts

    def _proposal(self, topic: str, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(text, "subheading"), 1)
        leave_out = button(_("Weglaten"), "minor")
        leave_out.setAccessibleName(_("Niet vastleggen: {question}").format(question=text))
        leave_out.setToolTip(leave_out.accessibleName())
        leave_out.clicked.connect(lambda: self.leave_out_requested.emit(topic))
        row.addWidget(leave_out, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _empty(self) -> str:
        if self._compact:
            return _("Dit bezoek: nog niets gedaan.")
        return _("Nog niets gedaan. Zoek een gids. Of kies zelf een onderwerp.")

    def _actions(self) -> list[QWidget]:
        made: list[QWidget] = []
        if self._state.proposals:
            log = button(_("Vastleggen (F9)"), "primary")
            log.setToolTip("F9, Ctrl+Enter")
            log.clicked.connect(self.log_requested)
            made.append(log)
        if self._state.can_undo:
            undo = button(_("Ongedaan maken (Ctrl+Z)"), "", "undo")
            undo.clicked.connect(self.undo_requested)
            made.append(undo)
        if self._state.later:
            text = ngettext("{number} bezoek later vastleggen", "{number} bezoeken later vastleggen", self._state.later)
            later = button(text.format(number=self._state.later))
            later.clicked.connect(self.later_requested)
            made.append(later)
        return made


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            _clear(inner)
