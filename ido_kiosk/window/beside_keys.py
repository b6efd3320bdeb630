"""Two keys that work while the browser has the focus and the kiosk is a strip: one visitor more, and *Klaar*."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ido_kiosk.base.language import _
from ido_kiosk.desk.service import ThisDesk
from ido_kiosk.window.parts import Parts

if TYPE_CHECKING:
    from ido_kiosk.qt.global_keys import Grip

TALLY, LOG = 4, 9
"""F-keys, with Ctrl and Shift: as F4 and F9 in the window, and AltGr (which is Ctrl and Alt) stays free for signs."""


class BesideKeys(QObject):
    """Holds the keys from the first strip on, for *Klaar* ends a strip and the next visitor comes to the same browser.

    The window stays where it is; a sound says that a key was heard.
    """

    def __init__(
        self, parts: Parts, tally: Callable[[], object], log: Callable[[], object], note: Callable[[str], object]
    ) -> None:
        super().__init__()
        self._parts = parts
        self._actions = {TALLY: tally, LOG: log}
        self._note = note
        self._grip: Grip | None = None
        self._has_told = False

    def follow(self, is_strip: bool) -> None:
        """The window became a strip, or is no strip any more."""
        is_wanted = self._parts.settings.section(ThisDesk).beside_keys
        if self._grip is not None and not is_wanted:
            self._grip.let_go()
            self._grip = None
        elif self._grip is None and is_wanted and is_strip:
            self._take()

    def _take(self) -> None:
        from ido_kiosk.qt.global_keys import take  # with it comes what most kiosks never need

        self._grip = take(tuple(self._actions), self._pressed, self)
        if self._grip is not None and self._grip.refused and not self._has_told:
            self._has_told = True
            taken = _(" en ").join(f"Ctrl+Shift+F{key}" for key in self._grip.refused)
            words = _("Een ander programma gebruikt {keys} al. Druk op de knop in de strook.")
            self._note(words.format(keys=taken))

    def _pressed(self, key: int) -> None:
        """Do it, and let it be heard: the eyes are on the browser."""
        if not self._parts.settings.section(ThisDesk).beside_keys:  # said since the last strip
            self.follow(is_strip=False)
            return
        QApplication.beep()
        self._actions[key]()
