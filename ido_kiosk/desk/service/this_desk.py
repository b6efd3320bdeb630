"""The settings of this desk, kept with the others."""

import math
from typing import Annotated, Literal

import msgspec
from msgspec.structs import replace

from ido_kiosk.base.errors import DeskError, in_field
from ido_kiosk.base.language import _
from ido_kiosk.guides.service import refuse_personal
from ido_kiosk.letters.service import MOST_OFFSET, Limit
from ido_shared.local import is_website
from ido_shared.personal_number import has_personal_number

MOST_LINES = 7
"""A line a day at most."""
LONGEST_LINK = 200
"""Signs: a longer address gives a code that a phone hardly reads."""

Millimetres = Annotated[float, msgspec.Meta(ge=-MOST_OFFSET, le=MOST_OFFSET)]


class ThisDesk(msgspec.Struct, frozen=True):
    """How this desk works."""

    hours: tuple[str, ...] = ()
    """When visitors can come, in lines of its own; printed on paper."""
    links: Literal["", "ja", "nee"] = ""
    """Whether addresses open in this computer's browser; empty is as fits the kind of kiosk."""
    unread_translations: bool = True
    """Whether translations that no native reader checked may be printed, beside the Dutch."""
    letters: Limit = "brief"
    """How far the library goes in helping with letters."""
    envelope: str = "dl-links"
    """The kind of window envelope that lies at this desk."""
    envelope_across: Millimetres = 0
    envelope_down: Millimetres = 0
    """How far the address stands from its usual place, for the make of envelope at this desk."""
    beside_keys: bool = True
    """Whether two keys of the strip also work while the browser has the focus."""
    measurement: Annotated[str, msgspec.Meta(max_length=LONGEST_LINK, pattern=r"^(https://\S+)?$")] = ""
    """The address of this library's own IDO-impactmeting of the KB, for the slip that invites to it."""
    unattended: Literal["", "ja", "nee"] = ""
    """Whether visitors are here without a volunteer; empty is as fits the kind of kiosk."""

    languages: tuple[str, ...] = ()
    """Codes of the languages in which the kiosk can be used, beside Dutch; empty is all. Comes from above."""
    help: Annotated[str, msgspec.Meta(max_length=200)] = ""
    """Where volunteers get help with the kiosk. Comes from above."""

    def opens_links(self, fills_screen: bool) -> bool:
        """Whether addresses open; a kiosk that fills the screen leaves no room for a browser."""
        return self.links == "ja" or (self.links == "" and not fills_screen)

    def is_unattended(self, fills_screen: bool) -> bool:
        """Whether visitors are here on their own, as they are at a kiosk that fills the screen."""
        return self.unattended == "ja" or (self.unattended == "" and fills_screen)


class Typed(msgspec.Struct, frozen=True):
    """What was typed on the screen of the settings."""

    hours: str
    across: str
    down: str
    measurement: str = ""


def with_typed(desk: ThisDesk, typed: Typed) -> ThisDesk:
    """The settings with what was typed. Raises FieldError (a name of ``Typed``) that says what to do."""
    with in_field("hours"):
        hours = checked_hours(typed.hours)
    with in_field("across"):
        across = checked_offset(typed.across)
    with in_field("down"):
        down = checked_offset(typed.down)
    with in_field("measurement"):
        measurement = checked_link(typed.measurement)
    return replace(desk, hours=hours, envelope_across=across, envelope_down=down, measurement=measurement)


def checked_offset(typed: str) -> float:
    """Millimetres as they were typed, such as 2 or -1,5; nothing is 0. Raises DeskError."""
    try:
        millimetres = float(typed.strip().replace(",", ".").replace("\N{MINUS SIGN}", "-") or "0")
    except ValueError:
        millimetres = math.nan
    if not abs(millimetres) <= MOST_OFFSET:
        wrong = _("Schrijf hoeveel millimeter, van -{most} tot {most}. Bijvoorbeeld: 2 of -1,5.")
        raise DeskError(wrong.format(most=MOST_OFFSET))
    return millimetres


def checked_hours(typed: str) -> tuple[str, ...]:
    """The lines that were typed. Raises DeskError for what cannot go on paper."""
    lines = tuple(line for part in typed.splitlines() if (line := " ".join(part.split())))
    for line in lines:
        refuse_personal(line)
    if len(lines) > MOST_LINES:
        raise DeskError(_("Dit zijn te veel regels. Gebruik er niet meer dan {number}.").format(number=MOST_LINES))
    return lines


def checked_link(typed: str) -> str:
    """The address that was typed, for all visitors the same; empty is none. Raises DeskError that says what to do."""
    link = typed.strip()
    if not link:
        return ""
    if not link.startswith("https://") or not is_website(link):
        raise DeskError(_("Dit lijkt geen link. Kopieer de hele link. Die begint met https://."))
    if len(link) > LONGEST_LINK:
        raise DeskError(
            _("Deze link is te lang. Gebruik er een van hoogstens {number} tekens.").format(number=LONGEST_LINK)
        )
    if "@" in link or "%40" in link:
        raise DeskError(_("In deze link staat een e-mailadres. Gebruik de link die voor alle bezoekers is."))
    if has_personal_number(link):
        raise DeskError(
            _("Hier staat een nummer dat een burgerservicenummer kan zijn. Dat bewaren we nooit. Haal het weg.")
        )
    return link
