"""The sheets of a guide in the window: made in the background, shown in the preview, another kind on request."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from ido_kiosk.base import language, pdf
from ido_kiosk.base.blocks import Block
from ido_kiosk.base.language import _
from ido_kiosk.base.mistakes import report_mistake
from ido_kiosk.guides import printout
from ido_kiosk.guides.printout import Sheet
from ido_kiosk.guides.service import NATIVE_READ, Walk
from ido_kiosk.qt.background import run
from ido_kiosk.qt.layouts import Screen
from ido_kiosk.window.parts import Parts

if TYPE_CHECKING:
    from ido_kiosk.qt.preview import PreviewScreen
    from ido_kiosk.qt.preview_parts import Kind

_FIRST = "kort"


class _Shown(msgspec.Struct):
    """What the preview of a walk shows now: it is made anew in other words or colours, and shows the same."""

    walk: Walk
    kind: str
    sheet: Sheet
    pdf: bytes


class Paper(QObject):
    """Signals: ``printed`` and ``unprinted`` (topic: a sheet for the visitor was printed, or after all was not),
    ``failed`` (in words), ``closed`` (the preview is left).
    """

    printed = Signal(str)
    unprinted = Signal(str)
    failed = Signal(str)
    closed = Signal()

    def __init__(self, parts: Parts, parent: QObject, desk_hours: Callable[[], str] = lambda: "") -> None:
        super().__init__(parent)
        self._parts = parts
        self._desk_hours = desk_hours

    def prepare(self, walk: Walk, show: Callable[[Callable[[], Screen]], None]) -> None:
        """Make the short sheet in the background, then ``show`` what makes its preview."""
        sheet = self._sheet(walk, _FIRST)

        def made(pdf: bytes) -> None:
            shown = _Shown(walk, _FIRST, sheet, pdf)
            show(lambda: self._preview(shown))

        run(self, sheet.as_pdf, made, self._tell_failure)

    def prepare_blocks(
        self, blocks: list[Block], title: str, topic: str, show: Callable[[Callable[[], Screen]], None]
    ) -> None:
        """The same for blocks that are no guide: there is one sheet of them."""
        work = partial(pdf.make, blocks, title, language.current())
        run(self, work, lambda made: show(lambda: self._plain_preview(made, title, topic)), self._tell_failure)

    def _plain_preview(self, made: bytes, title: str, topic: str) -> Screen:
        from ido_kiosk.qt.preview import PreviewScreen

        return self._connected(PreviewScreen(made, title, self.failed.emit, lambda: self.unprinted.emit(topic)), topic)

    def _connected(self, screen: "PreviewScreen", topic: str) -> "PreviewScreen":
        screen.printed.connect(lambda: self.printed.emit(topic))
        screen.closed.connect(self.closed)
        return screen

    def _sheet(self, walk: Walk, kind: str) -> Sheet:
        """The sheet of a kind: the name of one, or ``lang-18`` for large letters."""
        name, _dash, size = kind.partition("-")
        parts = self._parts
        (known,) = [one for one in printout.KINDS if one == name]
        return printout.sheet(
            known,
            parts.library,
            walk,
            parts.today(),
            language.content,
            desk_hours=self._desk_hours(),
            size=int(size or printout.SIZES[0]),
        )

    def _preview(self, shown: _Shown) -> Screen:
        from ido_kiosk.qt.preview import PreviewScreen  # with it comes printing: not needed at the start

        topic = self._parts.library.guides[shown.walk.guide].topic
        screen = PreviewScreen(
            shown.pdf,
            shown.sheet.title,
            self.failed.emit,
            lambda: self.unprinted.emit(topic),
            _kinds(),
            shown.kind,
            _remark(shown.sheet.language),
        )
        screen.kind_chosen.connect(lambda kind: self._change(screen, shown, kind))
        return self._connected(screen, topic)

    def _change(self, screen: "PreviewScreen", shown: _Shown, kind: str) -> None:
        sheet = self._sheet(shown.walk, kind)

        def made(pdf: bytes) -> None:
            shown.kind, shown.sheet, shown.pdf = kind, sheet, pdf
            screen.show_sheet(pdf, sheet.title)

        def failed(error: Exception) -> None:
            screen.keep_sheet(shown.kind)
            self._tell_failure(error)

        run(screen, sheet.as_pdf, made, failed)

    def _tell_failure(self, error: Exception) -> None:
        report_mistake(type(error), error.__traceback__)
        self.failed.emit(_("Het blad is niet gemaakt. Geef dit door aan de coördinator. Het bezoek gaat gewoon door."))


def _kinds() -> "list[Kind]":
    from ido_kiosk.qt.preview_parts import Kind

    words = {
        "kort": printout.name("kort"),
        "lang": printout.name("lang"),
        "lang-18": _("{kind}, grote letters").format(kind=printout.name("lang")),
        "bel": printout.name("bel"),
        "helper": printout.name("helper"),
    }
    for_desk = [
        Kind(kind, _("Voor de balie: {kind}").format(kind=printout.name(kind)), for_visitor=False)
        for kind in printout.FOR_DESK
    ]
    return [*(Kind(id_, text) for id_, text in words.items()), *for_desk]


def _remark(spoken: str) -> str:
    """What to know before printing."""
    if spoken in NATIVE_READ:
        return ""
    return _("Niemand die deze taal van huis uit spreekt, heeft de vertaling nagekeken.")
