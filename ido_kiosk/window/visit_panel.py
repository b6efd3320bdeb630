"""The panel *Dit bezoek*: what was done, the proposed questions, and the one key that logs them."""

from typing import Literal

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from ido_kiosk.base import language
from ido_kiosk.base.direction import isolated
from ido_kiosk.base.language import _, ngettext
from ido_kiosk.qt.layouts import WrappingRow, button, label
from ido_kiosk.qt.settling import settle
from ido_kiosk.window.log_keys import WAYS


class Proposal(msgspec.Struct, frozen=True):
    """A question that will be logged: code of the topic, and topic and result in words."""

    topic: str
    words: str
    result: str


class PanelState(msgspec.Struct, frozen=True):
    """What the panel shows, in words."""

    proposals: tuple[Proposal, ...] = ()
    logged: tuple[str, ...] = ()
    """Questions of this visit that are safe on disk."""
    later: int = 0
    """Questions of visits that were wiped before they were logged."""
    can_undo: bool = False


BESIDE_FROM = 900
"""Px at 100 percent text: from this width the panel stands beside the work, else under it."""
STRIP_FROM = 440
"""Px at 100 percent text: from this width words and buttons of the panel fit beside each other in a strip."""
Shape = Literal["beside", "strip", "stack", "button", "private", "tiny"]
"""Beside the work; as a strip under it; where that is too narrow for its words, with the buttons below; where it is
too low for that too, as buttons only; while the visitor looks along, without a word of what was done; and in the
strip over the browser, one more visitor and done."""
_DIRECTIONS = {
    "beside": QBoxLayout.Direction.TopToBottom,
    "strip": QBoxLayout.Direction.LeftToRight,
    "stack": QBoxLayout.Direction.TopToBottom,
    "button": QBoxLayout.Direction.TopToBottom,
    "private": QBoxLayout.Direction.TopToBottom,
    "tiny": QBoxLayout.Direction.TopToBottom,
}


def shape_for(wide: int, low: bool) -> Shape:
    """The shape in a window of this width, in px at 100 percent text."""
    if wide >= BESIDE_FROM:
        return "beside"
    if wide >= STRIP_FROM:
        return "strip"
    return "button" if low else "stack"


