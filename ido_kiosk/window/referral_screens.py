"""To whom the visitor goes: the desk's own partners by one key, whether it was warm, and the slip for the visitor."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject

from ido_kiosk.base import language
from ido_kiosk.base.language import _
from ido_kiosk.qt.choosing import Choice, ChoiceScreen, Section
from ido_kiosk.qt.layouts import Screen, label
from ido_kiosk.referrals import service
from ido_kiosk.referrals.service import NO_PLACE, Destination
from ido_kiosk.window.one_sheet import sheet_with_dutch
from ido_kiosk.window.parts import Parts
from ido_kiosk.window.question_screens import OFTEN_OVER, Target

if TYPE_CHECKING:
    from ido_kiosk.base.local_data import Entry
    from ido_kiosk.guides.printout import Sheet

    Paper = Callable[[Entry, bool], Sheet]


class ReferralWays(msgspec.Struct, frozen=True):
    """What the screens can ask of the window."""

    open: Callable[[Callable[[], Screen]], None]
    back: Callable[[], None]
    paper: Callable[[Callable[[], "Sheet"], str], None]
    """Shows the paper that is made so, about a topic of this visit; empty: it is no help to this visitor."""


class ReferralScreens(QObject):
    """Makes the screens."""

    def __init__(self, parts: Parts, ways: ReferralWays) -> None:
        super().__init__()
        self._parts = parts
        self._ways = ways

    def open(self, target: Target) -> None:
        """Choose to whom the visitor of this question goes."""
        self._ways.open(partial(self._destinations, target, False))

    def _destinations(self, target: Target, all_kinds: bool) -> Screen:
        """The own partners, or all kinds of places; where this desk sends most visitors first."""
        codes, used = self._parts.codes, self._used()
        own = service.most_used_first(service.partners(self._parts.local.partners, codes), used)
        kinds = [Destination(code, self._say("verwijzingen", code)) for code in codes.referrals if code != NO_PLACE]
        kinds = service.most_used_first(kinds, used)
        shown = kinds if all_kinds or not own else own
        choices = [Choice(each.name, partial(self._open_warmth, target, each)) for each in shown]
        none = Choice(_("Geen passende plek gevonden"), partial(self._keep, target, NO_PLACE, ""))
        sections = [Section("", choices, none)]
        if shown is own:
            others = partial(self._ways.open, partial(self._destinations, target, True))
            sections.append(Section("", [Choice(_("Een andere plek"), others)]))
        screen = ChoiceScreen(_("Naar wie gaat de bezoeker?"), "", sections)
        screen.closed.connect(self._ways.back)
        return screen

    def _used(self) -> list[str]:
        """The kinds of the last months; not of today, so that a key stays the same all day."""
        from ido_kiosk.questions import service as questions

        yesterday = self._parts.today() - timedelta(days=1)
        return questions.most_used_referrals(yesterday - OFTEN_OVER, yesterday)

    def _open_warmth(self, target: Target, place: Destination) -> None:
        self._ways.open(partial(self._warmth, target, place))

    def _warmth(self, target: Target, place: Destination) -> Screen:
        """Whether the library called; below it what only the volunteer sees, and the paper for the visitor."""
        choices = [
            Choice(self._say("warm", code), partial(self._keep, target, place.kind, code)) for code in ("JA", "NEE")
        ]
        sections = [Section("", choices)]
        if place.entry is not None:
            slips = [
                Choice(_("Briefje printen: er is gebeld"), partial(self._print, target, place, "JA", self._slip)),
                Choice(_("Briefje printen: alleen het adres"), partial(self._print, target, place, "NEE", self._slip)),
            ]
            if place.entry.telefoon:
                card = partial(self._print, target, place, "NEE", self._card)
                slips.append(Choice(_("Belkaart printen: de bezoeker belt zelf"), card))
            sections.append(Section(_("Met een briefje voor de bezoeker"), slips))
        told = service.for_volunteer(place.entry, self._parts.today()) if place.entry else []
        above = [label(line, "muted") for line in told]
        screen = ChoiceScreen(place.name, _("Hoe verwees u door?"), sections, above=above)
        screen.closed.connect(self._ways.back)
        return screen

    def _print(self, target: Target, place: Destination, warm: str, paper: "Paper") -> None:
        """Keep the referral, then show its paper; printed for a question of this visit it counts as help."""
        asked = target.asked()
        self._keep(target, place.kind, warm)
        if place.entry is not None and asked is not None:
            topic = asked.topic if target.is_of_visit else ""
            self._ways.paper(partial(paper, place.entry, warm == "JA"), topic)

    def _slip(self, entry: "Entry", has_called: bool) -> "Sheet":
        from ido_kiosk.referrals.printout import slip

        return sheet_with_dutch(_("Hier kunt u verder"), partial(slip, entry, has_called, self._parts.today()))

    def _card(self, entry: "Entry", _has_called: bool) -> "Sheet":
        from ido_kiosk.referrals.printout import calling

        make = partial(calling, entry, self._parts.today())
        return sheet_with_dutch(_("Belkaart"), make, partial(make, is_short=True))

    def _keep(self, target: Target, kind: str, warm: str) -> None:
        from ido_kiosk.questions import service as questions

        if (asked := target.asked()) is not None:
            target.save(questions.with_referral(asked, kind, warm))
        target.done()

    def _say(self, code_list: str, code: str) -> str:
        return self._parts.codes.say(code_list, code, language.content)
