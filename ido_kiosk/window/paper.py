"""The sheets of a guide in the window: made in the background, shown in the preview, another kind on request."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from ido_kiosk.base import language
from ido_kiosk.base.language import _
from ido_kiosk.base.mistakes import report_mistake
from ido_kiosk.desk.service import ThisDesk
from ido_kiosk.finding.service import Situation
from ido_kiosk.guides import printout
from ido_kiosk.guides.printout import Sheet
from ido_kiosk.guides.service import Guide, Walk
from ido_kiosk.qt.background import run
from ido_kiosk.qt.layouts import Screen
from ido_kiosk.window.parts import Parts
from ido_shared.content.wording import wordings_in

if TYPE_CHECKING:
    from ido_kiosk.qt.preview import PreviewScreen
    from ido_kiosk.qt.preview_parts import Kind
    from ido_kiosk.qt.printer_part import Outcomes

_TIPS = "/tips/"
"""What the volunteer reads need not be translated."""
_FIRST, _FIRST_FOR_DESK = "kort", "balie"


class _Made(msgspec.Struct, frozen=True):
    """A sheet as a file, with its title and the language that it was made in."""

    title: str
    pdf: bytes
    spoken: str


class _Shown(msgspec.Struct):
    """What a preview shows now: it is made anew in other words or colours, and shows the same."""

    make: Callable[[str], Callable[[], Sheet]]
    """What makes the sheet of a kind."""
    kind: str
    made: _Made


class Paper(QObject):
    """Signals: ``printed`` and ``unprinted`` (topic: a sheet for the visitor was printed, or after all was not),
    ``failed`` (in words), ``closed`` (the preview is left).
    """

    printed = Signal(str)
    unprinted = Signal(str)
    failed = Signal(str)
    closed = Signal()

    def __init__(self, parts: Parts, parent: QObject, this_desk: Callable[[], ThisDesk]) -> None:
        super().__init__(parent)
        self._parts = parts
        self._this_desk = this_desk

    def prepare(self, walk: Walk, show: Callable[[Callable[[], Screen]], None]) -> None:
        """Make the first sheet in the background, then ``show`` what makes its preview."""
        kind = _FIRST_FOR_DESK if self._guide(walk).audience == "vrijwilliger" else _FIRST

        def made(made: _Made) -> None:
            shown = _Shown(partial(self._sheet, walk), kind, made)
            show(lambda: self._preview(self._guide(walk), shown))

        run(self, self._in_background(self._sheet(walk, kind)), made, self._tell_failure)

    def prepare_situation(
        self, make: Callable[[], Sheet], situation: Situation, show: Callable[[Callable[[], Screen]], None]
    ) -> None:
        """The same for what is no guide: there is one sheet of it."""
        self.prepare_plain(make, situation.topic, show, partial(self._remark, situation))

    def prepare_plain(
        self,
        make: Callable[[], Sheet],
        topic: str,
        show: Callable[[Callable[[], Screen]], None],
        remark: Callable[[], str] = str,
    ) -> None:
        """The same for any one sheet about a topic; ``remark`` says what to know of it before printing."""

        def made(made: _Made) -> None:
            shown = _Shown(lambda _kind: make, "", made)
            show(lambda: self._plain_preview(topic, remark(), shown))

        run(self, self._in_background(make), made, self._tell_failure)

    def _plain_preview(self, topic: str, remark: str, shown: _Shown) -> Screen:
        from ido_kiosk.qt.preview import PreviewScreen

        screen = PreviewScreen(shown.made.pdf, shown.made.title, self._outcomes(topic), remark=remark)
        return self._connected(screen, shown, topic)

    def _outcomes(self, topic: str) -> "Outcomes":
        from ido_kiosk.qt.printer_part import Outcomes

        visit = self._parts.visit
        turn = visit.turn

        def fail() -> None:
            if visit.turn == turn:
                self.unprinted.emit(topic)

        return Outcomes(self.failed.emit, fail)

    def _connected(self, screen: "PreviewScreen", shown: _Shown, topic: str) -> "PreviewScreen":
        if topic:  # what is for the desk itself is no help to a visitor
            screen.printed.connect(lambda: self.printed.emit(topic))
        screen.closed.connect(self.closed)
        if shown.made.spoken != spoken_on_paper(self._this_desk()):  # the language was changed with the sheet in sight
            screen.await_sheet()
            self._change(screen, shown, shown.kind)
        return screen

    def _sheet(self, walk: Walk, kind: str) -> Callable[[], Sheet]:
        """What makes the sheet of a kind: the name of one, or ``lang-18`` for large letters."""
        name, _dash, size = kind.partition("-")
        (known,) = [one for one in printout.KINDS if one == name]
        return partial(
            printout.sheet,
            known,
            self._parts.library,
            walk,
            self._parts.today(),
            language.content,
            desk_hours="\n".join(self._this_desk().hours),
            size=int(size or printout.SIZES[0]),
        )

    def _in_background(self, make: Callable[[], Sheet]) -> Callable[[], _Made]:
        """The same, whole and as a file, for another thread, which speaks the language of the paper all the while."""
        spoken = spoken_on_paper(self._this_desk())

        def work() -> _Made:
            with language.speaking(spoken):
                sheet = make()
                return _Made(sheet.title, sheet.as_pdf(), spoken)

        return work

    def _guide(self, walk: Walk) -> Guide:
        return self._parts.library.guides[walk.guide]

    def _preview(self, guide: Guide, shown: _Shown) -> Screen:
        from ido_kiosk.qt.preview import PreviewScreen  # with it comes printing: not needed at the start

        screen = PreviewScreen(
            shown.made.pdf,
            shown.made.title,
            self._outcomes(guide.topic),
            _kinds(guide),
            shown.kind,
            "" if guide.audience == "vrijwilliger" else self._remark(guide),
        )
        screen.kind_chosen.connect(lambda kind: self._change(screen, shown, kind))
        return self._connected(screen, shown, guide.topic)

    def _remark(self, told: Guide | Situation) -> str:
        """What to know of the translation before printing."""
        if language.is_native_read():
            return ""
        if spoken_on_paper(self._this_desk()) == language.SOURCE:
            return _("Deze balie print vertalingen pas als iemand ze heeft nagekeken. Het blad is in het Nederlands.")
        texts = [text for text in wordings_in(told) if _TIPS not in text.context]
        done = sum(language.is_translated(text.context, text.dutch) for text in texts)
        state = _("Niemand die deze taal van huis uit spreekt, heeft de vertaling nagekeken.")
        rest = _("{percent} procent is vertaald. Het Nederlands staat eronder.")
        return f"{state} {rest.format(percent=100 * done // len(texts))}"

    def _change(self, screen: "PreviewScreen", shown: _Shown, kind: str) -> None:
        def made(made: _Made) -> None:
            shown.kind, shown.made = kind, made
            screen.show_sheet(made.pdf, made.title)

        def failed(error: Exception) -> None:
            screen.keep_sheet(shown.kind)
            self._tell_failure(error)

        run(screen, self._in_background(shown.make(kind)), made, failed)

    def _tell_failure(self, error: Exception) -> None:
        report_mistake(type(error), error.__traceback__)
        self.failed.emit(_("Het blad is niet gemaakt. Geef dit door aan de coördinator. Het bezoek gaat gewoon door."))


def spoken_on_paper(desk: ThisDesk) -> str:
    """The language of the paper: Dutch where this desk prints no translation that no native reader checked."""
    prints = language.is_native_read() or desk.unread_translations
    return language.current() if prints else language.SOURCE


def _kinds(guide: Guide) -> "list[Kind]":
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
    if guide.audience == "vrijwilliger":
        return for_desk
    return [*(Kind(id_, text) for id_, text in words.items()), *for_desk]
