"""A letter, its copy and its explanation: made in the background, shown in the preview. No word of it is kept."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from ido_kiosk.base import language
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.base.mistakes import report_mistake
from ido_kiosk.desk.service import ThisDesk
from ido_kiosk.letters import service
from ido_kiosk.letters.service import Draft
from ido_kiosk.qt.background import run
from ido_kiosk.qt.layouts import Screen
from ido_kiosk.window import sheet_kinds
from ido_kiosk.window.envelope_sheet import envelope_of
from ido_kiosk.window.parts import Parts

if TYPE_CHECKING:
    from ido_kiosk.letters.screen import Sight
    from ido_kiosk.qt.preview import PreviewScreen
    from ido_kiosk.qt.preview_parts import Kind

LETTER, COPY = "brief", "kopie"


class Shown(msgspec.Struct, eq=False):
    """What the preview of a letter shows, and how far it got."""

    draft: Draft
    kind: str
    pdf: bytes
    is_sent: bool = False
    """Whether the letter itself went to the printer, and did not fail."""
    is_out: bool = False
    is_closed: bool = False


class LetterPaper(QObject):
    """Signals, each with what was shown: ``sent`` and ``lost`` (a sheet is on its way to the printer, or after all

    did not come out), ``came_out`` (the letter lies at the printer and its preview is closed), ``closed``.
    """

    sent = Signal(object)
    lost = Signal(object)
    came_out = Signal(object)
    closed = Signal(object)

    def __init__(
        self, parts: Parts, parent: QObject, this_desk: Callable[[], ThisDesk], failed: Callable[[str], None]
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._this_desk = this_desk
        self._failed = failed
        self._visit = 0

    def forget(self) -> None:
        """The visitor leaves: what is still under way at the printer belongs to nobody here."""
        self._visit += 1

    def prepare(self, draft: Draft, show: Callable[[Callable[[], Screen]], None]) -> None:
        """Make the letter in the background, then ``show`` what makes its preview."""
        visit = self._visit

        def made(pdf: bytes) -> None:
            if visit == self._visit:
                shown = Shown(draft, LETTER, pdf)
                show(lambda: self._preview(shown))

        run(self, self._work(draft, LETTER), made, self._tell_failure)

    def sight(self) -> "Sight":
        """How a letter looks at this desk while it is filled in."""
        from ido_kiosk.letters.screen import Sight

        desk = self._this_desk()
        window = envelope_of(self._parts.envelopes, desk).middle.moved(desk.envelope_across, desk.envelope_down)
        return Sight(lambda draft: self._work(draft, LETTER), window)

    def _work(self, draft: Draft, kind: str) -> Callable[[], bytes]:
        """What makes the sheet, in a thread: all that is said in it is said before."""
        from ido_kiosk.letters import printout

        parts, desk = self._parts, self._this_desk()
        letter, library, today = parts.letters[draft.letter], parts.library, parts.today()
        if spoken := sheet_kinds.spoken_in(kind):
            with language.speaking(spoken):
                at = (letter, draft, library.facts, library.organisations, today)
                blocks = service.explanation(*at, language.content)
                title = letter.title.said(language.content)
            return partial(printout.explanation_pdf, blocks, title, spoken)
        made = service.ready(letter, draft, library.facts, library.organisations, today, language.content)
        offset = (desk.envelope_across, desk.envelope_down)
        return partial(printout.letter_pdf, made, envelope_of(self._parts.envelopes, desk), offset, kind == COPY)

    def _preview(self, shown: Shown) -> Screen:
        from ido_kiosk.qt.preview import PreviewScreen  # with it comes printing: not needed at the start
        from ido_kiosk.qt.printer_part import Outcomes

        visit = self._visit
        screen = PreviewScreen(
            shown.pdf,
            self._parts.letters[shown.draft.letter].title.said(language.content),
            Outcomes(self._failed, partial(self._lose, shown, visit), partial(self._note_out, shown, visit)),
            self._kinds(shown.draft),
            shown.kind,
        )
        screen.kind_chosen.connect(partial(self._change, screen, shown))
        screen.printed.connect(partial(self._send, shown))
        screen.closed.connect(partial(self._close, shown))
        return screen

    def _kinds(self, draft: Draft) -> "list[Kind]":
        from ido_kiosk.qt.preview_parts import Kind

        when_printed = _("De brief ligt bij de printer. Haal hem meteen op.")
        of_letter = [Kind(LETTER, _name(LETTER), when_printed=when_printed), Kind(COPY, _name(COPY))]
        letter = self._parts.letters[draft.letter]
        return [*of_letter, *sheet_kinds.explanations(letter, self._parts.library, self._this_desk())]

    def _send(self, shown: Shown) -> None:
        shown.is_sent = shown.is_sent or shown.kind == LETTER
        self.sent.emit(shown)

    def _lose(self, shown: Shown, visit: int) -> None:
        shown.is_sent = False
        if visit == self._visit:
            self.lost.emit(shown)

    def _note_out(self, shown: Shown, visit: int, kind: str) -> None:
        shown.is_out = shown.is_out or kind == LETTER
        if visit == self._visit:
            self._settle(shown)

    def _close(self, shown: Shown) -> None:
        shown.is_closed = True
        self._settle(shown)
        self.closed.emit(shown)

    def _settle(self, shown: Shown) -> None:
        if shown.is_out and shown.is_closed:
            self.came_out.emit(shown)

    def _change(self, screen: "PreviewScreen", shown: Shown, kind: str) -> None:
        def made(pdf: bytes) -> None:
            shown.kind, shown.pdf = kind, pdf
            screen.show_sheet(pdf, _name(kind) or self._parts.letters[shown.draft.letter].title.said(language.content))

        def failed(error: Exception) -> None:
            screen.keep_sheet(shown.kind)
            self._tell_failure(error)

        run(screen, self._work(shown.draft, kind), made, failed)

    def _tell_failure(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self._failed(str(error))
            return
        report_mistake(type(error), error.__traceback__)
        self._failed(_("De brief is niet gemaakt. Geef dit door aan de coördinator. Wat u typte, staat er nog."))


def _name(kind: str) -> str:
    if sheet_kinds.spoken_in(kind):
        return sheet_kinds.name(kind)
    return {LETTER: _("Brief"), COPY: _("Kopie voor de bezoeker")}[kind]
