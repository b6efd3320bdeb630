"""What an idle desk has to hide or to put back, for who comes next."""

from collections.abc import Callable

import msgspec

from ido_kiosk.window.parts import Look, Parts
from ido_kiosk.window.screens import Screens
from ido_kiosk.window.view import View


class Needs(msgspec.Struct, frozen=True):
    """Asked when nobody has done anything for a while."""

    hiding: Callable[[], bool]
    """Whether there is something of a visitor, on the screen or behind it."""
    putting_back: Callable[[], bool]
    """Whether the next visitor would find another look than this desk's, or the coordinator's screens open."""


def needs_of(parts: Parts, screens: Screens, look: Callable[[], Look], view: View) -> Needs:
    """What a desk needs; ``look`` gives the present one."""

    def hiding() -> bool:
        visit = parts.visit
        return bool(visit.proposals or visit.logged or not screens.is_home() or screens.holds_text())

    def putting_back() -> bool:
        return look() != parts.settings.section(Look) or not view.is_ordinary() or screens.is_unlocked()

    return Needs(hiding, putting_back)
