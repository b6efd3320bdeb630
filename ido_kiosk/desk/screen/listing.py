"""A page of the desk that lists things with what can be done about them: boxes with words, a note and buttons."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ido_kiosk.desk.screen.parts import filled_page, way_back
from ido_kiosk.qt.layouts import Screen, WrappingRow, box, button, label


class Press(msgspec.Struct, frozen=True):
    """A button: its words, what a screen reader says more than those, and what it does."""

    words: str
    act: Callable[[], None]
    spoken: str = ""
    picture: str = ""
    name: str = ""
    """Its look in assets/style.qss."""


class Item(msgspec.Struct, frozen=True):
    """A box."""

    words: str
    notes: tuple[str, ...] = ()
    presses: tuple[Press, ...] = ()


class Part(msgspec.Struct, frozen=True):
    """Boxes under a heading; ``empty`` is said when there are none."""

    title: str = ""
    explanation: str = ""
    items: tuple[Item, ...] = ()
    presses: tuple[Press, ...] = ()
    empty: str = ""


class ListScreen(Screen):
    """Signal: ``closed``."""

    closed = Signal()

    def __init__(self, title: str, parts: Sequence[Part], above: Sequence[Press] = ()) -> None:
        """``above``: buttons right below the title."""
        super().__init__()
        self.setWindowTitle(title)
        self._back = way_back(self.closed.emit)
        widgets: list[QWidget] = [label(title, "title"), *map(_button, above), self._back]
        for part in parts:
            widgets += [label(part.title, "heading")] if part.title else []
            widgets += [label(part.explanation, "muted")] if part.explanation else []
            widgets += [_box(item) for item in part.items] or ([label(part.empty)] if part.empty else [])
            widgets += map(_button, part.presses)
        filled_page(self, widgets)

    def focus_first(self) -> None:
        """Put the focus on the way back, which is at the top."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)


def _box(item: Item) -> QWidget:
    frame, layout = box("information")
    layout.addWidget(label(item.words, "subheading"))
    for note in item.notes:
        layout.addWidget(label(note, "small"))
    made = [_button(press) for press in item.presses]
    if len(made) > 1:
        layout.addWidget(WrappingRow(made))
    elif made:
        layout.addWidget(made[0], 0, Qt.AlignmentFlag.AlignLeading)
    return frame


def _button(press: Press) -> QPushButton:
    made = button(press.words, press.name, press.picture)
    made.setAccessibleName(press.spoken or press.words)
    made.clicked.connect(lambda: press.act())
    return made
