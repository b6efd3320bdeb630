"""The keys of the log: each has a button with its words, and a twin for keyboards without F-keys."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from ido_kiosk.base.language import _

WayName = Literal["topics", "often", "tally", "ending", "referral", "waiting", "logged", "busy"]


class Way(NamedTuple):
    """Something to do with the log, and its keys."""

    name: WayName
    keys: tuple[str, str]
    words: Callable[[], str]
    """Of its button; said anew each time, in the present language."""
    explanation: Callable[[], str]


WAYS = (
    Way("topics", ("F2", "Ctrl+Shift+O"), lambda: _("Onderwerp"), lambda: _("Onderwerp kiezen")),
    Way("often", ("F3", "Ctrl+Shift+K"), lambda: _("Vaak"), lambda: _("Vaak gekozen onderwerpen")),
    Way("tally", ("F4", "Ctrl+Shift+T"), lambda: _("+1"), lambda: _("Eén bezoeker tellen, later aanvullen")),
    Way("ending", ("F5", "Ctrl+Shift+A"), lambda: _("Afloop"), lambda: _("Hoe liep het af?")),
    Way("referral", ("F7", "Ctrl+Shift+R"), lambda: _("Verwijs"), lambda: _("Doorverwijzen")),
    Way("waiting", ("F10", "Ctrl+Shift+L"), lambda: _("Later"), lambda: _("Later aanvullen")),
    Way("logged", ("F11", "Ctrl+Shift+V"), lambda: _("Logboek"), lambda: _("Vastgelegd: bekijken en verbeteren")),
    Way("busy", ("Ctrl+F4", "Ctrl+Shift+M"), lambda: _("Druk"), lambda: _("Drukke ochtend: tellen met de cijfers")),
)
