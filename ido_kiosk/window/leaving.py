"""*Wat verlaat deze pc?* on screen and on paper: from the bytes that are sent."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ido_kiosk.base import language
from ido_kiosk.base.blocks import Block, Heading, Paragraph
from ido_kiosk.base.language import _
from ido_kiosk.base.locations import locations_of
from ido_kiosk.base.mistakes import report_mistake
from ido_kiosk.qt.background import run
from ido_kiosk.qt.layouts import Screen
from ido_kiosk.window.parts import Parts

if TYPE_CHECKING:  # with them comes the database
    from ido_kiosk.statistics.service import Names

_SIZE = 11
"""Points on paper: for someone at a desk, not for a visitor."""


class LeavingScreens(QObject):
    """Makes the screen, and turns to earlier deliveries.

    Signals: ``opened`` (what makes the next screen), ``closed``, ``changed`` (make the screen anew), ``failed``.
    """

    opened = Signal(object)
    closed = Signal()
    changed = Signal()
    failed = Signal(str)

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._position = 0
        """0 is the next delivery, 1 the last that was made, and so on."""

    def open(self) -> None:
        """Show the next delivery."""
        self._position = 0
        self.opened.emit(self._screen)

    def _screen(self) -> Screen:
        from ido_kiosk.desk.screen.leaving import LeavingScreen

        blocks, number = self._blocks()
        screen = LeavingScreen(blocks, has_later=self._position > 0, has_earlier=self._position < number)
        screen.turned.connect(self._turn)
        screen.print_requested.connect(lambda: self._print(screen, blocks))
        screen.closed.connect(self.closed)
        return screen

    def _turn(self, step: int) -> None:
        self._position += step
        self.changed.emit()

    def _blocks(self) -> tuple[list[Block], int]:
        """What is shown now, and how many earlier deliveries there are."""
        from ido_kiosk.statistics import service as statistics

        parts = self._parts
        leaving = statistics.what_leaves(parts.sender(), parts.today())
        k = statistics.threshold(parts.settings)
        blocks: list[Block] = [
            Heading(_("Wat verlaat deze pc?"), 1),
            Paragraph(_("Alleen aantallen. Geen namen, geen tijdstippen, geen eigen woorden. Hieronder staat alles.")),
        ]
        shown = leaving.next if self._position == 0 else leaving.earlier[self._position - 1]
        if self._position == 0:
            blocks.append(Paragraph(_when(shown is not None, bool(parts.sender().desk))))
        if shown is not None:
            blocks += statistics.delivery_blocks(shown, self._names())
        if self._position == 0:
            blocks += statistics.why_blocks(statistics.waiting_topics(parts.today()), k)
        return blocks, len(leaving.earlier)

    def _names(self) -> "Names":
        from ido_kiosk.statistics.service import ORGANISATIONS, Names

        parts = self._parts
        places = {place.id: place.name for place in locations_of(parts.settings)}

        def say(list_name: str, code: str) -> str:
            if list_name == ORGANISATIONS and code in parts.library.organisations:
                return parts.library.organisations[code].label.said(language.content)
            return code if list_name == ORGANISATIONS else parts.codes.say(list_name, code, language.content)

        return Names(say, lambda identity: places.get(identity, ""))

    def _print(self, asked_from: Screen, blocks: list[Block]) -> None:
        """Make the paper in the background and open its preview, unless the volunteer has gone elsewhere meanwhile."""
        from ido_kiosk.base import pdf  # with it comes reportlab: not needed at the start

        def made(content: bytes) -> None:
            if asked_from.isVisible():
                self.opened.emit(lambda: self._preview(content))

        def not_made(error: Exception) -> None:
            report_mistake(type(error), error.__traceback__)
            self.failed.emit(_("Het blad is niet gemaakt. Geef dit door aan de coördinator."))

        title = _("Wat verlaat deze pc?")
        run(asked_from, partial(pdf.make, blocks, title, language.current(), _SIZE), made, not_made)

    def _preview(self, content: bytes) -> Screen:
        from ido_kiosk.qt.preview import PreviewScreen
        from ido_kiosk.qt.printer_part import Outcomes

        screen = PreviewScreen(content, _("Wat verlaat deze pc?"), Outcomes(self.failed.emit))
        screen.closed.connect(self.closed)
        return screen


def _when(is_news: bool, is_linked: bool) -> str:
    """When what is shown first will leave."""
    if not is_news:
        return _("Er is nu niets nieuws om te versturen.")
    if is_linked:
        return _("Dit gaat de volgende keer weg.")
    return _("Dit gaat pas weg als de balie aan regie is gekoppeld.")