class VisitPanel(QFrame):
    """Signals: ``log_requested``, ``leave_out_requested`` and ``say_requested`` (topic), ``undo_requested``,
    ``way_requested`` (name of something to do with the log), ``ordinary_view_requested``.
    """

    log_requested = Signal()
    leave_out_requested = Signal(str)
    undo_requested = Signal()
    say_requested = Signal(str)
    way_requested = Signal(str)
    ordinary_view_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shape: Shape = "beside"
        self._ways = self._make_ways()
        self._state = PanelState()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 8, 16, 8)
        self._layout.setSpacing(8)
        self._build()

    def show_state(self, state: PanelState) -> None:
        """Show this state."""
        if state != self._state:
            self._state = state
            self._build()

    def set_shape(self, shape: Shape) -> None:
        """Take another shape; the strips are as low as they can be, because the work is above them."""
        if shape != self._shape:
            self._shape = shape
            self.setProperty("strip", shape != "beside")
            self.style().unpolish(self)
            self.style().polish(self)
            self._build()

    def has_focus(self) -> bool:
        """Whether one of its buttons has the focus."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def focus_log(self) -> bool:
        """Put the focus on *Vastleggen*; gives False where that is not there."""
        found = self.findChildren(QPushButton, "primary")
        for made in found:
            made.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(found)

    def _build(self) -> None:
        self._layout.removeWidget(
            self._ways
        )  # it is the same in every state: making it anew takes longer than the rest
        _clear(self._layout)
        self._ways.setParent(self)
        self._ways.setVisible(self._shape == "beside")
        self._layout.setDirection(_DIRECTIONS[self._shape])
        if self._shape == "beside":
            self._layout.addWidget(label(_("Dit bezoek"), "heading"))
        actions = self._actions()
        if self._shape not in ("private", "tiny") and (self._shape != "button" or not actions):
            self._layout.addLayout(self._texts(), 1 if self._shape == "strip" else 0)
        if actions and self._shape in ("stack", "button", "private", "tiny"):
            self._layout.addWidget(WrappingRow(actions))
        else:
            self._add_below_each_other(actions)
        if self._shape == "beside":
            self._layout.addStretch(1)
            self._layout.addWidget(self._ways)

    def _add_below_each_other(self, actions: list[QWidget]) -> None:
        column = QVBoxLayout()
        column.setSpacing(8)
        for action in actions:
            column.addWidget(action)
        self._layout.addLayout(column)

    def _texts(self) -> QVBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(4)
        state = self._state
        if state.proposals and self._shape == "beside":
            texts.addWidget(label(_("Voorstel om vast te leggen:"), "muted"))
        for proposal in state.proposals:
            texts.addLayout(self._proposal(proposal))
        for text in state.logged:
            texts.addWidget(label(_("✓ Vastgelegd: {question}").format(question=text)))
        if not state.proposals and not state.logged:
            texts.addWidget(label(self._empty(), "muted"))
        return texts

    def _proposal(self, proposal: Proposal) -> QBoxLayout:
        """Its words and what can be done about it: beside them in a strip, else below them."""
        is_beside = self._shape == "beside"
        row = QVBoxLayout() if is_beside else QHBoxLayout()
        row.addWidget(_two_lines(proposal), 1)
        say = button(_("Aanpassen"), "minor")
        say.setAccessibleName(_("Aanpassen: {question}").format(question=proposal.words))
        say.setToolTip(_("Hoe liep het af? (F5)"))
        say.clicked.connect(lambda: self.say_requested.emit(proposal.topic))
        leave_out = button(_("Weglaten"), "minor")
        leave_out.setAccessibleName(_("Weglaten: {question}").format(question=proposal.words))
        leave_out.setToolTip(leave_out.accessibleName())
        leave_out.clicked.connect(lambda: self.leave_out_requested.emit(proposal.topic))
        if is_beside:
            row.addWidget(WrappingRow([say, leave_out]))
        else:
            for made in (say, leave_out):
                row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _empty(self) -> str:
        if self._shape != "beside":
            return _("Dit bezoek: nog niets gedaan.")
        return _("Nog niets gedaan. Zoek een gids. Of kies zelf een onderwerp.")

    def _actions(self) -> list[QWidget]:
        """In a small window *Vastleggen* is alone: the others leave the guide too little room, and Ctrl+Z goes on."""
        if self._shape == "tiny":
            return [self._one_more(), *([self._done()] if self._state.proposals else [])]
        if self._shape == "private":
            return [*([self._log()] if self._state.proposals else []), self._ordinary_view()]
        if self._state.proposals and self._shape == "button":
            return [self._log()]
        made: list[QWidget] = [self._log()] if self._state.proposals else []
        if self._state.can_undo:
            undo = button(_("Ongedaan maken (Ctrl+Z)"), "", "undo")
            undo.clicked.connect(self.undo_requested)
            settle(undo)
            made.append(undo)
        if self._state.later:
            text = ngettext("Later aanvullen: {number} vraag", "Later aanvullen: {number} vragen", self._state.later)
            later = button(text.format(number=self._state.later))
            later.clicked.connect(lambda: self.way_requested.emit("waiting"))
            settle(later)
            made.append(later)
        return made

    def _log(self) -> QPushButton:
        log = button(_("Vastleggen (F9)"), "primary")
        if self._shape != "private":
            log.setAccessibleDescription("; ".join(proposal.words for proposal in self._state.proposals))
        log.setToolTip("F9, Ctrl+Enter")
        log.clicked.connect(self.log_requested)
        return log

    def _make_ways(self) -> QWidget:
        """What else can be done with the log, each with its key; in a narrow window the bar has it."""
        made = []
        for way in WAYS:
            each = button(f"{_whole(way.words())}\u2002{way.keys[0]}", "minor")
            each.setAccessibleName(way.explanation())
            each.setToolTip(f"{way.explanation()} ({', '.join(way.keys)})")
            each.clicked.connect(lambda _checked=False, name=way.name: self.way_requested.emit(name))
            made.append(each)
        return WrappingRow(made, gap=4)

    def _one_more(self) -> QPushButton:
        made = button(_whole(_("+1 (F4)")))
        made.setAccessibleName(_("Eén bezoeker tellen, later aanvullen"))
        made.clicked.connect(lambda: self.way_requested.emit("tally"))
        return made

    def _done(self) -> QPushButton:
        made = button(_("Klaar (F9)"), "primary")
        made.setAccessibleName(_("Vastleggen (F9)"))
        made.clicked.connect(self.log_requested)
        return made

    def _ordinary_view(self) -> QPushButton:
        made = button(_("Gewoon beeld (F6)"), "", "eye")
        made.clicked.connect(self.ordinary_view_requested)
        return made


def _whole(words: str) -> str:
    """Words of which the parts keep their order: between Arabic ones +1 would read as 1+."""
    return isolated(words) if language.is_right_to_left(language.current()) else words


def _two_lines(proposal: Proposal) -> QWidget:
    both = QWidget()
    layout = QVBoxLayout(both)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(label(proposal.words, "subheading"))
    layout.addWidget(label(proposal.result, "muted"))
    return both


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()  # without a parent it would stand on the screen as a window of its own
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            _clear(inner)
