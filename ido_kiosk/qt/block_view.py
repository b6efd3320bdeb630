"""Blocks on the screen: each block of a text becomes a widget (the other face is base.pdf)."""

from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ido_kiosk.base.blocks import (
    Actions,
    Big,
    Block,
    Bullets,
    Contact,
    Definitions,
    Heading,
    Notice,
    Paragraph,
    Pictured,
    QrCode,
    Small,
    Ticks,
    Tip,
    WritingRoom,
)
from ido_kiosk.base.language import _
from ido_kiosk.qt import figures
from ido_kiosk.qt.figures import column, marked, picture
from ido_kiosk.qt.layouts import box, text_view

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
        case Heading() | Paragraph() | Small():
            return _prose(block)
        case Actions() | Bullets() | Definitions() | Ticks():
            return _list(block)
        case Tip(items, about):
            return _tip(items, about)
        case Notice(text, kind):
            return _notice(text, kind)
        case Contact():
            return _contact(block)
        case Pictured() | Big() | QrCode() | WritingRoom():
            return _figure(block)
    assert_never(block)


def _prose(block: Heading | Paragraph | Small) -> QWidget:
    match block:
        case Heading(text, level):
            return text_view(text, _HEADINGS[level])
        case Paragraph(text):
            return text_view(text)
        case Small(text):
            return text_view(text, "small")
    assert_never(block)


def _list(block: Actions | Bullets | Definitions | Ticks) -> QWidget:
    match block:
        case Actions(items, first):
            return _rows([(str(first + index), text) for index, text in enumerate(items)], "number")
        case Bullets(items) | Ticks(items):
            return _rows([("•", text) for text in items], "bullet")
        case Definitions(items):
            parts = [text_view(*pair) for word, meaning in items for pair in ((word, "subheading"), (meaning, ""))]
            return column(parts, 4)
    assert_never(block)


def _figure(block: Pictured | Big | QrCode | WritingRoom) -> QWidget:
    match block:
        case Pictured(items, beside):
            return figures.pictured(items, beside)
        case Big():
            return figures.big(block)
        case QrCode():
            return figures.qr_view(block)
        case WritingRoom(caption, lines, _can_shrink):
            return figures.writing_room(caption, lines)
    assert_never(block)


def _rows(items: list[tuple[str, str]], mark_name: str) -> QWidget:
    return column([marked(_mark(mark, mark_name), text_view(text)) for mark, text in items], 10)


def _mark(text: str, name: str) -> QLabel:
    mark = QLabel(text)
    mark.setObjectName(name)
    mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
    if name == "number":
        side = round(mark.fontInfo().pixelSize() * 1.9)
        mark.setFixedSize(side, side)
    return mark


def _tip(items: tuple[str, ...], about: str) -> QWidget:
    frame, layout = box("tip")
    heading = _("Voor de vrijwilliger: {about}").format(about=about) if about else _("Voor de vrijwilliger")
    layout.addWidget(marked(picture("tip"), text_view(heading, "subheading")))
    for text in items:
        layout.addWidget(marked(_mark("•", "bullet"), text_view(text)))
    frame.setAccessibleName(heading)
    return frame


def _notice(text: str, kind: str) -> QWidget:
    frame, layout = box(kind)
    layout.addWidget(marked(picture(_NOTICES[kind]), text_view(text)))
    return frame


def _contact(contact: Contact) -> QWidget:
    parts = [marked(picture(contact.kind), text_view(contact.name)), text_view(contact.value, "contact")]
    return column([*parts, text_view(contact.note, "small")] if contact.note else parts, 2)
