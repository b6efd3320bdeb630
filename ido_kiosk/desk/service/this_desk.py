"""The settings of this desk, kept with the others."""

from typing import Literal

import msgspec

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.guides.service import refuse_personal

MOST_LINES = 7
"""A line a day at most."""


class ThisDesk(msgspec.Struct, frozen=True):
    """How this desk works."""

    hours: tuple[str, ...] = ()
    """When visitors can come, in lines of its own; printed on paper."""
    links: Literal["", "ja", "nee"] = ""
    """Whether addresses open in this computer's browser; empty is as fits the kind of kiosk."""
    unread_translations: bool = True
    """Whether translations that no native reader checked may be printed, beside the Dutch."""

    def opens_links(self, fills_screen: bool) -> bool:
        """Whether addresses open; a kiosk that fills the screen leaves no room for a browser."""
        return self.links == "ja" or (self.links == "" and not fills_screen)


def checked_hours(typed: str) -> tuple[str, ...]:
    """The lines that were typed. Raises DeskError for what cannot go on paper."""
    lines = tuple(line for part in typed.splitlines() if (line := " ".join(part.split())))
    for line in lines:
        refuse_personal(line)
    if len(lines) > MOST_LINES:
        raise DeskError(_("Dit zijn te veel regels. Gebruik er niet meer dan {number}.").format(number=MOST_LINES))
    return lines
