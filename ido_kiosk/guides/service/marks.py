"""*Klopt niet?*: which step or fact was marked as wrong, counted for the coordinator in codes; never a text."""

from collections import Counter
from collections.abc import Iterable
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

    def deal_with(self, spot: Spot) -> tuple[Mark, ...]:
        """The coordinator has dealt with this spot: its marks go; gives them. Raises DeskError."""
        marks = self._kept.value.meldingen
        self._kept.save(Marks(tuple(mark for mark in marks if mark.plek != spot)))
        return tuple(mark for mark in marks if mark.plek == spot)

    def put_back(self, marks: Iterable[Mark]) -> None:
        """After all these were not dealt with. Raises DeskError."""
        counted = self._counted()
        for mark in marks:
            one = msgspec.structs.replace(mark, aantal=1)
            counted[one] = counted.get(one, 0) + mark.aantal
        self._keep(counted)

    def _change(self, spot: Spot, language: str, day: date, by: int) -> None:
        counted, one = self._counted(), Mark(spot, language, day)
        self._keep(counted | {one: counted.get(one, 0) + by})

    def _counted(self) -> dict[Mark, int]:
        return {msgspec.structs.replace(mark, aantal=1): mark.aantal for mark in self._kept.value.meldingen}

    def _keep(self, counted: dict[Mark, int]) -> None:
        rows = (msgspec.structs.replace(mark, aantal=number) for mark, number in counted.items() if number > 0)
        self._kept.save(Marks(tuple(rows)))
