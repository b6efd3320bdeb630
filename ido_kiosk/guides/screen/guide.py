"""Go through a guide with the visitor, one step at a time."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ido_kiosk.base import clock
from ido_kiosk.base.language import _
from ido_kiosk.guides import service
from ido_kiosk.guides.screen.ahead import Ahead
from ido_kiosk.guides.screen.parts import line
from ido_kiosk.guides.screen.path import PathPart, Top
from ido_kiosk.guides.screen.step_page import StepPage
from ido_kiosk.guides.screen.surroundings import Surroundings
from ido_kiosk.guides.screen.ways_on import WaysOn
from ido_kiosk.guides.service import Library, Page, Translate, Walk
from ido_kiosk.qt.announce import announce
from ido_kiosk.qt.layouts import Screen, button, swap
from ido_kiosk.qt.scrolling import scroll

_AFTER_PAINT = 1
"""Ms: a timer of 0 comes before the window is painted."""


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
        self._page = self._made(walk)
        self._after_paint = QTimer(self, singleShot=True, interval=_AFTER_PAINT)
        self._after_paint.timeout.connect(self._after_step)
        self._ahead = Ahead(self, self._made)
        self._ways = self._connected_ways()
        self._main: QWidget = self._ways
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        for part in (self._page.area, line(), self._ways):
            self._layout.addWidget(part)
        self._shown()

    def _connected_ways(self) -> WaysOn:
        made = WaysOn(self._around.is_strip)
        made.back.connect(self._back)
        made.onward.connect(lambda: self._step(service.forward(self._library, self._walk)))
        made.finished.connect(self.finished)
        made.handout_requested.connect(lambda: self.handout_requested.emit(self._walk))
        made.strip_left.connect(self.strip_toggled)
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll the page, also while the focus is on the row below it."""
        if not scroll(self._page.area.verticalScrollBar(), event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the page begins with the step itself."""
        super().resizeEvent(event)
        self._page.place_tools(self.width())
        if self._ahead.is_for_other_size(self._page.area.size()):
            self._prepare_next()

    def focus_first(self) -> None:
        """Put the focus where the work goes on: the answers, *Verder* or *Klaar*."""
        self._main.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_for_volunteers(self) -> bool:
        """Whether the guide is not meant for a visitor's eyes."""
        return self._library.guides[self._walk.guide].audience == "vrijwilliger"

    def wanted_height(self, width: int) -> int:
        """How high it is at this width when nothing has to be scrolled."""
        content = self._page.area.widget()
        return (content.heightForWidth(width) if content else 0) + self._ways.sizeHint().height() + 1

    def _show(self) -> None:
        """Show the page of the walk, from its top; the ways on stay in sight below it."""
        before, ready = self._page, self._ahead.take(self._walk)
        is_fresh = ready is not None and ready.shown == self._page_of(self._walk)
        self._page = ready if ready is not None and is_fresh else self._made(self._walk)
        swap(self._layout, before.area, self._page.area)
        self._shown()

    def _shown(self) -> None:
        """All that follows when a page is in its place."""
        shown = self._page.shown
        self._page.place_tools(self.width())
        self._page.area.show()
        self._after_paint.start()
        self._main = self._ways.turn(self._page.area, self._page.answers, not shown.can_go_on)
        self.setAccessibleName(f"{shown.kicker}. {shown.title}")
        title = self._library.guides[self._walk.guide].title.said(self._translate)
        self.setWindowTitle(f"{shown.kicker} · {title}")

    def _page_of(self, walk: Walk) -> Page:
        return service.page_on_screen(self._library, walk, self._today, self._translate, clock.now().time())

    def _made(self, walk: Walk) -> StepPage:
        made = StepPage(self, self._page_of(walk), self._around, self.is_for_volunteers())
        made.fill(self._answer, None if self._around.is_strip else self._tools(walk))
        return made

    def _after_step(self) -> None:
        """The small print comes after the step is on the screen, because steps must come at once; then the next."""
        if not self._around.is_strip:
            self._page.add_small_print(self._walk, (self.guide_requested.emit, self._leave))
        self._prepare_next()

    def _prepare_next(self) -> None:
        self._layout.activate()  # else the page has no size yet
        self._ahead.prepare(service.next_walks(self._library, self._walk), self._page.area.size())

    def _tools(self, walk: Walk) -> Top | None:
        """The path so far, and the buttons for other shapes."""
        path, shapes = self._path(walk), self._shapes()
        return Top(path, shapes) if path or shapes else None

    def _path(self, walk: Walk) -> list[QWidget]:
        stops = service.path(self._library, walk, self._translate)
        resume = (lambda: self._go_and_tell(service.resume(self._walk))) if walk.left else None
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

    def _answer(self, choice: str) -> None:
        self._step(service.forward(self._library, self._walk, choice))

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
