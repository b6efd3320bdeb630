"""*Telt dit mee?*: cases, and what this library agreed about each; in a file that the library may edit."""

from pathlib import Path
from typing import Literal

import msgspec

from ido_kiosk.base.language import _
from ido_kiosk.base.own_file import OwnFile

Answer = Literal["", "ja", "nee"]
"""Empty: not agreed yet."""


class Case(msgspec.Struct, frozen=True):
    """A case in words, and whether it counts."""

    geval: str
    telt_mee: Answer = ""


class Cases(msgspec.Struct, frozen=True):
    """What the library agreed; empty while it agreed nothing."""

    gevallen: tuple[Case, ...] = ()


class Counting:
    """The cases of this library. Until it agreed something they are the usual ones, without an answer: which questions

    count is for each library to settle, best by cases (facts/ido-practice.md § 5).
    """

    def __init__(self, file: Path) -> None:
        self._kept = OwnFile(file, Cases)

    @property
    def trouble(self) -> str:
        """What was wrong with the file at the start; empty when all is well."""
        return self._kept.trouble

    @property
    def cases(self) -> tuple[Case, ...]:
        """All cases, with what was agreed."""
        return self._kept.value.gevallen or tuple(Case(words) for words in usual_cases())

    def agree(self, place: int, answer: Answer) -> None:
        """Keep what was agreed about the case at this place of the list. Raises DeskError; then nothing changed."""
        cases = list(self.cases)
        cases[place] = msgspec.structs.replace(cases[place], telt_mee=answer)
        self._kept.save(Cases(tuple(cases)))


def usual_cases() -> list[str]:
    """What desks are in doubt about."""
    return [
        _("U beantwoordt een vraag in het voorbijgaan, zonder computer."),
        _("Een bezoeker stelt drie vragen. Tellen ze alle drie?"),
        _("Een bezoeker komt terug met dezelfde vraag."),
        _("U helpt alleen met printen, scannen of wifi."),
        _("De vraag gaat over een bank, verzekeraar of telefoon."),
        _("U verwijst meteen door, zonder zelf te helpen."),
        _("De hulp lukt niet, of mag hier niet."),
        _("Iemand belt of mailt met een vraag."),
        _("Iemand vraagt alleen waar iets staat of wanneer u open bent."),
        _("Een vraag tijdens een cursus of les."),
    ]
