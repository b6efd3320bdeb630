"""The staff PIN: kept as an Argon2 hash in a file of its own; each wrong guess after the third makes the next wait."""

import re
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _, ngettext
from ido_kiosk.base.own_file import OwnFile

if TYPE_CHECKING:
    from argon2 import PasswordHasher

_PIN = re.compile(r"\d{4,8}")
_FREE_GUESSES = 3
_FIRST_WAIT = 5
_LONGEST_WAIT = 15 * 60
"""Seconds."""
_MEMORY, _ROUNDS, _LANES = 19 * 1024, 2, 1
"""KiB, passes and threads: the least that OWASP advises for Argon2id; some 30 ms, so the window does not stall."""


class PinCode(msgspec.Struct, frozen=True):
    """What is kept: no hash is no PIN; the mistakes since it was last right."""

    hash: str = ""
    mistakes: int = 0


class Pin:
    """The PIN of this desk. Who forgot it: the administrator removes the file (``pincode.json``)."""

    def __init__(self, file: Path, moment: Callable[[], float] = time.monotonic) -> None:
        """``moment``: seconds that no change of the clock touches."""
        self._kept = OwnFile(file, PinCode)
        self._moment = moment
        self._last_mistake = moment()
        """A new start waits as long as the last mistake asked: starting again wins nothing."""

    @property
    def trouble(self) -> str:
        """Empty when all is well."""
        return self._kept.trouble

    @property
    def is_set(self) -> bool:
        """Whether there is a PIN."""
        return bool(self._kept.value.hash)

    def check(self, typed: str) -> None:
        """Let pass who types the PIN. Raises DeskError: wrong, or not yet."""
        if (wait := self._wait()) > 0:
            seconds = ngettext("Wacht nog {number} seconde.", "Wacht nog {number} seconden.", wait)
            raise DeskError(_("Te vaak een verkeerde pincode.") + " " + seconds.format(number=wait))
        if not _is_right(self._kept.value.hash, typed):
            self._last_mistake = self._moment()
            self._kept.save(PinCode(self._kept.value.hash, self._kept.value.mistakes + 1))
            raise DeskError(_("Dit is niet de pincode. Vergeten? De beheerder kan de pincode weghalen."))
        if self._kept.value.mistakes:
            self._kept.save(PinCode(self._kept.value.hash))

    def set(self, typed: str, again: str) -> None:
        """Keep a new PIN. Raises DeskError that says what is wrong with it."""
        if not _PIN.fullmatch(typed):
            raise DeskError(_("Een pincode heeft 4 tot 8 cijfers."))
        if _is_easy(typed):
            raise DeskError(_("Deze pincode is te makkelijk te raden. Kies een andere."))
        if typed != again:
            raise DeskError(_("De twee pincodes zijn niet gelijk. Typ ze nog een keer."))
        self._kept.save(PinCode(_hasher().hash(typed)))

    def remove(self) -> None:
        """Do without a PIN. Raises DeskError."""
        self._kept.save(PinCode())

    def _wait(self) -> int:
        """Seconds until the next guess may be made; 0 is now."""
        over = self._kept.value.mistakes - _FREE_GUESSES
        if over < 0:
            return 0
        asked = min(_FIRST_WAIT << min(over, 12), _LONGEST_WAIT)
        return max(0, round(self._last_mistake + asked - self._moment()))


def _is_right(hash_: str, typed: str) -> bool:
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher().verify(hash_, typed)
    except (VerificationError, InvalidHashError):
        return False


def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=_ROUNDS, memory_cost=_MEMORY, parallelism=_LANES)


def _is_easy(pin: str) -> bool:
    """One digit over and over, or digits that count up or down."""
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    return steps in ({0}, {1}, {-1})
