"""The code lists that regie knows, and whether it knows a code that came in."""

from functools import cache
from pathlib import Path

from django.conf import settings

from ido_shared import VERSION, counts
from ido_shared.content.codes import NOT_FILLED_IN, Codes, load_codes

FORMS = Path(__file__).resolve().parent.parent / "forms"
LISTS = {
    counts.KIND: "soorten",
    counts.TOPIC: "onderwerpen",
    counts.RESULT: "resultaten",
    counts.CHANNEL: "kanalen",
    counts.WARM: "warm",
    counts.HELP: "hulp",
    counts.REFERRAL: "verwijzingen",
    counts.SIGNAL: "signalen",
    counts.SIGNAL_OF: "signalen",
    counts.NO_PLACE: "verwijzingen",
}
"""The list (forms/registratie.yaml) from which the codes of a view come; organisations have a list of their own."""


@cache
def known_codes() -> Codes:
    """The code lists in this version's forms."""
    return load_codes(FORMS, settings.DATA_FOLDER / "cache", VERSION)


def is_known(view: str, level: str, code: str, cross: str) -> bool:
    """Whether our lists have this view and these codes."""
    if view not in counts.VIEWS:
        return False
    return _knows_first(view, level, code) and _knows_cross(view, cross)


def _knows_first(view: str, level: str, code: str) -> bool:
    lists = known_codes()
    if level == counts.ALL:
        return True
    if level == counts.THEME:
        return code in (lists.themes if view == counts.TOPIC else counts.ORGANISATION_THEMES.values())
    if code == NOT_FILLED_IN and view in counts.SINGLE_VALUED:
        return True
    if view == counts.ORGANISATION:
        return code in lists.organisations
    return code in lists.lists()[LISTS[view]]


def _knows_cross(view: str, cross: str) -> bool:
    lists = known_codes()
    if view == counts.NO_PLACE:
        return cross in (*lists.themes, NOT_FILLED_IN)
    if view == counts.SIGNAL_OF:
        return cross in (*lists.organisations, NOT_FILLED_IN)
    return not cross
