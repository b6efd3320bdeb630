"""*Telt dit mee?*: the cases with what this library agreed, and the coordinator's way to settle them."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.qt.choosing import Choice, ChoiceScreen, Section
from ido_kiosk.qt.layouts import Screen
from ido_kiosk.window.guard import Guard
from ido_kiosk.window.parts import Parts

if TYPE_CHECKING:
    from ido_kiosk.desk.service.counting import Answer, Case


class CountingWays(msgspec.Struct, frozen=True):
    """What the screens can ask of the window."""

    open: Callable[[Callable[[], Screen]], None]
    back: Callable[[], None]


class CountingScreens(QObject):
    """Makes the screens. Signals: ``noted``, ``failed`` (in words)."""

    noted = Signal(str)
    failed = Signal(str)

    def __init__(self, parts: Parts, ways: CountingWays) -> None:
        super().__init__()
        self._parts = parts
        self._ways = ways
        self._guard = Guard(parts.pin, self)
        self._guard.opened.connect(ways.open)
        self._guard.closed.connect(ways.back)
        self._guard.failed.connect(self.failed)

    def is_unlocked(self) -> bool:
        """Whether the PIN was given."""
        return self._guard.is_unlocked()

    def forget(self) -> None:
        """The visitor leaves: the PIN is asked again."""
        self._guard.forget()

    def list(self) -> Screen:
        """All cases with what was agreed."""
        choices = [
            Choice(f"{case.geval} {_said(case)}", partial(self._open_case, place))
            for place, case in enumerate(self._parts.counting.cases)
        ]
        explanation = _("Afspraak van deze bibliotheek. De coördinator kiest een geval om het af te spreken.")
        screen = ChoiceScreen(_("Telt dit mee?"), explanation, [Section("", choices)])
        screen.closed.connect(self._ways.back)
        return screen

    def _open_case(self, place: int) -> None:
        self._guard.open(partial(self._case, place))

    def _case(self, place: int) -> Screen:
        case = self._parts.counting.cases[place]
        answers: list[tuple[str, Answer]] = [
            (_("Ja, dit telt mee"), "ja"),
            (_("Nee, dit telt niet mee"), "nee"),
            (_("Nog niet afgesproken"), ""),
        ]
        choices = [
            Choice(words, partial(self._agree, place, answer), answer == case.telt_mee) for words, answer in answers
        ]
        screen = ChoiceScreen(_("Telt dit mee?"), case.geval, [Section("", choices)])
        screen.closed.connect(self._ways.back)
        return screen

    def _agree(self, place: int, answer: "Answer") -> None:
        try:
            self._parts.counting.agree(place, answer)
        except DeskError as error:
            self.failed.emit(str(error))
            return
        self._ways.back()
        self.noted.emit(_("De afspraak is bewaard."))


def _said(case: "Case") -> str:
    words = {"ja": _("Telt mee."), "nee": _("Telt niet mee."), "": _("Nog niet afgesproken.")}
    return words[case.telt_mee]
