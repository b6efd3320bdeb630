"""Go through a guide with the visitor, one step at a time."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QFrame, QPushButton, QVBoxLayout, QWidget

from ido_kiosk.base import clock
from ido_kiosk.base.language import _
from ido_kiosk.guides import service
from ido_kiosk.guides.screen.choices import MARGIN, Choices, row_to_answers
from ido_kiosk.guides.screen.parts import page_parts, strip_parts
from ido_kiosk.guides.screen.path import PathPart, Top
from ido_kiosk.guides.screen.surroundings import Surroundings
from ido_kiosk.guides.service import Library, Page, Translate, Walk
from ido_kiosk.qt.announce import announce
from ido_kiosk.qt.layouts import Screen, WrappingRow, button, page, swap

_SCROLLS = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class GuideScreen(Screen):
    """One guide. Its window title says where the visitor is.

    Signals: ``walk_changed`` (Walk), ``stepped_forward`` (guide id), ``result_known`` (after these two: the code of how
    a visit that stops here ends, empty for as usual), ``handout_requested`` (Walk), ``guide_requested`` (id),
    ``finished`` (*Klaar* at the end), ``closed`` (back from the first page), ``visitor_view_toggled``,
    ``strip_toggled``.
    """

    walk_changed = Signal(object)
    stepped_forward = Signal(str)
    handout_requested = Signal(object)
    guide_requested = Signal(str)
    result_known = Signal(str)
    finished = Signal()
    closed = Signal()
    visitor_view_toggled = Signal()
    strip_toggled = Signal()

    def __init__(
        self,
        library: Library,
        walk: Walk,
        today: date,
        translate: Translate,
        around: Surroundings | None = None,
    ) -> None:
        super().__init__()
        self._library = library
        self._today = today
        self._translate = translate
        self._around = around or Surroundings()
        self._walk = walk
        self._main: QWidget | None = None
        self._body, self._row = QWidget(), QWidget()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        for part in (self._body, _line(), self._row):
            self._layout.addWidget(part)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll the page, also while the focus is on the row below it."""
        if (action := _SCROLLS.get(Qt.Key(event.key()))) is not None:
            self._area.verticalScrollBar().triggerAction(action)
        else:
            super().keyPressEvent(event)

    def focus_first(self) -> None:
        """Put the focus where the work goes on: the answers, *Verder* or *Klaar*."""
        if self._main is not None:
            self._main.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_for_volunteers(self) -> bool:
        """Whether the guide is not meant for a visitor's eyes."""
        return self._library.guides[self._walk.guide].audience == "vrijwilliger"

    def wanted_height(self, width: int) -> int:
        """How high it is at this width when nothing has to be scrolled."""
        content = self._area.widget()
        return (content.heightForWidth(width) if content else 0) + self._row.sizeHint().height() + 1

    def _show(self) -> None:
        """Show the page of the walk, from its top; the ways on stay in sight below it."""
        shown = service.page(self._library, self._walk, self._today, self._translate, clock.now().time())
        self._area, column = page()
        choices = self._choices(shown)
        parts = strip_parts(shown, choices) if self._around.is_strip else self._all_parts(shown, choices)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self._body = swap(self._layout, self._body, self._area)
        self._row = swap(self._layout, self._row, self._navigation(shown))
        self._body.show()
        self._row.show()
        self.setAccessibleName(f"{shown.kicker}. {shown.title}")
        title = self._library.guides[self._walk.guide].title.said(self._translate)
        self.setWindowTitle(f"{shown.kicker} · {title}")

    def _all_parts(self, shown: Page, choices: list[QWidget]) -> list[QWidget]:
        links = (self.guide_requested.emit, self._leave)
        path, shapes = self._path(), self._shapes()
        above: list[QWidget] = [Top(path, shapes)] if path or shapes else []
        return page_parts(shown, self._walk, self._around, self.is_for_volunteers(), above, choices, links)

    def _path(self) -> list[QWidget]:
        stops = service.path(self._library, self._walk, self._translate)
        resume = (lambda: self._go_and_tell(service.resume(self._walk))) if self._walk.left else None
        if not stops and resume is None:
            return []
        return [
            PathPart(
                stops,
                lambda index: self._go_and_tell(service.jump(self._walk, index)),
                lambda: self._go_and_tell(service.restart(self._walk)),
                resume,
            )
        ]

    def _shapes(self) -> list[QPushButton]:
        """The buttons for the visitor's view and the strip; from the visitor's view one goes back below."""
        around: Surroundings = self._around
        made = []
        if around.offers_visitor_view and not around.visitor_view and not self.is_for_volunteers():
            made.append(_small(_("Bezoekersbeeld (F6)"), "eye", self.visitor_view_toggled.emit))
        if around.offers_strip and not around.visitor_view:
            made.append(_small(_("Strook (F8)"), "strip", self.strip_toggled.emit))
        return made

    def _choices(self, shown: Page) -> list[QWidget]:
        if not shown.choices:
            return []
        self._main = Choices(shown.choices, shown.answered, self._answer)
        return [self._main]

    def _answer(self, choice: str) -> None:
        self._step(service.forward(self._library, self._walk, choice))

    def _navigation(self, shown: Page) -> QWidget:
        way_back = button(_("Terug"), "", "back", key="Esc")
        way_back.clicked.connect(self._back)
        after = [self._out_of_strip()] if self._around.is_strip else [self._handout()]
        if shown.choices and self._main is not None:
            return row_to_answers(way_back, after, self._main, self._area, self._around.is_strip)
        self._main = self._way_on(shown)
        return WrappingRow([way_back, self._main, *after], margin=MARGIN)

    def _handout(self) -> QPushButton:
        made = button(_("Blad"), "", "printer", key="Ctrl+P")
        made.setAccessibleName(_("Blad voor de bezoeker"))
        made.clicked.connect(lambda: self.handout_requested.emit(self._walk))
        return made

    def _out_of_strip(self) -> QPushButton:
        made = button(_("Groot"), "", "strip")
        made.setAccessibleName(_("Groot venster (F8)"))
        made.clicked.connect(self.strip_toggled)
        return made

    def _way_on(self, shown: Page) -> QPushButton:
        if not shown.can_go_on:
            done = button(_("Klaar"), "primary")
            done.clicked.connect(self.finished)
            return done
        further = button(_("Verder"), "primary")
        further.clicked.connect(lambda: self._step(service.forward(self._library, self._walk)))
        return further

    def _leave(self, page_: str) -> None:
        self._step(service.leave(self._walk, page_))

    def _step(self, walk: Walk) -> None:
        self._go(walk)
        self.stepped_forward.emit(walk.guide)
        self._tell_result()

    def _back(self) -> None:
        walk = service.back(self._walk)
        if walk == self._walk:
            self.closed.emit()
        else:
            self._go_and_tell(walk)

    def _go_and_tell(self, walk: Walk) -> None:
        self._go(walk)
        self._tell_result()

    def _tell_result(self) -> None:
        self.result_known.emit(service.result(self._library, self._walk))

    def _go(self, walk: Walk) -> None:
        self._walk = walk
        self._show()
        self.focus_first()
        announce(self, self.accessibleName())
        self.walk_changed.emit(walk)


def _small(words: str, picture: str, action: Callable[[], None]) -> QPushButton:
    made = button(words, "minor", picture)
    made.clicked.connect(lambda: action())
    return made


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName("line")
    return line
