"""Periods that a page can show: a year, a quarter or a month, written as the contract writes them."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.dateformat import format as format_date

from ido_shared import counts


@dataclass(frozen=True)
class Period:
    """A year, quarter or month: as text, its first and last day, and its name in words."""

    text: str
    first: date
    last: date
    label: str

    @property
    def year_before(self) -> "Period":
        """The same period one year earlier."""
        return period(f"{self.first.year - 1:04}{self.text[4:]}")

    @property
    def kind(self) -> str:
        """What it is, in a word."""
        if len(self.text) == len("2026"):
            return "jaar"
        return "kwartaal" if "K" in self.text else "maand"

    def until(self, day: date) -> "Period":
        """The part of this period up to and including a day, to compare a year that is not over yet."""
        return Period(self.text, self.first, min(self.last, day), self.label)


def period(text: str) -> Period:
    """The period of a text such as ``2026``, ``2026-K3`` or ``2026-10``. Raises ValueError for anything else."""
    first, last = counts.days_of(text)
    if "K" in text:
        label = f"{text[-1]}e kwartaal van {text[:4]}"
    else:
        label = text if len(text) == len("2026") else format_date(first, "F Y")
    return Period(text, first, last, label)


def choices(first: date, today: date) -> list[Period]:
    """Every period from the first day with figures up to today, newest first: years, then quarters, then months."""
    texts: dict[str, None] = {}
    months = []
    day = today.replace(day=1)
    while day >= first.replace(day=1):
        months.append(day)
        day = (day - timedelta(days=1)).replace(day=1)
    for name in (counts.year_text, counts.quarter_text, counts.month_text):
        texts |= dict.fromkeys(name(month) for month in months)
    return [period(text) for text in texts]
