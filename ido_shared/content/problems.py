"""What is wrong in a content file: where, a stable code, the cause and the remedy, in Dutch."""

from collections.abc import Collection
from typing import Literal

import msgspec

Weight = Literal["error", "warning"]
"""An error stops the content from being used; a warning (age, style) is only told."""


class Place(msgspec.Struct, frozen=True, order=True):
    """A place in a file; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}, regel {self.line}, kolom {self.column}"


class Problem(msgspec.Struct, frozen=True, order=True):
    """One thing that is wrong at a place."""

    place: Place
    code: str
    cause: str
    remedy: str
    weight: Weight = "error"

    def __str__(self) -> str:
        mild = "   let op" if self.weight == "warning" else ""
        return f"{self.place}   {self.code}{mild}\n{self.cause}\n{self.remedy}"


class ContentError(Exception):
    """The content cannot be used; carries all its problems, its text shows them all."""

    def __init__(self, problems: Collection[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n\n".join(str(problem) for problem in self.problems))


class Report:
    """Collects problems, so that a reader can go on and find them all."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def add(self, place: Place, code: str, cause: str, remedy: str, weight: Weight = "error") -> None:
        """Note a problem."""
        self.problems.append(Problem(place, code, cause, remedy, weight))

    @property
    def errors(self) -> list[Problem]:
        """The problems that stop the content from being used."""
        return [problem for problem in self.problems if problem.weight == "error"]

    def stop_on_errors(self) -> None:
        """Raise ContentError with every error, if there is one."""
        if self.errors:
            raise ContentError(self.errors)


def nearest(word: str, known: Collection[str]) -> str:
    """The known word that looks most like this one; empty when none does."""
    import difflib

    near = difflib.get_close_matches(word.lower(), [name.lower() for name in known], n=1, cutoff=0.6)
    return next(name for name in known if name.lower() == near[0]) if near else ""


def did_you_mean(word: str, known: Collection[str], otherwise: str = "") -> str:
    """Ask "Bedoelde u: …?" with the nearest known word; else say ``otherwise``, or list what may stand here."""
    if near := nearest(word, known):
        return f"Bedoelde u: {near}?"
    return otherwise or f"Hier mag staan: {', '.join(sorted(filter(None, known)))}."
