"""To whom the visitor goes: the desk's own partners by one key, and whether it was warm."""

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import QObject

from ido_kiosk.base import language
from ido_kiosk.base.language import _
from ido_kiosk.qt.choosing import Choice, ChoiceScreen, Section
from ido_kiosk.qt.layouts import Screen
from ido_kiosk.window.parts import Parts
from ido_kiosk.window.question_screens import Target

NO_PLACE = "GPA"


class ReferralWays(msgspec.Struct, frozen=True):
    """What the screens can ask of the window."""

    open: Callable[[Callable[[], Screen]], None]
    back: Callable[[], None]


class ReferralScreens(QObject):
    """Makes the screens."""

    def __init__(self, parts: Parts, ways: ReferralWays) -> None:
        super().__init__()
        self._parts = parts
        self._ways = ways

    def open(self, target: Target) -> None:
        """Choose to whom the visitor of this question goes."""
        self._ways.open(partial(self._places, target))

    def _places(self, target: Target) -> Screen:
        codes = self._parts.codes
        kinds = [code for code in codes.referrals if code != NO_PLACE]
        choices = [Choice(self._say("verwijzingen", code), partial(self._chosen, target, code)) for code in kinds]
        none = Choice(_("Geen passende plek gevonden"), partial(self._keep, target, NO_PLACE, ""))
        screen = ChoiceScreen(_("Naar wie gaat de bezoeker?"), "", [Section("", choices, none)])
        screen.closed.connect(self._ways.back)
        return screen

    def _chosen(self, target: Target, kind: str) -> None:
        self._ways.open(partial(self._warmth, target, kind))

    def _warmth(self, target: Target, kind: str) -> Screen:
        choices = [Choice(self._say("warm", code), partial(self._keep, target, kind, code)) for code in ("JA", "NEE")]
        screen = ChoiceScreen(self._say("verwijzingen", kind), _("Hoe verwees u door?"), [Section("", choices)])
        screen.closed.connect(self._ways.back)
        return screen

    def _keep(self, target: Target, kind: str, warm: str) -> None:
        from ido_kiosk.questions import service as questions

        if (asked := target.asked()) is not None:
            target.save(questions.with_referral(asked, kind, warm))
        target.done()

    def _say(self, code_list: str, code: str) -> str:
        return self._parts.codes.say(code_list, code, language.content)
