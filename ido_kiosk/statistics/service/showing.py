"""*Wat verlaat deze pc?*: a delivery in words, from the very values that are sent. The same blocks on screen and paper.

Everything in a delivery is shown; a field that this program has no words for is shown as it is.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any

import msgspec

from ido_kiosk.base.blocks import Block, Bullets, Definitions, Heading, Paragraph
from ido_kiosk.base.language import _, day_text, month_text, ngettext
from ido_shared import counts

Values = Mapping[str, Any]
"""A part of a delivery, decoded."""
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
ORGANISATIONS = "organisaties"
"""Beside the code lists: what an organisation is called."""


class Names(msgspec.Struct, frozen=True):
    """What codes and places are called here."""

    say: Callable[[str, str], str]
    """List (as in forms/registratie.yaml, or ``organisaties``) and code to its words; the code when it has none."""
    place: Callable[[str], str]
    """Identity of a place to its name; empty when it has none."""


def delivery_blocks(delivery: Values, names: Names) -> list[Block]:
    """All that a delivery says, in words and numbers."""
    rest = {key: value for key, value in delivery.items() if key not in ("totalen", "cellen")}
    return [
        *_totals(delivery.get("totalen", []), names),
        *_cells(delivery.get("cellen", []), names),
        Heading(_("Wie dit stuurt"), 2),
        Definitions(tuple(_field(key, value) for key, value in rest.items())),
    ]


def why_blocks(waiting: int, k: int) -> list[Block]:
    """Why the rest stays here; ``waiting``: how many questions have a topic that did not leave."""
    held = ngettext(
        "Van {number} vraag wacht het onderwerp.",
        "Van {number} vragen wacht het onderwerp.",
        waiting,
    )
    return [
        Heading(_("Wat nog wacht, en waarom"), 2),
        Paragraph(held.format(number=waiting)),
        Bullets(
            (
                _("Een aantal gaat pas weg bij {k} vragen of meer. Soms moeten het er wat meer zijn.").format(k=k),
                _("Zo weet niemand wat één bezoeker vroeg."),
                _("Na elke maand, elk kwartaal en elk jaar kijkt de kiosk opnieuw."),
                _("Het kan zijn dat iemand een klein aantal kan uitrekenen. Dan wacht er meer."),
                _("Een maand blijft open tot dag 7 van de maand erna. Tot dan kunt u verbeteren."),
            )
        ),
    ]


def _totals(totals: Iterable[Values], names: Names) -> Iterator[Block]:
    """The weeks, by place."""
    for place, weeks in groupby(totals, key=lambda week: week["plaats"]):
        yield Heading(_("Totalen per week"), 2)
        yield Paragraph(_place(place, names))
        yield Definitions(tuple((_days(week), " ".join(_sentences(week))) for week in weeks))


def _days(week: Values) -> str:
    first, last = (day_text(date.fromisoformat(week[key])) for key in ("van", "tot"))
    return _("{first} tot en met {last}").format(first=first, last=last)


def _sentences(week: Values) -> Iterator[str]:
    """What a week says, apart from its place and days."""
    words = {
        "vragen": _("Vragen: {value}."),
        "bezoeken": _("Bezoeken: {value}."),
        "dagen_met_vragen": _("Dagen met vragen: {value}."),
        "dagen_nul": _("Dagen open zonder vraag: {value}."),
        "dagen_dicht": _("Dagen gesloten: {value}."),
        "dagen_niet_bemand": _("Dagen niet bemand: {value}."),
        "niet_afgemaakt": _("Nog aan te vullen: {value}."),
        "nog_niet_in_kb": _("Nog niet in KB: {value}."),
    }
    for key, value in week.items():
        if key == "definitief":
            yield _("Dit is definitief.") if value else _("Dit kan nog veranderen.")
        elif key not in ("plaats", "van", "tot"):
            yield words.get(key, f"{key}: {{value}}.").format(value=value)


def _cells(cells: Iterable[Values], names: Names) -> Iterator[Block]:
    """The counts per code, grouped by what they share."""

    def shared(cell: Values) -> tuple[str, ...]:
        return tuple(str(cell[key]) for key in ("plaats", "soort_plaats", "periode", "indeling", "niveau", "k"))

    for (place, kind, period, view, level, k), some in groupby(sorted(cells, key=shared), key=shared):
        yield Heading(_("{view}, {period}").format(view=_view(view), period=_period(period)), 2)
        yield Paragraph(f"{_level(level)} {_least(level, k)} {_kind(kind)} {_place(place, names)}")
        yield Definitions(tuple((_code(cell, names), _number(cell)) for cell in some))


def _number(cell: Values) -> str:
    """The questions of a cell, and what else it holds that this program does not know."""
    known = {*counts.Cell.__struct_fields__}
    extra = "".join(f" {key}: {value}." for key, value in cell.items() if key not in known)
    questions: int = cell["vragen"]
    return ngettext("{number} vraag", "{number} vragen", questions).format(number=questions) + extra


def _code(cell: Values, names: Names) -> str:
    """What is counted: a code, of a crossed view two."""
    view, code, cross = cell["indeling"], cell["code"], cell.get("kruis", "")
    if cell["niveau"] == counts.ALL:
        return _("Alle andere samen")
    if cell["niveau"] == counts.THEME:
        return _themed(view, code, names)
    words = _coded(names, ORGANISATIONS if view == counts.ORGANISATION else LISTS.get(view, ""), code)
    if not cross:
        return words
    return _("{first}, bij {second}").format(
        first=words, second=_coded(names, "themas" if view == counts.NO_PLACE else ORGANISATIONS, cross)
    )


def _themed(view: str, code: str, names: Names) -> str:
    if view != counts.ORGANISATION:
        return _coded(names, "themas", code)
    words = {"OVH": _("Overheid"), "PAR": _("Particulier"), "GEEN": _("Geen organisatie")}
    return f"{words.get(code, code)} ({code})"


def _coded(names: Names, list_name: str, code: str) -> str:
    words = names.say(list_name, code) if list_name else code
    return f"{words} ({code})"


def _place(identity: str, names: Names) -> str:
    return _("Plaats: {name} ({identity}).").format(name=names.place(identity) or _("zonder naam"), identity=identity)


def _view(view: str) -> str:
    words = {
        counts.KIND: _("Soort vraag"),
        counts.TOPIC: _("Onderwerp"),
        counts.ORGANISATION: _("Organisatie"),
        counts.RESULT: _("Resultaat"),
        counts.CHANNEL: _("Hoe de vraag binnenkwam"),
        counts.WARM: _("Warm doorverwezen"),
        counts.HELP: _("Hulp"),
        counts.REFERRAL: _("Doorverwijzing"),
        counts.SIGNAL: _("Signaal"),
        counts.NO_PLACE: _("Geen passende plek, per thema"),
        counts.SIGNAL_OF: _("Signaal, per organisatie"),
    }
    return words.get(view, view)


def _period(period: str) -> str:
    """A month, quarter or year in words."""
    first, last = counts.days_of(period)
    if first.month == last.month:
        return month_text(first)
    if len(period) == len(f"{first.year}"):
        return period
    return _("kwartaal {number} van {year}").format(number=(first.month + 2) // 3, year=first.year)


def _level(level: str) -> str:
    words = {counts.CODE: _("Per code."), counts.THEME: _("Per thema."), counts.ALL: _("Wat over is, samen.")}
    return words.get(level, level)


def _least(level: str, k: str) -> str:
    if level == counts.ALL:
        return _("De drempel was {k}; zonder code mag het minder zijn.").format(k=k)
    return _("Minder dan {k} vragen staan er niet.").format(k=k)


def _kind(kind: str) -> str:
    words = {counts.LOCATION: _("Van één locatie."), counts.AREA: _("Van de balies van één bibliotheek samen.")}
    return words.get(kind, kind)


def _field(key: str, value: object) -> tuple[str, str]:
    """A field of the delivery itself, in words."""
    words = {
        "schema": _("Afspraak"),
        "id": _("Kenmerk van deze levering"),
        "balie": _("Kenmerk van deze balie"),
        "reeks": _("Reeks"),
        "nummer": _("Nummer van de levering"),
        "vorige": _("Controlegetal van de vorige levering"),
        "programma": _("Versie van het programma"),
        "codelijst": _("Versie van de codelijst"),
        "inhoud": _("Gidsen nagekeken tot en met"),
        "geweigerd": _("Regie kende deze balie de vorige keer niet"),
        "verzegeld": _("Verzegeld deel"),
        "vulling": _("Opvulling, zodat de lengte niets zegt"),
    }
    if key == "vulling" and isinstance(value, str) and not value.strip():
        value = _("{number} spaties").format(number=len(value))
    if isinstance(value, bool):
        value = _("Ja") if value else _("Nee")
    return words.get(key, key), str(value) or _("leeg")
