"""Blocks on the screen: each block of a text becomes a widget (the other face is base.pdf)."""

from typing import assert_never

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ido_kiosk.base.blocks import (
    Actions,
    Block,
    Bullets,
    Contact,
    Definitions,
    Heading,
    Notice,
    Paragraph,
    Small,
    Tip,
)
from ido_kiosk.base.language import _
from ido_kiosk.qt import pictograms
from ido_kiosk.qt.layouts import box, label

_HEADINGS = {1: "title", 2: "heading", 3: "subheading"}
_NOTICES = {"good": "tick", "warning": "warning", "information": "information"}


def block_view(blocks: list[Block]) -> QWidget:
    """A widget that shows the blocks below each other."""
    view = QWidget()
    layout = QVBoxLayout(view)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    for block in blocks:
        layout.addWidget(_widget(block))
    return view


def _widget(block: Block) -> QWidget:
    match block:
        case Heading(text, level):
            return label(text, _HEADINGS[level])
        case Paragraph(text):
            return label(text)
        case Actions(items, first):
            return _rows([(str(first + index), text) for index, text in enumerate(items)], "number")
        case Bullets(items):
            return _rows([("•", text) for text in items], "bullet")
        case Definitions(items):
            return _definitions(items)
        case Tip(items):
            return _tip(items)
        case Notice(text, kind):
            return _notice(text, kind)
        case Contact():
            return _contact(block)
        case Small(text):
            return label(text, "small")
    assert_never(block)


def _rows(items: list[tuple[str, str]], mark_name: str) -> QWidget:
    rows = QWidget()
    layout = QVBoxLayout(rows)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    for mark, text in items:
        layout.addWidget(_marked(_mark(mark, mark_name), label(text)))
    return rows


def _mark(text: str, name: str) -> QLabel:
    mark = QLabel(text)
    mark.setObjectName(name)
    mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
    if name == "number":
        side = round(mark.fontInfo().pixelSize() * 1.9)
        mark.setFixedSize(side, side)
    return mark


def _marked(mark: QLabel, text: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(text, 1)
    text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
    return row


def _picture(name: str, colour: str = "") -> QLabel:
    picture = QLabel()
    picture.setPixmap(pictograms.icon(name, colour).pixmap(QSize(28, 28)))
    return picture


def _definitions(items: tuple[tuple[str, str], ...]) -> QWidget:
    words = QWidget()
    layout = QVBoxLayout(words)
    layout.setContentsMargins(0, 0, 0, 0)
    for word, meaning in items:
        layout.addWidget(label(word, "subheading"))
        layout.addWidget(label(meaning))
    return words


def _tip(items: tuple[str, ...]) -> QWidget:
    frame, layout = box("tip")
    heading = label(_("Voor de vrijwilliger"), "subheading")
    layout.addWidget(_marked(_picture("tip"), heading))
    for text in items:
        layout.addWidget(_marked(_mark("•", "bullet"), label(text)))
    frame.setAccessibleName(_("Voor de vrijwilliger"))
    return frame


def _notice(text: str, kind: str) -> QWidget:
    frame, layout = box(kind)
    layout.addWidget(_marked(_picture(_NOTICES[kind]), label(text)))
    return frame


def _contact(contact: Contact) -> QWidget:
    way = QWidget()
    layout = QVBoxLayout(way)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    layout.addWidget(_marked(_picture(contact.kind), label(contact.name)))
    layout.addWidget(label(contact.value, "contact"))
    if contact.note:
        layout.addWidget(label(contact.note, "small"))
    return way
