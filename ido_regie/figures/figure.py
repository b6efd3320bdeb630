"""One figure of a page: the same rows become a chart, a table and an export."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.formats import number_format

Number = int | float | str | None


class Difference(int):
    """A number that people read with its sign; to a file it is a number as any other."""


@dataclass(frozen=True)
class Row:
    """A row: what it is about, its numbers (None: unknown), and where it leads to."""

    label: str
    numbers: tuple[Number, ...]
    note: str = ""
    look: str = ""
    """``rest`` for what is known less well; drawn lighter."""
    link: str = ""


@dataclass(frozen=True)
class Figure:
    """A titled set of rows with a sentence that says the same; ``kind``: ``bars``, ``months`` or ``table``."""

    key: str
    title: str
    summary: str
    columns: tuple[str, ...]
    """The heading of the labels, and of each number."""
    rows: tuple[Row, ...]
    kind: str = "bars"
    notes: tuple[str, ...] = ()
    """What a reader must know to read it well."""
    empty: str = ""
    """What to say when there is no row."""

    @property
    def highest(self) -> float:
        """The largest number that is drawn."""
        drawn = [number for row in self.rows for number in row.numbers[: 2 if self.kind == "months" else 1]]
        return max((number for number in drawn if isinstance(number, (int, float))), default=0)


def said(number: Number) -> str:
    """A number as it is read: Dutch, with a thousands separator; an unknown one is a dash."""
    if number is None:
        return "–"
    if isinstance(number, str):
        return number
    if isinstance(number, Difference) and number:
        return f"{'+' if number > 0 else '−'}{number_format(abs(number))}"
    return number_format(number, decimal_pos=1 if isinstance(number, float) else 0)


def questions(number: int) -> str:
    """So many questions, in words."""
    return f"{said(number)} {'vraag' if number == 1 else 'vragen'}"


def share(part: int, whole: int) -> str:
    """A part as a whole percentage; never 0 or 100 when that is not so."""
    if not whole:
        return "–"
    per_cent = round(100 * part / whole)
    if per_cent == 0 and part:
        return "< 1%"
    return "> 99%" if per_cent == 100 and part < whole else f"{per_cent}%"


def largest_first(counts: Mapping[str, int], last: Iterable[str] = ("NI", "XXX")) -> list[tuple[str, int]]:
    """Codes and counts from large to small; what says little comes at the end."""
    unspoken = set(last)
    return sorted(counts.items(), key=lambda pair: (pair[0] in unspoken, -pair[1], pair[0]))
