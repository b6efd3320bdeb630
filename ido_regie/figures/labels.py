"""The Dutch label of each code, for pages, exports and reports."""

from functools import cache

import msgspec
from django.conf import settings

from ido_regie.codes import FORMS, LISTS, known_codes
from ido_shared import VERSION, counts
from ido_shared.content.cache import cached
from ido_shared.content.code_reader import read_codes
from ido_shared.content.fact_reader import read_facts, read_sources
from ido_shared.content.organisation_reader import read_organisations
from ido_shared.content.organisations import FILE
from ido_shared.content.problems import ContentError, Report

ORGANISATION_THEMES = {"OVH": "Overheid", "PAR": "Particuliere organisatie", "GEEN": "Geen organisatie"}


class Names(msgspec.Struct, frozen=True):
    """The names of the organisations by code."""

    organisations: dict[str, str]


def label(view: str, code: str) -> str:
    """The label of a code of a view; the code itself when no list has it."""
    if view == counts.ORGANISATION:
        return _not_filled_in(code) or organisation_names().get(code, code)
    name = "warm" if view == counts.WARM else LISTS[view]
    return known_codes().say(name, code, _dutch)


def theme_label(code: str) -> str:
    """The label of a theme of topics or of organisations."""
    themes = known_codes().themes
    return _not_filled_in(code) or (themes[code].label if code in themes else ORGANISATION_THEMES.get(code, code))


def cross_label(view: str, code: str) -> str:
    """The label of the second code of a view of two codes."""
    return theme_label(code) if view == counts.NO_PLACE else label(counts.ORGANISATION, code)


@cache
def organisation_names() -> dict[str, str]:
    """The names in forms/organisaties.yaml. Raises ContentError when it cannot be read."""
    found = cached(settings.DATA_FOLDER / "cache", [(FILE, FORMS / FILE)], VERSION, Names, _read_names)
    return found.organisations


def _read_names() -> Names:
    report = Report()
    read_codes(FORMS, report)
    facts = read_facts(FORMS, read_sources(FORMS, report), report)
    found = read_organisations(FORMS, known_codes().organisations, facts, report)
    if report.errors:
        raise ContentError(report.errors)
    return Names({code: organisation.label.dutch for code, organisation in found.items()})


def _not_filled_in(code: str) -> str:
    return known_codes().not_filled_in if code == "NI" else ""


def _dutch(_path: str, text: str) -> str:
    return text
