"""What a delivery counts: totals of a week without any attribute, and cells that hold enough questions.

Source of the rules: design § 8, docs/decisions/014.
"""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

import msgspec
from msgspec import UNSET, UnsetType

LOWEST_K, HIGHEST_K = 3, 10
"""Between these lies k: the fewest questions that a cell may hold."""
CODE, THEME, ALL = "code", "thema", "alle"
"""The levels of a cell: one code, the codes of one theme, or all codes that are left."""
LEVELS = (CODE, THEME, ALL)
LOCATION, AREA = "locatie", "telgebied"
"""The kinds of place: one location, or the desks of one library in one municipality together."""
PLACES = (LOCATION, AREA)

KIND, TOPIC, ORGANISATION, RESULT, CHANNEL, WARM = "soort", "onderwerp", "organisatie", "resultaat", "kanaal", "warm"
HELP, REFERRAL, SIGNAL = "hulp", "verwijzing", "signaal"
NO_PLACE, SIGNAL_OF = "geen_plek", "signaal_organisatie"
SINGLE_VALUED = (KIND, TOPIC, ORGANISATION, RESULT, CHANNEL, WARM)
"""Views in which each question has exactly one code; a closed year of these adds up to its total."""
MULTI_VALUED = (HELP, REFERRAL, SIGNAL)
"""Views in which a question can have several codes, each once; released by code only."""
CROSSED = (NO_PLACE, SIGNAL_OF)
"""Views of two codes: *geen passende plek* by theme, and signal by organisation; by quarter and year only."""
VIEWS = (*SINGLE_VALUED, *MULTI_VALUED, *CROSSED)
ORGANISATION_THEMES = {"overheid": "OVH", "particulier": "PAR", "geen": "GEEN"}
"""The theme of an organisation in a cell, by its ``soort`` in forms/organisaties.yaml."""

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_QUARTER = re.compile(r"(\d{4})-K([1-4])")
_YEAR = re.compile(r"\d{4}")


class Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What all messages of the contract share: unknown fields are refused, values never change."""


class WeekTotal(Message, frozen=True):
    """The totals of one week at one place, without any attribute; a week is cut at the end of a month.

    The fields without a value are not known: the desk ran a program that spoke ``levering/1``.
    """

    plaats: str
    """Identity (UUID) of the place where the desk stood."""
    van: str
    """First day, ``YYYY-MM-DD``."""
    tot: str
    """Last day, included, ``YYYY-MM-DD``."""
    vragen: int
    bezoeken: int
    dagen_met_vragen: int
    definitief: bool
    """True once the month is closed; from then on the totals never change."""
    dagen_nul: int | UnsetType = UNSET
    """Days on which the desk was open and nobody asked anything."""
    dagen_dicht: int | UnsetType = UNSET
    dagen_niet_bemand: int | UnsetType = UNSET
    niet_afgemaakt: int | UnsetType = UNSET
    """Questions that still wait to be completed."""
    nog_niet_in_kb: int | UnsetType = UNSET
    """Questions that were not yet typed into the national form."""


class Cell(Message, frozen=True):
    """Questions of one place and period with one code; each question leaves once per view (per code in some views)."""

    indeling: str
    """The view: one of VIEWS. A newer kiosk may know more."""
    plaats: str
    """Identity (UUID) of the location or of the area."""
    soort_plaats: str
    """One of PLACES."""
    periode: str
    """A month ``2026-11``, a quarter ``2026-K4`` or a year ``2026``: when its questions were asked."""
    niveau: str
    """One of LEVELS."""
    code: str
    """Code of the view (``NI``: not filled in), or of a theme; empty for ``alle``."""
    vragen: int
    """How many different questions. A cell holds a question at most once, so this is the count as well."""
    k: int
    """The threshold that held; at least so many questions are in a cell of a code or a theme."""
    kruis: str = ""
    """The second code of a crossed view: theme or organisation; empty in all others."""


def month_text(day: date) -> str:
    """The month of a day, as a cell names it."""
    return f"{day.year:04}-{day.month:02}"


def quarter_text(day: date) -> str:
    """The quarter of a day, as a cell names it."""
    return f"{day.year:04}-K{(day.month + 2) // 3}"


def year_text(day: date) -> str:
    """The year of a day, as a cell names it."""
    return f"{day.year:04}"


@lru_cache(maxsize=1024)
def days_of(period: str) -> tuple[date, date]:
    """The first and the last day of a period. Raises ValueError when it is not a month, quarter or year."""
    if found := _MONTH.fullmatch(period):
        first, last = (int(found[2]),) * 2
    elif found := _QUARTER.fullmatch(period):
        first, last = int(found[2]) * 3 - 2, int(found[2]) * 3
    elif _YEAR.fullmatch(period):
        first, last = 1, 12
    else:
        raise ValueError(period)
    year = int(period[:4])
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
