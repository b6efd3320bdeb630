"""What a desk asks once a day: where it stands today, and what the days were on which nothing was logged."""

from datetime import date
from functools import partial

import msgspec
from PySide6.QtCore import QObject, QTimer

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.base.locations import Place, locations_of
from ido_kiosk.qt.choosing import Choice, ChoiceScreen, Section
from ido_kiosk.qt.layouts import Screen
from ido_kiosk.window.opening import is_staffed
from ido_kiosk.window.parts import Parts
from ido_kiosk.window.screens import Screens

_LOOK_EVERY = 10
"""Seconds: a desk that stays open overnight asks soon after it wakes, before its first visitor."""


class PlaceToday(msgspec.Struct, frozen=True):
    """Where this desk stands on a day; kept in its settings, so that it is asked once a day."""

    day: date | None = None
    place: str = ""


class Today(QObject):
    """Asks when a visit can begin, and only on the start screen."""

    def __init__(self, parts: Parts, screens: Screens, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._screens = screens
        self._asked_on: date | None = None
        """The day on which earlier days were asked about; who leaves that open is asked again tomorrow."""
        self._day = parts.today()
        tick = QTimer(self)
        tick.timeout.connect(self._look)
        tick.start(_LOOK_EVERY * 1000)

    def _look(self) -> None:
        """Another day has come: ask as soon as nobody is being helped."""
        visit = self._parts.visit
        if self._parts.today() != self._day and not visit.proposals and not visit.logged:
            self.ask()

    def ask(self) -> None:
        """Ask what is still to be asked today."""
        if not self._screens.is_home():
            return
        self._day = self._parts.today()
        places = locations_of(self._parts.settings)
        said = self._parts.settings.section(PlaceToday)
        if len(places) > 1 and said.day != self._parts.today():
            self._screens.open(partial(self._where, places))
            return
        if len(places) > 1 and said.place in {place.id for place in places}:
            self._parts.visit.place = said.place
        self._ask_about_days()

    def _where(self, places: tuple[Place, ...]) -> Screen:
        choices = [
            Choice(place.name or _("Locatie {number}").format(number=number), partial(self._stand, place))
            for number, place in enumerate(places, start=1)
        ]
        screen = ChoiceScreen(
            _("Waar zit u vandaag?"), _("Kies met de muis of met het cijfer."), [Section("", choices)]
        )
        screen.closed.connect(self._screens.back)
        return screen

    def _stand(self, place: Place) -> None:
        """All that is logged today is of this place."""
        self._parts.visit.place = place.id
        try:
            self._parts.settings.save(PlaceToday(self._parts.today(), place.id))
        except DeskError as error:
            self._screens.failed.emit(str(error))
        self._screens.home()
        self._ask_about_days()

    def _ask_about_days(self) -> None:
        from ido_kiosk.questions import service as questions

        today, place = self._parts.today(), self._parts.visit.place
        if self._asked_on == today:
            return
        self._asked_on = today
        days = questions.days_to_explain(place, is_staffed(self._parts), today)
        if days:
            log = self._screens.log.screens
            self._screens.open(log.unanswered if len(days) > 1 else partial(log.day, days[0]))
