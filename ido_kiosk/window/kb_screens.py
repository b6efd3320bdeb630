"""The list for the KB: what is typed over beside the KB's page, and the same on paper."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from ido_kiosk.base import language
from ido_kiosk.base.blocks import Block
from ido_kiosk.base.language import _, day_text, month_text
from ido_kiosk.desk.service import ThisDesk
from ido_kiosk.qt.choosing import Choice, ChoiceScreen, Section
from ido_kiosk.qt.layouts import Screen
from ido_kiosk.window.one_sheet import sheet_with_dutch
from ido_kiosk.window.parts import Parts
from ido_kiosk.window.view import View

if TYPE_CHECKING:  # with it comes the database, and a kiosk shows its window before that
    from ido_kiosk.guides.printout import Sheet
    from ido_kiosk.questions.service import LoggedQuestion, Visitor

_CHANGED = "WIJ"
"""The state of a question that was changed here after it was typed over."""


class KbWays(msgspec.Struct, frozen=True):
    """What the screens can ask of the window."""

    open: Callable[[Callable[[], Screen]], None]
    back: Callable[[], None]
    show_again: Callable[[], None]
    strip: Callable[[], None]
    paper: Callable[[Callable[[], "Sheet"], str], None]


class KbScreens(QObject):
    """Makes the screens. Signals: ``typed_over`` (ids of the questions of one visitor), ``noted``."""

    typed_over = Signal(object)
    noted = Signal(str)

    def __init__(self, parts: Parts, view: View, ways: KbWays) -> None:
        super().__init__()
        self._parts = parts
        self._view = view
        self._ways = ways
        self._at = 0

    def visitors(self) -> "list[Visitor]":
        """Who is to be typed over."""
        from ido_kiosk.questions import service as questions

        return questions.not_in_kb(self._parts.visit.place, self._parts.today())

    def number(self) -> int:
        """How many questions are not in the national form."""
        from ido_kiosk.questions import service as questions

        return questions.number_not_in_kb(self._parts.visit.place, self._parts.today())

    def open(self) -> None:
        """Begin with the oldest."""
        self._at = 0
        self._ways.open(self._list)

    def invite(self) -> None:
        """Show the slip that invites to KB's measurement, or say what is to be done first; the log keeps nothing."""
        from ido_kiosk.questions.printout import invitation

        address = self._parts.settings.section(ThisDesk).measurement
        if not address:
            words = _("Er is nog geen link naar de meting. De coördinator vult die in bij Hulp, Deze balie.")
            self.noted.emit(words)
            return
        self._ways.paper(lambda: sheet_with_dutch(_("Hoe was uw bezoek?"), partial(invitation, address)), "")

    def _list(self) -> Screen:
        from ido_kiosk.questions import service as questions
        from ido_kiosk.questions.screen.kb import KbScreen, KbVisitor

        visitors = self.visitors()
        shown = [
            KbVisitor(visitor.ids, _title(visitor), tuple(map(self._fields, visitor.questions))) for visitor in visitors
        ]
        is_compared = questions.is_compared(self._parts.codes)
        screen = KbScreen(shown, self._at, self.number(), is_compared, self._view.strip)
        screen.typed_over.connect(self.typed_over)
        screen.skipped.connect(self._skip)
        screen.paper_requested.connect(partial(self._ways.open, self._papers))
        screen.strip_toggled.connect(self._ways.strip)
        screen.closed.connect(self._ways.back)
        return screen

    def _skip(self) -> None:
        self._at += 1
        self._ways.show_again()

    def _fields(self, row: "LoggedQuestion") -> tuple[tuple[str, str], ...]:
        """The fields of the form with what stands in each; their order has not been compared with the form yet."""
        body = self._parts.library.organisations.get(row.organisation)
        fields = [
            (_("Soort vraag"), self._say("soorten", [row.kind])),
            (_("Organisatie"), body.label.dutch if body else ""),
            (_("Onderwerp"), self._say("onderwerpen", [row.topic])),
            (_("Hulp"), self._say("hulp", row.helped)),
            (_("Doorverwezen"), self._say("verwijzingen", row.referrals)),
        ]
        return tuple((name, value) for name, value in fields if value)

    def _say(self, code_list: str, given: "list[str] | tuple[str, ...]") -> str:
        from ido_kiosk.questions import service as questions

        codes = self._parts.codes
        ordered = questions.in_order_of_kb(codes, code_list, given)
        return ", ".join(questions.kb_label(codes, code_list, code, _dutch) for code in ordered)

    def _papers(self) -> Screen:
        """The list, and the sheets of the last months."""
        this = self._parts.today().replace(day=1)
        before = (this - timedelta(days=1)).replace(day=1)
        sheets = [
            Choice(_("Maandblad {month}").format(month=month_text(day)), partial(self._print_month, day))
            for day in (before, this)
        ]
        choices = [Choice(_("De lijst om over te typen"), self._print_list), *sheets]
        screen = ChoiceScreen(_("Print de lijst"), "", [Section("", choices)])
        screen.closed.connect(self._ways.back)
        return screen

    def _print_list(self) -> None:
        from ido_kiosk.questions import printout
        from ido_kiosk.questions import service as questions

        visitors = [(_title(visitor), [self._fields(row) for row in visitor.questions]) for visitor in self.visitors()]
        blocks = printout.kb_list(visitors, questions.is_compared(self._parts.codes))
        self._print(_("Overtypen voor de KB"), list(blocks))

    def _print_month(self, month: date) -> None:
        from ido_kiosk.questions import printout
        from ido_kiosk.statistics.service import days_between

        place = self._parts.visit.place
        last = (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        days = [day for day in days_between(place, month, last) if day.place == place]
        numbers = sum(day.questions for day in days), sum(day.visits for day in days)
        words = month_text(month)
        self._print(_("Maandblad {month}").format(month=words), list(printout.month_sheet(words, *numbers)))

    def _print(self, title: str, blocks: list[Block]) -> None:
        from ido_kiosk.guides.printout import Sheet

        self._ways.paper(lambda: Sheet(title, blocks, language.current()), "")


def _title(visitor: "Visitor") -> str:
    words = _("{day}, bezoeker {number}").format(day=day_text(visitor.day), number=visitor.number)
    changed = any(row.kb == _CHANGED for row in visitor.questions)
    return _("{visitor}: verbeterd, pas dit aan bij de KB").format(visitor=words) if changed else words


def _dutch(_context: str, dutch: str) -> str:
    """The national form is in Dutch."""
    return dutch
