"""*Klopt niet?*: which step or fact was marked as wrong, counted for the coordinator in codes; never a text."""

from collections import Counter
from datetime import date
from pathlib import Path

import msgspec

from ido_kiosk.base.own_file import OwnFile


class Spot(msgspec.Struct, frozen=True):
    """What is wrong: a page of a guide, or a fact."""

    gids: str = ""
    stap: str = ""
    feit: str = ""


class Mark(msgspec.Struct, frozen=True):
    """How often a spot was marked on a day, in a language of the screen; as it is written in the file."""

    plek: Spot
    taal: str
    dag: date
    aantal: int = 1


class Marks(msgspec.Struct, frozen=True):
    """All marks that no coordinator dealt with."""

    meldingen: tuple[Mark, ...] = ()


class WrongMarks:
    """The marks of this desk, in a file of its own; ``trouble`` says what was wrong with it at the start."""

    def __init__(self, file: Path) -> None:
        self._kept = OwnFile(file, Marks)

    @property
    def trouble(self) -> str:
        """Empty when all is well."""
        return self._kept.trouble

    def add(self, spot: Spot, language: str, day: date) -> None:
        """Count a mark; on disk when this returns. Raises DeskError."""
        self._change(spot, language, day, 1)

    def take_back(self, spot: Spot, language: str, day: date) -> None:
        """Take one mark back. Raises DeskError."""
        self._change(spot, language, day, -1)

    def counts(self) -> dict[Spot, int]:
        """How often each spot was marked, most often first."""
        counter: Counter[Spot] = Counter()
        for mark in self._kept.value.meldingen:
            counter[mark.plek] += mark.aantal
        return dict(counter.most_common())

    def deal_with(self, spot: Spot) -> None:
        """The coordinator has dealt with this spot: its marks go. Raises DeskError."""
        self._keep({mark: mark.aantal for mark in self._kept.value.meldingen if mark.plek != spot})

    def _change(self, spot: Spot, language: str, day: date, by: int) -> None:
        counted = {msgspec.structs.replace(mark, aantal=1): mark.aantal for mark in self._kept.value.meldingen}
        one = Mark(spot, language, day)
        self._keep(counted | {one: counted.get(one, 0) + by})

    def _keep(self, counted: dict[Mark, int]) -> None:
        rows = (msgspec.structs.replace(mark, aantal=number) for mark, number in counted.items() if number > 0)
        self._kept.save(Marks(tuple(rows)))
